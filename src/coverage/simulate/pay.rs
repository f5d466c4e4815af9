//! What comes of a row that was decided: paid under both sides and summed, or counted under a reason.
//!
//! ```text
//! reason   what the first side that does not decide the row says of it; after that, what a rule needs and the row lacks
//! ```
//! DECISION: a row that one side does not decide cuts nothing off in the other. Case: simulate/limit-of-a-row-in-no-sum

use crate::coverage::bulk::kernel::Asked;
use crate::coverage::bulk::secu::secu_paid;
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::said::RowMessage;
use crate::coverage::simulate::setup::Sides;
use crate::coverage::simulate::side::{COVERED, Cut, NOT_COVERED, UNDETERMINED, Verdict};
use crate::coverage::simulate::sums::accumulator::Accumulator;
use crate::coverage::simulate::sums::row::{LimitHit, Place, SeenRow, SideAnswer, Whose};
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::sentences as say;
use crate::ground::exact::amount::Rounding;

/// What is known of a row before it is paid.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) place: Place,
    pub(crate) line: u32,
    pub(crate) weight: i64,
    pub(crate) charged: i64,
    pub(crate) whose: Whose,
    pub(crate) group: u32,
    pub(crate) are_limits_left_out: bool,
    /// Whether it is counted under a reason already.
    pub(crate) is_refused: bool,
}

/// Whether a side decides a row.
#[inline(always)]
pub(crate) const fn is_computed(outcome: u8) -> bool {
    matches!(outcome, COVERED | NOT_COVERED)
}

/// Pays rows and sums what is paid.
pub(crate) struct Payer<'p, 's> {
    pub(crate) sides: Sides<'s>,
    pub(crate) sums: &'p mut Accumulator,
    rounding: Rounding,
    cuts: Vec<Cut>,
}

impl<'p, 's> Payer<'p, 's> {
    pub(crate) fn new(sides: Sides<'s>, sums: &'p mut Accumulator, rounding: Rounding) -> Self {
        Payer { sides, sums, rounding, cuts: Vec::new() }
    }

    /// Pays a row. `verdicts`: what each coverage decides, those of the draft last.
    ///
    /// # Errors
    /// Those of a rule that should pay.
    #[inline(always)]
    pub(crate) fn pay(&mut self, row: &Row, verdicts: &[Verdict], asked: &Asked<'_, '_>) -> Result<(), Error> {
        self.cuts.clear();
        let (of_current, of_draft) = self.sides.divided(verdicts);
        let (current, mut secu) = self.sides.current.answer(of_current, asked, &mut self.cuts)?;
        let draft = match &mut self.sides.draft {
            None => None,
            Some(draft) => {
                let (draft, of_draft) = draft.answer(of_draft, asked, &mut self.cuts)?;
                secu = secu.or(of_draft);
                Some(draft)
            }
        };
        let secu = secu.or_else(|| secu_paid(asked.columns, asked.row, asked.small, self.rounding));
        self.sum(row, current, draft, secu);
        let is_of_sums = is_computed(current.outcome) && draft.is_none_or(|draft| is_computed(draft.outcome));
        if !is_of_sums {
            self.refuse_undetermined(row, asked, verdicts);
        } else if !self.cuts.is_empty() {
            for Cut { side, coverage, key, cut } in self.cuts.drain(..) {
                self.sums.hit(&LimitHit { side, coverage, key, whose: row.whose, weight: row.weight, cut });
            }
        }
        Ok(())
    }

    /// Sums a row.
    #[inline(always)]
    pub(crate) fn sum(&mut self, row: &Row, current: SideAnswer, draft: Option<SideAnswer>, secu: Option<i64>) {
        self.sums.add(&SeenRow {
            place: row.place,
            weight: row.weight,
            charged: row.charged,
            secu_paid: secu.unwrap_or_default(),
            is_secu_assumed: secu.is_none(),
            are_limits_left_out: row.are_limits_left_out,
            whose: row.whose,
            group: row.group,
            current,
            draft,
        });
    }

    /// A row whose rule needs what it lacks.
    #[inline(never)]
    fn refuse_undetermined(&mut self, row: &Row, asked: &Asked<'_, '_>, verdicts: &[Verdict]) {
        if row.is_refused {
            return;
        }
        let Sides { current, draft } = &self.sides;
        let layers = current.layers.iter().chain(draft.iter().flat_map(|draft| &draft.layers));
        let mut covering = layers.zip(verdicts).filter(|(_, verdict)| verdict.outcome == COVERED);
        let mut say = || {
            let lacking = covering.find_map(|(layer, verdict)| {
                let guarantee = usize::try_from(verdict.guarantee).unwrap_or_default();
                Some(layer.kernel.lacking(asked, guarantee)).filter(|lacking| !lacking.is_empty())
            });
            let fields = lacking.unwrap_or_default();
            let says = if fields.is_empty() { say::row_rule() } else { say::row_rule_needs(fields.as_slice()) };
            (RowMessage::of_row(says), None)
        };
        self.sums.refuse(row.place, InvalidReason::Undetermined, row.line, &mut say);
    }
}

/// The answer of a side that is asked nothing.
pub(crate) const fn unanswered(outcome: u8) -> SideAnswer {
    SideAnswer { outcome, guarantee: -1, complementary: 0 }
}

/// Under which reason a row is counted that no rule is asked about; none where all coverages decide it. `is_cut`: whether a condition of a coverage cuts its band.
pub(crate) fn reason(outcome: u8, is_cut: bool) -> Option<InvalidReason> {
    match outcome {
        COVERED | NOT_COVERED => None,
        2 => Some(InvalidReason::Ambiguous),
        UNDETERMINED if is_cut => Some(InvalidReason::Band),
        UNDETERMINED => Some(InvalidReason::Undetermined),
        4 => Some(InvalidReason::UnknownCareType),
        _ => Some(InvalidReason::InvalidAct),
    }
}
