//! Into which pieces claims are cut, who reads them, how many buckets there are, and in which order rows of different dates come: none of
//! it changes the answer.

use care_coverage::simulate;
use care_coverage::simulation::{Simulation, SimulationPart};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::claims::{Columns, claim};
use super::law;
use super::sides::{Sides, parts, sides};

/// Where pieces end, who reads each, and how many buckets there are.
#[derive(Clone, Debug)]
struct Way {
    cuts: Vec<usize>,
    readers: Vec<usize>,
    buckets: usize,
}

fn way(rows: usize) -> impl Strategy<Value = Way> {
    let cuts = prop::collection::btree_set(1..rows, 0..5).prop_map(|cuts| cuts.into_iter().collect());
    (cuts, prop::collection::vec(0..3_usize, 6), 1..5_usize).prop_map(|(cuts, readers, buckets)| Way {
        cuts,
        readers,
        buckets,
    })
}

fn read(sides: &Sides, claims: &[Value], way: &Way) -> Simulation {
    let options = sides.options(&[json!({ "column": "region" })]);
    let new = || SimulationPart::new(&sides.current(), sides.draft().as_deref(), Some(&options)).expect("a part");
    let mut readers = [new(), new(), new()];
    let mut start = 0;
    let ends: Vec<usize> = way.cuts.iter().copied().chain([claims.len()]).collect();
    let mut pieces: Vec<(u32, &[Value])> = Vec::new();
    for (piece, end) in (0..).zip(ends) {
        pieces.push((piece, &claims[start..end]));
        start = end;
    }
    // The last pieces are read first.
    for (piece, rows) in pieces.into_iter().rev() {
        let reader = &mut readers[way.readers[usize::try_from(piece).expect("a piece")]];
        Columns::of(rows).lend(true, |columns| reader.push(piece, columns)).expect("columns");
    }
    let settled: Vec<Vec<u8>> = (0..way.buckets)
        .map(|bucket| {
            let states: Vec<Vec<u8>> = readers.iter().rev().map(|reader| reader.state(bucket, way.buckets)).collect();
            let states: Vec<&[u8]> = states.iter().map(Vec::as_slice).collect();
            new().settle(&states).expect("states")
        })
        .collect();
    let settled: Vec<&[u8]> = settled.iter().rev().map(Vec::as_slice).collect();
    new().answer(&settled).expect("settled states")
}

fn whole(sides: &Sides, claims: &[Value]) -> Simulation {
    let options = sides.options(&[json!({ "column": "region" })]);
    Columns::of(claims)
        .lend(true, |columns| {
            simulate(&sides.current(), sides.draft().as_deref(), std::slice::from_ref(columns), Some(&options))
        })
        .expect("a simulation")
}

#[test]
fn how_claims_are_divided_changes_nothing() {
    law::holds(200, &(parts(), prop::collection::vec(claim(), 30), way(30)), |(parts, claims, way)| {
        let sides = sides(&parts);
        prop_assert_eq!(read(&sides, &claims, &way), whole(&sides, &claims));
        Ok(())
    });
}

#[test]
fn the_order_of_rows_of_different_dates_changes_no_sum() {
    law::holds(150, &(parts(), prop::collection::vec(claim(), 30), any::<u64>()), |(parts, claims, seed)| {
        let sides = sides(&parts);
        // Equal dates, and rows without a date, stay in their order: they are sorted by something that depends on the date alone.
        let mixed = |claim: &Value| {
            let date = claim["care_date"].as_str().unwrap_or_default();
            date.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
        };
        let mut other = claims.clone();
        other.sort_by_key(mixed);
        let [mut left, mut right] = [whole(&sides, &claims), whole(&sides, &other)];
        // Which rows were wrong, and whose changes are named first, depends on places; also of two equal changes of rows without person.
        for simulation in [&mut left, &mut right] {
            simulation.invalid.iter_mut().for_each(|invalid| invalid.first.clear());
            simulation.amounts = None;
            if let Some(persons) = &mut simulation.persons {
                persons.gains.iter_mut().chain(&mut persons.losses).for_each(|change| {
                    change.rows.clear();
                    change.paid.clear();
                    if change.person.is_none() {
                        change.weight.clear();
                    }
                });
            }
        }
        prop_assert_eq!(left, right);
        Ok(())
    });
}

#[test]
fn other_bytes_are_refused() {
    law::holds(
        20,
        &(parts(), prop::collection::vec(claim(), 20), any::<prop::sample::Index>(), 1..255_u8),
        |(parts, claims, at, change)| {
            let sides = sides(&parts);
            let options = sides.options(&[json!({ "column": "region" })]);
            let new =
                || SimulationPart::new(&sides.current(), sides.draft().as_deref(), Some(&options)).expect("a part");
            let mut part = new();
            Columns::of(&claims).lend(true, |columns| part.push(0, columns)).expect("columns");
            let mut state = part.state(0, 1);
            let position = at.index(state.len());
            state[position] ^= change;
            let error = new().settle(&[&state]).expect_err("a state that was changed");
            prop_assert_eq!(error.diagnostics()[0].code.as_str(), "wrong_type");
            prop_assert!(new().answer(&[&state]).is_err());
            Ok(())
        },
    );
}
