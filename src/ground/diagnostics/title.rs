//! What does a fix do, in words?

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::nearest::quote;
use crate::ground::value::json::Json;
use crate::ground::value::number;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer;

/// One line, imperative. Of a fix of several operations, the first says what it is about.
pub(super) fn of(code: Code, fix: &[Patch]) -> String {
    match fix.first() {
        Some(Patch::Add { path, .. }) => format!("Add {}", name(path)),
        Some(Patch::Remove { path }) => match removed(code) {
            Some(words) => format!("Remove {words}"),
            None => format!("Remove {}", name(path)),
        },
        Some(Patch::Replace { value, .. }) => format!("Replace by {}", shown(value)),
        // A fix moves within one object.
        Some(Patch::Move { path, .. }) => format!("Rename to {}", name(path)),
        None => String::new(),
    }
}

/// What has no name of its own.
fn removed(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::IrrelevantCondition => "this condition",
        Code::RedundantMapping => "this mapping",
        Code::UselessExclude => "this exclude",
        Code::RedundantInclude => "this include",
        Code::DuplicateValue => "this repetition",
        _ => return None,
    })
}

fn name(path: &str) -> String {
    pointer::split_last(path).map(|(_, name)| quote(&name)).unwrap_or_default()
}

fn shown(value: &Json) -> String {
    match value {
        Json::String(text) => quote(text),
        Json::Number(value) => format!("`{}`", number::show(*value)),
        other => other.kind().to_owned(),
    }
}
