//! What does the covering guarantee pay for each row?
//!
//! ```text
//! rows in the order in which they are counted   one after the other
//! else                                          those whose limits are counted come last, by unit and care date
//! ```
//! DECISION: a row without unit is counted alone, as an act without counters. Case: reimburse_columns/without-unit
//! DECISION: of several matching guarantees none is named, as in `reimburse`. Case: reimburse_columns/ambiguous

use crate::coverage::batch::columns::Rows;
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::bulk::answer::{Paid, ReimbursedColumns};
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::ledger::UnitLedger;
use crate::coverage::bulk::order::{are_in_order, each_unit};
use crate::coverage::bulk::plan::{Plan, counts, plans};
use crate::coverage::bulk::quick::{Small, counted};
use crate::coverage::bulk::row::entry;
use crate::coverage::decision::ActOutcome;
use crate::coverage::reimburse::answer::errors_of_rule;
use crate::coverage::reimburse::formula::Question;
use crate::coverage::reimburse::money::ZERO;
use crate::coverage::rule::model::Rule;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::exact::amount::Rounding;
use crate::ground::small::intern::Interner;

/// Many acts with amounts, in columns.
///
/// # Errors
/// `wrong_type` for a column that is neither empty nor as long as that of the care types, `missing_field` without what was charged; the errors of a rule that a row asks.
pub(crate) fn reimburse_columns(
    coverage: CodedCoverage<'_>,
    columns: &PricedColumns<'_>,
    rounding: Rounding,
) -> Result<ReimbursedColumns, Error> {
    columns.check_lengths()?;
    let mut keys = Interner::default();
    let plans = plans(&coverage.compiled.rules, &mut keys);
    let mut answer = ReimbursedColumns::of(columns.acts.care_type.len());
    let mut kernel = Kernel { columns, plans, rounding, ledger: UnitLedger::new(keys), general: 0 };
    let others = columns.others();
    let waits = !are_in_order(columns);
    let (mut waiting, mut broken) = (Vec::new(), None);
    Rows::new(&coverage, &columns.acts).each(|row, decided| {
        let small = Small::of(columns, row).filter(|_| others.are_usual(row));
        let decided = match decided {
            Ok(decided) if small.is_some() => decided,
            decided => match columns.readable(row, decided) {
                Ok(decided) => decided,
                Err(diagnostics) => return answer.set_invalid(row, diagnostics),
            },
        };
        if decided.outcome != ActOutcome::Covered {
            return answer.set_undecided(row, decided.outcome);
        }
        let guarantee = usize::try_from(decided.first).unwrap_or_default();
        if waits && kernel.counts(guarantee) && entry(columns.unit, row, 0) != 0 {
            waiting.push(row);
            return answer.set_guarantee(row, decided.first);
        }
        let Some((outcome, paid)) = kernel.paid(row, guarantee, small.as_ref()) else {
            broken = broken.or(Some(guarantee));
            return;
        };
        answer.set(row, outcome, decided.first, paid);
    });
    if let Some(guarantee) = broken {
        return Err(errors_of_rule(coverage.compiled, guarantee));
    }
    each_unit(columns, &waiting, &mut |row| {
        let Some(first) = answer.guarantees.get(row).copied() else { return };
        let small = Small::of(columns, row).filter(|_| others.are_usual(row));
        let paid = kernel.paid(row, usize::try_from(first).unwrap_or_default(), small.as_ref());
        paid.into_iter().for_each(|(outcome, paid)| answer.set(row, outcome, first, paid));
    });
    answer.general = kernel.general;
    Ok(answer)
}

struct Kernel<'c> {
    columns: &'c PricedColumns<'c>,
    /// By guarantee.
    plans: Vec<Plan<'c>>,
    rounding: Rounding,
    ledger: UnitLedger,
    /// The rows that went the general way.
    general: usize,
}

impl Kernel<'_> {
    /// Whether what the acts of a guarantee use may be lacking later.
    fn counts(&self, guarantee: usize) -> bool {
        match self.plans.get(guarantee) {
            Some(Plan::Quick(_, quick)) => quick.counts(),
            Some(Plan::General(rule)) => counts(rule),
            Some(Plan::Opaque | Plan::Broken) | None => false,
        }
    }

    /// What a guarantee pays for a row; none where its rule is broken.
    #[inline(always)]
    fn paid(&mut self, row: usize, guarantee: usize, small: Option<&Small>) -> Option<(ActOutcome, Paid)> {
        let Kernel { columns, plans, rounding, ledger, .. } = self;
        let rule = match plans.get(guarantee)? {
            Plan::Opaque => return Some((ActOutcome::Undetermined, Paid::default())),
            Plan::Broken => return None,
            Plan::General(rule) => *rule,
            Plan::Quick(rule, quick) => {
                let paid = small.and_then(|small| {
                    small.paid(quick, *rounding, |limit, act| {
                        ledger.enter(entry(columns.unit, row, 0));
                        counted(columns, row, ledger, limit, &act)
                    })
                });
                match paid {
                    Some(paid) => return Some((ActOutcome::Covered, paid)),
                    None => *rule,
                }
            }
        };
        Some(self.generally(row, rule))
    }

    /// What a rule pays for a row without problems, by the formula of `reimburse`.
    #[inline(never)]
    fn generally(&mut self, row: usize, rule: &Rule) -> (ActOutcome, Paid) {
        self.general = self.general.saturating_add(1);
        self.ledger.row = self.columns.codes(row);
        self.ledger.enter(self.ledger.row.unit);
        let undetermined = (ActOutcome::Undetermined, Paid::default());
        let given = self.columns.given(&mut Problems::default(), row);
        let Some(amounts) = self.columns.amounts_of(row, &given) else { return undetermined };
        let (date, rounding) = (self.columns.date(row), self.rounding);
        let question = Question { act: &amounts, date, rounding, before: ZERO };
        question.answer(rule, &mut self.ledger).map_or(undetermined, |ladder| {
            let paid = Paid {
                complementary: ladder.complementary.0,
                secu_paid: ladder.secu_paid.0,
                out_of_pocket: ladder.out_of_pocket.0,
            };
            (ActOutcome::Covered, paid)
        })
    }
}
