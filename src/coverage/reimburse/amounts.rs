//! What does an act say of money, and of what its limits are counted for?
//!
//! ```text
//! Sécu part   given before the contributions (secu_reimbursement), or after them (secu_paid), or as base and rate
//! ```
//! DECISION: `null` is the same as left out, but for `charged`. Case: reimburse/base-null
//! DECISION: a Sécu part above what was charged is refused, contributions included. Case: reimburse_errors/secu-paid-and-contribution-above-charged

use crate::coverage::facts::amounts::{
    BENEFICIARY, BRSS, CHARGED, FLAT, FRANCHISE, HLF, MEMBERSHIP_START, PAID, PATHWAY_RATE, PLV, PMSS, QUANTITY, RATE,
    RECONSTITUTED, REIMBURSEMENT, SIDE, SIDES, STAY_ID, TOOTH,
};
use crate::coverage::facts::tooth::{self, Tooth};
use crate::coverage::reimburse::money::{Money, ONE, ZERO, money};
use crate::coverage::rule::payload::WHOLE;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Related;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::Object;
use crate::ground::exact::amount::{Amount, MONEY, PERCENT};
use crate::ground::exact::date::CalendarDate;
use crate::ground::value::pointer::Path;

/// The amounts that may be left out.
const OTHERS: [&str; 10] = [BRSS, REIMBURSEMENT, PAID, FLAT, FRANCHISE, QUANTITY, PLV, HLF, PMSS, RECONSTITUTED];

/// The amounts of an act, without contradictions.
#[derive(Debug)]
pub(crate) struct ActAmounts<'j> {
    pub(crate) charged: Money,
    pub(crate) brss: Option<Money>,
    pub(crate) rate: Option<Amount>,
    /// The rate in the care pathway; none where the act is in it.
    pub(crate) pathway_rate: Option<Amount>,
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
            let json = object.stated(name);
            *given = json.and_then(|json| problems.amount(json, &at.field(name), MONEY)).map(money);
        }
        let [brss, reimbursement, paid, flat, franchise, quantity, plv, hlf, pmss, reconstituted] = given;
        let contributions = flat.unwrap_or(ZERO) + franchise.unwrap_or(ZERO);
        let quantity = quantity.unwrap_or(ONE);
        let (rate, pathway_rate) =
            (self::rate(problems, object, RATE, at), self::rate(problems, object, PATHWAY_RATE, at));
        if quantity == ZERO {
            problems.report(Code::NotPositive, &at.field(QUANTITY), say::quantity_not_positive());
        }
        if rate.zip(pathway_rate).is_some_and(|(rate, pathway)| pathway.mantissa(6) < rate.mantissa(6)) {
            let other = Details::related(Related::new(at.field(RATE).pointer(), say::the_other()));
            problems.report_with(Code::InconsistentFact, &at.field(PATHWAY_RATE), say::pathway_rate_below(), other);
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
        let mut text = |name: &str| object.stated(name).and_then(|json| problems.text(json, &at.field(name)));
        let (beneficiary, stay_id) = (text(BENEFICIARY), text(STAY_ID));
        let membership_start = object.stated(MEMBERSHIP_START);
        let membership_start = membership_start.and_then(|json| problems.date(json, &at.field(MEMBERSHIP_START)));
        let side = object.stated(SIDE).and_then(|json| problems.one_of(json, &at.field(SIDE), &SIDES));
        Some(ActAmounts {
            charged: charged?,
            brss,
            rate,
            pathway_rate,
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
            side: side.and_then(|position| SIDES.get(position).copied()),
            tooth: object.stated(TOOTH).and_then(|json| tooth::tooth(problems, json, &at.field(TOOTH))),
        })
    }
}

/// A rate of the Sécu, at most 100 %.
fn rate(problems: &mut Problems, object: &Object<'_>, name: &str, at: &Path<'_>) -> Option<Amount> {
    let at = at.field(name);
    let rate = object.stated(name).and_then(|json| problems.amount(json, &at, PERCENT))?;
    if rate.mantissa(6) > WHOLE {
        problems.report(Code::InvalidAmount, &at, say::rate_above_whole());
    }
    Some(rate)
}
