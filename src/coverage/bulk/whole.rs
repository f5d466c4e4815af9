//! What does the covering guarantee pay for each row?
//!
//! ```text
//! the rule has no limit that is counted, or the row no unit   the row by itself
//! else                                                        with what the rows of its unit before it used
//! ```
//! DECISION: a row without unit is counted alone, as an act without counters. Case: reimburse_columns/without-unit
//! DECISION: of several matching guarantees none is named, as in `reimburse`. Case: reimburse_columns/ambiguous

use crate::coverage::batch::bits::NO_GUARANTEE;
use crate::coverage::batch::columns::Rows;
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::bulk::answer::{Paid, ReimbursedColumns};
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::ledger::{NoLedger, UnitLedger};
use crate::coverage::bulk::order::each_unit;
use crate::coverage::decision::ActOutcome;
use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::coverage::reimburse::amounts::GivenAmounts;
use crate::coverage::reimburse::answer::errors_of_rule;
use crate::coverage::reimburse::formula::Question;
use crate::coverage::reimburse::limits::Ledger;
use crate::coverage::reimburse::money::ZERO;
use crate::coverage::rule::model::{Period, Rule};
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::exact::amount::Rounding;
use crate::ground::small::listed::Listed;

/// Many acts with amounts, in columns.
///
/// # Errors
/// `wrong_type` for a column that is neither empty nor as long as that of the care types; the errors of a rule that a row asks.
pub(crate) fn reimburse_columns(
    coverage: CodedCoverage<'_>,
    columns: &PricedColumns<'_>,
    rounding: Rounding,
) -> Result<ReimbursedColumns, Error> {
    columns.check_lengths()?;
    let kernel = Kernel { columns, rounding };
    let rules = &coverage.compiled.rules;
    let counts: Vec<bool> = rules.iter().map(counts).listed();
    let mut answer = ReimbursedColumns::with_capacity(columns.acts.care_type.len());
    let mut waiting = Vec::new();
    let mut problems = Problems::default();
    let mut broken = None;
    Rows::new(&coverage, &columns.acts).each(|row, decided| {
        let given = columns.given(&mut problems, row);
        let decided = match decided {
            Ok(decided) if problems.is_empty() => decided,
            decided => {
                let mut diagnostics: Vec<Diagnostic> = decided.err().unwrap_or_default();
                diagnostics.extend(std::mem::take(&mut problems).into_diagnostics());
                return answer.push_invalid(diagnostics);
            }
        };
        if decided.outcome != ActOutcome::Covered {
            return answer.push(decided.outcome, NO_GUARANTEE, Paid::default());
        }
        let guarantee = usize::try_from(decided.first).unwrap_or_default();
        let (outcome, paid) = match rules.get(guarantee) {
            Some(GuaranteeRule::Ready(rule)) => {
                let has_unit = columns.unit.get(row).is_some_and(|unit| *unit != 0);
                if has_unit && counts.get(guarantee) == Some(&true) {
                    waiting.push(row);
                    (ActOutcome::Covered, Paid::default())
                } else {
                    kernel.paid(row, &given, rule, &mut NoLedger)
                }
            }
            Some(GuaranteeRule::Opaque) => (ActOutcome::Undetermined, Paid::default()),
            Some(GuaranteeRule::Broken) | None => {
                broken = broken.or(Some(guarantee));
                (ActOutcome::Undetermined, Paid::default())
            }
        };
        answer.push(outcome, decided.first, paid);
    });
    if let Some(guarantee) = broken {
        return Err(errors_of_rule(coverage.compiled, guarantee));
    }
    let mut ledger = UnitLedger::default();
    each_unit(columns, &waiting, &mut |rows| {
        ledger.clear();
        for row in rows {
            let guarantee = answer.guarantees.get(*row).and_then(|guarantee| usize::try_from(*guarantee).ok());
            let Some(GuaranteeRule::Ready(rule)) = guarantee.and_then(|guarantee| rules.get(guarantee)) else {
                continue;
            };
            ledger.row = columns.codes(*row);
            let given = columns.given(&mut problems, *row);
            let (outcome, paid) = kernel.paid(*row, &given, rule, &mut ledger);
            answer.set(*row, outcome, paid);
        }
    });
    Ok(answer)
}

/// Whether an act uses something that a later one lacks.
fn counts(rule: &GuaranteeRule) -> bool {
    let GuaranteeRule::Ready(rule) = rule else { return false };
    let limits = rule.components.iter().flat_map(|component| &component.limits).chain(&rule.limits);
    limits.into_iter().any(|limit| limit.period != Period::Act)
}

struct Kernel<'c> {
    columns: &'c PricedColumns<'c>,
    rounding: Rounding,
}

impl Kernel<'_> {
    /// What a rule pays for a row.
    fn paid(&self, row: usize, given: &GivenAmounts, rule: &Rule, ledger: &mut dyn Ledger) -> (ActOutcome, Paid) {
        let undetermined = (ActOutcome::Undetermined, Paid::default());
        let Some(amounts) = self.columns.amounts_of(row, given, self.columns.codes(row)) else { return undetermined };
        let (date, rounding) = (self.columns.date(row), self.rounding);
        let question = Question { act: &amounts, date, rounding, before: ZERO };
        question.answer(rule, ledger).map_or(undetermined, |ladder| {
            let paid = Paid {
                complementary: ladder.complementary.0,
                secu_paid: ladder.secu_paid.0,
                out_of_pocket: ladder.out_of_pocket.0,
            };
            (ActOutcome::Covered, paid)
        })
    }
}
