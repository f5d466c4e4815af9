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
use crate::ground::exact::amount::{Amount, Digits, MONEY, PERCENT};
use crate::ground::exact::date::CalendarDate;
use crate::ground::value::pointer::Path;

/// The amounts that may be left out.
pub(crate) const OTHERS: [&str; 10] =
    [BRSS, REIMBURSEMENT, PAID, FLAT, FRANCHISE, QUANTITY, PLV, HLF, PMSS, RECONSTITUTED];

/// The amounts that an act gives, each by itself.
#[derive(Clone, Copy, Default)]
pub(crate) struct GivenAmounts {
    pub(crate) charged: Option<Money>,
    /// In the order of [`OTHERS`].
    pub(crate) others: [Option<Money>; OTHERS.len()],
    pub(crate) rate: Option<Amount>,
    pub(crate) pathway_rate: Option<Amount>,
}

/// The amounts of an act, without contradictions.
#[derive(Debug, Default)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum GivenSecu {
    /// It is computed from base and rate.
    #[default]
    No,
    /// Before the contributions.
    Reimbursement(Money),
    /// After them.
    Paid(Money),
}

impl GivenAmounts {
    /// Reports what contradicts something else that is given, or no act can have.
    pub(crate) fn judge(&self, problems: &mut Problems, at: &Path<'_>) {
        let [_, reimbursement, paid, flat, franchise, quantity, ..] = self.others;
        for (name, rate) in [(RATE, self.rate), (PATHWAY_RATE, self.pathway_rate)] {
            if rate.is_some_and(|rate| i128::from(rate.units(6)) > WHOLE) {
                problems.report(Code::InvalidAmount, &at.field(name), say::rate_above_whole());
            }
        }
        if quantity == Some(ZERO) {
            problems.report(Code::NotPositive, &at.field(QUANTITY), say::quantity_not_positive());
        }
        if self.rate.zip(self.pathway_rate).is_some_and(|(rate, pathway)| pathway.units(6) < rate.units(6)) {
            let other = Details::related(Related::new(at.field(RATE).pointer(), say::the_other()));
            problems.report_with(Code::InconsistentFact, &at.field(PATHWAY_RATE), say::pathway_rate_below(), other);
        }
        let is_above = |secu: Option<Money>| secu.zip(self.charged).is_some_and(|(secu, charged)| secu > charged);
        if is_above(reimbursement) {
            problems.report(Code::InvalidAmount, &at.field(REIMBURSEMENT), say::part_above_charged());
        }
        if is_above(paid.map(|paid| paid + flat.unwrap_or(ZERO) + franchise.unwrap_or(ZERO))) {
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
    }

    /// The amounts of an act that is counted for nobody; none without what was charged.
    pub(crate) fn amounts(&self) -> Option<ActAmounts<'static>> {
        let [brss, reimbursement, paid, flat, franchise, quantity, plv, hlf, pmss, reconstituted] = self.others;
        Some(ActAmounts {
            charged: self.charged?,
            brss,
            rate: self.rate,
            pathway_rate: self.pathway_rate,
            secu: match (reimbursement, paid) {
                (Some(reimbursement), _) => GivenSecu::Reimbursement(reimbursement),
                (None, Some(paid)) => GivenSecu::Paid(paid),
                (None, None) => GivenSecu::No,
            },
            contributions: flat.unwrap_or(ZERO) + franchise.unwrap_or(ZERO),
            quantity: quantity.unwrap_or(ONE),
            plv,
            hlf,
            pmss,
            reconstituted,
            ..ActAmounts::default()
        })
    }
}

impl<'j> ActAmounts<'j> {
    pub(crate) fn read(problems: &mut Problems, object: &Object<'j>, at: &Path<'_>) -> Option<Self> {
        let charged = problems.required(object, CHARGED, at);
        let charged = charged.and_then(|json| problems.amount(json, &at.field(CHARGED), MONEY)).map(money);
        let mut given = GivenAmounts { charged, ..GivenAmounts::default() };
        let mut amount = |name: &str, digits: Digits| {
            object.stated(name).and_then(|json| problems.amount(json, &at.field(name), digits))
        };
        for (name, given) in OTHERS.into_iter().zip(&mut given.others) {
            *given = amount(name, MONEY).map(money);
        }
        given.rate = amount(RATE, PERCENT);
        given.pathway_rate = amount(PATHWAY_RATE, PERCENT);
        given.judge(problems, at);
        let mut text = |name: &str| object.stated(name).and_then(|json| problems.text(json, &at.field(name)));
        let (beneficiary, stay_id) = (text(BENEFICIARY), text(STAY_ID));
        let membership_start = object.stated(MEMBERSHIP_START);
        let membership_start = membership_start.and_then(|json| problems.date(json, &at.field(MEMBERSHIP_START)));
        let side = object.stated(SIDE).and_then(|json| problems.one_of(json, &at.field(SIDE), &SIDES));
        Some(ActAmounts {
            beneficiary,
            stay_id,
            membership_start,
            side: side.and_then(|position| SIDES.get(position).copied()),
            tooth: object.stated(TOOTH).and_then(|json| tooth::tooth(problems, json, &at.field(TOOTH))),
            ..given.amounts()?
        })
    }
}
