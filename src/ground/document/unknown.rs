//! A name that is not among the known ones: which one was meant?

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::message::SaysUnknown;
use crate::ground::diagnostics::nearest::Known;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::value::json::Json;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

impl Problems {
    /// Reports a name that is not among the known ones, with the nearest as a fix.
    pub(crate) fn unknown_name(
        &mut self,
        code: Code,
        name: &str,
        at: &Path<'_>,
        known: &mut dyn Iterator<Item = &str>,
        says: SaysUnknown,
    ) {
        self.unknown_word(
            code,
            name,
            at,
            &mut |each| {
                for name in &mut *known {
                    each(name, name);
                }
            },
            says,
        );
    }

    /// The same, where what is known may be written in several ways.
    pub(crate) fn unknown_word(
        &mut self,
        code: Code,
        name: &str,
        at: &Path<'_>,
        known: Known<'_, '_>,
        says: SaysUnknown,
    ) {
        let nearest = self.nearest().of(name, known);
        self.report_with(code, at, says(name, nearest), Details::fix(replacement(at, nearest)));
    }

    /// A text of a closed set: its position in `known`.
    ///
    /// DECISION: a text outside a closed set is of the wrong kind. Case: validate_rule/secu-share
    pub(crate) fn one_of(&mut self, json: &Json, at: &Path<'_>, known: &[&'static str]) -> Option<usize> {
        let Json::String(text) = json else {
            self.report_other(json, at, say::no_name(known, json.kind()));
            return None;
        };
        let position = known.iter().position(|name| name == text);
        if position.is_none() {
            let nearest = self.nearest().of(text, &mut |each| known.iter().for_each(|name| each(name, name)));
            let fix = Details::fix(replacement(at, nearest));
            self.report_with(Code::WrongType, at, say::not_one_of(known, text), fix);
        }
        position
    }
}

/// The fix that puts a name in the place of another.
fn replacement(at: &Path<'_>, name: Option<&str>) -> Option<Vec<Patch>> {
    name.map(|name| vec![Patch::Replace { path: at.pointer(), value: Json::String(name.to_owned()) }])
}
