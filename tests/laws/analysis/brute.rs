//! Every act of a small world, decided one by one.
//!
//! Ages are compressed to the intervals between all bounds that filters mention, each as its lowest age. A string fact has
//! the values that filters mention and one that nobody mentions; a fact that does not apply is `null`. A fact that no filter
//! asks for is left out: it can change nothing, and `regions.rs` requires that no region restricts it.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::law;
use super::model::{self, FACTS, Facts, items};
use super::small::Small;

/// A value that no filter mentions.
pub(crate) const UNMENTIONED: &str = "unmentioned";

/// What the filters of some coverages mention.
#[derive(Debug, Default)]
pub(crate) struct Mentioned {
    /// The lowest ages of the intervals in which nothing changes.
    pub(crate) ages: BTreeSet<u64>,
    /// By fact: the values, of a string fact.
    pub(crate) facts: BTreeMap<&'static str, BTreeSet<String>>,
}

/// One act: its care type and its facts.
pub(crate) struct Act {
    pub(crate) care_type: String,
    pub(crate) facts: Facts,
}

/// All acts of some worlds, with what is mentioned there.
pub(crate) struct Domain {
    pub(crate) mentioned: Mentioned,
    pub(crate) acts: Vec<Act>,
}

thread_local! {
    /// Cases, acts and claims: each law runs on a thread of its own.
    static COUNTS: [Cell<usize>; 3] = const { [const { Cell::new(0) }; 3] };
}

fn count(what: usize, more: usize) {
    COUNTS.with(|counts| counts[what].set(counts[what].get() + more));
}

/// Counts claims of the engine: regions, and mappings that do nothing.
pub(crate) fn count_claims(claims: usize) {
    count(2, claims);
}

/// Tries a law, and says on how many cases, acts and claims.
#[track_caller]
pub(crate) fn holds<S: Strategy>(
    name: &str,
    cases: u32,
    inputs: &S,
    law: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    law::holds(cases, inputs, |input| {
        count(0, 1);
        law(input)
    });
    let [cases, acts, claims] = COUNTS.with(|counts| [0, 1, 2].map(|what: usize| counts[what].get()));
    println!("{name}: {cases} cases, {acts} acts, {claims} claims");
}

/// All mappings of a coverage in payload order: pointer, position of the guarantee, mapping.
pub(crate) fn mappings(coverage: &Value) -> Vec<(String, usize, &Value)> {
    let guarantees = items(&coverage["guarantees"]).iter().enumerate();
    guarantees
        .flat_map(|(guarantee, entry)| {
            let mappings = items(&entry["care_type_mappings"]).iter().enumerate();
            mappings.map(move |(place, mapping)| {
                (format!("/guarantees/{guarantee}/care_type_mappings/{place}"), guarantee, mapping)
            })
        })
        .collect()
}

fn mentioned(worlds: &[&Small]) -> Mentioned {
    let mut mentioned = Mentioned { ages: BTreeSet::from([0]), ..Mentioned::default() };
    for (_, _, mapping) in worlds.iter().flat_map(|world| mappings(&world.coverage)) {
        for (field, fact, expected) in model::stated(&mapping["filter"]) {
            match field {
                "min_age" => mentioned.ages.extend(expected.as_u64()),
                "max_age" => mentioned.ages.extend(expected.as_u64().map(|age| age + 1).filter(|age| *age <= 130)),
                _ => {
                    let values = mentioned.facts.entry(fact).or_default();
                    let texts = expected.as_array().cloned().unwrap_or_else(|| vec![expected.clone()]);
                    let texts = texts.iter().filter_map(Value::as_str).map(str::to_owned);
                    // No act has an empty or a very long text.
                    values.extend(texts.filter(|text| (1..=64).contains(&text.chars().count())));
                }
            }
        }
    }
    mentioned
}

/// Whether acts of a care type have a fact in some of the worlds.
pub(crate) fn applies(worlds: &[&Small], code: &str, fact: &str) -> bool {
    let known = worlds.iter().filter_map(|world| model::care_type(&world.catalog, code));
    known.into_iter().any(|entry| entry["applicable_facts"].as_array().is_none_or(|facts| facts.contains(&json!(fact))))
}

/// The short codes of all care types.
pub(crate) fn codes(worlds: &[&Small]) -> BTreeSet<String> {
    worlds.iter().flat_map(|world| items(&world.catalog["internal_care_types"])).map(model::short_code).collect()
}

impl Domain {
    pub(crate) fn of(worlds: &[&Small]) -> Self {
        let mentioned = mentioned(worlds);
        let mut acts = Vec::new();
        for code in codes(worlds) {
            let mut of_type: Vec<Facts> =
                mentioned.ages.iter().map(|age| Facts::from_iter([("member_age".to_owned(), json!(age))])).collect();
            for (fact, values) in &mentioned.facts {
                let is_flag = FACTS.iter().any(|(name, condition)| name == fact && condition.starts_with("is_"))
                    || *fact == "reimbursed_by_secu";
                let values = match (applies(worlds, &code, fact), is_flag) {
                    (false, _) => vec![Value::Null],
                    (true, true) => vec![json!(false), json!(true)],
                    (true, false) => values.iter().map(|value| json!(value)).chain([json!(UNMENTIONED)]).collect(),
                };
                let with = |facts: Facts| {
                    let values = values.clone();
                    values.into_iter().map(move |value| {
                        let mut facts = facts.clone();
                        facts.insert((*fact).to_owned(), value);
                        facts
                    })
                };
                of_type = of_type.into_iter().flat_map(with).collect();
            }
            acts.extend(of_type.into_iter().map(|facts| Act { care_type: code.clone(), facts }));
        }
        count(1, acts.len());
        Domain { mentioned, acts }
    }

    /// For each act, whether each mapping of a coverage matches it.
    pub(crate) fn matches(&self, Small { catalog, options, coverage }: &Small) -> Vec<Vec<bool>> {
        let mappings: Vec<_> = mappings(coverage)
            .into_iter()
            .map(|(_, _, mapping)| (model::selected(catalog, options, &mapping["selector"]), &mapping["filter"]))
            .collect();
        let of_act = |act: &Act| {
            let care_type = model::care_type(catalog, &act.care_type);
            let facts = care_type.map(|care_type| model::restricted(act.facts.clone(), care_type)).unwrap_or_default();
            let matches = |(selected, filter): &(BTreeSet<String>, &Value)| {
                care_type.is_some() && selected.contains(&act.care_type) && model::outcome(filter, &facts) == "holds"
            };
            mappings.iter().map(matches).collect()
        };
        self.acts.iter().map(of_act).collect()
    }

    /// For each act, the names of the guarantees that match it, in payload order.
    pub(crate) fn guarantees(&self, world: &Small) -> Vec<Vec<String>> {
        let of: Vec<usize> = mappings(&world.coverage).iter().map(|(_, guarantee, _)| *guarantee).collect();
        let names = |matches: Vec<bool>| {
            let matching: BTreeSet<usize> =
                of.iter().zip(matches).filter(|(_, matches)| *matches).map(|(guarantee, _)| *guarantee).collect();
            let name = |guarantee| world.coverage["guarantees"][guarantee]["name"].as_str().expect("a name").to_owned();
            matching.into_iter().map(name).collect()
        };
        self.matches(world).into_iter().map(names).collect()
    }
}
