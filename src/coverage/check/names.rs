//! Are there guarantees and mappings, and are the guarantees named as usual?
//!
//! ```text
//! usual   = word ("_" word)*      word = one or more of A–Z, 0–9
//! ```

use crate::coverage::payload::CoveragePayload;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::small::plain::letters;
use crate::ground::value::json::Json;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

pub(crate) fn guarantees(problems: &mut Problems, payload: &CoveragePayload<'_>, at: &Path<'_>) {
    if payload.guarantees.whole && payload.guarantees.entries.is_empty() {
        problems.report(Code::NoGuarantee, at, say::no_guarantee());
    }
    let names = payload.guarantees.readable().filter_map(|(_, guarantee)| guarantee.name);
    let taken = order::sort(names.listed(), &|a: &&str, b: &&str| a.cmp(b));
    for (index, guarantee) in payload.guarantees.readable() {
        let at = at.item(index);
        let mappings = &guarantee.care_type_mappings;
        if mappings.whole && mappings.entries.is_empty() {
            problems.report(Code::NoMapping, &at.field("care_type_mappings"), say::no_mapping());
        }
        if let Some(name) = guarantee.name.filter(|name| !name.trim().is_empty() && !is_usual(name)) {
            let at = at.field("name");
            let usual = Some(usual(name)).filter(|usual| !usual.is_empty());
            // The fix may not make two guarantees of one name.
            let free = usual.filter(|usual| taken.binary_search(&usual.as_str()).is_err());
            let fix = free.map(|value| vec![Patch::Replace { path: at.pointer(), value: Json::String(value) }]);
            problems.report_with(Code::UnusualGuaranteeName, &at, say::unusual_name(name), Details::fix(fix));
        }
    }
}

fn is_usual(name: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    name.split('_').all(is_word)
}

/// The name in UPPER_SNAKE_CASE; empty when no letter or digit is in it.
fn usual(name: &str) -> String {
    let mut usual = String::new();
    let mut before = ' ';
    for character in name.chars() {
        let plain = letters(character);
        let starts_word = usual.ends_with('_') || usual.is_empty();
        if plain == [None, None] {
            if !starts_word {
                usual.push('_');
            }
        } else {
            if before.is_lowercase() && character.is_uppercase() && !starts_word {
                usual.push('_');
            }
            usual.extend(plain.into_iter().flatten());
        }
        before = character;
    }
    usual.truncate(usual.trim_end_matches('_').len());
    usual
}
