//! What does a coverage decide for each row of a piece?
//!
//! ```text
//! band of ages   the answer for every age in it, where that is one; else the row is undetermined, because a condition cuts the band
//! ```
//! DECISION: a band in which a condition changes, but not the answer, is decided. Case: simulate/band-of-one-answer

use crate::coverage::batch::bits::{Answer, NO_GUARANTEE};
use crate::coverage::batch::columns::{ActColumns, Rows};
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::batch::evaluation::{INVALID_ACT, MAX_INVALID_ACTS, outcome_code};
use crate::coverage::claims::columns::{ClaimColumns, NO_BAND};
use crate::coverage::facts::table::ActFact;
use crate::coverage::simulate::codes::PieceCodes;
use crate::coverage::simulate::side::{UNDETERMINED, Verdict};
use crate::ground::diagnostics::diagnostic::Diagnostic;
use crate::ground::document::decode::MAX_AGE;

/// The answers of a coverage for a piece.
pub(crate) struct Decided {
    pub(crate) verdicts: Vec<Verdict>,
    /// The rows whose band a condition cuts.
    bands: Vec<usize>,
    /// Of the first rows whose codes are none: what is wrong.
    problems: Vec<(usize, Vec<Diagnostic>)>,
    pub(crate) codes: PieceCodes,
}

/// Why a row is not valid for a catalogue.
pub(crate) enum Wrong<'d> {
    Codes(&'d Diagnostic),
    /// A fact, and the column from which another value is derived.
    Contradiction(ActFact, &'static str),
}

impl Decided {
    /// `ages`: those of the rows, of a band its lower end.
    pub(crate) fn new(coverage: &CodedCoverage<'_>, claims: &ClaimColumns<'_>, ages: &[u8]) -> Self {
        let codes = PieceCodes::of(coverage, claims);
        let columns = codes.columns(claims, ages);
        let mut verdicts = Vec::with_capacity(columns.care_type.len());
        let mut problems = Vec::new();
        Rows::new(coverage, &columns).each(|row, answer| {
            verdicts.push(match answer {
                Ok(Answer { outcome, first }) => Verdict { outcome: outcome_code(outcome), guarantee: first },
                Err(diagnostics) => {
                    if problems.len() < MAX_INVALID_ACTS {
                        problems.push((row, diagnostics));
                    }
                    INVALID
                }
            });
        });
        let mut bands = Vec::new();
        for (row, band) in claims.age_band.iter().enumerate().filter(|(_, band)| **band != NO_BAND) {
            let is_asked = claims.acts.acts.member_age.get(row).is_none_or(|age| *age > MAX_AGE);
            if is_asked && is_cut(coverage, &columns, (row, *band), verdicts.get(row)) {
                bands.push(row);
                verdicts.get_mut(row).into_iter().for_each(|verdict| *verdict = BAND);
            }
        }
        for (row, ..) in &codes.contradictions {
            verdicts.get_mut(*row).into_iter().for_each(|verdict| *verdict = INVALID);
        }
        Decided { verdicts, bands, problems, codes }
    }

    #[inline(always)]
    pub(crate) fn verdict(&self, row: usize) -> Verdict {
        self.verdicts.get(row).copied().unwrap_or(INVALID)
    }

    /// Whether a condition cuts the row's band.
    pub(crate) fn is_cut(&self, row: usize) -> bool {
        self.bands.binary_search(&row).is_ok()
    }

    /// Which of its codes is none, of one of the first rows.
    pub(crate) fn wrong_codes(&self, row: usize) -> Option<&Diagnostic> {
        self.problems.iter().find(|(of, _)| *of == row).and_then(|(_, diagnostics)| diagnostics.first())
    }

    /// Why a row is not valid, of one of the first.
    pub(crate) fn wrong(&self, row: usize) -> Option<Wrong<'_>> {
        let contradiction = || self.codes.contradictions.iter().find(|(of, ..)| *of == row);
        self.wrong_codes(row)
            .map(Wrong::Codes)
            .or_else(|| contradiction().map(|(_, fact, from)| Wrong::Contradiction(*fact, from)))
    }
}

const INVALID: Verdict = Verdict { outcome: INVALID_ACT, guarantee: NO_GUARANTEE };
const BAND: Verdict = Verdict { outcome: UNDETERMINED, guarantee: NO_GUARANTEE };

/// The last age of a band.
pub(crate) fn last_of_band(band: u8) -> u8 {
    match band {
        0 => 19,
        80.. => MAX_AGE,
        _ => band.saturating_add(9),
    }
}

/// Whether the answer for some age of a band is another than that for its first.
fn is_cut(
    coverage: &CodedCoverage<'_>,
    columns: &ActColumns<'_>,
    (row, band): (usize, u8),
    first: Option<&Verdict>,
) -> bool {
    if first.is_none_or(|first| first.outcome == INVALID_ACT) {
        return false;
    }
    let begins = |age: &u8| coverage.encoded.bits.parts_ages(*age);
    (band.saturating_add(1)..=last_of_band(band)).filter(begins).any(|age| {
        let Answer { outcome, first: guarantee } = coverage.answer(&columns.act_of_age(row, age));
        first != Some(&Verdict { outcome: outcome_code(outcome), guarantee })
    })
}
