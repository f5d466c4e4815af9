//! What does the covering guarantee pay for each of many claims?

use crate::coverage::batch::bits::Answer;
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::bulk::answer::ReimbursedColumns;
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::kernel::{Asked, Kernel, usual};
use crate::coverage::bulk::order::{are_in_order, each_unit};
use crate::coverage::bulk::plan::keys;
use crate::coverage::bulk::row::entry;
use crate::coverage::claim_rows::decided::DecidedRows;
use crate::coverage::claim_rows::units::UnitColumns;
use crate::coverage::claims::columns::{ClaimColumns, Names, Unreadable};
use crate::coverage::decision::ActOutcome;
use crate::coverage::reimburse::answer::errors_of_rule;
use crate::coverage::reimburse::money::ZERO;
use crate::coverage::simulate::side::{COVERED, Verdict};
use crate::coverage::simulate::why::of_diagnostic;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::exact::amount::Rounding;

/// What is paid for many claims, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PaidClaims {
    /// By row, as of [`Coverage::reimburse_columns`](crate::Coverage::reimburse_columns). Its `invalid` is empty.
    pub columns: ReimbursedColumns,
    /// The rows that are `invalid_act`, sorted: those that could not be read, and those that contradict themselves.
    pub invalid: Vec<Unreadable>,
}

/// Pays for each row. The rows of a unit, in any order, are counted together.
///
/// # Errors
/// `wrong_type` for columns of different lengths, `missing_field` without what was charged, `out_of_range` for a text that has no name; the
/// errors of a rule that a row asks.
pub(crate) fn reimburse_claims(
    coverage: &CodedCoverage<'_>,
    claims: &ClaimColumns<'_>,
    unit: Option<&Names<'_>>,
    rounding: Rounding,
) -> Result<PaidClaims, Error> {
    let rows = DecidedRows::new(coverage, claims)?;
    let units = UnitColumns::of(claims, unit);
    let mut kernel = Kernel::new(&coverage.compiled.rules, keys(&coverage.compiled.rules), rounding);
    paid(coverage, claims, &rows, &units, &mut kernel)
}

/// Pays for the rows of a piece, whose units have numbers.
///
/// # Errors
/// Those of a rule that a row asks.
pub(crate) fn paid(
    coverage: &CodedCoverage<'_>,
    claims: &ClaimColumns<'_>,
    rows: &DecidedRows<'_, '_>,
    units: &UnitColumns,
    kernel: &mut Kernel<'_>,
) -> Result<PaidClaims, Error> {
    let UnitColumns { unit, beneficiary, stay_id } = units;
    let columns = &PricedColumns { unit, beneficiary, stay_id, ..claims.acts };
    let others = columns.others();
    let waits = !are_in_order(columns);
    let mut answer = ReimbursedColumns::of(claims.care_type.codes.len());
    let (mut invalid, mut waiting, mut broken) = (Vec::new(), Vec::new(), None);
    rows.each(|row, verdict| {
        let Verdict { outcome, guarantee } = match verdict {
            Ok(verdict) => verdict,
            Err(unreadable) => {
                answer.set_invalid_row(row);
                return invalid.push(unreadable);
            }
        };
        let small = usual(columns, &others, row);
        if small.is_none()
            && let Err(diagnostics) = columns.readable(row, Ok(Answer::nothing(ActOutcome::NotCovered)))
        {
            answer.set_invalid_row(row);
            return invalid.push(rows.invalid(row, diagnostics.first().map(of_diagnostic).unwrap_or_default()));
        }
        if outcome != COVERED {
            return answer.set_outcome(row, outcome);
        }
        let position = usize::try_from(guarantee).unwrap_or_default();
        if waits && kernel.counts(position) && entry(columns.unit, row, 0) != 0 {
            waiting.push(row);
            return answer.set_guarantee(row, guarantee);
        }
        match kernel.paid(&Asked { columns, row, small: small.as_ref() }, position, ZERO, None) {
            Some((outcome, paid)) => answer.set(row, outcome, guarantee, paid),
            None => broken = broken.or(Some(position)),
        }
    });
    if let Some(guarantee) = broken {
        return Err(errors_of_rule(coverage.compiled, guarantee));
    }
    each_unit(columns, &waiting, &mut |row| {
        let Some(guarantee) = answer.guarantees.get(row).copied() else { return };
        let small = usual(columns, &others, row);
        let asked = Asked { columns, row, small: small.as_ref() };
        let paid = kernel.paid(&asked, usize::try_from(guarantee).unwrap_or_default(), ZERO, None);
        paid.into_iter().for_each(|(outcome, paid)| answer.set(row, outcome, guarantee, paid));
    });
    answer.general = kernel.general;
    Ok(PaidClaims { columns: answer, invalid })
}
