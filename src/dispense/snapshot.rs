//! Is a snapshot readable, and what does it ask?
//!
//! The whole snapshot is compared with its shape before anything is judged, so that all its problems are reported at once.

use crate::dispense::entity::Entity;
use crate::dispense::fields::{CURRENT_DATE, OPERATION, RULESET};
use crate::dispense::missing::Places;
use crate::dispense::place::Place;
use crate::dispense::shape::SNAPSHOT;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::message::SaysUnknown;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::Object;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;
use crate::ground::small::names::names;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

names! {
    /// A generation of the system's rules, as a snapshot names it.
    #[non_exhaustive]
    pub enum DispenseRuleset {
        /// The page *Create Medication Dispense* of 2022.
        Page2022 = "page-2022",
        /// The open source code of 2019.
        Code2019 = "code-2019",
    }
}

names! {
    /// What is asked.
    pub(crate) enum Operation {
        CreateDispense = "create_dispense",
        Qualify = "qualify",
    }
}

/// A snapshot that can be judged.
pub(crate) struct Snapshot<'j> {
    pub(crate) ruleset: DispenseRuleset,
    pub(crate) operation: Operation,
    pub(crate) today: CalendarDate,
    /// The sections.
    pub(crate) root: Entity<'j>,
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
    let object = problems.document(json, root, &known)?;
    let ruleset = problems.required(&object, RULESET, root).and_then(|json| {
        let (all, name) = (DispenseRuleset::ALL, DispenseRuleset::as_str);
        problems.one_by_name(
            json,
            &root.field(RULESET),
            (Code::UnknownRuleset, |value, nearest| say::unknown_ruleset(value, nearest)),
            all,
            name,
        )
    });
    let operation = match object.get(OPERATION) {
        None => Some(Operation::CreateDispense),
        Some(json) => {
            let (all, name) = (Operation::ALL, Operation::as_str);
            problems.one_by_name(
                json,
                &root.field(OPERATION),
                (Code::UnknownOperation, |value, nearest| say::unknown_operation(value, nearest)),
                all,
                name,
            )
        }
    };
    let today = problems.current_date(&object, root);
    for (name, kind) in SNAPSHOT {
        if let Some(json) = object.get(name) {
            problems.of_kind(json, &root.field(name), *kind);
        }
    }
    let root = Entity::new(json, Place::of(&Path::Root), SNAPSHOT, places);
    Some(Snapshot { ruleset: ruleset?, operation: operation?, today: today?, root })
}

impl Problems {
    /// The required `current_date`.
    pub(crate) fn current_date(&mut self, object: &Object<'_>, at: &Path<'_>) -> Option<CalendarDate> {
        let json = self.required(object, CURRENT_DATE, at)?;
        self.date(json, &at.field(CURRENT_DATE))
    }

    /// The one of a closed set whose name a text is.
    fn one_by_name<T: Copy>(
        &mut self,
        json: &Json,
        at: &Path<'_>,
        (code, says): (Code, SaysUnknown),
        all: &[T],
        name_of: fn(T) -> &'static str,
    ) -> Option<T> {
        let name = self.string(json, at)?;
        let one = all.iter().find(|one| name_of(**one) == name);
        if one.is_none() {
            let known = &mut all.iter().map(|one| name_of(*one));
            self.unknown_name(code, name, at, known, says);
        }
        one.copied()
    }
}
