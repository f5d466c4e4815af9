//! Several damages to one payload, with what has to be reported and what may follow from them.

use std::collections::BTreeSet;

use care_coverage::ActFact;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::documents::{World, codes};
use super::judge::Blame;
use super::patches::{places, remove, split};

/// What can be done to a payload at one place.
#[derive(Clone, Copy, Debug)]
enum Kind {
    RenameField,
    RemoveField,
    ValueOfAnother,
    Misspell,
    RemoveEntry,
    RepeatEntry,
    OutOfRange,
    ReverseAges,
    EmptyList,
    SpoilName,
}

const KINDS: [Kind; 10] = [
    Kind::RenameField,
    Kind::RemoveField,
    Kind::ValueOfAnother,
    Kind::Misspell,
    Kind::RemoveEntry,
    Kind::RepeatEntry,
    Kind::OutOfRange,
    Kind::ReverseAges,
    Kind::EmptyList,
    Kind::SpoilName,
];

/// One to five damages: the kind, the place and the manner, each to be chosen among those that there are.
pub(crate) fn damages() -> impl Strategy<Value = Vec<(Index, Index, Index)>> {
    prop::collection::vec(any::<(Index, Index, Index)>(), 1..=5)
}

/// A damaged payload.
#[derive(Clone, Debug)]
pub(crate) struct Damaged {
    pub(crate) payload: Value,
    /// What has to be reported, so many times.
    pub(crate) expected: Vec<Blame>,
    /// Errors that may follow.
    pub(crate) allowed: BTreeSet<Blame>,
    /// Places that no other damage may touch, nor what holds them, nor what they hold.
    touched: Vec<String>,
    /// Lists that lost an entry.
    shortened: Vec<String>,
    /// The entries that were removed, each as its list and its index at that time.
    removed: Vec<(String, usize)>,
}

impl Damaged {
    /// Does as many of the damages as do not get into each other's way.
    pub(crate) fn new(world: &World, damages: &[(Index, Index, Index)]) -> Self {
        let mut damaged = Damaged {
            payload: world.coverage.clone(),
            expected: Vec::new(),
            allowed: BTreeSet::new(),
            touched: Vec::new(),
            shortened: Vec::new(),
            removed: Vec::new(),
        };
        for (kind, place, manner) in damages {
            let kind = *kind.get(&KINDS);
            let free: Vec<String> = judged_places(&damaged.payload)
                .into_iter()
                .filter(|place| !damaged.touched.iter().any(|touched| related(touched, place)))
                .filter(|place| damaged.suits(kind, place))
                .collect();
            if !free.is_empty() {
                damaged.inflict(kind, &free[place.index(free.len())], manner, world);
            }
        }
        damaged
    }

    /// Where something of the undamaged payload is now; none when it was removed.
    pub(crate) fn place_of(&self, pointer: &str) -> Option<String> {
        self.removed.iter().try_fold(pointer.to_owned(), |pointer, (list, index)| shifted(&pointer, list, *index))
    }

    /// The mappings in which nothing was changed, and which nothing else holds that was.
    pub(crate) fn untouched_mappings(&self) -> Vec<String> {
        let is_untouched = |mapping: &String| {
            let is_touched = self.touched.iter().any(|touched| related(touched, mapping));
            !is_touched && !self.shortened.iter().any(|list| is_in(list, mapping))
        };
        mappings(&self.payload).into_iter().filter(is_untouched).collect()
    }

    fn at(&self, place: &str) -> &Value {
        self.payload.pointer(place).expect("a place")
    }

    fn suits(&self, kind: Kind, place: &str) -> bool {
        let value = self.at(place);
        let (parent, field) = split(place);
        let in_object = self.at(parent).is_object();
        match kind {
            Kind::RenameField | Kind::RemoveField => in_object,
            Kind::ValueOfAnother => !value.is_null(),
            Kind::Misspell => value.is_string() && vocabulary(place).is_some(),
            Kind::RemoveEntry => !in_object,
            Kind::RepeatEntry => {
                // What follows from an entry that is gone would follow in the copy, too.
                !in_object && !self.shortened.iter().any(|list| is_in(list, place))
            }
            Kind::OutOfRange => value.is_number(),
            Kind::ReverseAges => {
                let is_free = |age: &str| {
                    let age = format!("{place}/{age}");
                    !self.touched.iter().any(|touched| related(touched, &age))
                };
                field == "filter" && value.is_object() && is_free("min_age") && is_free("max_age")
            }
            Kind::EmptyList => value.is_array(),
            Kind::SpoilName => field == "name",
        }
    }

    fn put(&mut self, place: &str, value: Value, code: &str) {
        *self.payload.pointer_mut(place).expect("a place") = value;
        self.expected.push((place.to_owned(), code.to_owned()));
        self.touched.push(place.to_owned());
    }

    fn inflict(&mut self, kind: Kind, place: &str, manner: &Index, world: &World) {
        let original = self.at(place).clone();
        let (parent, field) = split(place);
        let parent = parent.to_owned();
        match kind {
            Kind::RenameField => {
                let taken = |name: &String| self.at(&parent).get(name).is_some();
                let names: Vec<String> = misspellings(&field).into_iter().filter(|name| !taken(name)).collect();
                let name = manner.get(&names);
                let value = remove(&mut self.payload, place);
                self.payload.pointer_mut(&parent).expect("a parent")[name] = value;
                let new_place = format!("{parent}/{name}");
                self.expected.push((new_place.clone(), "unknown_field".to_owned()));
                if is_required(&parent) {
                    self.expected.push((parent, "missing_field".to_owned()));
                }
                self.touched.extend([place.to_owned(), new_place]);
            }
            Kind::RemoveField => {
                remove(&mut self.payload, place);
                if is_required(&parent) {
                    self.expected.push((parent, "missing_field".to_owned()));
                }
                self.touched.push(place.to_owned());
                self.selection_changes(place);
            }
            Kind::ValueOfAnother => {
                let is_condition = parent.ends_with("/filter");
                let others: Vec<Value> = [Value::Null, json!(true), json!(3), json!("text"), json!([]), json!({})]
                    .into_iter()
                    .filter(|other| std::mem::discriminant(other) != std::mem::discriminant(&original))
                    .filter(|other| !(is_condition && other.is_null())) // That states no condition.
                    .collect();
                self.put(place, manner.get(&others).clone(), "wrong_type");
            }
            Kind::Misspell => {
                let (code, list) = vocabulary(place).expect("a text that can be misspelt");
                let known = codes(&world.data, list);
                let spellings: Vec<String> = misspellings(original.as_str().expect("a text"))
                    .into_iter()
                    .filter(|spelling| !known.contains(spelling))
                    // Two characters may be the digits of an unlisted mode, which is only a warning.
                    .filter(|spelling| code != "treatment_mode_format" || spelling.len() != 2)
                    .collect();
                self.put(place, json!(manner.get(&spellings)), code);
            }
            Kind::RemoveEntry => {
                let index = field.parse().expect("an index");
                remove(&mut self.payload, place);
                self.entry_is_gone(&parent, index);
                self.shortened.push(parent.clone());
                self.may_be_empty(&parent);
                self.selection_changes(place);
            }
            Kind::RepeatEntry => {
                let list = self.payload.pointer_mut(&parent).and_then(Value::as_array_mut).expect("a list");
                let later = format!("{parent}/{}", list.len());
                list.push(original.clone());
                match original {
                    Value::String(_) => self.expected.push((later.clone(), "duplicate_value".to_owned())),
                    _ if parent == "/guarantees" => {
                        self.expected.push((format!("{later}/name"), "duplicate_guarantee".to_owned()));
                    }
                    _ => {} // Twice the same mapping is no problem of one of them.
                }
                self.touched.extend([place.to_owned(), later]);
            }
            Kind::OutOfRange => {
                let wrong = match field.as_str() {
                    "version" => {
                        vec![
                            (json!(0), "version_below_one"),
                            (json!(-7), "version_below_one"),
                            (json!(1.5), "wrong_type"),
                        ]
                    }
                    _ => {
                        [json!(-1), json!(131), json!(17.5), json!(1e300)].map(|age| (age, "age_out_of_range")).to_vec()
                    }
                };
                let (value, code) = manner.get(&wrong).clone();
                self.put(place, value, code);
            }
            Kind::ReverseAges => {
                for (field, age) in [("min_age", 66), ("max_age", 17)] {
                    self.payload.pointer_mut(place).expect("a filter")[field] = json!(age);
                    self.touched.push(format!("{place}/{field}"));
                }
                self.expected.push((format!("{place}/min_age"), "age_reversed".to_owned()));
            }
            Kind::EmptyList => {
                *self.payload.pointer_mut(place).expect("a list") = json!([]);
                self.touched.push(place.to_owned());
                self.may_be_empty(place);
                self.selection_changes(&format!("{place}/0"));
            }
            Kind::SpoilName => {
                let names = self.payload["guarantees"].as_array().into_iter().flatten().enumerate();
                let others: Vec<(usize, Value)> = names
                    .map(|(index, guarantee)| (index, guarantee["name"].clone()))
                    .filter(|(index, name)| {
                        let other = format!("/guarantees/{index}/name");
                        other != *place
                            && name.is_string()
                            && !self.touched.iter().any(|touched| related(touched, &other))
                    })
                    .collect();
                let own = parent.strip_prefix("/guarantees/").and_then(|index| index.parse::<usize>().ok());
                match (own, manner.index(2)) {
                    (Some(own), 1) if !others.is_empty() => {
                        let (other, name) = manner.get(&others);
                        *self.payload.pointer_mut(place).expect("a name") = name.clone();
                        let later = format!("/guarantees/{}/name", own.max(*other));
                        self.expected.push((later, "duplicate_guarantee".to_owned()));
                        self.touched.extend([place.to_owned(), format!("/guarantees/{other}/name")]);
                    }
                    _ => self.put(place, json!([" ", "", "\u{2003}\n"][manner.index(3)]), "empty_name"),
                }
            }
        }
    }

    /// A list without entries is reported where it means nothing or something else than the author thinks.
    fn may_be_empty(&mut self, list: &str) {
        let is_empty = items(self.at(list)).is_empty();
        let code = match split(list).1.as_str() {
            "guarantees" => "no_guarantee",
            "care_type_mappings" => "no_mapping",
            _ if list.contains("/filter/") => "empty_list",
            _ => return,
        };
        if is_empty {
            self.expected.push((list.to_owned(), code.to_owned()));
            self.touched.push(list.to_owned());
        }
    }

    /// Without some of its terms a selector may select nothing, or only care types that lack the fact of a condition.
    fn selection_changes(&mut self, place: &str) {
        let Some((mapping, _)) = place.split_once("/selector/") else { return };
        let selector = format!("{mapping}/selector");
        for code in ["empty_selector", "exclude_without_include", "selects_nothing"] {
            self.allowed.insert((selector.clone(), code.to_owned()));
        }
        for condition in ActFact::ALL.map(ActFact::condition) {
            self.allowed.insert((format!("{mapping}/filter/{condition}"), "irrelevant_condition".to_owned()));
        }
    }

    /// What is behind a removed entry moves up.
    fn entry_is_gone(&mut self, list: &str, index: usize) {
        let kept = |pointer: &String| shifted(pointer, list, index);
        self.touched = self.touched.iter().filter_map(kept).collect();
        self.shortened = self.shortened.iter().filter_map(kept).collect();
        let blame = |(pointer, code): &Blame| Some((kept(pointer)?, code.clone()));
        self.expected = self.expected.iter().filter_map(blame).collect();
        self.allowed = self.allowed.iter().filter_map(blame).collect();
        self.removed.push((list.to_owned(), index));
    }
}

/// The entries of a list; none of anything else.
pub(crate) fn items(list: &Value) -> &[Value] {
    list.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The pointers of all mappings that can be reached.
pub(crate) fn mappings(payload: &Value) -> Vec<String> {
    let guarantees = items(&payload["guarantees"]).iter().enumerate();
    guarantees
        .flat_map(|(guarantee, entry)| {
            let count = items(&entry["care_type_mappings"]).len();
            (0..count).map(move |mapping| format!("/guarantees/{guarantee}/care_type_mappings/{mapping}"))
        })
        .collect()
}

/// The places of a payload that are judged: a coverage rule is kept as it is, any object will do.
pub(crate) fn judged_places(payload: &Value) -> Vec<String> {
    places(payload).into_iter().filter(|place| !place.is_empty() && !place.contains("/coverage_rule/")).collect()
}

/// Whether one place is the other, or holds it.
fn related(one: &str, other: &str) -> bool {
    is_in(one, other) || is_in(other, one)
}

/// Whether a place is `outer`, or in it.
pub(crate) fn is_in(place: &str, outer: &str) -> bool {
    place.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Where a place is when an entry of a list is removed.
fn shifted(pointer: &str, list: &str, removed: usize) -> Option<String> {
    let rest = pointer.strip_prefix(list).and_then(|rest| rest.strip_prefix('/'));
    let Some(rest) = rest else { return Some(pointer.to_owned()) };
    let (index, inner) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    match index.parse::<usize>() {
        Ok(index) if index == removed => None,
        Ok(index) if index > removed => Some(format!("{list}/{}{inner}", index - 1)),
        _ => Some(pointer.to_owned()),
    }
}

/// The fields of a selector and of a filter may be left out.
fn is_required(object: &str) -> bool {
    !object.ends_with("/selector") && !object.ends_with("/filter")
}

/// The code for a text that is not known at a place, and the catalogue's list of those that are: the misspellings of other
/// values are no values.
fn vocabulary(place: &str) -> Option<(&'static str, &'static str)> {
    let field = place.rsplit('/').find(|segment| segment.parse::<usize>().is_err())?;
    match field {
        "include_care_types" | "exclude_care_types" => Some(("unknown_care_type", "internal_care_types")),
        "include_care_type_groups" | "exclude_care_type_groups" => {
            Some(("unknown_care_type_group", "care_type_groups"))
        }
        "practitioner" => Some(("unknown_practitioner", "")),
        "glasses_lens_complexities" => Some(("unknown_lens_complexity", "")),
        "allowed_natures_de_soins" => Some(("unknown_nature_de_soins", "")),
        "allowed_treatment_modes" => Some(("treatment_mode_format", "")),
        _ => None,
    }
}

/// Wrong spellings of a name: none of them is a field that a document has.
fn misspellings(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let without_last: String = letters.iter().take(letters.len().saturating_sub(1)).collect();
    let swapped: String = match letters.as_slice() {
        [first, second, rest @ ..] => [second, first].into_iter().chain(rest).collect(),
        _ => String::new(),
    };
    let other_case = if name.to_uppercase() == name { name.to_lowercase() } else { name.to_uppercase() };
    let spellings = [format!("{name}x"), without_last, swapped, other_case, "something_else".to_owned()];
    spellings.into_iter().filter(|spelling| spelling != name).collect()
}
