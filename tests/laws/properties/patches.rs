//! JSON Patch on values of `serde_json`: what a fix says is done.

use serde_json::Value;

/// Applies the operations of a fix in turn.
pub(crate) fn apply(document: &Value, fix: &Value) -> Value {
    let mut patched = document.clone();
    for operation in fix.as_array().expect("a list of operations") {
        let place = |name: &str| operation[name].as_str().expect("a pointer");
        match operation["op"].as_str() {
            Some("remove") => {
                remove(&mut patched, place("path"));
            }
            Some("add") => {
                let (parent, field) = split(place("path"));
                let parent = patched.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
                assert!(parent.insert(field, operation["value"].clone()).is_none(), "`{}` is there", place("path"));
            }
            Some("replace") => {
                *patched.pointer_mut(place("path")).expect("a value to replace") = operation["value"].clone();
            }
            Some("move") => {
                let value = remove(&mut patched, place("from"));
                let (parent, field) = split(place("path"));
                let parent = patched.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
                assert!(parent.insert(field, value).is_none(), "`{}` is taken", place("path"));
            }
            other => panic!("no operation {other:?} in a fix"),
        }
    }
    patched
}

/// Takes a value out of its object or its array.
pub(crate) fn remove(document: &mut Value, pointer: &str) -> Value {
    let (parent, field) = split(pointer);
    match document.pointer_mut(parent).expect("a parent") {
        Value::Array(entries) => entries.remove(field.parse().expect("an index")),
        Value::Object(fields) => fields.remove(&field).expect("a field"),
        other => panic!("{other} holds nothing"),
    }
}

/// The pointer of the parent, and the last segment unescaped.
pub(crate) fn split(pointer: &str) -> (&str, String) {
    let (parent, field) = pointer.rsplit_once('/').expect("not the whole document");
    (parent, field.replace("~1", "/").replace("~0", "~"))
}

/// The pointers of all values of a document, the whole first.
pub(crate) fn places(document: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut inner = |field: &str, value: &Value| {
        let field = field.replace('~', "~0").replace('/', "~1");
        found.extend(places(value).into_iter().map(|rest| format!("/{field}{rest}")));
    };
    match document {
        Value::Array(entries) => entries.iter().enumerate().for_each(|(index, value)| inner(&index.to_string(), value)),
        Value::Object(fields) => fields.iter().for_each(|(field, value)| inner(field, value)),
        _ => {}
    }
    found
}
