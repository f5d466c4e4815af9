//! What does the covering guarantee pay for one act?

use crate::coverage::compiled::Compiled;
use crate::coverage::decision::{ActOutcome, Decision};
use crate::coverage::facts::missing::MissingFacts;
use crate::coverage::guarantee_rules::{self, GuaranteeRule};
use crate::coverage::payload;
use crate::coverage::reimburse::counters::Counters;
use crate::coverage::reimburse::formula::Question;
use crate::coverage::reimburse::money::{Money, ZERO};
use crate::coverage::reimburse::options::Options;
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::reimburse::verdict::Reimbursement;
use crate::coverage::rule;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::value::json::Json;
use crate::ground::value::patch;
use crate::ground::value::pointer::Path;

/// The answer for an act of which coverages before this one pay `before`, without counters, and what the coverage pays; what the act
/// uses of the limits is counted.
///
/// # Errors
/// The errors of the guarantee's rule, with pointers into the payload.
pub(crate) fn answer<'c>(
    compiled: &'c Compiled,
    PricedAct { act, amounts }: &PricedAct<'_>,
    counters: &mut Counters,
    options: &Options,
    before: Money,
) -> Result<(Reimbursement<'c>, Money), Error> {
    let decision = Decision::on(compiled, act);
    let without = |outcome, guarantee, missing| (Reimbursement::without_amounts(outcome, guarantee, missing), ZERO);
    let position = match (decision.outcome, decision.guarantees.first()) {
        (ActOutcome::Covered, Some(position)) => *position,
        (outcome, _) => {
            let undetermined = decision.undetermined.into_iter();
            let missing = undetermined.fold(MissingFacts::default(), |all, waiting| all.union(waiting.missing));
            return Ok(without(outcome, None, missing.names()));
        }
    };
    let guarantee = compiled.model.guarantee_name(position);
    let rule = match compiled.rules.get(position) {
        Some(GuaranteeRule::Ready(rule)) => rule,
        Some(GuaranteeRule::Opaque) => return Ok(without(ActOutcome::Undetermined, Some(guarantee), Vec::new())),
        Some(GuaranteeRule::Broken) | None => return Err(errors_of_rule(compiled, position)),
    };
    let question = Question { act: amounts, date: act.care_date, rounding: options.rounding, before };
    Ok(match question.answer(rule, counters) {
        Err(missing) => without(ActOutcome::Undetermined, Some(guarantee), missing),
        Ok(ladder) => {
            let answer = Reimbursement {
                outcome: ActOutcome::Covered,
                guarantee: Some(guarantee),
                missing: Vec::new(),
                amounts: Some(ladder.amounts()),
                steps: if options.steps { ladder.steps(rule, &question) } else { Vec::new() },
                counters: Vec::new(),
            };
            (answer, ladder.complementary)
        }
    })
}

/// The errors of a guarantee's rule, with pointers into the payload.
pub(crate) fn errors_of_rule(compiled: &Compiled, guarantee: usize) -> Error {
    let at = Path::Root;
    let at = at.field("guarantees");
    let mut problems = Problems::default();
    let rule_at = at.item(guarantee);
    let rule_at = rule_at.field("coverage_rule");
    if let Some(json) = patch::find(&compiled.payload, &rule_at.pointer()) {
        rule::payload::rule(&mut problems, json, &rule_at);
    }
    if let Some(payload) = payload::coverage(&mut Problems::without_suggestions(), &compiled.payload) {
        guarantee_rules::report_mismatches(&mut problems, &payload, &at, |index| index == guarantee);
    }
    let judge = |problems: &mut Problems, json: &Json| {
        if let Some(payload) = payload::coverage(problems, json) {
            guarantee_rules::check(problems, &payload, &Path::Root.field("guarantees"));
        }
    };
    problems.refuse_errors().with_tried_fixes(&compiled.payload, &judge)
}
