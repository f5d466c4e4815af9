//! Small random worlds: few care types, few facts that filters ask for, few values, so that every act can be tried.

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::{Map, Value, json};

use super::model::{FACTS, items, strings};
use super::world;

/// A catalogue with its options, and a coverage.
#[derive(Clone, Debug)]
pub(crate) struct Small {
    pub(crate) catalog: Value,
    pub(crate) options: Value,
    pub(crate) coverage: Value,
}

/// A coverage and another one that may replace it, maybe of another catalogue.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) before: Small,
    pub(crate) after: Small,
}

type Documents = BoxedStrategy<Value>;

/// Ages at which something changes; neighbours among them, so that intervals touch.
pub(crate) const AGES: [u8; 8] = [0, 1, 17, 18, 19, 64, 129, 130];

/// The values of a string fact in filters: mostly known ones, of which some are smallest, one that takes the place of "any
/// other", and texts that no act can have.
fn texts(fact: &str) -> Documents {
    let values = values_of(fact);
    let impossible = [String::new(), "x".repeat(65)].map(|text| json!(text)).to_vec();
    prop_oneof![30 => select(values.map(|value| json!(value)).to_vec()), 1 => select(impossible)].boxed()
}

pub(crate) fn values_of(fact: &str) -> [&'static str; 3] {
    match fact {
        "practitioner" => ["DENTIST", "ACUPUNCTURIST", "OTHER"],
        "glasses_lens_complexity" => ["SIMPLE", "COMPLEX", "VERY_COMPLEX"],
        "treatment_mode" => ["00", "01", "03"],
        "nature_de_soins" => ["CHIRURGIE", "ADULTES_HANDICAPES", "other"],
        other => panic!("`{other}` is no text"),
    }
}

fn is_flag(fact: &str) -> bool {
    fact.starts_with("is_") || fact == "reimbursed_by_secu"
}

/// Filters that ask for the age and for some of these facts.
fn filters(facts: &[(&'static str, &'static str)]) -> Documents {
    let mut names = vec!["min_age", "max_age"];
    let age = || proptest::option::weighted(0.4, select(AGES.map(|age| json!(age)).to_vec())).boxed();
    let mut values = vec![age(), age()];
    for (fact, condition) in facts {
        names.push(condition);
        let value = match *fact {
            flag if is_flag(flag) => any::<bool>().prop_map(|value| json!(value)).boxed(),
            "practitioner" => texts(fact),
            list => prop_oneof![
                1 => Just(json!([])),
                30 => prop::collection::vec(texts(list), 1..=3).prop_map(Value::Array),
            ]
            .boxed(),
        };
        values.push(proptest::option::weighted(0.5, value).boxed());
    }
    values
        .prop_map(move |values| {
            let fields = names.iter().zip(values).filter_map(|(name, value)| Some(((*name).to_owned(), value?)));
            Value::Object(fields.collect())
        })
        .boxed()
}

/// Catalogues of 2 to 4 care types in 2 groups; types of one catalogue may have different facts.
fn catalogs() -> Documents {
    let types = subsequence(vec!["A", "B", "C", "D", "é"], 2..=4).prop_shuffle();
    types
        .prop_flat_map(|types| {
            let facts = subsequence(FACTS.map(|(fact, _)| fact).to_vec(), 0..=FACTS.len());
            let applicable = prop_oneof![1 => Just(Value::Null), 1 => facts.prop_map(|facts| json!(facts))];
            let memberships = subsequence(vec![1, 2], 1..=2);
            (prop::collection::vec((memberships, applicable), types.len()), Just(types))
        })
        .prop_map(|(rows, types)| {
            let care_types = (10..).zip(types).zip(rows).map(|((id, code), (memberships, applicable))| {
                json!({ "id": id, "short_code": code, "care_type_group_ids": memberships, "applicable_facts": applicable })
            });
            json!({
                "care_type_groups": [{ "id": 1, "short_code": "A" }, { "id": 2, "short_code": "G" }],
                "internal_care_types": care_types.collect::<Vec<_>>(),
            })
        })
        .boxed()
}

fn options() -> Documents {
    let known = json!({ "practitioners": ["AAA", "ZZZ"], "naturesDeSoins": ["A"], "treatmentModes": ["AA"] });
    prop_oneof![
        4 => Just(json!({})),
        1 => Just(json!({ "selectorPrecedence": "types_over_groups" })),
        1 => Just(json!({ "knownValues": known })),
    ]
    .boxed()
}

fn mappings(catalog: &Value, facts: &[(&'static str, &'static str)]) -> Documents {
    (world::selectors(catalog), filters(facts))
        .prop_map(|(selector, filter)| json!({ "selector": selector, "filter": filter }))
        .boxed()
}

/// Coverages of 1 to 4 guarantees with 1 to 5 mappings each.
fn coverages(catalog: &Value, facts: &[(&'static str, &'static str)]) -> Documents {
    let names = subsequence(vec!["DENTAL", "DENTAL_PLUS", "BASIC", "OPTICAL", "HOSPITAL"], 1..=4).prop_shuffle();
    let mappings = mappings(catalog, facts).boxed();
    names
        .prop_flat_map(move |names| {
            let of_guarantee = prop::collection::vec(mappings.clone(), 1..=5);
            (prop::collection::vec(of_guarantee, names.len()), Just(names))
        })
        .prop_map(|(mappings, names)| {
            let guarantees = names
                .iter()
                .zip(mappings)
                .map(|(name, mappings)| json!({ "name": name, "care_type_mappings": mappings, "coverage_rule": {} }));
            json!({ "name": "PLAN", "version": 1, "guarantees": guarantees.collect::<Vec<_>>() })
        })
        .boxed()
}

/// The facts that the filters of a world ask for.
fn asked() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    subsequence(FACTS.to_vec(), 1..=3)
}

/// Coverages of one catalogue.
pub(crate) fn coverages_of(catalog: &Value) -> Documents {
    let catalog = catalog.clone();
    asked().prop_flat_map(move |facts| coverages(&catalog, &facts)).boxed()
}

pub(crate) fn worlds() -> BoxedStrategy<Small> {
    (catalogs(), options(), asked())
        .prop_flat_map(|(catalog, options, facts)| {
            let coverages = coverages(&catalog, &facts);
            (Just(catalog), Just(options), coverages)
        })
        .prop_map(|(catalog, options, coverage)| Small { catalog, options, coverage })
        .boxed()
}

/// A coverage, and what it is after some edits.
pub(crate) fn edited() -> BoxedStrategy<Pair> {
    (catalogs(), options(), asked())
        .prop_flat_map(|(catalog, options, facts)| {
            let edits = edits(&catalog, &facts);
            (coverages(&catalog, &facts), edits, Just(catalog), Just(options))
        })
        .prop_map(|(coverage, edits, catalog, options)| {
            let next = edits.iter().fold(coverage.clone(), |coverage, edit| edit.done_to(coverage));
            let before = Small { catalog, options, coverage };
            Pair { after: Small { coverage: next, ..before.clone() }, before }
        })
        .boxed()
}

/// Coverages of two catalogues: the later one is another, or the earlier one as far as the later catalogue knows its codes.
pub(crate) fn of_two_catalogs() -> BoxedStrategy<Pair> {
    (catalogs(), catalogs(), options(), options(), asked(), any::<bool>())
        .prop_flat_map(|(catalog, later, options, later_options, facts, is_kept)| {
            let coverages_after = coverages(&later, &facts);
            let edits = edits(&later, &facts);
            (
                (coverages(&catalog, &facts), coverages_after, edits, Just(is_kept)),
                (Just(catalog), Just(options), Just(later), Just(later_options)),
            )
        })
        .prop_map(|((coverage, other, edits, is_kept), (catalog, options, later, later_options))| {
            let next = if is_kept {
                edits.iter().take(1).fold(known_in(&later, &coverage), |coverage, edit| edit.done_to(coverage))
            } else {
                other
            };
            Pair {
                before: Small { catalog, options, coverage },
                after: Small { catalog: later, options: later_options, coverage: next },
            }
        })
        .boxed()
}

/// The coverage without the codes that a catalogue does not know.
pub(crate) fn known_in(catalog: &Value, coverage: &Value) -> Value {
    let mut coverage = coverage.clone();
    for guarantee in coverage["guarantees"].as_array_mut().expect("guarantees") {
        for mapping in guarantee["care_type_mappings"].as_array_mut().expect("mappings") {
            for (field, codes) in mapping["selector"].as_object_mut().expect("a selector") {
                let list = if field.ends_with("groups") { "care_type_groups" } else { "internal_care_types" };
                let known = |code: &&str| items(&catalog[list]).iter().any(|entry| entry["short_code"] == *code);
                *codes = json!(strings(codes).filter(known).collect::<Vec<_>>());
            }
        }
    }
    coverage
}

/// A change of a coverage.
#[derive(Clone, Debug)]
enum Edit {
    ReplaceFilter(Index, Value),
    ReplaceSelector(Index, Value),
    RemoveMapping(Index),
    AddMapping(Index, Value),
    MoveMapping(Index, Index),
    Rename(Index),
    RemoveGuarantee(Index),
    /// The first guarantee goes to the end.
    Rotate,
}

fn edits(catalog: &Value, facts: &[(&'static str, &'static str)]) -> BoxedStrategy<Vec<Edit>> {
    let edit = prop_oneof![
        4 => (any::<Index>(), filters(facts)).prop_map(|(at, filter)| Edit::ReplaceFilter(at, filter)),
        2 => (any::<Index>(), world::selectors(catalog)).prop_map(|(at, selector)| Edit::ReplaceSelector(at, selector)),
        2 => any::<Index>().prop_map(Edit::RemoveMapping),
        2 => (any::<Index>(), mappings(catalog, facts)).prop_map(|(at, mapping)| Edit::AddMapping(at, mapping)),
        1 => any::<(Index, Index)>().prop_map(|(from, to)| Edit::MoveMapping(from, to)),
        1 => any::<Index>().prop_map(Edit::Rename),
        1 => any::<Index>().prop_map(Edit::RemoveGuarantee),
        1 => Just(Edit::Rotate),
    ];
    prop::collection::vec(edit, 1..=3).boxed()
}

impl Edit {
    fn done_to(&self, mut coverage: Value) -> Value {
        let guarantees = coverage["guarantees"].as_array_mut().expect("guarantees");
        match self {
            Edit::ReplaceFilter(at, filter) => {
                with_mapping(guarantees, at, |mapping| mapping["filter"] = filter.clone())
            }
            Edit::ReplaceSelector(at, selector) => {
                with_mapping(guarantees, at, |mapping| mapping["selector"] = selector.clone());
            }
            Edit::RemoveMapping(at) => {
                take_mapping(guarantees, at);
            }
            Edit::AddMapping(at, mapping) => insert_mapping(guarantees, at, mapping.clone()),
            Edit::MoveMapping(from, to) => {
                if let Some(mapping) = take_mapping(guarantees, from) {
                    insert_mapping(guarantees, to, mapping);
                }
            }
            Edit::Rename(at) if !guarantees.is_empty() => {
                let at = at.index(guarantees.len());
                let name = format!("NEW_{}", guarantees[at]["name"].as_str().expect("a name"));
                guarantees[at]["name"] = json!(name);
            }
            Edit::RemoveGuarantee(at) if !guarantees.is_empty() => {
                guarantees.remove(at.index(guarantees.len()));
            }
            Edit::Rotate if !guarantees.is_empty() => guarantees.rotate_left(1),
            _ => {}
        }
        coverage
    }
}

/// Guarantee and place of every mapping.
fn places(guarantees: &[Value]) -> Vec<(usize, usize)> {
    let places = guarantees.iter().enumerate().flat_map(|(guarantee, entry)| {
        (0..items(&entry["care_type_mappings"]).len()).map(move |mapping| (guarantee, mapping))
    });
    places.collect()
}

fn with_mapping(guarantees: &mut [Value], at: &Index, change: impl FnOnce(&mut Value)) {
    let places = places(guarantees);
    if !places.is_empty() {
        let (guarantee, mapping) = *at.get(&places);
        change(&mut guarantees[guarantee]["care_type_mappings"][mapping]);
    }
}

fn take_mapping(guarantees: &mut [Value], at: &Index) -> Option<Value> {
    let places = places(guarantees);
    if places.is_empty() {
        return None;
    }
    let (guarantee, mapping) = *at.get(&places);
    Some(guarantees[guarantee]["care_type_mappings"].as_array_mut()?.remove(mapping))
}

fn insert_mapping(guarantees: &mut [Value], at: &Index, mapping: Value) {
    if !guarantees.is_empty() {
        let guarantee = at.index(guarantees.len());
        let mappings = guarantees[guarantee]["care_type_mappings"].as_array_mut().expect("mappings");
        mappings.insert(at.index(mappings.len() + 1), mapping);
    }
}

/// The coverage said otherwise: the same acts, the same guarantees.
pub(crate) fn reworded() -> BoxedStrategy<Pair> {
    let said_otherwise = |(before, rewordings): (Small, Vec<Rewording>)| {
        let after = said_otherwise(&before, &rewordings);
        Pair { before, after }
    };
    (worlds(), rewordings()).prop_map(said_otherwise).boxed()
}

/// A way to say the same: which, where, and how.
#[derive(Clone, Debug)]
pub(crate) struct Rewording(u8, Index, Index);

pub(crate) fn rewordings() -> BoxedStrategy<Vec<Rewording>> {
    let rewording = (0_u8..8, any::<Index>(), any::<Index>()).prop_map(|(kind, at, how)| Rewording(kind, at, how));
    prop::collection::vec(rewording, 1..=4).boxed()
}

pub(crate) fn said_otherwise(world: &Small, rewordings: &[Rewording]) -> Small {
    let mut world = world.clone();
    rewordings.iter().for_each(|Rewording(kind, at, how)| reword(&mut world, *kind, at, how));
    world
}

impl Rewording {
    /// Whether the guarantees stay in their order.
    pub(crate) fn keeps_guarantees(&self) -> bool {
        self.0 != 2
    }
}

fn reword(Small { catalog, options, coverage }: &mut Small, kind: u8, at: &Index, how: &Index) {
    let guarantees = coverage["guarantees"].as_array_mut().expect("guarantees");
    let places = places(guarantees);
    if places.is_empty() {
        return;
    }
    let (guarantee, mapping) = *at.get(&places);
    match kind {
        0 => with_mapping(guarantees, at, |mapping| {
            // Groups and exclusions, written out.
            let codes = super::model::selected(catalog, options, &mapping["selector"]);
            mapping["selector"] = json!({ "include_care_types": codes });
        }),
        1 => {
            let mappings = guarantees[guarantee]["care_type_mappings"].as_array_mut().expect("mappings");
            let mapping = mappings.remove(mapping);
            mappings.insert(how.index(mappings.len() + 1), mapping);
        }
        2 => {
            let moved = guarantees.remove(guarantee);
            guarantees.insert(how.index(guarantees.len() + 1), moved);
        }
        3 => split(guarantees, (guarantee, mapping), |filter| in_two_by_age(filter, how)),
        4 => split(guarantees, (guarantee, mapping), part_and_whole),
        5 => split(guarantees, (guarantee, mapping), in_two_by_value),
        6 => {
            let mappings = guarantees[guarantee]["care_type_mappings"].as_array_mut().expect("mappings");
            mappings.insert(how.index(mappings.len() + 1), mappings[mapping].clone());
        }
        _ => {
            let mappings = guarantees[guarantee]["care_type_mappings"].as_array_mut().expect("mappings");
            let mut never = mappings[mapping].clone();
            match how.index(3) {
                0 => never["selector"] = json!({}),
                1 => never["filter"]["allowed_natures_de_soins"] = json!([]),
                _ => {
                    never["filter"]["min_age"] = json!(19);
                    never["filter"]["max_age"] = json!(18);
                }
            }
            mappings.insert(how.index(mappings.len() + 1), never);
        }
    }
}

type Filter = Map<String, Value>;

/// Writes a mapping as two with other filters, where its filter can be said in two.
fn split(
    guarantees: &mut [Value],
    (guarantee, mapping): (usize, usize),
    in_two: impl Fn(&Filter) -> Option<[Filter; 2]>,
) {
    let mappings = guarantees[guarantee]["care_type_mappings"].as_array_mut().expect("mappings");
    let Some(halves) = in_two(mappings[mapping]["filter"].as_object().expect("a filter")) else { return };
    let selector = mappings[mapping]["selector"].clone();
    let halves = halves.map(|filter| json!({ "selector": selector, "filter": filter }));
    mappings.splice(mapping..=mapping, halves);
}

fn in_two_by_age(filter: &Filter, how: &Index) -> Option<[Filter; 2]> {
    let bound = |name: &str, or: u64| filter.get(name).and_then(Value::as_u64).unwrap_or(or);
    let (min, max) = (bound("min_age", 0), bound("max_age", 130));
    let ages: Vec<u64> = (min + 1..=max).collect();
    if ages.is_empty() {
        return None;
    }
    let cut = *how.get(&ages);
    let (mut below, mut above) = (filter.clone(), filter.clone());
    below.insert("max_age".to_owned(), json!(cut - 1));
    above.insert("min_age".to_owned(), json!(cut));
    Some([below, above])
}

/// A part of the mapping, and the whole.
fn part_and_whole(filter: &Filter) -> Option<[Filter; 2]> {
    let mut part = filter.clone();
    part.entry("reimbursed_by_secu").or_insert(json!(true));
    Some([part, filter.clone()])
}

fn in_two_by_value(filter: &Filter) -> Option<[Filter; 2]> {
    let (name, values) = filter.iter().find(|(_, value)| items(value).len() >= 2)?;
    let (first, rest) = items(values).split_first()?;
    let (mut one, mut others) = (filter.clone(), filter.clone());
    one.insert(name.clone(), json!([first]));
    others.insert(name.clone(), json!(rest));
    Some([one, others])
}
