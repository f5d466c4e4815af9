//! By which other words are care types and groups searched for? Documents of synonyms, `{ language?, synonyms: [{ terms, care_types?,
//! care_type_groups? }] }`.
//!
//! DECISION: a code that the catalogue does not have is no problem: one document serves several catalogues. Case: catalog_options/synonyms-of-another-catalogue

use crate::ground::diagnostics::problems::Problems;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

const LANGUAGE: &str = "language";
const SYNONYMS: &str = "synonyms";
const TERMS: &str = "terms";
const CARE_TYPES: &str = "care_types";
const GROUPS: &str = "care_type_groups";

/// Reports what is wrong with the shape of a list of documents.
pub(crate) fn check(problems: &mut Problems, json: &Json, at: &Path<'_>) {
    each(problems, json, at, &|problems, json, at| {
        let Some(object) = problems.document(json, at, &[LANGUAGE, SYNONYMS]) else { return };
        if let Some(json) = object.get(LANGUAGE) {
            problems.string(json, &at.field(LANGUAGE));
        }
        if let Some(json) = problems.required(&object, SYNONYMS, at) {
            each(problems, json, &at.field(SYNONYMS), &synonym);
        }
    });
}

fn synonym(problems: &mut Problems, json: &Json, at: &Path<'_>) {
    let Some(object) = problems.document(json, at, &[TERMS, CARE_TYPES, GROUPS]) else { return };
    problems.required(&object, TERMS, at);
    for name in [TERMS, CARE_TYPES, GROUPS] {
        let Some(json) = object.get(name) else { continue };
        let at = &at.field(name);
        let texts = problems.strings(json, at);
        for (index, term) in texts.readable().filter(|_| name == TERMS) {
            problems.short_text(term, &at.item(index));
        }
    }
}

fn each(problems: &mut Problems, json: &Json, at: &Path<'_>, check: &dyn Fn(&mut Problems, &Json, &Path<'_>)) {
    for (index, item) in problems.array(json, at).iter().flat_map(|array| array.items).enumerate() {
        check(problems, item, &at.item(index));
    }
}
