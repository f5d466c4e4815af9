//! What does a document look like after a fix? Applies the operations of JSON Patch that fixes are made of.

use serde::Serialize;

use crate::ground::value::json::Json;
use crate::ground::value::pointer;

/// One operation of a JSON Patch.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "op", rename_all = "lowercase")]
#[non_exhaustive]
pub enum Patch {
    /// Adds a field to an object that does not have it.
    Add {
        /// RFC 6901 JSON Pointer of the new place.
        path: String,
        /// The value.
        value: Json,
    },
    /// Removes the value at `path`.
    Remove {
        /// RFC 6901 JSON Pointer.
        path: String,
    },
    /// Replaces the value at `path`.
    Replace {
        /// RFC 6901 JSON Pointer.
        path: String,
        /// The new value.
        value: Json,
    },
    /// Moves the value at `from` to `path`.
    Move {
        /// RFC 6901 JSON Pointer of the old place.
        from: String,
        /// RFC 6901 JSON Pointer of the new place.
        path: String,
    },
}

impl Patch {
    /// The place that is changed; of a move the new one.
    pub(crate) fn path(&self) -> &str {
        match self {
            Patch::Add { path, .. }
            | Patch::Remove { path }
            | Patch::Replace { path, .. }
            | Patch::Move { path, .. } => path,
        }
    }

    /// Makes it one of a document in which its own is at a place.
    pub(crate) fn move_to(&mut self, place: &str) {
        match self {
            Patch::Add { path, .. } | Patch::Remove { path } | Patch::Replace { path, .. } => path.insert_str(0, place),
            Patch::Move { from, path } => {
                from.insert_str(0, place);
                path.insert_str(0, place);
            }
        }
    }
}

/// Applies a patch; none where a place is not there.
pub(crate) fn apply(json: &Json, patch: &[Patch]) -> Option<Json> {
    let mut patched = json.clone();
    for operation in patch {
        match operation {
            Patch::Add { path, value } => put(&mut patched, path, value.clone())?,
            Patch::Remove { path } => {
                take(&mut patched, path)?;
            }
            Patch::Replace { path, value } => *find_mut(&mut patched, path)? = value.clone(),
            Patch::Move { from, path } => {
                let value = take(&mut patched, from)?;
                put(&mut patched, path, value)?;
            }
        }
    }
    Some(patched)
}

/// The value at a pointer.
pub(crate) fn find<'j>(json: &'j Json, pointer: &str) -> Option<&'j Json> {
    pointer::segments(pointer).try_fold(json, |json, segment| json.part(json.position(&segment)?))
}

fn find_mut<'j>(json: &'j mut Json, pointer: &str) -> Option<&'j mut Json> {
    pointer::segments(pointer).try_fold(json, |json, segment| json.part_mut(json.position(&segment)?))
}

/// INVARIANT: the object does not have the field.
fn put(json: &mut Json, pointer: &str, value: Json) -> Option<()> {
    let (parent, name) = pointer::split_last(pointer)?;
    match find_mut(json, parent)?.finished_or_not_mut() {
        Json::Object(fields) => fields.push((name, value)),
        _ => return None,
    }
    Some(())
}

fn take(json: &mut Json, pointer: &str) -> Option<Json> {
    let (parent, name) = pointer::split_last(pointer)?;
    let parent = find_mut(json, parent)?;
    let position = parent.position(&name)?;
    match parent.finished_or_not_mut() {
        Json::Array(items) => Some(items.remove(position)),
        Json::Object(fields) => Some(fields.remove(position).1),
        _ => None,
    }
}
