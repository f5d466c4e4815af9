//! Everything that can go wrong once in a valid coverage payload, with what has to be reported.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::model::{FACTS, items};
use super::patches::{places, remove, split};
use super::world::World;

/// One damage to a payload.
#[derive(Clone, Debug)]
pub(crate) struct Damage {
    /// What is done, in words.
    pub(crate) kind: &'static str,
    place: String,
    change: Change,
    /// Pointer and code of every diagnostic.
    pub(crate) expected: BTreeSet<(String, String)>,
}

#[derive(Clone, Debug)]
enum Change {
    /// The field gets another name.
    Rename(String),
    /// The value is replaced.
    Put(Value),
}

impl Damage {
    /// The damaged payload.
    pub(crate) fn done_to(&self, payload: &Value) -> Value {
        let mut payload = payload.clone();
        match &self.change {
            Change::Rename(name) => {
                let value = remove(&mut payload, &self.place);
                payload.pointer_mut(split(&self.place).0).expect("a parent")[name] = value;
            }
            Change::Put(value) => *payload.pointer_mut(&self.place).expect("a place") = value.clone(),
        }
        payload
    }

    /// Another value at a place, which is reported there.
    fn put(kind: &'static str, place: &str, value: Value, code: &str) -> Self {
        let expected = BTreeSet::from([(place.to_owned(), code.to_owned())]);
        Damage { kind, place: place.to_owned(), change: Change::Put(value), expected }
    }
}

/// The places of a payload that are judged, by their place in any payload (`/guarantees/*/name`).
pub(crate) fn places_by_kind(payload: &Value) -> BTreeMap<String, Vec<String>> {
    let mut by_kind: BTreeMap<String, Vec<String>> = BTreeMap::new();
    // A coverage rule is kept as it is: any object will do.
    for place in places(payload).into_iter().filter(|place| !place.is_empty() && !place.contains("/coverage_rule/")) {
        let segments = place.split('/').map(|segment| if segment.parse::<usize>().is_ok() { "*" } else { segment });
        by_kind.entry(segments.collect::<Vec<_>>().join("/")).or_default().push(place);
    }
    by_kind
}

/// Every damage to the coverage of a world at one place.
pub(crate) fn damages(world: &World, place: &str) -> Vec<Damage> {
    [renamed(world, place), retyped(world, place), reworded(world, place)].into_iter().flatten().collect()
}

/// A field with another name: unknown, and missing where it has to be there.
fn renamed(world: &World, place: &str) -> Vec<Damage> {
    let (parent, field) = split(place);
    if !world.coverage.pointer(parent).is_some_and(Value::is_object) {
        return Vec::new();
    }
    let optional = ["/selector", "/filter"].iter().any(|object| parent.ends_with(object));
    misspellings(&field)
        .into_iter()
        .map(|name| {
            let mut expected = BTreeSet::from([(format!("{parent}/{name}"), "unknown_field".to_owned())]);
            if !optional {
                expected.insert((parent.to_owned(), "missing_field".to_owned()));
            }
            let kind = if optional { "optional field" } else { "required field" };
            Damage { kind, place: place.to_owned(), change: Change::Rename(name), expected }
        })
        .collect()
}

/// A value of another kind.
fn retyped(world: &World, place: &str) -> Vec<Damage> {
    let original = world.coverage.pointer(place).expect("a place");
    let is_condition = split(place).0.ends_with("/filter");
    if original.is_null() {
        return Vec::new();
    }
    [Value::Null, json!(true), json!(3), json!("text"), json!([]), json!({})]
        .into_iter()
        .filter(|other| std::mem::discriminant(other) != std::mem::discriminant(original))
        // `null` states no condition.
        .filter(|other| !(is_condition && other.is_null()))
        .map(|other| Damage::put("other kind", place, other, "wrong_type"))
        .collect()
}

/// A value of the right kind that means nothing.
fn reworded(world: &World, place: &str) -> Vec<Damage> {
    let original = world.coverage.pointer(place).expect("a place");
    let (parent, field) = split(place);
    let list = split(parent_or_self(parent)).1;
    match field.as_str() {
        "version" => [(json!(0), "version_below_one"), (json!(-7), "version_below_one"), (json!(1.5), "wrong_type")]
            .map(|(value, code)| Damage::put("version", place, value, code))
            .to_vec(),
        "min_age" | "max_age" if !original.is_null() => [json!(-1), json!(131), json!(17.5), json!(1e300)]
            .map(|value| Damage::put("age", place, value, "age_out_of_range"))
            .to_vec(),
        "name" => {
            let mut empty = vec![Damage::put("empty name", place, json!(" "), "empty_name")];
            if parent.starts_with("/guarantees/") && parent != "/guarantees/0" {
                let first = world.coverage["guarantees"][0]["name"].clone();
                empty.push(Damage::put("same name", place, first, "duplicate_guarantee"));
            }
            empty
        }
        _ if list.ends_with("care_type_groups") && original.is_string() => {
            misspelt_codes(world, place, "care_type_groups", "unknown_care_type_group")
        }
        _ if list.ends_with("care_types") && original.is_string() => {
            misspelt_codes(world, place, "internal_care_types", "unknown_care_type")
        }
        _ => Vec::new(),
    }
}

/// The root has no last segment.
fn parent_or_self(pointer: &str) -> &str {
    if pointer.is_empty() { "/" } else { pointer }
}

/// A short code that the namespace does not have; the other one may.
fn misspelt_codes(world: &World, place: &str, namespace: &str, expected: &'static str) -> Vec<Damage> {
    let code = world.coverage.pointer(place).and_then(Value::as_str).expect("a short code");
    let known: Vec<&str> =
        items(&world.catalog[namespace]).iter().filter_map(|entry| entry["short_code"].as_str()).collect();
    let namespaces = ["care_type_groups", "internal_care_types"].into_iter();
    let others =
        namespaces.flat_map(|list| items(&world.catalog[list])).filter_map(|entry| entry["short_code"].as_str());
    let unknown = misspellings(code).into_iter().chain(others.map(str::to_owned));
    unknown
        .filter(|code| !known.contains(&code.as_str()))
        .map(|code| Damage::put("short code", place, json!(code), expected))
        .collect()
}

/// Wrong spellings of a name: none of them is a name that a document has.
pub(crate) fn misspellings(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let without_last: String = letters.iter().take(letters.len().saturating_sub(1)).collect();
    let swapped: String = match letters.as_slice() {
        [first, second, rest @ ..] => [second, first].into_iter().chain(rest).collect(),
        _ => String::new(),
    };
    let upper = name.to_uppercase();
    let known = |spelling: &String| FACTS.iter().any(|(fact, condition)| spelling == fact || spelling == condition);
    [format!("{name}x"), without_last, swapped, upper, "something_else".to_owned()]
        .into_iter()
        .filter(|spelling| spelling != name && !known(spelling))
        .collect()
}
