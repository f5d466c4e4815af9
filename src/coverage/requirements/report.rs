//! What does a check of requirements answer? Data, in the order of the profile.

use serde::Serialize;

use crate::coverage::compare::report::{LimitState, NotDecidable};
use crate::coverage::region::report::ActRegion;
use crate::coverage::reimburse::counters::LimitCounter;
use crate::coverage::reimburse::verdict::Reimbursement;
use crate::coverage::requirements::kind::RequirementKind;
use crate::ground::document::in_both::InBoth;
use crate::ground::small::names::names;
use crate::ground::value::json::Json;

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
        /// Less is paid than is required.
        LessThanRequired = "less_than_required",
        /// More is paid than is allowed.
        MoreThanAllowed = "more_than_allowed",
        /// Not as much less is paid above the base as is required.
        GapTooSmall = "gap_too_small",
        /// It is paid again too early.
        TooEarly = "too_early",
        /// It is not paid again when it is time.
        NotRenewed = "not_renewed",
    }
}

names! {
    /// Where the amounts of the Sécu come from.
    #[non_exhaustive]
    pub enum TariffSource {
        /// A tariff of the class.
        Given = "given",
        /// They are free.
        Assumed = "assumed",
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
    /// The quantities of an act that were asked for.
    pub quantities: Vec<String>,
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
    /// The state of the limits in which it shows.
    pub state: Option<LimitState>,
    /// Whether the amounts of the Sécu are those of a tariff; none where it is not about amounts.
    pub tariffs: Option<TariffSource>,
    /// The rates of the Sécu at which it shows; none where it shows without a base alone.
    pub rates: Vec<String>,
    /// Of an equipment, the id of the pair.
    pub pair: Option<String>,
    /// Acts that show it, in euros.
    pub example: Option<RequirementExample<'a>>,
}

/// Acts that show a violation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RequirementExample<'a> {
    /// `CareAct`s with `ActAmounts`, in the order in which they are paid.
    pub acts: Vec<Json>,
    /// What was used of the limits before them.
    pub counters: Vec<LimitCounter>,
    /// What is paid, in euros.
    pub paid: String,
    /// What is required, or allowed.
    pub required: String,
    /// What the coverage pays for each act.
    pub reimbursements: Vec<Reimbursement<'a>>,
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
