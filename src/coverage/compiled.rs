//! Which mappings can match an act? The index of a coverage, built once and never changed.
//!
//! ```text
//! care type → mappings that select it, in payload order
//! ```

use std::sync::Arc;

use crate::coverage::catalog::care_type_set::CareTypeSet;
use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::facts::act::CareAct;
use crate::coverage::facts::value::Facts;
use crate::coverage::guarantee_rules::{self, GuaranteeRule};
use crate::coverage::model::{Mapping, Model, candidates};
use crate::coverage::payload;
use crate::coverage::validate::{Rules, validate};
use crate::coverage::validation;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::nearest::Known;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// A coverage that is ready to be asked. It keeps what it needs of its catalogue.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub(crate) tables: Arc<Tables>,
    pub(crate) payload: Json,
    pub(crate) model: Model,
    /// By guarantee.
    pub(crate) rules: Vec<GuaranteeRule>,
    /// By care type: positions of mappings, ascending.
    pub(crate) candidates: Vec<Vec<usize>>,
}

impl Compiled {
    /// Compiles a `CoveragePayload`.
    ///
    /// # Errors
    /// Every problem that leaves the meaning undefined. Everything else is compiled as written.
    pub(crate) fn new(tables: &Arc<Tables>, payload: Json) -> Result<Self, Error> {
        let mut problems = Problems::default();
        let model = payload::coverage(&mut problems, &payload).map(|decoded| {
            let model = validate(&mut problems, tables, &decoded, Rules::Meaning);
            (model, guarantee_rules::models(decoded))
        });
        if problems.blocking() {
            return Err(validation::refusal(tables, &payload));
        }
        let ((model, rules), _) = problems.finish(model)?;
        let candidates = candidates(tables, model.mappings.iter());
        let tables = Arc::clone(tables);
        Ok(Compiled { tables, payload, model, rules, candidates })
    }

    /// The position of a guarantee.
    ///
    /// # Errors
    /// `wrong_type` for anything but a string, and `unknown_guarantee`.
    pub(crate) fn position_of(&self, guarantee: &Json) -> Result<usize, Error> {
        let mut problems = Problems::default();
        let guarantee = problems.string(guarantee, &Path::Root);
        let position = guarantee.and_then(|guarantee| self.model.guarantees.iter().position(|name| name == guarantee));
        if let (Some(guarantee), None) = (guarantee, position) {
            let known: Known<'_, '_> = &mut |each| self.model.guarantees.iter().for_each(|name| each(name, name));
            let nearest = problems.nearest().of(guarantee, known);
            problems.report(Code::UnknownGuarantee, &Path::Root, say::unknown_guarantee(guarantee, nearest));
        }
        problems.finish(position).map(|(position, _)| position)
    }

    /// The short codes of the care types that some mapping of a guarantee selects, ascending.
    pub(crate) fn care_types_of(&self, guarantee: usize) -> Vec<&str> {
        let mappings = self.model.mappings.iter().filter(|mapping| mapping.guarantee == guarantee);
        let mut selected = CareTypeSet::empty(self.tables.care_types().len());
        mappings.flat_map(|mapping| &mapping.care_types).for_each(|index| selected.insert(*index));
        let selected = selected.to_vec().into_iter();
        selected.filter_map(|index| Some(self.tables.care_type(index)?.short_code.as_str())).listed()
    }

    /// The coverage rule of a guarantee, as it was given.
    pub(crate) fn coverage_rule(&self, guarantee: usize) -> &Json {
        let guarantees = self.payload.get("guarantees").and_then(|guarantees| guarantees.item(guarantee));
        guarantees.and_then(|guarantee| guarantee.get("coverage_rule")).unwrap_or(&Json::Null)
    }

    /// The positions of the mappings that select a care type, ascending.
    pub(crate) fn candidate_positions(&self, care_type: CareTypeIndex) -> &[usize] {
        self.candidates.get(care_type.0).map(Vec::as_slice).unwrap_or_default()
    }

    /// The mappings that select a care type, in payload order.
    pub(crate) fn candidates(&self, care_type: CareTypeIndex) -> impl Iterator<Item = &Mapping> {
        let positions = self.candidate_positions(care_type);
        positions.iter().filter_map(|position| self.model.mappings.get(*position))
    }

    /// What an act of this type says: a fact outside the type's list does not apply, whatever the act says.
    ///
    /// DECISION: `applicable_facts` wins over the act. Case: guarantees_for/fact-beyond-the-type
    pub(crate) fn facts_for<'a>(&self, care_type: CareTypeIndex, act: &CareAct<'a>) -> Facts<'a> {
        self.applicable(care_type, act.facts.clone())
    }

    /// The facts without those that acts of this type do not have.
    pub(crate) fn applicable<'a>(&self, care_type: CareTypeIndex, facts: Facts<'a>) -> Facts<'a> {
        let care_type = self.tables.care_type(care_type);
        facts.restricted_to(care_type.and_then(|care_type| care_type.applicable_facts.as_deref()))
    }
}
