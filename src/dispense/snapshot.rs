//! Is a snapshot readable, and what does it ask?
//!
//! The whole snapshot is compared with its shape before anything is judged, so that all its problems are reported at once.

use crate::dispense::entity::Entity;
use crate::dispense::missing::Places;
use crate::dispense::ruleset::{self, Operation, Ruleset};
use crate::dispense::shape::{CURRENT_DATE, OPERATION, RULESET, SNAPSHOT};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::nearest::quote;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::decode::Object;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// A snapshot that can be judged.
pub(crate) struct Snapshot<'j> {
    pub(crate) ruleset: &'static Ruleset,
    pub(crate) operation: Operation,
    pub(crate) today: CalendarDate,
    /// The sections.
    pub(crate) root: Entity<'static, 'j>,
}

impl<'j> Snapshot<'j> {
    /// Decodes a snapshot.
    ///
    /// # Errors
    /// Shape problems, `unknown_ruleset`, `unknown_operation`, `invalid_date`, and those of amounts.
    pub(crate) fn decode(json: &'j Json, places: &'j Places) -> Result<Self, Error> {
        let mut problems = Problems::default();
        let snapshot = read(&mut problems, json, places);
        let judge = |problems: &mut Problems, json: &Json| {
            read(problems, json, &Places::default());
        };
        let snapshot = problems.finish(snapshot).map(|(snapshot, _)| snapshot);
        snapshot.map_err(|error| error.with_tried_fixes(json, &judge))
    }
}

fn read<'j>(problems: &mut Problems, json: &'j Json, places: &'j Places) -> Option<Snapshot<'j>> {
    let root = &Path::Root;
    let sections = SNAPSHOT.iter().map(|(name, _)| *name);
    let known: Vec<&'static str> = [RULESET, OPERATION, CURRENT_DATE].into_iter().chain(sections).listed();
    let object = problems.object(json, root, &known)?;
    let ruleset = problems.required(&object, RULESET, root);
    let ruleset = ruleset.and_then(|json| {
        let names = ruleset::ALL.map(|ruleset| ruleset.name);
        let name = problems.known_name(json, &root.field(RULESET), Code::UnknownRuleset, &names)?;
        ruleset::ALL.into_iter().find(|ruleset| ruleset.name == name)
    });
    let operation = match object.get(OPERATION) {
        None => Some(Operation::CreateDispense),
        Some(json) => {
            let names = Operation::ALL.map(Operation::name);
            let name = problems.known_name(json, &root.field(OPERATION), Code::UnknownOperation, &names);
            name.and_then(|name| Operation::ALL.into_iter().find(|operation| operation.name() == name))
        }
    };
    let today = problems.current_date(&object, root);
    for (name, kind) in SNAPSHOT {
        if let Some(json) = object.get(name) {
            problems.of_kind(json, &root.field(name), *kind);
        }
    }
    let root = Entity::new(json, Path::Root, SNAPSHOT, places);
    Some(Snapshot { ruleset: ruleset?, operation: operation?, today: today?, root })
}

impl Problems {
    /// The required `current_date`.
    pub(crate) fn current_date(&mut self, object: &Object<'_>, at: &Path<'_>) -> Option<CalendarDate> {
        let json = self.required(object, CURRENT_DATE, at)?;
        self.date(json, &at.field(CURRENT_DATE))
    }

    /// A text that is one of the known names.
    fn known_name<'j>(&mut self, json: &'j Json, at: &Path<'_>, code: Code, known: &[&'static str]) -> Option<&'j str> {
        let name = self.string(json, at)?;
        if known.contains(&name) {
            return Some(name);
        }
        self.unknown_name(code, name, at, known.iter().copied(), |nearest| match nearest {
            Some(nearest) => format!("unknown name {}; did you mean `{nearest}`?", quote(name)),
            None => format!("unknown name {}", quote(name)),
        });
        None
    }
}
