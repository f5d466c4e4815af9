//! What is wrong with a coverage as a whole? Acts that two guarantees claim, acts that nobody covers, mappings that do
//! nothing: exact, by algebra of regions, and never by trying the acts one by one.
//!
//! ```text
//! overlap     two mappings of different guarantees: region ∩ region, for the care types that both select
//! gap         every act of a selected care type, without the regions of all mappings that select it
//! redundant   from last to first: region of a mapping without the regions of its guarantee's others that stay = nothing
//! ```
//! Source: *Overlaps, gaps, differences* in `docs/coverage.md`.

pub(crate) mod accepted;
pub(crate) mod classes;
pub(crate) mod gaps;
pub(crate) mod memo;
pub(crate) mod overlaps;
pub(crate) mod redundancy;
pub(crate) mod report;
pub(crate) mod subject;
pub(crate) mod truncation;
pub(crate) mod whole;
