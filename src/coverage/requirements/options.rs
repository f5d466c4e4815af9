//! Of which day, which classes and tariffs is a profile asked, and what is declared?
//!
//! ```text
//! { date, classes?: { name: class }, tariffs?: { class: tariffs }, declarations?: { id: boolean } }
//! ```
//! DECISION: what the profile does not ask for is read, and otherwise ignored: one list of classes serves several profiles.
//! Case: requirements_classes/more-than-the-profile

use crate::coverage::catalog::tables::Tables;
use crate::coverage::requirements::class::{self, Class, ClassTariff};
use crate::coverage::requirements::class_payload::{TARIFFS, tariffs};
use crate::coverage::requirements::profile::{CLASSES, classes_of};
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::exact::date::CalendarDate;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

const DATE: &str = "date";
const DECLARATIONS: &str = "declarations";

/// What a profile is asked with.
pub(crate) struct Options<'j> {
    pub(crate) date: CalendarDate,
    /// Instead of those of the profile, by name.
    pub(crate) classes: Vec<(&'j str, Class)>,
    /// Instead of those of a class, by its name.
    pub(crate) tariffs: Vec<(&'j str, Vec<ClassTariff>)>,
    /// By id of a requirement.
    declarations: Vec<(&'j str, bool)>,
}

impl<'j> Options<'j> {
    /// # Errors
    /// Every error of the options.
    pub(crate) fn decode(tables: &Tables, json: &'j Json) -> Result<Self, Error> {
        let mut problems = Problems::default();
        let options = Options::read(&mut problems, tables, json);
        let options = options.filter(|_| problems.errors().next().is_none());
        let judge = |problems: &mut Problems, json: &Json| {
            Options::read(problems, tables, json);
        };
        options.ok_or_else(|| problems.refuse_errors().with_tried_fixes(json, &judge))
    }

    fn read(problems: &mut Problems, tables: &Tables, json: &'j Json) -> Option<Self> {
        let at = &Path::Root;
        let object = problems.object(json, at, &[DATE, CLASSES, TARIFFS, DECLARATIONS])?;
        let date = problems.required(&object, DATE, at);
        let date = date.and_then(|json| problems.date(json, &at.field(DATE)));
        let classes_at = at.field(CLASSES);
        let classes = object.get(CLASSES).map(|json| classes_of(problems, tables, json, &classes_at));
        let mut resolved = Vec::new();
        for (name, payload) in classes.unwrap_or_else(|| Some(Vec::new()))? {
            resolved.push((name, Class::new(problems, tables, &payload, &classes_at.field(name))));
        }
        let (tariffs_at, declarations_at) = (at.field(TARIFFS), at.field(DECLARATIONS));
        let mut given = Vec::new();
        for (name, json) in fields(problems, object.get(TARIFFS), &tariffs_at) {
            let at = &tariffs_at.field(name);
            let Some(payloads) = tariffs(problems, tables, json, at) else { continue };
            given.push((name.as_str(), class::tariffs(problems, tables, &payloads, at)));
        }
        let mut declarations = Vec::new();
        for (id, json) in fields(problems, object.get(DECLARATIONS), &declarations_at) {
            declarations.extend(problems.boolean(json, &declarations_at.field(id)).map(|holds| (id.as_str(), holds)));
        }
        Some(Options { date: date?, classes: resolved, tariffs: given, declarations })
    }

    /// What is declared of a requirement.
    pub(crate) fn declared(&self, id: &str) -> Option<bool> {
        self.declarations.iter().find(|(declared, _)| *declared == id).map(|(_, holds)| *holds)
    }
}

fn fields<'j>(problems: &mut Problems, json: Option<&'j Json>, at: &Path<'_>) -> &'j [(String, Json)] {
    json.and_then(|json| problems.record(json, at)).unwrap_or_default()
}
