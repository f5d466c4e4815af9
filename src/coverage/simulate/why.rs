//! Why is a row in no sum? A sentence and the column, for the first rows.

use std::num::Saturating;

use crate::coverage::batch::bits::Answer;
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::claims::columns::{ClaimColumns, NO_BAND, Unreadable};
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::said::RowMessage;
use crate::coverage::decision::{ActOutcome, Decision};
use crate::coverage::facts::act::CARE_TYPE;
use crate::coverage::facts::missing::MissingFacts;
use crate::coverage::facts::table::ActFact;
use crate::coverage::reimburse::money::show_count;
use crate::coverage::simulate::decide::{Decided, Wrong, last_of_band};
use crate::coverage::simulate::pay::Row;
use crate::coverage::simulate::piece::{Numbers, text};
use crate::coverage::simulate::sums::accumulator::Accumulator;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Diagnostic;
use crate::ground::diagnostics::message::Says;
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::listed::Listed;

/// What is said, and the column that it is about.
pub(crate) type Why = (RowMessage, Option<String>);

/// Why a row cannot be read.
pub(crate) enum NotRead<'r> {
    /// Its reader says so.
    Reader(&'r Unreadable),
    /// Its weight, in 1/10,000.
    Weight(i64),
    /// What its amounts say.
    Amounts(Vec<Diagnostic>),
}

impl<'r> NotRead<'r> {
    /// None for a row that can be read.
    #[inline(never)]
    pub(crate) fn of(
        columns: &PricedColumns<'_>,
        row: usize,
        reader: Option<&'r Unreadable>,
        weight: Result<i64, i64>,
    ) -> Option<Self> {
        let nothing = Answer::nothing(ActOutcome::NotCovered);
        match (reader, weight) {
            (Some(reader), _) => Some(NotRead::Reader(reader)),
            (None, Err(weight)) => Some(NotRead::Weight(weight)),
            (None, Ok(_)) => columns.readable(row, Ok(nothing)).err().map(NotRead::Amounts),
        }
    }

    pub(crate) fn refuse(&self, sums: &mut Accumulator, row: &Row) {
        let (reason, line) = match self {
            NotRead::Reader(reader) => (reader.reason, reader.line),
            NotRead::Weight(_) => (InvalidReason::WrongValue, row.line),
            NotRead::Amounts(_) => (InvalidReason::InvalidAct, row.line),
        };
        sums.refuse(row.place, reason, line, &mut || match self {
            NotRead::Reader(reader) => (reader.says.clone(), reader.column.clone()),
            NotRead::Weight(weight) => {
                let weight = show_count(Saturating(*weight));
                (RowMessage::of_row(say::row_weight(&weight)), Some("weight".to_owned()))
            }
            NotRead::Amounts(diagnostics) => diagnostics.first().map(of_diagnostic).unwrap_or_default(),
        });
    }
}

/// Why a coverage does not decide a row.
#[inline(never)]
pub(crate) fn undecided(
    coverage: &CodedCoverage<'_>,
    claims: &ClaimColumns<'_>,
    numbers: &Numbers,
    (decided, row): (&Decided, usize),
    reason: InvalidReason,
) -> Why {
    let care_type = text(&claims.care_type, row);
    match reason {
        InvalidReason::UnknownCareType => {
            let says = say::unknown_care_type(care_type.unwrap_or_default(), None);
            of_code(Code::UnknownCareType, says)
        }
        InvalidReason::Band => {
            let band = claims.age_band.get(row).copied().unwrap_or(NO_BAND);
            let last = last_of_band(band);
            (RowMessage::of_row(say::row_band(band, last)), Some("age_band".to_owned()))
        }
        InvalidReason::Ambiguous | InvalidReason::Undetermined => {
            let codes = decided.codes.columns(claims, numbers.ages(claims)).act_of(row);
            let Some(of) = codes.care_type() else { return Why::default() };
            let facts = coverage.encoded.vocabulary.facts(&codes);
            let decision = Decision::of(coverage.compiled, of, &coverage.compiled.applicable(of, facts));
            if reason == InvalidReason::Ambiguous {
                let names =
                    decision.guarantees.iter().map(|guarantee| coverage.compiled.model.guarantee_name(*guarantee));
                return (RowMessage::of_row(say::row_guarantees(names.listed().as_slice())), None);
            }
            let waiting = decision.undetermined.into_iter();
            let missing = waiting.fold(MissingFacts::default(), |all, waiting| all.union(waiting.missing)).names();
            (RowMessage::of_row(say::row_facts(missing.as_slice())), missing.first().map(|name| (*name).to_owned()))
        }
        _ if care_type.is_none() => of_code(Code::MissingField, say::missing_field(CARE_TYPE)),
        _ => match decided.wrong(row) {
            Some(Wrong::Codes(diagnostic)) => of_diagnostic(diagnostic),
            Some(Wrong::Contradiction(fact, from)) => of_contradiction(fact, from),
            None => Why::default(),
        },
    }
}

/// A fact that contradicts what is derived from a column.
pub(crate) fn of_contradiction(fact: ActFact, from: &str) -> Why {
    (RowMessage::of_row(say::row_contradiction(from, fact.name())), Some(from.to_owned()))
}

/// A sentence of a code, about the care type.
pub(crate) fn of_code(code: Code, says: Says<'_>) -> Why {
    (RowMessage { code: Some(code), ..RowMessage::of_row(says) }, Some(CARE_TYPE.to_owned()))
}

/// What a diagnostic of an act says; its column is the field.
pub(crate) fn of_diagnostic(diagnostic: &Diagnostic) -> Why {
    let column = diagnostic.pointer.trim_start_matches('/');
    (RowMessage::of(diagnostic), Some(column.to_owned()).filter(|column| !column.is_empty()))
}
