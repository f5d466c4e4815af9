//! Which mappings can match an act? The index of a coverage, built once and asked many times.
//!
//! ```text
//! care type → mappings that select it, in payload order
//! ```
//! A mapping matches when its filter holds; a guarantee matches when one of its mappings does.

use std::sync::{Arc, Mutex, OnceLock};

use crate::coverage::analysis::{Memo, Subject};
use crate::coverage::batch::Encoded;
use crate::coverage::batch::codes::ActCodes;
use crate::coverage::catalog::care_type_set::CareTypeSet;
use crate::coverage::catalog::tables::{CareTypeCatalog, CareTypeIndex, Tables};
use crate::coverage::explain;
use crate::coverage::facts::act::CareAct;
use crate::coverage::facts::table::Facts;
use crate::coverage::filter::{ConditionOutcome, insert_sorted};
use crate::coverage::payload;
use crate::coverage::rule::{self, GuaranteeRule};
use crate::coverage::validate::{Mapping, Model, Rules, validate};
use crate::coverage::verdict::{ActExplanation, ActOutcome, GuaranteeDecision, Undetermined};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::nearest::quote;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// A compiled coverage. It keeps what it needs of its catalogue.
#[derive(Debug)]
pub struct Coverage {
    pub(crate) tables: Arc<Tables>,
    payload: Json,
    name: String,
    version: u64,
    guarantees: Vec<String>,
    mappings: Vec<Mapping>,
    /// By guarantee.
    pub(crate) rules: Vec<GuaranteeRule>,
    /// By care type: positions in `mappings`, ascending.
    candidates: Vec<Vec<usize>>,
    /// For acts in codes; built when the first of them comes.
    encoded: OnceLock<Encoded>,
    /// What the last analysis found, of this version or of the one that it was made of.
    memo: Mutex<Arc<Memo>>,
}

impl CareTypeCatalog {
    /// Compiles a `CoveragePayload`.
    ///
    /// # Errors
    /// Every problem that leaves the meaning undefined (✗ in the table of codes). Everything else is compiled as written,
    /// so that an unfinished coverage can be tried: a reversed age range never holds, an overlap gives `ambiguous`.
    pub fn compile_coverage(&self, payload: Json) -> Result<Coverage, Error> {
        let mut problems = Problems::default();
        let model = payload::coverage(&mut problems, &payload).map(|decoded| {
            let model = validate(&mut problems, self.tables(), &decoded, Rules::Meaning);
            (model, rule::validate::models(decoded))
        });
        if problems.blocking() {
            return Err(self.refusal(&payload));
        }
        let ((model, rules), _) = problems.finish(model)?;
        Ok(Coverage::new(Arc::clone(self.tables()), payload, model, rules))
    }
}

/// By care type: the positions of the mappings that select it, ascending.
pub(crate) fn candidates<'m>(tables: &Tables, mappings: impl Iterator<Item = &'m Mapping>) -> Vec<Vec<usize>> {
    let mut candidates = vec![Vec::new(); tables.care_types().len()];
    for (position, mapping) in mappings.enumerate() {
        for care_type in &mapping.care_types {
            candidates.get_mut(care_type.0).into_iter().for_each(|of_type: &mut Vec<usize>| of_type.push(position));
        }
    }
    candidates
}

impl Coverage {
    fn new(tables: Arc<Tables>, payload: Json, model: Model, rules: Vec<GuaranteeRule>) -> Self {
        let Model { name, version, guarantees, mappings } = model;
        let candidates = candidates(&tables, mappings.iter());
        Coverage {
            tables,
            payload,
            name,
            version,
            guarantees,
            mappings,
            rules,
            candidates,
            encoded: OnceLock::new(),
            memo: Mutex::default(),
        }
    }

    /// The same as compiling `payload` with the catalogue of this coverage; an analysis of it reuses what is known of the
    /// care types whose mappings did not change.
    ///
    /// # Errors
    /// Those of [`CareTypeCatalog::compile_coverage`].
    pub fn with_payload(&self, payload: Json) -> Result<Coverage, Error> {
        let next = CareTypeCatalog::of_tables(Arc::clone(&self.tables)).compile_coverage(payload)?;
        Ok(Coverage { memo: Mutex::new(self.memo()), ..next })
    }

    /// The name of the coverage.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The version of the coverage, at least 1.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The names of the guarantees, in payload order.
    pub fn guarantee_names(&self) -> &[String] {
        &self.guarantees
    }

    /// The payload as it was given; a coverage rule is kept unchanged.
    pub fn payload(&self) -> &Json {
        &self.payload
    }

    /// The short codes of the care types that some mapping of a guarantee selects, ascending.
    ///
    /// # Errors
    /// `wrong_type` for anything but a string, and `unknown_guarantee`.
    pub fn care_types_of(&self, guarantee: &Json) -> Result<Vec<&str>, Error> {
        let mut problems = Problems::default();
        let guarantee = problems.string(guarantee, &Path::Root);
        let position = guarantee.and_then(|guarantee| self.guarantees.iter().position(|name| name == guarantee));
        if let (Some(guarantee), None) = (guarantee, position) {
            let known = self.guarantees.iter().map(String::as_str);
            let nearest = problems.nearest().of(guarantee, known);
            problems.report(Code::UnknownGuarantee, &Path::Root, || match nearest {
                Some(nearest) => format!("unknown guarantee {}; did you mean `{nearest}`?", quote(guarantee)),
                None => format!("unknown guarantee {}", quote(guarantee)),
            });
        }
        let (position, _) = problems.finish(position)?;
        let mappings = self.mappings.iter().filter(|mapping| mapping.guarantee == position);
        let mut selected = CareTypeSet::empty(self.tables.care_types().len());
        mappings.flat_map(|mapping| &mapping.care_types).for_each(|index| selected.insert(*index));
        Ok(selected
            .to_vec()
            .into_iter()
            .filter_map(|index| Some(self.tables.care_type(index)?.short_code.as_str()))
            .listed())
    }

    /// Which guarantees match a `CareAct`.
    ///
    /// # Errors
    /// The problems of the act. A care type that the catalogue does not know is an answer, not an error.
    pub fn guarantees_for(&self, act: &Json) -> Result<GuaranteeDecision<'_>, Error> {
        let act = CareAct::decode(act, &self.tables.options)?;
        Ok(match self.tables.care_type_by_short_code(act.care_type) {
            None => GuaranteeDecision::unknown_care_type(),
            Some(care_type) => self.decide(care_type, &self.facts_for(care_type, &act)),
        })
    }

    /// Which guarantees match a `CareAct`, why, and what would have to change for the others.
    ///
    /// # Errors
    /// Those of [`Coverage::guarantees_for`].
    pub fn explain<'a>(&'a self, act: &'a Json) -> Result<ActExplanation<'a>, Error> {
        let act = CareAct::decode(act, &self.tables.options)?;
        Ok(explain::explain(self, &self.tables, &act))
    }

    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
    }

    pub(crate) fn memo(&self) -> Arc<Memo> {
        self.memo.lock().map(|memo| Arc::clone(&memo)).unwrap_or_default()
    }

    pub(crate) fn remember(&self, found: Memo) {
        if let Ok(mut memo) = self.memo.lock() {
            *memo = Arc::new(found);
        }
    }

    /// What answers acts in codes.
    pub(crate) fn encoded(&self) -> &Encoded {
        self.encoded.get_or_init(|| Encoded::new(&self.tables, &self.mappings, &self.candidates))
    }

    /// The whole answer for an act in codes.
    pub(crate) fn decision_of(&self, encoded: &Encoded, codes: &ActCodes) -> GuaranteeDecision<'_> {
        let care_type = codes.care_type().filter(|care_type| self.tables.care_type(*care_type).is_some());
        match care_type {
            None => GuaranteeDecision::unknown_care_type(),
            Some(care_type) => self.decide(care_type, &self.applicable(care_type, encoded.vocabulary.facts(codes))),
        }
    }

    /// What an analysis looks at.
    pub(crate) fn subject(&self) -> Subject<'_> {
        Subject::new(&self.tables, self.mappings.iter().listed())
    }

    /// The short codes of the care types that no mapping selects, ascending.
    pub(crate) fn unselected_care_types(&self) -> Vec<&str> {
        let care_types = self.tables.care_types().iter().zip(&self.candidates);
        let unselected = care_types.filter(|(_, candidates)| candidates.is_empty());
        unselected.map(|(care_type, _)| care_type.short_code.as_str()).listed()
    }

    pub(crate) fn guarantee_name(&self, mapping: &Mapping) -> &str {
        self.guarantees.get(mapping.guarantee).map(String::as_str).unwrap_or_default()
    }

    /// All mappings, in payload order.
    pub(crate) fn mappings(&self) -> &[Mapping] {
        &self.mappings
    }

    /// The positions of the mappings that select a care type, ascending.
    pub(crate) fn candidate_positions(&self, care_type: CareTypeIndex) -> &[usize] {
        self.candidates.get(care_type.0).map(Vec::as_slice).unwrap_or_default()
    }

    /// The coverage rule of a guarantee, as it was given.
    pub(crate) fn coverage_rule(&self, guarantee: usize) -> &Json {
        let guarantees = self.payload.get("guarantees").and_then(|guarantees| guarantees.item(guarantee));
        guarantees.and_then(|guarantee| guarantee.get("coverage_rule")).unwrap_or(&Json::Null)
    }

    /// The mappings that select a care type, in payload order.
    pub(crate) fn candidates(&self, care_type: CareTypeIndex) -> impl Iterator<Item = &Mapping> {
        let positions = self.candidate_positions(care_type);
        positions.iter().filter_map(|position| self.mappings.get(*position))
    }

    /// What the act says of an act of this type: a fact outside the type's list does not apply, whatever the act says.
    ///
    /// DECISION: `applicable_facts` wins over the act. Case: guarantees_for/fact-beyond-the-type
    pub(crate) fn facts_for<'a>(&self, care_type: CareTypeIndex, act: &CareAct<'a>) -> Facts<'a> {
        self.applicable(care_type, act.facts.clone())
    }

    fn applicable<'a>(&self, care_type: CareTypeIndex, facts: Facts<'a>) -> Facts<'a> {
        let care_type = self.tables.care_type(care_type);
        facts.restricted_to(care_type.and_then(|care_type| care_type.applicable_facts.as_deref()))
    }

    pub(crate) fn decide(&self, care_type: CareTypeIndex, facts: &Facts<'_>) -> GuaranteeDecision<'_> {
        let mut guarantees = Vec::new();
        let mut undetermined: Vec<Undetermined<'_>> = Vec::new();
        let candidates: Vec<&Mapping> = self.candidates(care_type).listed();
        // The mappings of a guarantee stand together, because they are in payload order.
        for of_guarantee in candidates.chunk_by(|a, b| a.guarantee == b.guarantee) {
            let Some(first) = of_guarantee.first() else { continue };
            let guarantee = self.guarantee_name(first);
            let mut missing = Vec::new();
            let mut matches = false;
            for mapping in of_guarantee {
                match mapping.filter.outcome(facts) {
                    ConditionOutcome::Holds => matches = true,
                    ConditionOutcome::Unknown => {
                        mapping.filter.missing(facts).into_iter().for_each(|name| insert_sorted(&mut missing, name));
                    }
                    ConditionOutcome::Fails => {}
                }
            }
            if matches {
                guarantees.push(guarantee);
            } else if !missing.is_empty() {
                undetermined.push(Undetermined { guarantee, missing });
            }
        }
        let outcome = match (undetermined.len(), guarantees.len()) {
            (0, 0) => ActOutcome::NotCovered,
            (0, 1) => ActOutcome::Covered,
            (0, _) => ActOutcome::Ambiguous,
            _ => ActOutcome::Undetermined,
        };
        GuaranteeDecision { outcome, guarantees, undetermined }
    }
}
