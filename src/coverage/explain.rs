//! Why does a guarantee match an act, or why not?

use crate::coverage::compiled::Compiled;
use crate::coverage::decision::Decision;
use crate::coverage::facts::act::CareAct;
use crate::coverage::filter::ConditionOutcome;
use crate::coverage::nearest_act::Changes;
use crate::coverage::verdict::{ActExplanation, GuaranteeDecision, MappingExplanation, NearestAct};
use crate::ground::diagnostics::nearest::Nearest;
use crate::ground::small::order;

pub(crate) fn explain<'a>(compiled: &'a Compiled, act: &CareAct<'a>) -> ActExplanation<'a> {
    let tables = &compiled.tables;
    let known = tables.care_type_by_short_code(act.care_type);
    let unknown = Decision::unknown_care_type();
    // DECISION: of an act of an unknown care type it is said what would match if the nearest one were meant. Case: guesses/care-type-of-an-act
    let meant = known.or_else(|| {
        let near = Nearest::default().of(act.care_type, &mut |each| tables.each_care_type_name(each))?;
        tables.care_type_by_short_code(near)
    });
    let Some((index, care_type)) = meant.and_then(|index| Some((index, tables.care_type(index)?))) else {
        let decision = GuaranteeDecision::new(compiled, &unknown);
        return ActExplanation { decision, mappings: Vec::new(), nearest: Vec::new() };
    };
    let facts = compiled.facts_for(index, act);
    let decision = if known.is_some() { Decision::of(compiled, index, &facts) } else { unknown };
    let mut mappings: Vec<MappingExplanation<'_>> = Vec::new();
    let mut nearest: Vec<NearestAct<'_>> = Vec::new();
    for mapping in compiled.candidates(index) {
        let guarantee = compiled.model.guarantee_name(mapping.guarantee);
        let outcome: ConditionOutcome = mapping.filter.outcome(&facts);
        // A candidate is selected, so that some term decides.
        let Some(selection) = mapping.selector.decide(tables, index) else { continue };
        if known.is_some() {
            mappings.push(MappingExplanation {
                guarantee,
                pointer: &mapping.pointer,
                outcome,
                decided_by: selection.decided_by,
                conditions: mapping.filter.conditions(&facts),
            });
        }
        if decision.guarantees.contains(&mapping.guarantee) {
            continue;
        }
        let mut changes = if known.is_some() { Changes::default() } else { Changes::to(&care_type.short_code) };
        if changes.make(&mapping.filter, care_type, act, &facts).is_none() {
            continue;
        }
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
