//! At which amounts is a box of acts asked?
//!
//! ```text
//! a tariff         BR, rate, PLV and HLF are its numbers; what it does not say is free; BR 0: no base
//! without one      BR ≥ 0.01 at each of the usual rates
//! left open        without a base, too, where the box may be of care that the Sécu does not reimburse
//! not reimbursed   without a base
//! ```
//! DECISION: care that the Sécu does not reimburse has no base, whatever its tariff says. Case: requirements_bounds/tariff-of-unreimbursed

use crate::coverage::amounts::domain::{Domain, Level, Price, Secu};
use crate::coverage::facts::table::ActFact;
use crate::coverage::region::{FactSet, Region};
use crate::coverage::requirements::class_payload::{ChargedAtMost, Tariff};
use crate::ground::exact::fraction::{Fraction, TooPrecise};

/// In percent, the most frequent first.
const USUAL: [i128; 8] = [70, 60, 65, 80, 100, 90, 30, 15];

/// The domains of a box; `most` is what a requirement itself says of it.
pub(crate) fn domains(
    region: &Region,
    tariff: Option<&Tariff>,
    most: Option<ChargedAtMost>,
) -> Result<Vec<Domain>, TooPrecise> {
    let level = |amount| match amount {
        Some(amount) => Fraction::of(amount).map(Level::Known),
        None => Ok(Level::Free),
    };
    let (plv, hlf) = match tariff {
        Some(tariff) => (level(tariff.plv)?, level(tariff.hlf)?),
        None => (Level::Free, Level::Free),
    };
    let charged_at_most = match most.or_else(|| tariff?.charged_at_most) {
        None => None,
        Some(ChargedAtMost::Plv) => Some(Price::Plv),
        Some(ChargedAtMost::Hlf) => Some(Price::Hlf),
        Some(ChargedAtMost::Amount(amount)) => Some(Price::Amount(Fraction::of(amount)?)),
    };
    let with = |secu| Domain { charged: Level::Free, charged_at_most, secu, plv, hlf, reconstituted: Level::Free };
    let (may_have_base, may_have_none) = match region.fact(ActFact::ReimbursedBySecu) {
        FactSet::Flags { yes: false, .. } => (false, true),
        FactSet::Flags { no: false, .. } => (true, false),
        _ => (true, true),
    };
    let mut domains = Vec::new();
    match tariff {
        _ if !may_have_base => {}
        None => {
            for rate in USUAL {
                domains.push(with(Some(Secu { brss: Level::Free, rate: Fraction::new(rate, 100)? })));
            }
        }
        Some(tariff) => {
            let (brss, rate) = (Fraction::of(tariff.brss)?, Fraction::of(tariff.rate)?);
            if brss.is_zero() {
                return Ok(vec![with(None)]);
            }
            domains.push(with(Some(Secu { brss: Level::Known(brss), rate: rate.times(Fraction::new(1, 100)?)? })));
        }
    }
    if may_have_none {
        domains.push(with(None));
    }
    Ok(domains)
}
