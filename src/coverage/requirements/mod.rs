//! Requirements: does a coverage pay, for every act of a class and every amount, what a law or an agreement asks for?
//!
//! Profile ([`profile`], [`requirement`], [`class_payload`]) and options ([`options`]) → classes in a catalogue ([`class`]) → boxes of
//! acts in which the same guarantees match ([`boxes`]) → a verdict for each requirement ([`verdict`]) → the answer ([`report`],
//! [`whole`]).
//!
//! ```text
//! not in force         the date is outside of the requirement's own
//! class empty          no care type of the catalogue is in its classes
//! violated             some box has an act that shows it
//! not decidable        else, some box cannot be judged, and why: never a silent "holds"
//! holds                else
//! ```
//! Source: `docs/requirements.md`.

pub(crate) mod at_amounts;
pub(crate) mod bound;
pub(crate) mod boxes;
pub(crate) mod class;
pub(crate) mod class_payload;
pub(crate) mod equipment;
pub(crate) mod example;
pub(crate) mod finding;
pub(crate) mod first_acts;
pub(crate) mod frequency;
pub(crate) mod gap_boxes;
pub(crate) mod gaps;
pub(crate) mod judge;
pub(crate) mod kind;
pub(crate) mod known;
pub(crate) mod later;
pub(crate) mod options;
pub(crate) mod pair_of_glasses;
pub(crate) mod parts;
pub(crate) mod profile;
pub(crate) mod report;
pub(crate) mod requirement;
pub(crate) mod rule_field;
pub(crate) mod surplus;
pub(crate) mod validity;
pub(crate) mod verdict;
pub(crate) mod whole;
