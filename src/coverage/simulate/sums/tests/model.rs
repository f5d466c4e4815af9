//! What claims come to, computed without thinking of parts. It shares no code with the sums but their input.

use super::claims::Claim;
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::simulate::sums::row::SimulationSide;
use crate::coverage::simulate::sums::shape::{Shape, SideNames};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn decimal(value: i128, scale: usize, at_least: usize) -> String {
    let digits = format!("{:0width$}", value.abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let mut fraction = fraction.trim_end_matches('0').to_owned();
    while fraction.len() < at_least {
        fraction.push('0');
    }
    let sign = if value < 0 { "-" } else { "" };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

fn sum<'c>(claims: impl Iterator<Item = &'c Claim>, has_draft: bool) -> Value {
    let (mut rows, mut weight, mut sums) = (0, 0_i128, [0_i128; 4]);
    for claim in claims {
        rows += 1;
        weight += i128::from(claim.weight);
        let amounts = [claim.charged, claim.secu_paid, claim.current.2, claim.draft.map_or(0, |draft| draft.2)];
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            *sum += i128::from(amount) * i128::from(claim.weight);
        }
    }
    let [charged, secu, current, draft] = sums;
    let euros = |sum: i128| decimal(sum, 8, 2);
    let paid = |sum: i128| json!({ "complementary": euros(sum), "out_of_pocket": euros(charged - secu - sum) });
    json!({
        "rows": rows, "weight": decimal(weight, 4, 0), "charged": euros(charged), "secu_paid": euros(secu), "current": paid(current),
        "draft": if has_draft { paid(draft) } else { Value::Null },
        "difference": if has_draft { json!(euros(draft - current)) } else { Value::Null },
    })
}

fn is_computed(claim: &Claim) -> bool {
    claim.current.0 < 2 && claim.draft.is_none_or(|draft| draft.0 < 2)
}

fn outcomes(claims: &[Claim], outcome: &dyn Fn(&Claim) -> u8) -> Value {
    let names = ["not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type", "invalid_act"];
    let of = |(code, name): (usize, &&str)| {
        let mut sums = sum(claims.iter().filter(|claim| usize::from(outcome(claim)) == code), false);
        sums.as_object_mut().unwrap().retain(|field, _| ["rows", "weight", "charged"].contains(&field.as_str()));
        ((*name).to_owned(), sums)
    };
    Value::Object(names.iter().enumerate().map(of).collect())
}

pub(super) fn answer(shape: &Shape, claims: &[Claim]) -> Value {
    let has_draft = shape.draft.is_some();
    let computed = || claims.iter().filter(|claim| is_computed(claim));
    let mut totals = sum(computed(), has_draft);
    let draft = |claim: &Claim| claim.draft.map_or(9, |draft| draft.0);
    totals["outcomes"] = json!({
        "current": outcomes(claims, &|claim| claim.current.0),
        "draft": if has_draft { outcomes(claims, &draft) } else { Value::Null },
    });
    let place = |text: &Option<&'static str>| (text.is_none(), *text);
    let keys: BTreeSet<_> = computed().map(|claim| claim.texts.map(|text| place(&text))).collect();
    let groups = keys.iter().map(|key| {
        let those = computed().filter(|claim| claim.texts.map(|text| place(&text)) == *key);
        json!({ "key": { "heading": key[0].1, "care_type": key[1].1 }, "sums": sum(those, has_draft) })
    });
    let acts =
        |current: u8, other: u8| computed().filter(move |claim| (claim.current.0, draft(claim)) == (current, other));
    let name = |side: &SideNames, guarantee: i32| side.guarantees[guarantee as usize].clone();
    let is_other = |claim: &&Claim| {
        let (current, other) = (&shape.current, shape.draft.as_ref().unwrap());
        name(current, claim.current.1) != name(other, claim.draft.unwrap().1)
    };
    json!({
        "rows": claims.len(), "totals": totals, "groups": groups.collect::<Vec<_>>(), "other": null,
        "persons": if has_draft { persons(claims) } else { Value::Null },
        "acts": if has_draft {
            let (newly_covered, no_longer_covered) = (acts(0, 1).count(), acts(1, 0).count());
            let other_guarantee = acts(1, 1).filter(is_other).count();
            json!({ "newly_covered": newly_covered, "no_longer_covered": no_longer_covered, "other_guarantee": other_guarantee })
        } else {
            Value::Null
        },
        "limits": limits(shape, claims), "invalid": invalid(claims), "assumed": assumed(claims),
    })
}

/// The claims of each: by family and name, and each one that names nobody alone.
fn each_person(claims: &[Claim]) -> Vec<Vec<&Claim>> {
    let mut named: BTreeMap<_, Vec<&Claim>> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| claim.person.is_some()) {
        let (family, person) = claim.person.unwrap();
        named.entry((family, person)).or_default().push(claim);
    }
    let is_alone = |claim: &&Claim| claim.person.is_none() && claim.refused != Some(InvalidReason::Unreadable);
    named.into_values().chain(claims.iter().filter(is_alone).map(|claim| vec![claim])).collect()
}

fn has_two_weights(claims: &[&Claim]) -> bool {
    claims.iter().any(|claim| claim.weight != claims[0].weight)
}

fn row(claims: &[Claim], claim: &Claim) -> usize {
    claims.iter().position(|other| other.place == claim.place).unwrap()
}

fn persons(claims: &[Claim]) -> Value {
    let all = each_person(claims);
    let is_whole = |claims: &Vec<&Claim>| claims.iter().all(|claim| is_computed(claim)) && !has_two_weights(claims);
    let of = |claim: &&Claim| i128::from(claim.draft.unwrap().2 - claim.current.2);
    let counted = all.iter().filter(|claims| is_whole(claims));
    let counted: Vec<_> = counted.map(|claims| (claims.iter().map(of).sum::<i128>(), claims)).collect();
    let persons = |is: &dyn Fn(i128) -> bool| counted.iter().filter(|(difference, _)| is(*difference)).count();
    let euros = |amount: i128| decimal(amount, 4, 2);
    let ends = [0, 100_000, 500_000, 1_000_000, 5_000_000, i128::MAX];
    let end = |end: i128| if end.abs() == i128::MAX { Value::Null } else { json!(euros(end)) };
    let mut classes: Vec<_> = ends
        .windows(2)
        .map(|ends| {
            let inside = persons(&|difference| ends[0] < difference && difference <= ends[1]);
            json!({ "from": end(ends[0]), "to": end(ends[1]), "persons": inside })
        })
        .collect();
    classes.insert(0, json!({ "from": "0.00", "to": "0.00", "persons": persons(&|difference| difference == 0) }));
    for ends in ends.windows(2) {
        let inside = persons(&|difference| ends[0] < -difference && -difference <= ends[1]);
        classes.insert(0, json!({ "from": end(-ends[1]), "to": end(-ends[0]), "persons": inside }));
    }
    let mut sorted: Vec<_> =
        counted.iter().map(|(difference, claims)| (*difference, i128::from(claims[0].weight))).collect();
    sorted.sort_unstable();
    let total: i128 = sorted.iter().map(|(_, weight)| weight).sum();
    let quantile = |(at, part): (&str, i128)| {
        let reaches =
            |last: &usize| sorted[..=*last].iter().map(|(_, weight)| weight).sum::<i128>() * 100 >= total * part;
        let last = (0..sorted.len()).find(reaches)?;
        Some(json!({ "at": at, "difference": euros(sorted[last].0) }))
    };
    let at = [
        ("0.01", 1),
        ("0.05", 5),
        ("0.1", 10),
        ("0.25", 25),
        ("0.5", 50),
        ("0.75", 75),
        ("0.9", 90),
        ("0.95", 95),
        ("0.99", 99),
    ];
    let quantiles: Vec<_> = at.into_iter().filter_map(quantile).collect();
    let largest = |sign: i128| {
        let mut those: Vec<_> = counted.iter().filter(|(difference, _)| difference.signum() == sign).collect();
        those.sort_by_key(|(difference, _)| -difference.abs());
        let change = |(difference, of): &&(i128, &Vec<&Claim>)| {
            json!({
                "person": of[0].person.map(|(_, person)| person), "difference": euros(*difference),
                "weight": decimal(i128::from(of[0].weight), 4, 0),
                "row_count": of.len(),
                "rows": of.iter().map(|claim| row(claims, claim)).take(100).collect::<Vec<_>>(),
            })
        };
        those.iter().take(10).map(change).collect::<Vec<_>>()
    };
    json!({
        "counted": counted.len(), "apart": all.len() - counted.len(), "better": persons(&|difference| difference > 0),
        "worse": persons(&|difference| difference < 0), "same": persons(&|difference| difference == 0), "histogram": classes,
        "quantiles": quantiles,
        "gains": largest(1), "losses": largest(-1),
    })
}

fn limits(shape: &Shape, claims: &[Claim]) -> Value {
    let mut limits = Vec::new();
    for (side, names) in
        [(SimulationSide::Current, Some(&shape.current)), (SimulationSide::Draft, shape.draft.as_ref())]
    {
        for (coverage, keys) in names.into_iter().flat_map(|names| names.keys.iter().enumerate()) {
            let mut sorted: Vec<_> = keys.iter().enumerate().collect();
            sorted.sort_by_key(|(_, name)| *name);
            for (key, name) in sorted {
                let is_hit =
                    |hit: &&(SimulationSide, usize, usize, i64)| (hit.0, hit.1, hit.2) == (side, coverage, key);
                let cut = |claim: &Claim| {
                    claim
                        .hits
                        .iter()
                        .filter(is_hit)
                        .map(|hit| i128::from(hit.3) * i128::from(claim.weight))
                        .sum::<i128>()
                };
                let reaches =
                    |claims: &&Vec<&Claim>| claims.iter().any(|claim| claim.hits.iter().any(|hit| is_hit(&hit)));
                limits.push(json!({
                    "side": side.as_str(), "coverage": coverage, "key": name,
                    "persons": each_person(claims).iter().filter(reaches).count(),
                    "cut": decimal(claims.iter().map(cut).sum(), 8, 2),
                }));
            }
        }
    }
    json!(limits)
}

fn invalid(claims: &[Claim]) -> Value {
    let mut all: Vec<(usize, InvalidReason, Value)> = Vec::new();
    for (row, claim) in claims.iter().enumerate() {
        let Some(reason) = claim.refused else { continue };
        let column = (reason == InvalidReason::WrongValue).then_some("BRSS");
        let message = format!("row {}", claim.place.row);
        let code = (claim.place.row % 2 == 0).then_some("wrong_type");
        let params = json!({ "row": claim.place.row, "names": ["A", "é"], "value": "x", "nearest": null });
        let said = json!({
            "row": row, "line": row + 2, "message": message, "code": code, "variant": "text", "params": params,
            "column": column,
        });
        all.push((row, reason, said));
    }
    for of_person in each_person(claims).iter().filter(|claims| has_two_weights(claims)) {
        for row in of_person.iter().map(|claim| row(claims, claim)) {
            let message = "the rows of the person have two weights";
            all.push((
                row,
                InvalidReason::Weight,
                json!({
                    "row": row, "line": null, "message": message, "code": null, "variant": "two_weights", "params": {},
                    "column": null,
                }),
            ));
        }
    }
    all.sort_by_key(|(row, reason, _)| (*row, *reason));
    let reasons: BTreeSet<_> = all.iter().map(|(_, reason, _)| *reason).collect();
    let of = |reason: &InvalidReason| {
        let first = all.iter().take(1_000).filter(|(_, other, _)| other == reason).map(|(.., shown)| shown);
        let rows = all.iter().filter(|(_, other, _)| other == reason).count();
        json!({ "reason": reason.as_str(), "rows": rows, "first": first.collect::<Vec<_>>() })
    };
    reasons.iter().map(of).collect()
}

fn assumed(claims: &[Claim]) -> Value {
    let computed = || claims.iter().filter(|claim| is_computed(claim));
    let counts = [
        ("secu_paid", computed().filter(|claim| claim.is_assumed).count()),
        ("person", computed().filter(|claim| claim.person.is_none()).count()),
    ];
    let shown = |(reason, rows): (&str, usize)| (rows > 0).then(|| json!({ "reason": reason, "rows": rows }));
    let shown: Vec<_> = counts.into_iter().filter_map(shown).collect();
    json!(shown)
}
