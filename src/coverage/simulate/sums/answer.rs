//! What do all sums say? The answer of a simulation.

use crate::coverage::claims::said::RowMessage;
use crate::coverage::simulate::sums::accumulator::Accumulator;
use crate::coverage::simulate::sums::changes::Change;
use crate::coverage::simulate::sums::decimals::{show_amount, show_sum, show_weight};
use crate::coverage::simulate::sums::findings::{CLASS_ENDS, CLASSES, Findings, SIGNED_CLASSES};
use crate::coverage::simulate::sums::outcomes::{COVERED, NOT_COVERED};
use crate::coverage::simulate::sums::pieces::Pieces;
use crate::coverage::simulate::sums::report::{
    ActChanges, AssumedRows, DifferenceQuantile, HistogramClass, InvalidRow, InvalidRows, LimitReached, OutcomeSums,
    PersonChange, PersonChanges, RowsByOutcome, SideOutcomes, Simulation, SimulationGroup, SimulationKey,
    SimulationPaid, SimulationSums, SimulationTotals,
};
use crate::coverage::simulate::sums::row::SimulationSide;
use crate::coverage::simulate::sums::shape::SideNames;
use crate::coverage::simulate::sums::sum::{Sum, Tally};
use crate::coverage::simulate::sums::unit::Key;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// In hundredths.
const QUANTILES: [u32; 9] = [1, 5, 10, 25, 50, 75, 90, 95, 99];

impl Accumulator {
    /// What all rows come to. `lines_before`: the lines of the source before its first piece.
    pub(crate) fn answer(mut self, lines_before: u64) -> Simulation {
        // Nobody is left whose rows are looked for.
        self.settle();
        self.pieces.add_up();
        let has_draft = self.shape.draft.is_some();
        let (mut groups, mut total) = (Vec::new(), Sum::default());
        let by = &self.shape.by;
        let other = self.groups.each(&mut |key, sum| {
            total.add(sum);
            let texts = key.iter().map(|text| text.as_deref().map(shown));
            let key = SimulationKey { texts: by.iter().cloned().zip(texts).listed() };
            groups.push(SimulationGroup { key, sums: sums(sum, has_draft) });
        });
        total.add(&other);
        if by.is_empty() {
            groups.clear();
        }
        let current = self.outcomes.current();
        let SimulationSums { rows, weight, charged, secu_paid, current: paid, draft, difference } =
            sums(&total, has_draft);
        let outcomes =
            SideOutcomes { current: by_outcome(current), draft: has_draft.then(|| by_outcome(self.outcomes.draft())) };
        let totals = SimulationTotals { rows, weight, charged, secu_paid, current: paid, draft, difference, outcomes };
        let of_all = current.iter().fold(0_u64, |rows, tally| rows.wrapping_add(tally.rows));
        Simulation {
            rows: of_all,
            amounts: self.paid.as_ref().map(|paid| paid.columns(of_all, &self.pieces, has_draft)),
            totals,
            groups,
            other: (other.rows > 0).then(|| sums(&other, has_draft)),
            acts: has_draft.then(|| ActChanges {
                newly_covered: self.outcomes.rows(NOT_COVERED, COVERED),
                no_longer_covered: self.outcomes.rows(COVERED, NOT_COVERED),
                other_guarantee: self.outcomes.other_guarantee,
            }),
            limits: self.limits(),
            invalid: self.invalid(lines_before),
            assumed: self.refused.assumed().map(|(reason, rows)| AssumedRows { reason, rows }).listed(),
            persons: has_draft.then(|| persons(self.findings, &self.pieces)),
        }
    }

    fn limits(&self) -> Vec<LimitReached> {
        let mut limits = Vec::new();
        let mut of = |side: SimulationSide, names: &SideNames| {
            for (coverage, keys) in names.keys.iter().enumerate() {
                let of_coverage = keys.iter().enumerate().map(|(key, name)| {
                    let reached = self.limits.reached(side, coverage, key);
                    let (key, cut) = (name.clone(), show_sum(reached.cut));
                    LimitReached { side, coverage, key, persons: reached.persons, cut }
                });
                let of_coverage = of_coverage.listed();
                limits.extend(order::sort(of_coverage, &|a: &LimitReached, b: &LimitReached| a.key.cmp(&b.key)));
            }
        };
        of(SimulationSide::Current, &self.shape.current);
        self.shape.draft.iter().for_each(|draft| of(SimulationSide::Draft, draft));
        limits
    }

    fn invalid(&self, lines_before: u64) -> Vec<InvalidRows> {
        let of = |(reason, rows)| {
            let first = self.refused.listed().iter().filter(|refusal| refusal.reason == reason);
            let first = first.map(|refusal| {
                let RowMessage { message, code, variant, params } = refusal.says.clone();
                InvalidRow {
                    row: self.pieces.row(refusal.place),
                    line: self.pieces.line(refusal.place.piece, refusal.line, lines_before),
                    message,
                    code,
                    variant,
                    params,
                    column: refusal.column.clone(),
                }
            });
            InvalidRows { reason, rows, first: first.listed() }
        };
        self.refused.invalid().map(of).listed()
    }
}

fn sums(sum: &Sum, has_draft: bool) -> SimulationSums {
    let left = sum.charged.wrapping_sub(sum.secu_paid);
    let paid = |complementary: i128| SimulationPaid {
        complementary: show_sum(complementary),
        out_of_pocket: show_sum(left.wrapping_sub(complementary)),
    };
    SimulationSums {
        rows: sum.rows,
        weight: show_weight(sum.weight),
        charged: show_sum(sum.charged),
        secu_paid: show_sum(sum.secu_paid),
        current: paid(sum.current),
        draft: has_draft.then(|| paid(sum.draft)),
        difference: has_draft.then(|| show_sum(sum.draft.wrapping_sub(sum.current))),
    }
}

fn by_outcome(tallies: [Tally; 6]) -> RowsByOutcome {
    let [not_covered, covered, ambiguous, undetermined, unknown_care_type, invalid_act] =
        tallies.map(|Tally { rows, weight, charged }| OutcomeSums {
            rows,
            weight: show_weight(weight),
            charged: show_sum(charged),
        });
    RowsByOutcome { not_covered, covered, ambiguous, undetermined, unknown_care_type, invalid_act }
}

fn persons(mut findings: Findings, pieces: &Pieces) -> PersonChanges {
    let count = |classes: std::ops::Range<usize>| {
        let counts = findings.classes.get(classes).unwrap_or_default();
        counts.iter().fold(0_u64, |sum, persons| sum.wrapping_add(*persons))
    };
    let above = SIGNED_CLASSES.saturating_add(1);
    let (worse, same, better) = (count(0..SIGNED_CLASSES), count(SIGNED_CLASSES..above), count(above..CLASSES));
    let histogram = findings.classes.iter().enumerate().map(|(class, persons)| {
        let (from, to) = ends(class);
        HistogramClass { from, to, persons: *persons }
    });
    let histogram = histogram.listed();
    let quantiles = findings.spread.quantiles(&QUANTILES).into_iter().map(|(at, difference)| DifferenceQuantile {
        at: show_weight(i128::from(at).wrapping_mul(100)),
        difference: show_amount(difference),
    });
    let change = |change: &Change| {
        let (mut rows, mut paid) = (Vec::new(), Vec::new());
        for row in &change.rows {
            rows.push(pieces.row(row.place));
            paid.push(row.paid);
        }
        PersonChange {
            person: change.key.as_deref().map(|key| shown(Key::read(key).person)),
            difference: show_amount(change.difference),
            weight: show_weight(change.weight.into()),
            row_count: change.count,
            rows,
            paid,
        }
    };
    PersonChanges {
        counted: worse.wrapping_add(same).wrapping_add(better),
        apart: findings.apart,
        better,
        worse,
        same,
        histogram,
        quantiles: quantiles.listed(),
        gains: findings.gains.list().iter().map(change).listed(),
        losses: findings.losses.list().iter().map(change).listed(),
    }
}

/// The ends of a class, by its position.
fn ends(class: usize) -> (Option<String>, Option<String>) {
    let end = |distance: usize, is_below: bool| {
        let end = if distance == 0 { Some(0) } else { CLASS_ENDS.get(distance.saturating_sub(1)).copied() };
        end.map(|end| show_amount(if is_below { 0_i128.wrapping_sub(end.into()) } else { end.into() }))
    };
    let distance = class.abs_diff(SIGNED_CLASSES);
    let (near, far) = (distance.saturating_sub(1), distance);
    match class.cmp(&SIGNED_CLASSES) {
        std::cmp::Ordering::Less => (end(far, true), end(near, true)),
        std::cmp::Ordering::Equal => (end(0, false), end(0, false)),
        std::cmp::Ordering::Greater => (end(near, false), end(far, false)),
    }
}

/// INVARIANT: it was a text.
fn shown(text: &[u8]) -> String {
    std::str::from_utf8(text).map(str::to_owned).unwrap_or_default()
}
