//! What does a coverage answer for an act? Names and data, in a documented order.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::coverage::compiled::Compiled;
use crate::coverage::decision::{ActOutcome, Decision};
use crate::coverage::filter::{ConditionOutcome, ConditionResult};
use crate::coverage::nearest_act::Changes;
use crate::coverage::selector::SelectorTerm;
use crate::ground::small::listed::Listed;

/// Which guarantees match an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GuaranteeDecision<'a> {
    /// The answer in one word.
    pub outcome: ActOutcome,
    /// The guarantees that certainly match, in payload order, each once.
    pub guarantees: Vec<&'a str>,
    /// The guarantees that may match, in payload order.
    pub undetermined: Vec<Undetermined<'a>>,
}

/// A guarantee that matches or not depending on facts that the act leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Undetermined<'a> {
    /// Its name.
    pub guarantee: &'a str,
    /// The facts that its mappings wait for, in field names of the act, sorted.
    pub missing: Vec<&'static str>,
}

impl<'a> GuaranteeDecision<'a> {
    pub(crate) fn new(compiled: &'a Compiled, decision: &Decision) -> Self {
        let guarantees = decision.guarantees.iter().map(|position| compiled.model.guarantee_name(*position));
        let undetermined = decision.undetermined.iter().map(|waiting| Undetermined {
            guarantee: compiled.model.guarantee_name(waiting.guarantee),
            missing: waiting.missing.names(),
        });
        let (guarantees, undetermined) = (guarantees.listed(), undetermined.listed());
        GuaranteeDecision { outcome: decision.outcome, guarantees, undetermined }
    }
}

/// Which guarantees match an act, why, and what would have to change.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ActExplanation<'a> {
    /// The decision that is explained; serialized, its fields are among the others.
    pub decision: GuaranteeDecision<'a>,
    /// Every mapping whose selector selects the care type, in payload order.
    pub mappings: Vec<MappingExplanation<'a>>,
    /// The fewest changes that make a guarantee match: fewest first, then payload order.
    pub nearest: Vec<NearestAct<'a>>,
}

impl Serialize for ActExplanation<'_> {
    // Not `flatten`, which costs the module most of a kilobyte.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let GuaranteeDecision { outcome, guarantees, undetermined } = &self.decision;
        let mut explanation = serializer.serialize_struct("ActExplanation", 5)?;
        explanation.serialize_field("outcome", outcome)?;
        explanation.serialize_field("guarantees", guarantees)?;
        explanation.serialize_field("undetermined", undetermined)?;
        explanation.serialize_field("mappings", &self.mappings)?;
        explanation.serialize_field("nearest", &self.nearest)?;
        explanation.end()
    }
}

/// One mapping against an act.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MappingExplanation<'a> {
    /// The name of its guarantee.
    pub guarantee: &'a str,
    /// Its place in the payload, a JSON Pointer.
    pub pointer: &'a str,
    /// Whether its filter holds.
    pub outcome: ConditionOutcome,
    /// The selector's term that selects the care type.
    pub decided_by: SelectorTerm,
    /// The stated conditions, in the order of the filter's fields.
    pub conditions: Vec<ConditionResult<'a>>,
}

/// What would have to change for a guarantee to match.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NearestAct<'a> {
    /// The name of the guarantee.
    pub guarantee: &'a str,
    /// The mapping that would match, a JSON Pointer.
    pub pointer: &'a str,
    /// Fields of the act with their new values.
    pub changes: Changes<'a>,
}
