//! How does a catalogue read what the documents leave open?

use crate::coverage::catalog::known_values::KnownValues;
use crate::coverage::catalog::synonyms;
use crate::coverage::facts::derive::DeriveOptions;
use crate::coverage::facts::table::ActFact;
use crate::coverage::facts::tooth::{self, VisibleTeeth};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::List;
use crate::ground::document::whole::whole;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// Which terms of a selector win where an include and an exclude meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SelectorPrecedence {
    /// DECISION: an exclude of any kind wins over an include of any kind. Case: selector/exclude-wins
    #[default]
    ExcludeWins,
    /// DECISION: a term that names a care type wins over one that names a group. Case: selector/types-over-groups
    TypesOverGroups,
}

/// The options of a catalogue.
#[derive(Clone, Debug, Default)]
pub(crate) struct CareTypeCatalogOptions {
    pub(crate) selector_precedence: SelectorPrecedence,
    pub(crate) derive: DeriveOptions,
    /// Each list ascending.
    pub(crate) known_values: KnownValues,
    /// As given; only the package searches by them.
    pub(crate) synonyms: Option<Json>,
}

const PRECEDENCE: &str = "selectorPrecedence";
const VISIBLE_TEETH: &str = "visibleTeeth";
const ESTABLISHMENTS: &str = "nonConventionedEstablishments";
const KNOWN_VALUES: &str = "knownValues";
const SYNONYMS: &str = "synonyms";

impl CareTypeCatalogOptions {
    /// Decodes options; pointers are relative to them.
    ///
    /// # Errors
    /// Shape problems, unknown settings (`wrong_type`) and teeth that are none (`invalid_tooth`).
    pub(crate) fn decode(json: Option<&Json>) -> Result<Self, Error> {
        let Some(json) = json else { return Ok(Self::read(&mut Problems::default(), &Json::Object(Vec::new()))) };
        whole!(json, |problems, json| Some(Self::read(problems, json))).map(|(options, _)| options)
    }

    fn read(problems: &mut Problems, json: &Json) -> Self {
        let mut options = Self::default();
        options.read_fields(problems, json);
        options.known_values.sort();
        options
    }

    fn read_fields(&mut self, problems: &mut Problems, json: &Json) {
        let at = &Path::Root;
        let known = [PRECEDENCE, VISIBLE_TEETH, ESTABLISHMENTS, KNOWN_VALUES, SYNONYMS];
        let Some(object) = problems.object(json, at, &known) else { return };
        if let Some(json) = object.get(PRECEDENCE) {
            let at = &at.field(PRECEDENCE);
            match json {
                Json::String(text) if text == "exclude_wins" => {}
                Json::String(text) if text == "types_over_groups" => {
                    self.selector_precedence = SelectorPrecedence::TypesOverGroups;
                }
                other => setting(problems, other, at, "`exclude_wins` or `types_over_groups`"),
            }
        }
        if let Some(json) = object.get(VISIBLE_TEETH) {
            let at = &at.field(VISIBLE_TEETH);
            match json {
                Json::String(text) if text == "through_second_premolar" => {}
                Json::String(text) if text == "through_first_premolar" => {
                    self.derive.visible_teeth = VisibleTeeth::ThroughFirstPremolar;
                }
                Json::Array(_) => {
                    self.derive.visible_teeth =
                        VisibleTeeth::Listed(tooth::teeth(problems, json, at).unwrap_or_default())
                }
                other => setting(
                    problems,
                    other,
                    at,
                    "`through_second_premolar`, `through_first_premolar` or a list of FDI tooth numbers",
                ),
            }
        }
        if let Some(json) = object.get(ESTABLISHMENTS) {
            let listed = own(problems.strings(json, &at.field(ESTABLISHMENTS)));
            self.derive.non_conventioned_establishments = Some(order::sort(listed, &String::cmp));
        }
        if let Some(json) = object.get(KNOWN_VALUES) {
            self.read_known_values(problems, json, &at.field(KNOWN_VALUES));
        }
        if let Some(json) = object.get(SYNONYMS) {
            synonyms::check(problems, json, &at.field(SYNONYMS));
            self.synonyms = Some(json.clone());
        }
    }

    fn read_known_values(&mut self, problems: &mut Problems, json: &Json, at: &Path<'_>) {
        let named = ActFact::TEXTS.into_iter().filter_map(|fact| Some((fact, fact.known_values_name()?))).listed();
        let known = named.iter().map(|(_, name)| *name).listed();
        let Some(object) = problems.object(json, at, &known) else { return };
        for (fact, name) in named {
            if let Some(json) = object.get(name) {
                self.known_values.extend(fact, own(problems.strings(json, &at.field(name))));
            }
        }
    }
}

fn setting(problems: &mut Problems, json: &Json, at: &Path<'_>, expected: &str) {
    match json {
        Json::String(text) => problems.report(Code::WrongType, at, say::wrong_text(expected, text)),
        other => problems.report_kind(other, at, expected),
    }
}

fn own(strings: List<&str>) -> Vec<String> {
    strings.entries.into_iter().flatten().map(str::to_owned).listed()
}
