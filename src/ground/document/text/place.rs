//! Where the parts of a value are in its text.

use crate::ground::value::span::Span;

/// Where a value and its parts are; the parts in the order of the items or the fields.
#[derive(Debug, Default)]
pub(crate) struct Place {
    pub(super) span: Span,
    pub(super) keys: Vec<Span>,
    pub(super) parts: Vec<Place>,
}

pub(super) const LINE_FEED: u16 = 0x0a;
pub(super) const CARRIAGE_RETURN: u16 = 0x0d;
