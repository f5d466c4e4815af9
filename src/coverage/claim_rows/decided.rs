//! Which guarantee covers each of many claims?

use std::collections::BTreeMap;

use crate::coverage::batch::bits::NO_GUARANTEE;
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::batch::evaluation::INVALID_ACT;
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::claims::columns::{ClaimColumns, Unreadable};
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::facts::act::CARE_TYPE;
use crate::coverage::facts::table::ActFact;
use crate::coverage::simulate::decide::Decided;
use crate::coverage::simulate::piece::{Numbers, check, text};
use crate::coverage::simulate::side::Verdict;
use crate::coverage::simulate::why::{Why, of_code, of_contradiction, of_diagnostic};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::sentences as say;

/// What is decided of many claims, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DecidedClaims {
    /// By row: the outcome, a position in [`OUTCOME_CODES`](crate::batch::OUTCOME_CODES).
    pub outcomes: Vec<u8>,
    /// By row: the position of the first guarantee that certainly matches; −1 where there is none.
    pub guarantees: Vec<i32>,
    /// The rows that are `invalid_act`, sorted: those that could not be read, and those that contradict themselves.
    pub invalid: Vec<Unreadable>,
}

/// Decides each row. What is charged is not looked at.
///
/// # Errors
/// `wrong_type` for columns of different lengths, `out_of_range` for a text that has no name.
pub(crate) fn evaluate_claims(coverage: &CodedCoverage<'_>, claims: &ClaimColumns<'_>) -> Result<DecidedClaims, Error> {
    let charged = vec![0; claims.care_type.codes.len()];
    let claims = &ClaimColumns { acts: PricedColumns { charged: &charged, ..claims.acts }, ..claims.clone() };
    let rows = DecidedRows::new(coverage, claims)?;
    let mut answer = DecidedClaims::default();
    rows.each(|row, verdict| {
        let Verdict { outcome, guarantee } = verdict.unwrap_or_else(|invalid| {
            answer.invalid.push(invalid);
            INVALID
        });
        debug_assert_eq!(answer.outcomes.len(), row);
        answer.outcomes.push(outcome);
        answer.guarantees.push(guarantee);
    });
    Ok(answer)
}

const INVALID: Verdict = Verdict { outcome: INVALID_ACT, guarantee: NO_GUARANTEE };

/// The rows of a piece, decided.
pub(crate) struct DecidedRows<'r, 'c> {
    claims: &'r ClaimColumns<'c>,
    decided: Decided,
    contradictions: BTreeMap<usize, (ActFact, &'static str)>,
}

impl<'r, 'c> DecidedRows<'r, 'c> {
    /// # Errors
    /// `wrong_type` for columns of different lengths, `missing_field` without what was charged, `out_of_range` for a text that has no name.
    pub(crate) fn new(coverage: &CodedCoverage<'_>, claims: &'r ClaimColumns<'c>) -> Result<Self, Error> {
        check(claims, None)?;
        let decided = Decided::new(coverage, claims, Numbers::of_checked(claims).ages(claims));
        let mut contradictions = BTreeMap::new();
        for (row, fact, from) in &decided.codes.contradictions {
            contradictions.entry(*row).or_insert((*fact, *from));
        }
        Ok(DecidedRows { claims, contradictions, decided })
    }

    /// Takes each row: what is decided, or why it is no act.
    #[inline(always)]
    pub(crate) fn each(&self, mut take: impl FnMut(usize, Result<Verdict, Unreadable>)) {
        let mut unreadable = self.claims.unreadable.iter().peekable();
        for row in 0..self.claims.care_type.codes.len() {
            let reader = unreadable.next_if(|of| usize::try_from(of.row).is_ok_and(|of| of <= row));
            let verdict = self.decided.verdict(row);
            take(
                row,
                match reader {
                    None if verdict.outcome != INVALID_ACT => Ok(verdict),
                    None => Err(self.invalid(row, self.why(row))),
                    Some(reader) => Err(reader.clone()),
                },
            );
        }
    }

    #[inline(never)]
    fn why(&self, row: usize) -> Why {
        if text(&self.claims.care_type, row).is_none() {
            return of_code(Code::MissingField, say::missing_field(CARE_TYPE));
        }
        match (self.decided.wrong_codes(row), self.contradictions.get(&row)) {
            (Some(diagnostic), _) => of_diagnostic(diagnostic),
            (None, Some((fact, from))) => of_contradiction(*fact, from),
            (None, None) => Why::default(),
        }
    }

    /// A row that is no act.
    pub(crate) fn invalid(&self, row: usize, (says, column): Why) -> Unreadable {
        let line = self.claims.lines.get(row).copied().unwrap_or_default();
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        Unreadable { row, reason: InvalidReason::InvalidAct, line, says, column }
    }
}
