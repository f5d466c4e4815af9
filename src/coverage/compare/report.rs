//! What does a comparison of amounts answer? Data, in a documented order.

use serde::Serialize;

use crate::coverage::amounts::undecided::Undecided;
use crate::coverage::region::report::ActRegion;
use crate::coverage::reimburse::counters::LimitCounter;
use crate::coverage::reimburse::verdict::Reimbursement;
use crate::ground::exact::fraction::TooPrecise;
use crate::ground::small::names::names;
use crate::ground::value::json::Json;

/// Where members get more or less.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AmountComparison<'a> {
    /// Acts for which what members get differs at some amount: by care type, then by the act that shows it. Disjoint.
    pub regions: Vec<AmountChange<'a>>,
    /// Differences of limits that no amount shows, by guarantee of the later coverage.
    pub limits: Vec<LimitChange<'a>>,
    /// Acts of which it cannot be decided, or not wholly: by care type, then by the act that shows them.
    pub not_decidable: Vec<NotDecidable<'a>>,
}

/// Acts for which what members get differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AmountChange<'a> {
    /// The acts.
    pub region: ActRegion<'a>,
    /// The state of the limits of the earlier and of the later coverage in which it shows first.
    pub states: [LimitState; 2],
    /// Whether the later coverage pays more, less, or either.
    pub direction: AmountDirection,
    /// An act for which it pays more.
    pub gain: Option<AmountExample<'a>>,
    /// An act for which it pays less.
    pub loss: Option<AmountExample<'a>>,
    /// Always `assumed`: a base may have any amount, at the rates that are asked for.
    pub tariffs: AssumedTariffs,
    /// The rates of the Sécu at which it shows, in the order they are asked for; none where it shows without a base alone.
    pub rates: Vec<String>,
    /// The quantities of an act that are asked for.
    pub quantities: Vec<String>,
}

/// An act that shows a difference.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AmountExample<'a> {
    /// A `CareAct` with `ActAmounts`.
    pub act: Json,
    /// What was used of the limits before it, of the earlier and of the later coverage.
    pub counters: [Vec<LimitCounter>; 2],
    /// What the earlier coverage pays.
    pub current: Reimbursement<'a>,
    /// What the later coverage pays.
    pub next: Reimbursement<'a>,
}

/// A difference between limits that no amount shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LimitChange<'a> {
    /// The guarantee of the later coverage.
    pub guarantee: &'a str,
    /// The limit's key in the later coverage; in the earlier one where only that has it.
    pub key: &'a str,
    /// The field of the limit; `shared_with`, the other guarantees of its key; `limit`, all of it.
    pub field: &'static str,
    /// The value before; `null` where there was none.
    pub before: Json,
    /// The value after; `null` where there is none.
    pub after: Json,
}

/// Acts of which something is not decided.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NotDecidable<'a> {
    /// The acts.
    pub region: ActRegion<'a>,
    /// Why.
    pub reason: UndecidedReason,
}

names! {
    /// What was used of the limits of a rule.
    #[non_exhaustive]
    pub enum LimitState {
        /// Nothing.
        Unused = "unused",
        /// All that they leave.
        UsedUp = "used_up",
    }
}

names! {
    /// Whether the later coverage pays more or less.
    #[non_exhaustive]
    pub enum AmountDirection {
        /// More, and never less.
        More = "more",
        /// Less, and never more.
        Less = "less",
        /// More for some amounts, and less for others.
        Both = "both",
    }
}

names! {
    /// Where the amounts of the Sécu come from.
    #[non_exhaustive]
    pub enum AssumedTariffs {
        /// They are free.
        Assumed = "assumed",
    }
}

names! {
    /// Why something about amounts is not decided.
    #[non_exhaustive]
    pub enum UndecidedReason {
        /// Several guarantees match.
        Ambiguous = "ambiguous",
        /// A rule is somebody else's.
        OpaqueRule = "opaque_rule",
        /// A rule has errors.
        BrokenRule = "broken_rule",
        /// It would take more than 4,096 systems of a question, or 1,000,000 in all.
        TooManyCases = "too_many_cases",
        /// Its numbers have more digits than 128 bits hold.
        TooPrecise = "too_precise",
        /// There is a difference of a cent before amounts are rounded, and no act was found that shows it.
        LessThanRounding = "less_than_rounding",
        /// The regions of a care type are too many.
        Truncated = "truncated",
        /// A rule needs the PMSS of a year that the table does not have.
        MissingPmss = "missing_pmss",
    }
}

impl From<Undecided> for UndecidedReason {
    fn from(undecided: Undecided) -> Self {
        match undecided {
            Undecided::TooManyCases => UndecidedReason::TooManyCases,
            Undecided::TooPrecise => UndecidedReason::TooPrecise,
            Undecided::MissingPmss => UndecidedReason::MissingPmss,
            Undecided::LessThanRounding => UndecidedReason::LessThanRounding,
        }
    }
}

impl From<TooPrecise> for UndecidedReason {
    fn from(_: TooPrecise) -> Self {
        UndecidedReason::TooPrecise
    }
}
