//! Columns of amounts of a golden case.

use care_coverage::batch::{ActColumns, PricedColumns};
use care_coverage::{ActFact, Coverage, Error, Json};
use serde_json::{Value, json};

use crate::support::{AMOUNT_COLUMNS, numbers, reimbursed};

/// What is paid for columns, in words.
pub(crate) fn answer(coverage: &Coverage, columns: &Value, options: Option<&Json>) -> Result<Value, Error> {
    let words = |name: &str| numbers(columns, name, 0_u32);
    let bytes = |name: &str| numbers(columns, name, 0_u8);
    let days = |name: &str| numbers(columns, name, i32::MIN);
    let (care_type, member_age) = (words("care_type"), bytes("member_age"));
    let booleans = ActFact::BOOLEANS.map(|fact| bytes(fact.name()));
    let texts = ActFact::TEXTS.map(|fact| words(fact.name()));
    let amounts = AMOUNT_COLUMNS.map(|name| numbers(columns, name, i64::MIN));
    let given = PricedColumns {
        acts: ActColumns {
            care_type: &care_type,
            member_age: &member_age,
            booleans: booleans.each_ref().map(Vec::as_slice),
            texts: texts.each_ref().map(Vec::as_slice),
        },
        care_date: &days("care_date"),
        membership_start: &days("membership_start"),
        side: &bytes("side"),
        tooth: &bytes("tooth"),
        unit: &words("unit"),
        beneficiary: &words("beneficiary"),
        stay_id: &words("stay_id"),
        ..PricedColumns::of_amounts(amounts.each_ref().map(Vec::as_slice))
    };
    let answer = coverage.reimburse_columns(&given, options)?;
    Ok(reimbursed(
        &json!(coverage.guarantee_names()),
        &json!(answer.outcomes),
        &json!(answer.guarantees),
        [answer.complementary, answer.secu_paid, answer.out_of_pocket],
        u64::try_from(answer.general).expect("a count"),
        &json!(answer.invalid),
    ))
}
