//! Why does a guarantee match an act, or why not?

use crate::coverage::compiled::Compiled;
use crate::coverage::decision::Decision;
use crate::coverage::facts::act::CareAct;
use crate::coverage::filter::ConditionOutcome;
use crate::coverage::nearest_act;
use crate::coverage::verdict::{ActExplanation, GuaranteeDecision, MappingExplanation, NearestAct};
use crate::ground::small::order;

pub(crate) fn explain<'a>(compiled: &'a Compiled, act: &CareAct<'a>) -> ActExplanation<'a> {
    let tables = &compiled.tables;
    let index = tables.care_type_by_short_code(act.care_type);
    let Some((index, care_type)) = index.and_then(|index| Some((index, tables.care_type(index)?))) else {
        return ActExplanation {
            decision: GuaranteeDecision::new(compiled, &Decision::unknown_care_type()),
            mappings: Vec::new(),
            nearest: Vec::new(),
        };
    };
    let facts = compiled.facts_for(index, act);
    let decision = Decision::of(compiled, index, &facts);
    let mut mappings: Vec<MappingExplanation<'_>> = Vec::new();
    let mut nearest: Vec<NearestAct<'_>> = Vec::new();
    for mapping in compiled.candidates(index) {
        let guarantee = compiled.model.guarantee_name(mapping.guarantee);
        let outcome: ConditionOutcome = mapping.filter.outcome(&facts);
        // A candidate is selected, so that some term decides.
        let Some(selection) = mapping.selector.decide(tables, index) else { continue };
        mappings.push(MappingExplanation {
            guarantee,
            pointer: &mapping.pointer,
            outcome,
            decided_by: selection.decided_by,
            conditions: mapping.filter.conditions(&facts),
        });
        if decision.guarantees.contains(&mapping.guarantee) {
            continue;
        }
        let Some(changes) = nearest_act::changes(&mapping.filter, care_type, act, &facts) else { continue };
        let candidate = NearestAct { guarantee, pointer: &mapping.pointer, changes };
        match nearest.last_mut().filter(|last| last.guarantee == guarantee) {
            Some(last) if candidate.changes.fact_count() < last.changes.fact_count() => *last = candidate,
            Some(_) => {}
            None => nearest.push(candidate),
        }
    }
    let nearest = order::sort(nearest, &|a, b| a.changes.fact_count().cmp(&b.changes.fact_count()));
    ActExplanation { decision: GuaranteeDecision::new(compiled, &decision), mappings, nearest }
}
