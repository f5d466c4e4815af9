//! What does an analysis answer? Data, in a documented order.

use serde::Serialize;

use crate::coverage::analysis::redundancy::RedundancyReason;
use crate::coverage::analysis::truncation::Truncation;
use crate::coverage::region::report::ActRegion;

/// What is wrong with a coverage as a whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CoverageAnalysis<'a> {
    /// Pairs of mappings of two guarantees that can both match one act, in payload order.
    pub overlaps: Vec<OverlapReport<'a>>,
    /// Acts of selected care types that match nothing: by care type, then by the act that shows it.
    pub gaps: Vec<GapReport<'a>>,
    /// Care types of the catalogue that no mapping selects, ascending.
    pub unselected_care_types: Vec<&'a str>,
    /// Mappings that could all be removed at once without changing any decision, in payload order.
    pub redundant: Vec<RedundantReport<'a>>,
    /// What is not finished, where a bound was reached.
    pub truncated: Option<Truncation<'a>>,
}

/// Two mappings of different guarantees that can both match one act.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct OverlapReport<'a> {
    /// The names, the earlier first.
    pub guarantees: [&'a str; 2],
    /// The mappings' places in the payload.
    pub pointers: [&'a str; 2],
    /// The acts that both match.
    pub region: ActRegion<'a>,
    /// Why it is meant, where an acceptance says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
}

/// Acts that match nothing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GapReport<'a> {
    /// The acts.
    pub region: ActRegion<'a>,
    /// The facts of which another value alone would make some of these acts match, in the order of the conditions.
    pub open_facts: Vec<&'static str>,
    /// Why it is meant, where an acceptance says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
}

/// A mapping that could be removed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RedundantReport<'a> {
    /// The name of its guarantee.
    pub guarantee: &'a str,
    /// Its place in the payload.
    pub pointer: &'a str,
    /// Why.
    pub reason: RedundancyReason,
    /// Why it is meant, where an acceptance says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
}
