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
use crate::coverage::bulk::answer::ReimbursedColumns;
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::kernel::{Asked, Kernel, usual};
use crate::coverage::bulk::order::{are_in_order, each_unit};
use crate::coverage::bulk::plan::keys;
use crate::coverage::bulk::row::entry;
use crate::coverage::decision::ActOutcome;
use crate::coverage::reimburse::answer::errors_of_rule;
use crate::coverage::reimburse::money::ZERO;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::exact::amount::Rounding;

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
    let mut answer = ReimbursedColumns::of(columns.acts.care_type.len());
    let mut kernel = Kernel::new(&coverage.compiled.rules, keys(&coverage.compiled.rules), rounding);
    let others = columns.others();
    let waits = !are_in_order(columns);
    let (mut waiting, mut broken) = (Vec::new(), None);
    Rows::new(&coverage, &columns.acts).each(|row, decided| {
        let small = usual(columns, &others, row);
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
        let Some((outcome, paid)) = kernel.paid(&Asked { columns, row, small: small.as_ref() }, guarantee, ZERO, None)
        else {
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
        let small = usual(columns, &others, row);
        let asked = Asked { columns, row, small: small.as_ref() };
        let paid = kernel.paid(&asked, usize::try_from(first).unwrap_or_default(), ZERO, None);
        paid.into_iter().for_each(|(outcome, paid)| answer.set(row, outcome, first, paid));
    });
    answer.general = kernel.general;
    Ok(answer)
}
