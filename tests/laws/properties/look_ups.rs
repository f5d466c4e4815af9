//! Look-ups of a catalogue, against a search through its lists.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::engine::{self, value};
use super::law;
use super::model::items;
use super::world::worlds;

fn of_code<'v>(entries: &'v [Value], code: &str) -> Option<&'v Value> {
    entries.iter().find(|entry| entry["short_code"] == code)
}

/// With what was not given as null.
fn complete(entry: &Value) -> Value {
    let mut complete = json!({ "label": null });
    if entry.get("care_type_group_ids").is_some() {
        complete["applicable_facts"] = Value::Null;
    }
    entry.as_object().expect("an object").iter().for_each(|(key, value)| complete[key] = value.clone());
    complete
}

fn ascending(mut entries: Vec<Value>) -> Value {
    entries.sort_by(|a, b| a["short_code"].as_str().cmp(&b["short_code"].as_str()));
    Value::Array(entries)
}

#[test]
fn look_ups_find_what_a_search_finds() {
    law::holds(100, &worlds(0.5), |world| {
        let catalog = engine::catalog(&world.catalog, &world.options);
        let (care_types, groups) =
            (items(&world.catalog["internal_care_types"]), items(&world.catalog["care_type_groups"]));
        let is_in = |care_type: &Value, group: &Value| {
            items(&care_type["care_type_group_ids"]).iter().any(|id| id.as_f64() == group["id"].as_f64())
        };
        let codes = care_types.iter().chain(groups).map(|entry| entry["short_code"].as_str().expect("a code"));
        for code in codes.chain(["", "no such code"]) {
            let (care_type, group) = (of_code(care_types, code), of_code(groups, code));
            prop_assert_eq!(value(catalog.care_type(code)), care_type.map_or(Value::Null, complete));
            prop_assert_eq!(value(catalog.group(code)), group.map_or(Value::Null, complete));
            let members = group.map(|group| care_types.iter().filter(|care_type| is_in(care_type, group)));
            let members = members.map_or(Value::Null, |members| ascending(members.map(complete).collect()));
            prop_assert_eq!(value(catalog.members_of(code)), members);
            let groups = care_type.map(|care_type| groups.iter().filter(|group| is_in(care_type, group)));
            let groups = groups.map_or(Value::Null, |groups| ascending(groups.map(complete).collect()));
            prop_assert_eq!(value(catalog.groups_of(code)), groups);
        }
        Ok(())
    });
}
