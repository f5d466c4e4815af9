//! Which guarantees match an act? Positions; names are looked up where an answer is written.
//!
//! A mapping matches when its filter holds; a guarantee matches when one of its mappings does.
//!
//! ```text
//! M = guarantees that certainly match, U = guarantees that may match, depending on facts left out
//! U not empty: undetermined;  else |M| ≥ 2: ambiguous;  |M| = 1: covered;  |M| = 0: not covered
//! ```
//! DECISION: one of several matching guarantees is never picked silently. Case: guarantees_for/ambiguous

use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::compiled::Compiled;
use crate::coverage::facts::act::CareAct;
use crate::coverage::facts::missing::MissingFacts;
use crate::coverage::facts::value::Facts;
use crate::coverage::filter::ConditionOutcome;
use crate::coverage::model::Mapping;
use crate::ground::small::listed::Listed;
use crate::ground::small::names::names;

names! {
    /// The answer in one word.
    #[non_exhaustive]
    pub enum ActOutcome {
        /// No guarantee matches.
        NotCovered = "not_covered",
        /// Exactly one guarantee matches.
        Covered = "covered",
        /// Two or more guarantees certainly match.
        Ambiguous = "ambiguous",
        /// Some guarantee matches or not depending on facts that the act leaves out.
        Undetermined = "undetermined",
        /// The catalogue has no care type of this short code.
        UnknownCareType = "unknown_care_type",
    }
}

/// Which guarantees match an act.
#[derive(Debug)]
pub(crate) struct Decision {
    pub(crate) outcome: ActOutcome,
    /// The positions of those that certainly match, ascending.
    pub(crate) guarantees: Vec<usize>,
    /// Those that may match, ascending.
    pub(crate) undetermined: Vec<Waiting>,
}

/// A guarantee that matches or not depending on facts that the act leaves out.
#[derive(Debug)]
pub(crate) struct Waiting {
    /// Its position.
    pub(crate) guarantee: usize,
    /// The facts that its mappings wait for.
    pub(crate) missing: MissingFacts,
}

impl Decision {
    /// The decision on an act.
    pub(crate) fn on(compiled: &Compiled, act: &CareAct<'_>) -> Self {
        match compiled.tables.care_type_by_short_code(act.care_type) {
            None => Self::unknown_care_type(),
            Some(care_type) => Self::of(compiled, care_type, &compiled.facts_for(care_type, act)),
        }
    }

    /// The decision on an act of a care type that the catalogue does not know.
    pub(crate) fn unknown_care_type() -> Self {
        Decision { outcome: ActOutcome::UnknownCareType, guarantees: Vec::new(), undetermined: Vec::new() }
    }

    /// The decision on the facts of an act, of which only applicable ones are known.
    pub(crate) fn of(compiled: &Compiled, care_type: CareTypeIndex, facts: &Facts<'_>) -> Self {
        let mut guarantees = Vec::new();
        let mut undetermined = Vec::new();
        let candidates: Vec<&Mapping> = compiled.candidates(care_type).listed();
        // The mappings of a guarantee are next to each other, because they are in payload order.
        for of_guarantee in candidates.chunk_by(|a, b| a.guarantee == b.guarantee) {
            let Some(guarantee) = of_guarantee.first().map(|mapping| mapping.guarantee) else { continue };
            let mut missing = MissingFacts::default();
            let mut matches = false;
            for mapping in of_guarantee {
                match mapping.filter.outcome(facts) {
                    ConditionOutcome::Holds => matches = true,
                    ConditionOutcome::Unknown => missing = missing.union(mapping.filter.missing(facts)),
                    ConditionOutcome::Fails => {}
                }
            }
            if matches {
                guarantees.push(guarantee);
            } else if !missing.is_empty() {
                undetermined.push(Waiting { guarantee, missing });
            }
        }
        let outcome = match (undetermined.len(), guarantees.len()) {
            (0, 0) => ActOutcome::NotCovered,
            (0, 1) => ActOutcome::Covered,
            (0, _) => ActOutcome::Ambiguous,
            _ => ActOutcome::Undetermined,
        };
        Decision { outcome, guarantees, undetermined }
    }
}
