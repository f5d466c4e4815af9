//! How often acts come and what they cost → a piece of claims with weights.
//!
//! ```text
//! file          { distributions: [distribution] }
//! distribution  { care_type, facts?, frequency, amounts: [{ share, charged, brss?, rate? }] }
//! weight of the k-th amount = [frequency × (share 1 + … + share k)] − [frequency × (share 1 + … + share k−1)], [ ] half-up to 1/10,000
//! ```
//! DECISION: rounded like this, the weights of a distribution sum to its frequency. Case: distributions/weights-sum-to-the-frequency
//! Source: *Distributions* in `docs/simulation.md`.

use crate::coverage::claims::field::{ClaimKind, each_field};
use crate::coverage::claims::formats::decimal::CELL;
use crate::coverage::claims::mapping::ClaimMapping;
use crate::coverage::claims::row::{self, RowState};
use crate::coverage::claims::table::ClaimTable;
use crate::coverage::claims::take::take_fixed;
use crate::coverage::claims::target::Target;
use crate::coverage::facts::act::{CARE_TYPE, CareAct};
use crate::coverage::facts::amounts::{self, BRSS, CHARGED, RATE};
use crate::coverage::facts::derive::DeriveOptions;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::Object;
use crate::ground::document::whole::whole;
use crate::ground::exact::amount::{Amount, Digits, Rounding, quotient};
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

const DISTRIBUTIONS: &str = "distributions";
const FACTS: &str = "facts";
const FREQUENCY: &str = "frequency";
const AMOUNTS: &str = "amounts";
const SHARE: &str = "share";
/// Their name of the rate.
const RATE_PERCENT: &str = "rate";

/// Six digits and four decimals, as a weight.
const WEIGHT: Digits = Digits { integer: 6, fraction: 4 };
/// A share of at most 1.
const PART: Digits = Digits { integer: 1, fraction: 12 };
/// 1 in units of a share.
const WHOLE: i128 = 1_000_000_000_000;

struct Distribution<'j> {
    care_type: &'j Json,
    facts: Option<&'j Json>,
    frequency: Amount,
    /// Each with its share in units of 10^−12.
    amounts: Vec<(i128, Object<'j>)>,
}

impl ClaimTable {
    /// The rows of distributions: one for each amount.
    ///
    /// # Errors
    /// Every problem with its place; `invalid_amount` where the shares of a distribution do not sum to 1.
    pub fn of_distributions(json: &Json) -> Result<Self, Error> {
        let list = whole!(json, |problems, json| read(problems, json))?.0;
        let mut table = ClaimTable::new(0, true);
        for distribution in &list {
            let mut sum = 0_i128;
            for (share, amounts) in &distribution.amounts {
                let before = weight(distribution.frequency, sum);
                sum = sum.saturating_add(*share);
                let weight = weight(distribution.frequency, sum).saturating_sub(before);
                add(&mut table, distribution, amounts, weight);
            }
        }
        table.finish();
        Ok(table)
    }
}

/// So much of a frequency, in 1/10,000.
fn weight(frequency: Amount, share: i128) -> i64 {
    let all = frequency.mantissa(4).saturating_mul(share);
    quotient(all, WHOLE, Rounding::HalfUp).and_then(|weight| i64::try_from(weight).ok()).unwrap_or_default()
}

/// INVARIANT: what is taken was read before, so that it can be taken.
fn add(table: &mut ClaimTable, distribution: &Distribution<'_>, amounts: &Object<'_>, weight: i64) {
    let mut row = RowState::default();
    let facts = match distribution.facts {
        Some(Json::Object(facts)) => facts.as_slice(),
        _ => &[],
    };
    let mapping = ClaimMapping::default();
    each_field(ClaimKind::Rows, &mut |name, field| {
        let json = match name {
            CARE_TYPE => Some(distribution.care_type),
            CHARGED | BRSS => amounts.stated(name),
            RATE => amounts.stated(RATE_PERCENT),
            _ => facts.iter().find(|(known, _)| known == name).map(|(_, json)| json),
        };
        if let Some(json) = json {
            let _ = take_fixed(table, &mut row, &Target::of_ours(&mapping, name, field), json);
        }
    });
    let _ = row::age_of(table, &row);
    table.weight.put(table.rows, weight);
    table.rows = table.rows.saturating_add(1);
}

fn read<'j>(problems: &mut Problems, json: &'j Json) -> Option<Vec<Distribution<'j>>> {
    let at = &Path::Root;
    let object = problems.document(json, at, &[DISTRIBUTIONS])?;
    let json = problems.required(&object, DISTRIBUTIONS, at)?;
    problems.list(json, &at.field(DISTRIBUTIONS), distribution).complete()
}

fn distribution<'j>(problems: &mut Problems, json: &'j Json, at: &Path<'_>) -> Option<Distribution<'j>> {
    let object = problems.document(json, at, &[CARE_TYPE, FACTS, FREQUENCY, AMOUNTS])?;
    let care_type = problems.required(&object, CARE_TYPE, at);
    let care_type = care_type.filter(|json| problems.text(json, &at.field(CARE_TYPE)).is_some());
    let facts = object.stated(FACTS);
    if let Some(json) = facts {
        let at = &at.field(FACTS);
        let read = CareAct::read_into(problems, json, at, &DeriveOptions::default(), false);
        if let Some((_, object)) = read {
            amounts::judge(problems, &object, at);
        }
    }
    let frequency = problems.required(&object, FREQUENCY, at);
    let frequency = frequency.and_then(|json| problems.amount(json, &at.field(FREQUENCY), WEIGHT));
    let json = problems.required(&object, AMOUNTS, at)?;
    let at = &at.field(AMOUNTS);
    let amounts = problems.list(json, at, amount).complete()?;
    let sum = amounts.iter().fold(0_i128, |sum, (share, _)| sum.saturating_add(*share));
    if sum != WHOLE {
        problems.report(Code::InvalidAmount, at, say::shares_not_whole());
        return None;
    }
    Some(Distribution { care_type: care_type?, facts, frequency: frequency?, amounts })
}

fn amount<'j>(problems: &mut Problems, json: &'j Json, at: &Path<'_>) -> Option<(i128, Object<'j>)> {
    let object = problems.document(json, at, &[SHARE, CHARGED, BRSS, RATE_PERCENT])?;
    let share = problems.required(&object, SHARE, at);
    let share = share.and_then(|json| problems.amount(json, &at.field(SHARE), PART));
    let charged = problems.required(&object, CHARGED, at);
    let charged = charged.and_then(|json| problems.amount(json, &at.field(CHARGED), CELL));
    let mut others = true;
    for name in [BRSS, RATE_PERCENT] {
        if let Some(json) = object.stated(name) {
            others &= problems.amount(json, &at.field(name), CELL).is_some();
        }
    }
    charged.filter(|_| others)?;
    Some((share?.mantissa(12), object))
}
