//! A simulation of a golden case: claims as values or as a text, read at once and in two pieces.

use care_coverage::simulation::{ClaimReader, RowAmounts, SideAmounts, SimulationPart};
use care_coverage::{Coverage, Error, Json};
use serde_json::{Value, json};

/// The answer, as far as `want` has it.
pub(crate) fn answer(
    current: &[&Coverage],
    draft: Option<&[&Coverage]>,
    (claims, options, want): (&Value, &Value, &Value),
) -> Result<Value, Error> {
    let asked = (!options.is_null()).then(|| super::json_of(options));
    let part = || SimulationPart::new(current, draft, asked.as_ref());
    let mut whole = part()?;
    let mut reader = whole.reader();
    let mut divided = [part()?, part()?];
    if let Some(rows) = claims.as_array() {
        let rows: Vec<Json> = rows.iter().map(super::json_of).collect();
        push(&mut whole, 0, &mut reader, &rows)?;
        let (first, second) = rows.split_at(rows.len() / 2);
        for (piece, rows) in [(1, second), (0, first)] {
            push(&mut divided[usize::try_from(piece).expect("a piece")], piece, &mut reader, rows)?;
        }
    } else {
        let table = reader.read(claims.as_str().expect("a text").as_bytes())?;
        let names = table.names();
        let by = table.by(&names);
        whole.push(0, &table.columns(&names, &by))?;
        divided[0].push(0, &table.columns(&names, &by))?;
    }
    let settled = |parts: &[SimulationPart<'_>], buckets: usize| {
        let of_bucket = |bucket: usize| {
            let states: Vec<Vec<u8>> = parts.iter().map(|part| part.state(bucket, buckets)).collect();
            let states: Vec<&[u8]> = states.iter().map(Vec::as_slice).collect();
            part()?.settle(&states)
        };
        let settled = (0..buckets).map(of_bucket).collect::<Result<Vec<_>, Error>>()?;
        let settled: Vec<&[u8]> = settled.iter().map(Vec::as_slice).collect();
        part()?.answer(&settled)
    };
    let answer = settled(std::slice::from_ref(&whole), 1)?;
    assert_eq!(settled(&divided, 3)?, answer, "two pieces and three buckets");
    let mut said = serde_json::to_value(&answer).expect("JSON");
    said["amounts"] = amounts(answer.amounts.as_ref());
    Ok(crate::support::picked(want, said))
}

/// What is paid for each row, which is not serialized.
fn amounts(amounts: Option<&RowAmounts>) -> Value {
    let side = |side: &SideAmounts| json!({ "outcomes": side.outcomes, "guarantees": side.guarantees, "complementary": side.complementary });
    amounts.map_or(Value::Null, |RowAmounts { charged, secu_paid, current, draft, .. }| {
        json!({ "charged": charged, "secu_paid": secu_paid, "current": side(current), "draft": draft.as_ref().map(side) })
    })
}

fn push(part: &mut SimulationPart<'_>, piece: u32, reader: &mut ClaimReader, rows: &[Json]) -> Result<(), Error> {
    let table = reader.read_values(rows);
    let names = table.names();
    let by = table.by(&names);
    part.push(piece, &table.columns(&names, &by)).map(drop)
}
