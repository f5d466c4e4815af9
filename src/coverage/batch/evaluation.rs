//! What a batch answers: two arrays with an entry for each act, and the acts that could not be read.

use serde::Serialize;

use crate::coverage::batch::bits::{Answer, NO_GUARANTEE};
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::decision::ActOutcome;
use crate::coverage::facts::act::CareAct;
use crate::ground::diagnostics::diagnostic::Diagnostic;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// The outcomes of a batch; [`Evaluation::outcomes`] holds positions in this list.
pub const OUTCOME_CODES: [&str; 6] =
    ["not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type", "invalid_act"];

/// So many of the acts that cannot be read are listed with their diagnostics.
pub const MAX_INVALID_ACTS: usize = 1_000;

const COVERED: u8 = 1;
pub(crate) const INVALID_ACT: u8 = 5;
/// Among the counts.
const FIRST_GUARANTEE: usize = OUTCOME_CODES.len();

/// The answers for many acts, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Evaluation {
    /// By act: the outcome, a position in [`OUTCOME_CODES`].
    pub outcomes: Vec<u8>,
    /// By act: the position of the first guarantee that certainly matches; −1 where there is none.
    pub guarantees: Vec<i32>,
    /// The first [`MAX_INVALID_ACTS`] acts that could not be read.
    pub invalid: Vec<InvalidAct>,
    /// How many acts have an outcome, in the order of the codes, but for [`COVERED`]; then how many each guarantee alone covers. It ends
    /// where only zeros would follow.
    counts: Vec<usize>,
}

/// An act of a batch that could not be read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct InvalidAct {
    /// Its position in the batch, from 0.
    pub index: usize,
    /// The line of the text on which it begins, from 1; none where the batch is no text.
    pub line: Option<usize>,
    /// Why; pointers are relative to the act.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many acts of a batch have an outcome, and how many each guarantee covers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EvaluationSummary<'a> {
    /// By outcome, in the order of [`OUTCOME_CODES`].
    pub by_outcome: [(&'static str, usize); 6],
    /// By guarantee, in payload order: the acts that it alone covers.
    pub by_guarantee: Vec<(&'a str, usize)>,
}

impl Evaluation {
    /// How many acts have each outcome, and how many each of these guarantees alone covers.
    pub(crate) fn counted<'a>(&self, guarantees: &'a [String]) -> EvaluationSummary<'a> {
        let mut counts = self.counts().chain(std::iter::repeat(0));
        let mut next = || counts.next().unwrap_or_default();
        let by_outcome = OUTCOME_CODES.map(|code| (code, next()));
        let by_guarantee = guarantees.iter().map(|name| (name.as_str(), next())).listed();
        EvaluationSummary { by_outcome, by_guarantee }
    }

    /// By outcome, then by guarantee as far as there is one that covers an act.
    pub(crate) fn counts(&self) -> impl Iterator<Item = usize> {
        let covered = self.counts.iter().skip(FIRST_GUARANTEE).sum();
        let count = move |kind| match self.counts.get(kind) {
            _ if kind == usize::from(COVERED) => covered,
            count => count.copied().unwrap_or_default(),
        };
        (0..self.counts.len().max(FIRST_GUARANTEE)).map(count)
    }

    pub(crate) fn with_capacity(acts: usize) -> Self {
        let (outcomes, guarantees) = (Vec::with_capacity(acts), Vec::with_capacity(acts));
        Evaluation { outcomes, guarantees, ..Evaluation::default() }
    }

    #[inline(always)]
    pub(crate) fn push(&mut self, answer: Answer) {
        let outcome = outcome_code(answer.outcome);
        self.outcomes.push(outcome);
        self.guarantees.push(answer.first);
        let guarantee = usize::try_from(answer.first).unwrap_or_default();
        let covered = FIRST_GUARANTEE.wrapping_add(guarantee);
        self.count(if outcome == COVERED { covered } else { usize::from(outcome) }, 1);
    }

    /// Adds an act that could not be read. `before`: the acts before this batch, and how many of them are listed.
    pub(crate) fn push_invalid(
        &mut self,
        line: Option<usize>,
        before: usize,
        listed: usize,
        diagnostics: Vec<Diagnostic>,
    ) {
        if listed.saturating_add(self.invalid.len()) < MAX_INVALID_ACTS {
            let index = before.saturating_add(self.outcomes.len());
            self.invalid.push(InvalidAct { index, line, diagnostics });
        }
        self.outcomes.push(INVALID_ACT);
        self.guarantees.push(NO_GUARANTEE);
        self.count(usize::from(INVALID_ACT), 1);
    }

    /// Adds what the same [`TextBatch`](crate::batch::TextBatch) answered next. It numbers its acts and lines over the whole text; the positions
    /// of invalid acts of any other batch begin at 0 again and would be wrong here.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::batch::{TextBatch, TextFormat};
    #[doc = include_str!("../../api/example.txt")]
    /// let mut batch = TextBatch::new(TextFormat::Csv);
    /// let mut evaluation = batch.push(&coverage, b"care_type\nCROWN\n")?;
    /// evaluation.append(batch.finish(&coverage)?);
    /// assert_eq!(evaluation.outcomes.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn append(&mut self, next: Evaluation) {
        self.outcomes.extend(next.outcomes);
        self.guarantees.extend(next.guarantees);
        self.invalid.extend(next.invalid);
        next.counts.into_iter().enumerate().for_each(|(kind, acts)| self.count(kind, acts));
    }

    #[inline(always)]
    fn count(&mut self, kind: usize, acts: usize) {
        match self.counts.get_mut(kind) {
            Some(count) => *count = count.wrapping_add(acts),
            None => self.count_first(kind, acts),
        }
    }

    /// Of a kind beyond those that there were.
    #[cold]
    #[inline(never)]
    fn count_first(&mut self, kind: usize, acts: usize) {
        self.counts.resize(kind, 0);
        self.counts.push(acts);
    }
}

#[inline(always)]
pub(crate) const fn outcome_code(outcome: ActOutcome) -> u8 {
    match outcome {
        ActOutcome::NotCovered => 0,
        ActOutcome::Covered => COVERED,
        ActOutcome::Ambiguous => 2,
        ActOutcome::Undetermined => 3,
        ActOutcome::UnknownCareType => 4,
    }
}

/// Many acts at once, in their order. An act that cannot be read is `invalid_act`.
pub(crate) fn evaluate(coverage: CodedCoverage<'_>, acts: &[Json]) -> Evaluation {
    let mut evaluation = Evaluation::with_capacity(acts.len());
    for act in acts {
        match CareAct::decode(act, &coverage.compiled.tables.options.derive) {
            Ok(act) => evaluation.push(coverage.answer(&coverage.encoded.vocabulary.codes(&act))),
            Err(error) => evaluation.push_invalid(None, 0, 0, error.into_diagnostics()),
        }
    }
    evaluation
}
