//! A simulation says what its rows say one by one.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use care_coverage::batch::OUTCOME_CODES;
use care_coverage::simulation::{RowsAgain, Simulation, SimulationSide};
use care_coverage::{CareTypeCatalog, simulate};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::claims::{Columns, claim};
use super::law;
use super::model::{Paid, Row, Sums, decimal, persons, rows};
use super::sides::{Sides, parts, sides};
use crate::reimburse::world::json_of;

fn by() -> Vec<Value> {
    vec![json!("care_type"), json!("guarantee"), json!("age_band"), json!({ "column": "region" })]
}

fn simulated(sides: &Sides, claims: &[Value]) -> Simulation {
    let options = sides.options(&by());
    let columns = Columns::of(claims);
    columns
        .lend(true, |columns| {
            simulate(&sides.current(), sides.draft().as_deref(), std::slice::from_ref(columns), Some(&options))
        })
        .expect("a simulation")
}

/// The sums of an answer in JSON. What was charged is paid by somebody.
fn sums(sums: &Value) -> Sums {
    let value = |value: &Value| value.as_str().map(decimal);
    let (charged, secu) = (value(&sums["charged"]).expect("a sum"), value(&sums["secu_paid"]).expect("a sum"));
    let paid = |side: &str| {
        let complementary = value(&sums[side]["complementary"])?;
        assert_eq!(Some(charged - secu - complementary), value(&sums[side]["out_of_pocket"]));
        Some(complementary)
    };
    let (current, draft) = (paid("current").expect("a sum"), paid("draft"));
    assert_eq!(value(&sums["difference"]), draft.map(|draft| draft - current));
    let rows = sums["rows"].as_u64().expect("a number");
    Sums { rows, weight: value(&sums["weight"]).expect("a sum"), charged, secu, current, draft }
}

fn age_band(age: Option<u64>) -> Option<String> {
    age.map(|age| if age >= 90 { "90+".to_owned() } else { format!("{}-{}", age / 10 * 10, age / 10 * 10 + 9) })
}

/// Outcomes by name under a side: rows, weight and charged.
fn outcomes<'r>(rows: &'r [Row], side: impl Fn(&'r Row) -> &'r Paid) -> BTreeMap<String, (u64, i128, i128)> {
    let mut outcomes = BTreeMap::new();
    for row in rows {
        let sum: &mut (u64, i128, i128) = outcomes.entry(side(row).outcome.clone()).or_default();
        *sum = (sum.0 + 1, sum.1 + row.weight * 10_000, sum.2 + row.charged * row.weight);
    }
    outcomes
}

fn said(outcomes: &Value) -> BTreeMap<String, (u64, i128, i128)> {
    let all = outcomes.as_object().expect("outcomes").iter();
    let number = |value: &Value| decimal(value.as_str().expect("a decimal"));
    all.map(|(name, sums)| {
        (name.clone(), (sums["rows"].as_u64().expect("a number"), number(&sums["weight"]), number(&sums["charged"])))
    })
    .filter(|(_, (rows, ..))| *rows > 0)
    .collect()
}

pub(crate) fn agrees(sides: &Sides, claims: &[Value]) -> Result<(), TestCaseError> {
    let simulation = simulated(sides, claims);
    let rows = rows(sides, claims);
    let answer = serde_json::to_value(&simulation).expect("JSON");
    prop_assert_eq!(simulation.rows, u64::try_from(rows.len()).expect("a number"));
    prop_assert_eq!(said(&answer["totals"]["outcomes"]["current"]), outcomes(&rows, |row| &row.current));
    if sides.draft.is_some() {
        let draft = outcomes(&rows, |row| row.draft.as_ref().expect("a draft"));
        prop_assert_eq!(said(&answer["totals"]["outcomes"]["draft"]), draft);
    }
    // Totals and groups.
    let none = Sums { draft: sides.draft.as_ref().map(|_| 0), ..Sums::default() };
    let (mut total, mut groups) = (none.clone(), BTreeMap::new());
    for row in rows.iter().filter(|row| row.is_summed()) {
        total.add(row);
        let key = [Some(row.care_type.clone()), row.current.guarantee.clone(), age_band(row.age), row.region.clone()];
        groups.entry(key).or_insert_with(|| none.clone()).add(row);
    }
    prop_assert_eq!(sums(&answer["totals"]), total);
    let of_answer = answer["groups"].as_array().expect("groups");
    let said: BTreeMap<_, _> = of_answer
        .iter()
        .map(|group| {
            let text = |name: &str| group["key"][name].as_str().map(str::to_owned);
            (["care_type", "guarantee", "age_band", "region"].map(text), sums(&group["sums"]))
        })
        .collect();
    prop_assert_eq!(said, groups);
    prop_assert_eq!(&simulation.other, &None);
    // Reasons, and what was assumed.
    let mut reasons: BTreeMap<&str, u64> = BTreeMap::new();
    rows.iter().filter_map(|row| row.reason).for_each(|reason| *reasons.entry(reason).or_default() += 1);
    let invalid = simulation.invalid.iter().filter(|invalid| invalid.reason.as_str() != "weight");
    prop_assert_eq!(
        invalid.map(|invalid| (invalid.reason.as_str(), invalid.rows)).collect::<BTreeMap<_, _>>(),
        reasons
    );
    for invalid in &simulation.invalid {
        for first in &invalid.first {
            prop_assert!(!first.message.is_empty(), "{:?}", first);
        }
    }
    let mut assumed: BTreeMap<&str, u64> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.is_summed()) {
        for (reason, _) in
            [("secu_paid", row.secu.is_none()), ("person", row.person.is_none())].into_iter().filter(|(_, is)| *is)
        {
            *assumed.entry(reason).or_default() += 1;
        }
    }
    let said: BTreeMap<_, _> =
        simulation.assumed.iter().map(|assumed| (assumed.reason.as_str(), assumed.rows)).collect();
    prop_assert_eq!(said, assumed);
    amounts_agree(&simulation, &rows)?;
    acts_agree(sides, claims, &simulation)?;
    limits_agree(sides, &simulation, &rows)?;
    persons_agree(sides, &simulation, &rows)
}

/// What is paid for each row: 0 where it is in no sum.
fn amounts_agree(simulation: &Simulation, rows: &[Row]) -> Result<(), TestCaseError> {
    let amounts = simulation.amounts.as_ref().expect("amounts");
    prop_assert_eq!(amounts.charged.len(), rows.len());
    for (position, row) in rows.iter().enumerate() {
        let of = |amount: i128| if row.is_summed() { amount } else { 0 };
        let paid = (i128::from(amounts.charged[position]), i128::from(amounts.secu_paid[position]));
        prop_assert_eq!(paid, (of(row.charged), of(row.secu.unwrap_or(0))));
        let sides = [(Some(&amounts.current), Some(&row.current)), (amounts.draft.as_ref(), row.draft.as_ref())];
        for (side, wanted) in sides {
            let said = side.map(|side| {
                let outcome = OUTCOME_CODES[usize::from(side.outcomes[position])].to_string();
                (outcome, i128::from(side.complementary[position]))
            });
            prop_assert_eq!(said, wanted.map(|paid| (paid.outcome.clone(), of(paid.complementary))));
        }
    }
    // What limits make depend on other rows is said of the rows of those whose change is named, too.
    let changes = simulation.persons.iter().flat_map(|persons| persons.gains.iter().chain(&persons.losses));
    for change in changes {
        prop_assert_eq!(change.rows.len(), change.paid.len());
        prop_assert_eq!(u64::try_from(change.rows.len()).expect("a number"), change.row_count.min(100));
        for (row, paid) in change.rows.iter().zip(&change.paid) {
            let row = usize::try_from(*row).expect("a row");
            let draft = amounts.draft.as_ref().expect("a draft").complementary[row];
            let wanted = [amounts.secu_paid[row], amounts.current.complementary[row], draft];
            prop_assert!(paid.is_none_or(|paid| paid == wanted), "{:?} of {:?}", paid, wanted);
        }
    }
    Ok(())
}

/// Those for whom most changes have acts, with what is paid for each row among all others.
fn acts_agree(sides: &Sides, claims: &[Value], simulation: &Simulation) -> Result<(), TestCaseError> {
    let (Some(persons), Some(draft)) = (&simulation.persons, sides.draft()) else { return Ok(()) };
    let amounts = simulation.amounts.as_ref().expect("amounts");
    let position = |row: u64| usize::try_from(row).expect("a row");
    let rows: Vec<Value> = persons.rows().into_iter().map(|row| claims[position(row)].clone()).collect();
    let read = |rows: &[Value]| {
        let mut again = RowsAgain::new(&sides.current(), &draft, Some(&sides.options(&by()))).expect("a part");
        Columns::of(rows).lend(true, |columns| again.push(0, columns)).expect("columns");
        again.acts(persons).expect("an answer")
    };
    let said = read(&rows).expect("the same rows");
    let changes: Vec<_> = persons.gains.iter().chain(&persons.losses).collect();
    prop_assert_eq!(said.len(), changes.len());
    for (change, acts) in changes.iter().zip(&said) {
        prop_assert_eq!(acts.iter().map(|act| act.row).collect::<Vec<_>>(), &change.rows[..]);
        for act in acts {
            let row = position(act.row);
            let said = serde_json::to_value(&act.act).expect("JSON");
            for name in ["person", "family", "care_type", "member_age", "care_date"] {
                prop_assert_eq!(said.get(name), claims[row].get(name), "{}", name);
            }
            let (charged, secu) = (amounts.charged[row], amounts.secu_paid[row]);
            prop_assert_eq!(decimal(&act.secu_paid), i128::from(secu) * 10_000);
            let draft = amounts.draft.as_ref().expect("a draft");
            for (said, wanted) in [(&act.current, &amounts.current), (&act.draft, draft)] {
                let paid = wanted.complementary[row];
                let wanted = [paid, charged - secu - paid].map(|amount| i128::from(amount) * 10_000);
                prop_assert_eq!([&said.complementary, &said.out_of_pocket].map(|said| decimal(said)), wanted);
            }
        }
    }
    // Fewer rows are not those.
    if let Some((_, fewer)) = rows.split_last() {
        prop_assert_eq!(read(fewer), None);
    }
    Ok(())
}

fn limits_agree(sides: &Sides, simulation: &Simulation, rows: &[Row]) -> Result<(), TestCaseError> {
    if !sides.are_limits_own {
        return Ok(());
    }
    type Reached = (BTreeSet<String>, i128);
    let mut wanted: BTreeMap<(bool, usize, String), Reached> = BTreeMap::new();
    for (position, row) in rows.iter().enumerate().filter(|(_, row)| row.is_summed()) {
        for (is_draft, paid) in
            std::iter::once((false, &row.current)).chain(row.draft.iter().map(|draft| (true, draft)))
        {
            for (coverage, key, cut) in &paid.cuts {
                let reached = wanted.entry((is_draft, *coverage, key.clone())).or_default();
                reached.0.insert(row.person.as_ref().map_or(format!("row {position}"), |person| format!("{person:?}")));
                reached.1 += cut * row.weight;
            }
        }
    }
    let said = simulation.limits.iter().filter(|limit| limit.persons > 0 || decimal(&limit.cut) != 0).map(|limit| {
        let place = (limit.side == SimulationSide::Draft, limit.coverage, limit.key.clone());
        (place, (limit.persons, decimal(&limit.cut)))
    });
    let wanted: BTreeMap<_, _> = wanted
        .into_iter()
        .map(|(place, (persons, cut))| (place, (u64::try_from(persons.len()).expect("a number"), cut)))
        .collect();
    prop_assert_eq!(said.collect::<BTreeMap<_, _>>(), wanted);
    Ok(())
}

fn persons_agree(sides: &Sides, simulation: &Simulation, rows: &[Row]) -> Result<(), TestCaseError> {
    let Some(said) = &simulation.persons else {
        prop_assert!(sides.draft.is_none() && simulation.acts.is_none());
        return Ok(());
    };
    let (differences, apart) = persons(rows);
    let count = |is: fn(&i128) -> bool| {
        u64::try_from(differences.iter().filter(|difference| is(difference)).count()).expect("a number")
    };
    prop_assert_eq!((said.counted, said.apart), (u64::try_from(differences.len()).expect("a number"), apart));
    let wanted = (count(|gain| *gain > 0), count(|gain| *gain < 0), count(|gain| *gain == 0));
    prop_assert_eq!((said.better, said.worse, said.same), wanted);
    let mut gains: Vec<i128> = differences.iter().copied().filter(|gain| *gain > 0).collect();
    gains.sort_unstable_by(|a, b| b.cmp(a));
    gains.truncate(10);
    prop_assert_eq!(said.gains.iter().map(|gain| decimal(&gain.difference) / 10_000).collect::<Vec<_>>(), gains);
    let acts = simulation.acts.expect("acts");
    let both = || rows.iter().filter(|row| row.is_summed()).filter_map(|row| Some((&row.current, row.draft.as_ref()?)));
    let counted = |is: &dyn Fn(&Paid, &Paid) -> bool| {
        u64::try_from(both().filter(|(current, draft)| is(current, draft)).count()).expect("a number")
    };
    let covered = |paid: &Paid| paid.outcome == "covered";
    prop_assert_eq!(acts.newly_covered, counted(&|current, draft| !covered(current) && covered(draft)));
    prop_assert_eq!(acts.no_longer_covered, counted(&|current, draft| covered(current) && !covered(draft)));
    let other =
        |current: &Paid, draft: &Paid| covered(current) && covered(draft) && current.guarantee != draft.guarantee;
    prop_assert_eq!(acts.other_guarantee, counted(&other));
    Ok(())
}

/// Two rows of one family and of no person: the second is paid what the first has left.
#[test]
fn rows_of_nobody_share_the_limit_of_their_family() {
    let lists = json!({
        "care_type_groups": [{ "id": 1, "short_code": "ALL" }],
        "internal_care_types": [{ "id": 1, "short_code": "GLASSES", "care_type_group_ids": [1] }],
    });
    let coverage = |limits: Value| {
        let rule = json!({ "components": [{ "kind": "flat_amount", "amount": "100", "per": "act" }], "secu_share": "excluded", "limits": limits });
        let mappings = json!([{ "selector": { "include_care_types": ["GLASSES"] }, "filter": {} }]);
        let payload = json!({ "name": "BASE", "version": 1, "guarantees": [{ "name": "OPTICS", "care_type_mappings": mappings, "coverage_rule": rule }] });
        let catalog = CareTypeCatalog::new(&json_of(&lists), None).expect("a catalogue");
        catalog.compile_coverage(json_of(&payload)).expect("a coverage")
    };
    let limit = |amount: &str| json!([{ "key": "own", "period": { "kind": "civil_year" }, "max_amount": amount, "scope": "family" }]);
    let (current, draft) = (coverage(limit("10")), coverage(limit("150")));
    let row = |day: &str| json!({ "care_type": "GLASSES", "charged": "300", "secu_paid": "0", "family": "F1", "care_date": day });
    let claims = [row("2025-01-01"), row("2025-02-01")];
    let paid = Columns::of(&claims).lend(false, |columns| {
        let columns = std::slice::from_ref(columns);
        let persons =
            simulate(&[&current], Some(&[&draft]), columns, None).expect("a simulation").persons.expect("persons");
        persons.gains.iter().flat_map(|gain| gain.paid.clone()).collect::<Vec<_>>()
    });
    assert_eq!(paid, [Some([0, 100_000, 1_000_000]), Some([0, 0, 500_000])]);
}

#[test]
fn a_simulation_says_what_its_rows_say() {
    law::holds(300, &(parts(), prop::collection::vec(claim(), 24)), |(parts, claims)| agrees(&sides(&parts), &claims));
}

/// The law above says something: rows are summed, limits of earlier rows bind, persons are better and worse off.
#[test]
fn the_law_is_worth_it() {
    let seen = [const { Cell::new(0) }; 4];
    law::holds(60, &(parts(), prop::collection::vec(claim(), 24)), |(parts, claims)| {
        let simulation = simulated(&sides(&parts), &claims);
        let persons = simulation.persons.as_ref().map_or(0, |persons| persons.better + persons.worse);
        let limited = simulation.limits.iter().filter(|limit| limit.persons > 0).count();
        let refused: u64 = simulation.invalid.iter().map(|invalid| invalid.rows).sum();
        let more = [simulation.totals.rows, persons, u64::try_from(limited).expect("a number"), refused];
        seen.iter().zip(more).for_each(|(seen, more)| seen.set(seen.get() + more));
        Ok(())
    });
    let counts = seen.map(Cell::into_inner);
    for (count, least) in counts.into_iter().zip([200, 20, 20, 50]) {
        assert!(count > least, "{counts:?}: summed, better or worse off, limits reached, refused");
    }
}
