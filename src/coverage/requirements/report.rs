//! What does a check of requirements answer? Data, in the order of the profile.

use serde::Serialize;

use crate::coverage::region::report::ActRegion;
use crate::coverage::requirements::in_both::InBoth;
use crate::coverage::requirements::kind::RequirementKind;
use crate::ground::small::names::names;

names! {
    /// What came of a requirement.
    pub enum RequirementStatus {
        /// For every act of its classes, and all amounts.
        Holds = "holds",
        /// Some acts show it.
        Violated = "violated",
        /// Some acts cannot be judged, and no others violate it.
        NotDecidable = "not_decidable",
        /// The caller has not declared it.
        ToDeclare = "to_declare",
        /// No care type of the catalogue is in its classes.
        ClassEmpty = "class_empty",
        /// The date is not one of its own.
        NotInForce = "not_in_force",
    }
}

names! {
    /// In which way a requirement is violated.
    #[non_exhaustive]
    pub enum ViolationReason {
        /// No guarantee covers the acts.
        NotCovered = "not_covered",
        /// Several guarantees match the acts, so that none covers them.
        Ambiguous = "ambiguous",
        /// A rule has the forbidden value.
        ForbiddenValue = "forbidden_value",
    }
}

names! {
    /// Why some acts cannot be judged.
    #[non_exhaustive]
    pub enum UndecidedReason {
        /// Several guarantees match them.
        Ambiguous = "ambiguous",
        /// The rule is somebody else's.
        OpaqueRule = "opaque_rule",
        /// The rule has an error.
        BrokenRule = "broken_rule",
        /// They fall into too many regions.
        Truncated = "truncated",
    }
}

/// What came of each requirement of a profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RequirementsReport<'a> {
    /// The name of the profile.
    pub profile: &'a str,
    /// The day that was asked.
    pub date: String,
    /// What the profile says of itself.
    pub note: Option<InBoth<'a>>,
    /// In the profile's order.
    pub requirements: Vec<RequirementAnswer<'a>>,
    /// How many there are of each status.
    pub summary: RequirementsSummary,
}

/// How many requirements there are of each status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RequirementsSummary {
    /// They hold.
    pub holds: usize,
    /// Some acts show that they do not hold.
    pub violated: usize,
    /// Some acts cannot be judged.
    pub not_decidable: usize,
    /// The caller has not declared them.
    pub to_declare: usize,
    /// The catalogue has none of their acts.
    pub class_empty: usize,
    /// They are not in force on the day.
    pub not_in_force: usize,
}

/// What came of a requirement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RequirementAnswer<'a> {
    /// Unique in the profile.
    pub id: &'a str,
    /// Where it is written.
    pub article: &'a str,
    /// What is asked.
    pub kind: RequirementKind,
    /// What came of it.
    pub status: RequirementStatus,
    /// In words.
    pub title: InBoth<'a>,
    /// What else there is to say.
    pub note: Option<InBoth<'a>>,
    /// Whether the author of the profile is not sure of it, or of a tariff of its classes.
    pub uncertain: bool,
    /// The acts that show it, by their first care type.
    pub violations: Vec<RequirementViolation<'a>>,
    /// The acts that cannot be judged.
    pub not_decidable: Vec<NotDecidable<'a>>,
}

/// Acts that violate a requirement.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RequirementViolation<'a> {
    /// The acts; none where the requirement is not about acts.
    pub region: Option<ActRegion<'a>>,
    /// The guarantee that covers them.
    pub guarantee: Option<&'a str>,
    /// Its place in the coverage payload, a JSON Pointer.
    pub pointer: Option<String>,
    /// In which way.
    pub reason: ViolationReason,
}

/// Acts that cannot be judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NotDecidable<'a> {
    /// The acts.
    pub region: ActRegion<'a>,
    /// Why.
    pub reason: UndecidedReason,
}

impl RequirementsSummary {
    pub(crate) fn count(&mut self, status: RequirementStatus) {
        let count = match status {
            RequirementStatus::Holds => &mut self.holds,
            RequirementStatus::Violated => &mut self.violated,
            RequirementStatus::NotDecidable => &mut self.not_decidable,
            RequirementStatus::ToDeclare => &mut self.to_declare,
            RequirementStatus::ClassEmpty => &mut self.class_empty,
            RequirementStatus::NotInForce => &mut self.not_in_force,
        };
        *count = count.saturating_add(1);
    }
}
