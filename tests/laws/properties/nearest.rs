//! Why not: the fewest facts to change for a guarantee to match.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::acts::mappings;
use super::engine::{self, json_of};
use super::law;
use super::model::{self, FACTS, Facts, items};
use super::world::{World, worlds};

/// A mapping that selects the act's care type and can hold.
struct Candidate<'w> {
    guarantee: &'w Value,
    pointer: String,
    filter: &'w Value,
}

/// The act's facts, and for each guarantee that does not certainly match the mappings that can, in payload order; none where
/// the act contradicts itself or has an unknown type.
fn candidates(world: &World) -> Option<(Facts, Vec<Vec<Candidate<'_>>>)> {
    let code = world.act["care_type"].as_str().expect("a care type");
    let care_type = model::care_type(&world.catalog, code)?;
    let facts = model::restricted(model::facts(&world.act, &world.options).ok()?, care_type);
    let mut of_guarantees = Vec::new();
    for guarantee in items(&world.coverage["guarantees"]) {
        let selecting: Vec<Candidate<'_>> = mappings(&world.coverage)
            .into_iter()
            .filter(|(_, of, _)| *of == guarantee)
            .filter(|(_, _, mapping)| {
                model::selected(&world.catalog, &world.options, &mapping["selector"]).contains(code)
            })
            .map(|(pointer, _, mapping)| Candidate {
                guarantee: &guarantee["name"],
                pointer,
                filter: &mapping["filter"],
            })
            .collect();
        if selecting.iter().all(|candidate| model::outcome(candidate.filter, &facts) != "holds") {
            let can_hold = selecting.into_iter().filter(|candidate| can_hold(candidate.filter, care_type));
            of_guarantees.push(can_hold.collect());
        }
    }
    Some((facts, of_guarantees))
}

/// Whether each fact that the filter looks at has a value, for acts of this type, with which its conditions hold.
fn can_hold(filter: &Value, care_type: &Value) -> bool {
    model::stated(filter).all(|(_, fact, _)| {
        values(fact, std::iter::once(filter)).into_iter().any(|value| {
            let facts = model::restricted(Facts::from_iter([(fact.to_owned(), value)]), care_type);
            let mut conditions = model::stated(filter).filter(|(_, of, _)| *of == fact);
            conditions.all(|(field, fact, expected)| holds(filter, field, fact, expected, &facts))
        })
    })
}

fn holds(filter: &Value, field: &str, fact: &str, expected: &Value, facts: &Facts) -> bool {
    model::condition(filter, field, fact, expected, facts) == "holds"
}

/// The values of a fact that make a difference to filters: every bound of ages, both booleans, every text of 1 to 64
/// characters that they mention; and one other.
fn values<'f>(fact: &str, filters: impl Iterator<Item = &'f Value>) -> Vec<Value> {
    let mentioned = filters.flat_map(model::stated).filter(|(_, of, _)| *of == fact).map(|(_, _, expected)| expected);
    let values: Vec<Value> = match fact {
        "member_age" => [json!(0), json!(130)].into_iter().chain(mentioned.cloned()).collect(),
        _ if fact.starts_with("is_") || fact == "reimbursed_by_secu" => vec![json!(false), json!(true)],
        _ => {
            let texts = mentioned.flat_map(|expected| match expected {
                Value::Array(allowed) => allowed.clone(),
                text => vec![text.clone()],
            });
            let possible = |text: &Value| text.as_str().is_some_and(|text| (1..=64).contains(&text.chars().count()));
            texts.filter(possible).chain([json!("something else")]).collect()
        }
    };
    let mut distinct = Vec::new();
    for value in values {
        if !distinct.contains(&value) {
            distinct.push(value);
        }
    }
    distinct
}

/// The facts that a filter needs otherwise than the act has them.
fn needed(filter: &Value, facts: &Facts) -> Vec<&'static str> {
    let mut needed: Vec<_> = model::stated(filter)
        .filter(|(field, fact, expected)| !holds(filter, field, fact, expected, facts))
        .map(|(_, fact, _)| fact)
        .collect();
    needed.dedup();
    needed
}

/// The changes of the law: the nearest allowed age (unknown: the lowest), the required value, the first of a list that an
/// act can have; and `null` for a field from which a changed fact is derived.
fn changes(filter: &Value, facts: &Facts, world: &World) -> Map<String, Value> {
    let mut changes = Map::new();
    for fact in needed(filter, facts) {
        let value = if fact == "member_age" {
            let bound = |field: &str, open: usize| model::integer(&filter[field]).unwrap_or(open);
            let allowed = bound("min_age", 0)..=bound("max_age", 130);
            let actual = facts.get(fact).and_then(model::integer).unwrap_or(0);
            json!(allowed.min_by_key(|age| age.abs_diff(actual)).expect("an age"))
        } else {
            let (_, _, expected) = model::stated(filter).find(|(_, of, _)| *of == fact).expect("a condition");
            if expected.is_array() { values(fact, std::iter::once(filter))[0].clone() } else { expected.clone() }
        };
        changes.insert(fact.to_owned(), value);
        let given = |field: &str| !world.act[field].is_null();
        let source = match fact {
            "member_age" if given("care_date") && given("member_birth_date") => "member_birth_date",
            "is_for_at_least_one_visible_tooth" if given("teeth") => "teeth",
            "is_etablissement_conventionne"
                if given("establishment") && world.options.get("nonConventionedEstablishments").is_some() =>
            {
                "establishment"
            }
            _ => continue,
        };
        changes.insert(source.to_owned(), Value::Null);
    }
    changes
}

/// Listed are exactly the guarantees that select the type, do not certainly match and have a mapping that can hold; each
/// with its first mapping of the fewest changes and those changes; fewest first, then in payload order.
#[test]
fn the_nearest_acts_are_those_of_the_law() {
    law::holds(300, &worlds(0.2), |world| {
        let Some((facts, of_guarantees)) = candidates(&world) else { return Ok(()) };
        let count = |candidate: &Candidate<'_>| needed(candidate.filter, &facts).len();
        let mut expected: Vec<&Candidate<'_>> =
            of_guarantees.iter().filter_map(|candidates| candidates.iter().min_by_key(|one| count(one))).collect();
        expected.sort_by_key(|candidate| count(candidate));
        let expected: Vec<Value> = expected
            .into_iter()
            .map(|Candidate { guarantee, pointer, filter }| {
                json!({ "guarantee": guarantee, "pointer": pointer, "changes": changes(filter, &facts, &world) })
            })
            .collect();
        let compiled = engine::coverage(&engine::catalog(&world.catalog, &world.options), &world.coverage);
        let act = json_of(&world.act);
        let explanation = compiled.explain(&act).expect("a consistent act");
        prop_assert_eq!(engine::value(&explanation.nearest), Value::Array(expected));
        for nearest in &explanation.nearest {
            let changed = nearest.changes.fields().filter(|(_, value)| !engine::value(value).is_null()).count();
            prop_assert_eq!(nearest.changes.fact_count(), changed);
        }
        Ok(())
    });
}

/// Written into the act, the changes make the guarantee match certainly, by the mapping that is named.
#[test]
fn the_changes_make_the_guarantee_match() {
    law::holds(300, &worlds(0.25), |World { catalog, options, coverage, act }| {
        if model::facts(&act, &options).is_err() {
            return Ok(());
        }
        let compiled = engine::coverage(&engine::catalog(&catalog, &options), &coverage);
        let explain = |act: &Value| engine::value(compiled.explain(&json_of(act)).expect("a consistent act"));
        for nearest in items(&explain(&act)["nearest"]) {
            let mut changed = act.clone();
            for (field, value) in nearest["changes"].as_object().expect("changes") {
                changed[field] = value.clone();
            }
            let after = explain(&changed);
            prop_assert!(items(&after["guarantees"]).contains(&nearest["guarantee"]), "{nearest} gives {after}");
            let mut named = items(&after["mappings"]).iter().filter(|mapping| mapping["pointer"] == nearest["pointer"]);
            prop_assert!(named.any(|mapping| mapping["outcome"] == "holds"), "{nearest} gives {after}");
        }
        Ok(())
    });
}

/// No change of fewer facts, whichever and to whatever value, makes the guarantee match.
#[test]
fn no_change_of_fewer_facts_does() {
    law::holds(200, &worlds(0.25), |world| {
        let Some((facts, of_guarantees)) = candidates(&world) else { return Ok(()) };
        let code = world.act["care_type"].as_str().expect("a care type");
        let care_type = model::care_type(&world.catalog, code).expect("a care type");
        let compiled = engine::coverage(&engine::catalog(&world.catalog, &world.options), &world.coverage);
        let act = json_of(&world.act);
        for nearest in compiled.explain(&act).expect("a consistent act").nearest {
            let candidates = of_guarantees.iter().flatten().filter(|one| one.guarantee == nearest.guarantee);
            let filters: Vec<&Value> = candidates.map(|candidate| candidate.filter).collect();
            let changeable: Vec<(&str, Vec<Value>)> = std::iter::once("member_age")
                .chain(FACTS.map(|(fact, _)| fact))
                .filter(|fact| !model::restricted(Facts::new(), care_type).contains_key(*fact))
                .filter(|fact| filters.iter().flat_map(|filter| model::stated(filter)).any(|(_, of, _)| of == *fact))
                .map(|fact| (fact, values(fact, filters.iter().copied())))
                .collect();
            let fewer = nearest.changes.fact_count() - 1;
            prop_assert!(!can_match(&filters, &facts, &changeable, fewer), "{}: {} do", nearest.guarantee, fewer);
        }
        Ok(())
    });
}

/// Whether some filter holds after changing at most so many of the changeable facts: every choice is tried.
fn can_match(filters: &[&Value], facts: &Facts, changeable: &[(&str, Vec<Value>)], most: usize) -> bool {
    if filters.iter().any(|filter| model::outcome(filter, facts) == "holds") {
        return true;
    }
    let Some(most) = most.checked_sub(1) else { return false };
    changeable.iter().enumerate().any(|(place, (fact, values))| {
        values.iter().any(|value| {
            let mut changed = facts.clone();
            changed.insert((*fact).to_owned(), value.clone());
            can_match(filters, &changed, &changeable[place + 1..], most)
        })
    })
}
