//! A care act as a typed value.

use crate::api::values::object::json_object;
use crate::coverage::facts::act::{CARE_DATE, CARE_TYPE, ESTABLISHMENT, MEMBER_BIRTH_DATE, TEETH};
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::ActFact;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// A `CareAct`: one act of care, with what is known of it. A fact that is not given is unknown.
///
/// # Examples
/// ```
/// use care_coverage::{Act, ActFact, ActOutcome};
#[doc = include_str!("../example.txt")]
/// let act = Act::new("CROWN").member_age(40).fact(ActFact::ReimbursedBySecu, true);
/// assert_eq!(coverage.guarantees_for(&act)?.outcome, ActOutcome::Covered);
/// let act = act.amount("charged", "539").amount("brss", "120").amount("secu_rate_percent", 60);
/// let amounts = coverage.reimburse(&act, None, None)?.amounts.ok_or("covered")?;
/// assert_eq!(amounts.complementary, "228.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Act(Json);

json_object!(Act);

impl Act {
    /// An act of a care type, by short code.
    pub fn new(care_type: &str) -> Self {
        Act(Json::Object(Vec::new())).with(CARE_TYPE, care_type)
    }

    /// Completed years of the member on the care date, 0 to 130.
    pub fn member_age(self, years: u8) -> Self {
        self.with(MEMBER_AGE, years)
    }

    /// The care date, `YYYY-MM-DD`.
    pub fn care_date(self, date: &str) -> Self {
        self.with(CARE_DATE, date)
    }

    /// The member's birth date, `YYYY-MM-DD`.
    pub fn member_birth_date(self, date: &str) -> Self {
        self.with(MEMBER_BIRTH_DATE, date)
    }

    /// The teeth of the act, FDI numbers: they say whether one is visible.
    pub fn teeth(self, numbers: impl IntoIterator<Item = u8>) -> Self {
        self.with(TEETH, numbers.into_iter().listed())
    }

    /// The identification number of the establishment: it says whether that is conventionné, where the catalogue has a list.
    pub fn establishment(self, number: &str) -> Self {
        self.with(ESTABLISHMENT, number)
    }

    /// A fact: a boolean or a text.
    pub fn fact(self, fact: ActFact, value: impl Into<Json>) -> Self {
        self.with(fact.name(), value)
    }

    /// A fact that does not apply to the act: every condition on it fails.
    pub fn not_applicable(self, fact: ActFact) -> Self {
        self.with(fact.name(), Json::Null)
    }

    /// What a reimbursement reads in addition, by the name of its field in `ActAmounts`: `charged`, `brss`, `secu_rate_percent`…
    pub fn amount(self, field: &str, value: impl Into<Json>) -> Self {
        self.with(field, value)
    }
}
