//! What does an act say of money, and of what its limits are counted for?
//!
//! ```text
//! Sécu part   given before the contributions (secu_reimbursement), or after them (secu_paid), or as base and rate
//! ```
//! DECISION: `null` is the same as left out, but for `charged`. Case: reimburse/base-null
//! DECISION: a Sécu part above what was charged is refused, contributions included. Case: reimburse_errors/secu-paid-and-contribution-above-charged

use crate::coverage::facts::act::CARE_TYPE;
use crate::coverage::facts::tooth::Tooth;
use crate::coverage::reimburse::money::{Money, ONE, ZERO, money};
use crate::coverage::rule::payload::{PERCENT, WHOLE, stated};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Related;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::Object;
use crate::ground::exact::amount::{Amount, MONEY};
use crate::ground::exact::date::CalendarDate;
use crate::ground::value::pointer::Path;

pub(crate) const BRSS: &str = "brss";
pub(crate) const RATE: &str = "secu_rate_percent";
pub(crate) const PLV: &str = "plv";
pub(crate) const HLF: &str = "hlf";
pub(crate) const PMSS: &str = "pmss";
pub(crate) const RECONSTITUTED: &str = "reconstituted_brss";
pub(crate) const BENEFICIARY: &str = "beneficiary";
pub(crate) const STAY_ID: &str = "stay_id";
pub(crate) const MEMBERSHIP_START: &str = "membership_start";
pub(crate) const SIDE: &str = "side";
pub(crate) const TOOTH: &str = "tooth";
const QUANTITY: &str = "quantity";
const CHARGED: &str = "charged";
const REIMBURSEMENT: &str = "secu_reimbursement";
const PAID: &str = "secu_paid";

/// The fields that an act has for a reimbursement in addition to its facts.
pub(crate) const FIELDS: [&str; 18] = [
    CARE_TYPE,
    CHARGED,
    BRSS,
    RATE,
    REIMBURSEMENT,
    PAID,
    "flat_contribution",
    "franchise",
    QUANTITY,
    PLV,
    HLF,
    PMSS,
    RECONSTITUTED,
    BENEFICIARY,
    STAY_ID,
    MEMBERSHIP_START,
    SIDE,
    TOOTH,
];

/// The amounts that may be left out.
const OTHERS: [&str; 10] =
    [BRSS, REIMBURSEMENT, PAID, "flat_contribution", "franchise", QUANTITY, PLV, HLF, PMSS, RECONSTITUTED];

/// The amounts of an act, without contradictions.
#[derive(Debug)]
pub(crate) struct ActAmounts<'j> {
    pub(crate) charged: Money,
    pub(crate) brss: Option<Money>,
    pub(crate) rate: Option<Amount>,
    pub(crate) secu: GivenSecu,
    /// Flat contribution and franchise together.
    pub(crate) contributions: Money,
    pub(crate) quantity: Money,
    pub(crate) plv: Option<Money>,
    pub(crate) hlf: Option<Money>,
    pub(crate) pmss: Option<Money>,
    pub(crate) reconstituted: Option<Money>,
    pub(crate) beneficiary: Option<&'j str>,
    pub(crate) stay_id: Option<&'j str>,
    pub(crate) membership_start: Option<CalendarDate>,
    pub(crate) side: Option<&'static str>,
    pub(crate) tooth: Option<Tooth>,
}

/// The Sécu part, where the act says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GivenSecu {
    /// It is computed from base and rate.
    No,
    /// Before the contributions.
    Reimbursement(Money),
    /// After them.
    Paid(Money),
}

impl<'j> ActAmounts<'j> {
    pub(crate) fn read(problems: &mut Problems, object: &Object<'j>, at: &Path<'_>) -> Option<Self> {
        let charged = problems.required(object, CHARGED, at);
        let charged = charged.and_then(|json| problems.amount(json, &at.field(CHARGED), MONEY)).map(money);
        let mut given = [None; OTHERS.len()];
        for (name, given) in OTHERS.into_iter().zip(&mut given) {
            let json = stated(object, name);
            *given = json.and_then(|json| problems.amount(json, &at.field(name), MONEY)).map(money);
        }
        let [brss, reimbursement, paid, flat, franchise, quantity, plv, hlf, pmss, reconstituted] = given;
        let contributions = flat.unwrap_or(ZERO) + franchise.unwrap_or(ZERO);
        let quantity = quantity.unwrap_or(ONE);
        let rate = stated(object, RATE).and_then(|json| problems.amount(json, &at.field(RATE), PERCENT));
        if quantity == ZERO {
            problems.report(Code::NotPositive, &at.field(QUANTITY), say::quantity_not_positive());
        }
        if rate.is_some_and(|rate| rate.mantissa(6) > WHOLE) {
            problems.report(Code::InvalidAmount, &at.field(RATE), say::rate_above_whole());
        }
        let is_above = |secu: Option<Money>| secu.zip(charged).is_some_and(|(secu, charged)| secu > charged);
        if is_above(reimbursement) {
            problems.report(Code::InvalidAmount, &at.field(REIMBURSEMENT), say::part_above_charged());
        }
        if is_above(paid.map(|paid| paid + contributions)) {
            problems.report(Code::InvalidAmount, &at.field(PAID), say::paid_above_charged());
        }
        if reimbursement.is_some() && paid.is_some() {
            let other = Related::new(at.field(REIMBURSEMENT).pointer(), say::the_other());
            problems.report_with(
                Code::InconsistentFact,
                &at.field(PAID),
                say::secu_given_twice(),
                Details::related(other),
            );
        }
        let mut text = |name: &str| {
            let at = at.field(name);
            let text = stated(object, name).and_then(|json| problems.string(json, &at))?;
            problems.short_text(text, &at)
        };
        let (beneficiary, stay_id) = (text(BENEFICIARY), text(STAY_ID));
        let membership_start = stated(object, MEMBERSHIP_START);
        let membership_start = membership_start.and_then(|json| problems.date(json, &at.field(MEMBERSHIP_START)));
        let sides = ["left", "right"];
        let side = stated(object, SIDE).and_then(|json| problems.one_of(json, &at.field(SIDE), &sides));
        Some(ActAmounts {
            charged: charged?,
            brss,
            rate,
            secu: match (reimbursement, paid) {
                (Some(reimbursement), _) => GivenSecu::Reimbursement(reimbursement),
                (None, Some(paid)) => GivenSecu::Paid(paid),
                (None, None) => GivenSecu::No,
            },
            contributions,
            quantity,
            plv,
            hlf,
            pmss,
            reconstituted,
            beneficiary,
            stay_id,
            membership_start,
            side: side.and_then(|position| sides.get(position).copied()),
            tooth: tooth(problems, object, at),
        })
    }
}

fn tooth(problems: &mut Problems, object: &Object<'_>, at: &Path<'_>) -> Option<Tooth> {
    let at = at.field(TOOTH);
    let number = problems.number(stated(object, TOOTH)?, &at)?;
    let tooth = Tooth::from_number(number);
    if tooth.is_none() {
        problems.report(Code::InvalidTooth, &at, say::invalid_tooth(number));
    }
    tooth
}
