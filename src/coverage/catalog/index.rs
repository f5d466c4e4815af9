//! Positions in a catalogue, ascending with the short code.

/// The position of a care type in its catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CareTypeIndex(pub(crate) usize);

/// The position of a group in its catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct GroupIndex(pub(crate) usize);
