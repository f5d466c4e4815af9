//! Which parts of a rule differ? Leaf by leaf: objects by name, arrays by index, what is absent as `null`.
//!
//! What is noted in a rule of ours is none of its parts. DECISION: a comment changes nothing for members. Case: diff_rules/annotations
//!
//! DECISION: an array or an object that loses or gets its parts is itself no change. Case: diff_rules/array-emptied
//! DECISION: where a value becomes an object, that is one change. Case: diff_rules/value-becomes-object

use serde::Serialize;

use crate::coverage::compiled::Compiled;
use crate::coverage::diff::same_named::SameNamed;
use crate::coverage::rule::changes::leaf_change_in_words;
use crate::coverage::rule::payload::COMPONENTS;
use crate::ground::document::annotations::is_annotation;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// A changed leaf of a rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RuleChange<'a> {
    /// The name of the guarantee.
    pub guarantee: &'a str,
    /// The leaf's place in the rule, a JSON Pointer.
    pub pointer: String,
    /// The value before; `null` where there was none.
    pub before: &'a Json,
    /// The value after; `null` where there is none.
    pub after: &'a Json,
    /// The change in words.
    pub message: String,
}

const NOTHING: &Json = &Json::Null;

pub(super) fn changes<'a>(before: &'a Compiled, after: &'a Compiled, same: &SameNamed) -> Vec<RuleChange<'a>> {
    let mut changes = Vec::new();
    for (position, same) in same.earlier.iter().enumerate() {
        let Some(earlier) = *same else { continue };
        let (old, new) = (before.coverage_rule(earlier), after.coverage_rule(position));
        let guarantee = after.model.guarantee_name(position);
        let is_ours = [old, new].iter().any(|rule| field(fields(rule), COMPONENTS).is_some());
        let mut leaves = Leaves { is_ours, changed: Vec::new(), added: Vec::new() };
        leaves.compare(&Path::Root, old, new);
        let leaves = leaves.changed.into_iter().chain(leaves.added);
        changes.extend(leaves.map(|(pointer, before, after)| RuleChange {
            guarantee,
            message: leaf_change_in_words(&pointer, present(before), present(after), old, new),
            pointer,
            before,
            after,
        }));
    }
    changes
}

/// Changed leaves, with their places.
struct Leaves<'a> {
    /// Whether one of the rules is ours, so that annotations are known as such.
    is_ours: bool,
    /// Those that the earlier rule has.
    changed: Vec<(String, &'a Json, &'a Json)>,
    /// Those that only the later rule has.
    added: Vec<(String, &'a Json, &'a Json)>,
}

impl<'a> Leaves<'a> {
    fn compare(&mut self, at: &Path<'_>, before: &'a Json, after: &'a Json) {
        match (before, after) {
            _ if before == after => {}
            (Json::Object(_) | Json::Null, Json::Object(_)) | (Json::Object(_), Json::Null)
                if has_parts(before) || has_parts(after) =>
            {
                let (old, new) = (fields(before), fields(after));
                let is_ours = self.is_ours;
                let is_part = |(name, _): &&(String, Json)| !is_ours || !is_annotation(name);
                for (name, value) in old.iter().filter(is_part) {
                    self.compare(&at.field(name), value, field(new, name).unwrap_or(NOTHING));
                }
                for (name, value) in new.iter().filter(is_part).filter(|(name, _)| field(old, name).is_none()) {
                    self.compare(&at.field(name), NOTHING, value);
                }
            }
            (Json::Array(_) | Json::Null, Json::Array(_)) | (Json::Array(_), Json::Null)
                if has_parts(before) || has_parts(after) =>
            {
                let (old, new) = (items(before), items(after));
                for index in 0..old.len().max(new.len()) {
                    let (old, new) = (old.get(index).unwrap_or(NOTHING), new.get(index).unwrap_or(NOTHING));
                    self.compare(&at.item(index), old, new);
                }
            }
            (Json::Null, _) => self.added.push((at.pointer(), before, after)),
            _ => self.changed.push((at.pointer(), before, after)),
        }
    }
}

fn has_parts(json: &Json) -> bool {
    !fields(json).is_empty() || !items(json).is_empty()
}

fn fields(json: &Json) -> &[(String, Json)] {
    match json {
        Json::Object(fields) => fields,
        _ => &[],
    }
}

fn field<'a>(fields: &'a [(String, Json)], name: &str) -> Option<&'a Json> {
    fields.iter().find(|(other, _)| other == name).map(|(_, value)| value)
}

fn items(json: &Json) -> &[Json] {
    match json {
        Json::Array(items) => items,
        _ => &[],
    }
}

/// A value that is there.
fn present(json: &Json) -> Option<&Json> {
    (!matches!(json, Json::Null)).then_some(json)
}
