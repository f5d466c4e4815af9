//! What does a side, a coverage or a base and its options, pay for a row?
//!
//! ```text
//! P         what the coverages before pay, as in `reimburse_stack`
//! covered   where one covers the row, and none of them is unknown; the guarantee is that of the first one that does
//! unknown   the first outcome that is neither covered nor not covered is that of the side
//! ```
//! DECISION: of several coverages of a side the first that covers a row names its guarantee. Case: simulate/stack

use crate::coverage::batch::bits::NO_GUARANTEE;
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::batch::evaluation::{INVALID_ACT, outcome_code};
use crate::coverage::bulk::kernel::{Asked, Kernel};
use crate::coverage::bulk::plan::keys;
use crate::coverage::decision::ActOutcome;
use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::coverage::reimburse::answer::errors_of_rule;
use crate::coverage::reimburse::money::{Money, ZERO};
use crate::coverage::rule::model::{Period, Rule, Scope};
use crate::coverage::simulate::sums::row::{SideAnswer, SimulationSide};
use crate::coverage::simulate::sums::shape::SideNames;
use crate::ground::diagnostics::diagnostic::{Error, named};
use crate::ground::exact::amount::Rounding;
use crate::ground::small::listed::Listed;

pub(crate) const NOT_COVERED: u8 = outcome_code(ActOutcome::NotCovered);
pub(crate) const COVERED: u8 = outcome_code(ActOutcome::Covered);
pub(crate) const UNDETERMINED: u8 = outcome_code(ActOutcome::Undetermined);

/// What a coverage decides for a row: the outcome, a position in the list of a batch, and the guarantee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) outcome: u8,
    pub(crate) guarantee: i32,
}

/// A limit that cuts something off a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    pub(crate) side: SimulationSide,
    pub(crate) coverage: usize,
    pub(crate) key: usize,
    pub(crate) cut: i64,
}

/// A coverage of a side.
pub(crate) struct Layer<'c> {
    pub(crate) coded: CodedCoverage<'c>,
    pub(crate) kernel: Kernel<'c>,
    /// How many guarantees the coverages before have.
    first_guarantee: i32,
}

pub(crate) struct Side<'c> {
    pub(crate) side: SimulationSide,
    pub(crate) layers: Vec<Layer<'c>>,
}

impl<'c> Side<'c> {
    /// `without`: the rules that are asked in place of those of the coverages, by coverage.
    pub(crate) fn new(
        side: SimulationSide,
        coverages: &[CodedCoverage<'c>],
        without: Option<&'c [Vec<GuaranteeRule>]>,
        rounding: Rounding,
    ) -> Self {
        let mut first_guarantee = 0;
        let mut layers = Vec::with_capacity(coverages.len());
        for (position, coded) in coverages.iter().enumerate() {
            let own = &coded.compiled.rules;
            let rules = without.and_then(|without| without.get(position)).unwrap_or(own);
            // Numbers of keys are the same, whichever rules are asked.
            let kernel = Kernel::new(rules, keys(own), rounding);
            layers.push(Layer { coded: *coded, kernel, first_guarantee });
            let guarantees = i32::try_from(own.len()).unwrap_or(i32::MAX);
            first_guarantee = first_guarantee.saturating_add(guarantees);
        }
        Side { side, layers }
    }

    pub(crate) fn names(&self) -> SideNames {
        let names = self.layers.iter().flat_map(|layer| layer.coded.compiled.model.guarantees.iter().cloned());
        let keys = self.layers.iter().map(|layer| layer.kernel.keys().map(str::to_owned).listed());
        SideNames { guarantees: names.listed(), keys: keys.listed() }
    }

    /// What the side pays for a row, for which `verdicts` says what each coverage decides; what the Sécu pays, where a coverage covers the row; and
    /// which limits bind.
    ///
    /// # Errors
    /// Those of a rule that should pay.
    #[inline(always)]
    pub(crate) fn answer(
        &mut self,
        verdicts: &[Verdict],
        asked: &Asked<'_, '_>,
        cuts: &mut Vec<Cut>,
    ) -> Result<(SideAnswer, Option<i64>), Error> {
        let mut answer = SideAnswer { outcome: NOT_COVERED, guarantee: -1, complementary: 0 };
        // An act that one catalogue refuses is asked of none.
        if verdicts.iter().any(|verdict| verdict.outcome == INVALID_ACT) {
            return Ok((SideAnswer { outcome: INVALID_ACT, ..answer }, None));
        }
        let (side, mut before, mut secu) = (self.side, ZERO, None);
        for ((coverage, layer), verdict) in self.layers.iter_mut().enumerate().zip(verdicts) {
            let Verdict { outcome, guarantee } = *verdict;
            let outcome = match outcome {
                NOT_COVERED => continue,
                COVERED => {
                    let position = usize::try_from(guarantee).unwrap_or_default();
                    let mut cut = |key, cut: Money| {
                        note(cuts, Cut { side, coverage, key, cut: cut.0 });
                    };
                    match layer.kernel.paid(asked, position, before, Some(&mut cut)) {
                        Some((ActOutcome::Covered, paid)) => {
                            secu = Some(paid.secu_paid);
                            before.0 = before.0.saturating_add(paid.complementary);
                            if answer.outcome != COVERED {
                                answer.outcome = COVERED;
                                answer.guarantee = layer.first_guarantee.saturating_add(guarantee);
                            }
                            continue;
                        }
                        Some(_) => UNDETERMINED,
                        None => return Err(broken(side, coverage, layer, position)),
                    }
                }
                other => other,
            };
            return Ok((SideAnswer { outcome, guarantee: -1, complementary: 0 }, None));
        }
        answer.complementary = before.0;
        Ok((answer, secu))
    }

    /// The guarantee under which a row is grouped: −1 none.
    #[inline(always)]
    pub(crate) fn guarantee(&self, verdicts: &[Verdict]) -> i32 {
        for (layer, verdict) in self.layers.iter().zip(verdicts) {
            if verdict.outcome == COVERED {
                return layer.first_guarantee.saturating_add(verdict.guarantee);
            }
        }
        NO_GUARANTEE
    }

    /// Whether a row must wait for others: what it uses of a limit may be lacking later.
    #[inline(always)]
    pub(crate) fn waits(&self, verdicts: &[Verdict]) -> bool {
        self.layers.iter().zip(verdicts).any(|(layer, Verdict { outcome, guarantee })| {
            *outcome == COVERED && layer.kernel.counts(usize::try_from(*guarantee).unwrap_or_default())
        })
    }
}

/// Of several limits of one key, a row is cut by the one that cuts most.
#[inline(never)]
fn note(cuts: &mut Vec<Cut>, cut: Cut) {
    let is_same = |other: &&mut Cut| (other.side, other.coverage, other.key) == (cut.side, cut.coverage, cut.key);
    match cuts.iter_mut().find(is_same) {
        Some(known) => known.cut = known.cut.max(cut.cut),
        None => cuts.push(cut),
    }
}

#[cold]
#[inline(never)]
fn broken(side: SimulationSide, coverage: usize, layer: &Layer<'_>, guarantee: usize) -> Error {
    let error = errors_of_rule(layer.coded.compiled, guarantee);
    named([(&format!("{side}/{coverage}"), Some(error)), ("", None), ("", None)])
}

/// Whether a coverage has a limit that is a family's.
pub(crate) fn has_family_limit(coverage: &CodedCoverage<'_>) -> bool {
    coverage.compiled.rules.iter().any(|rule| match rule {
        GuaranteeRule::Ready(rule) => rule.all_limits().any(|limit| limit.scope == Scope::Family),
        GuaranteeRule::Opaque | GuaranteeRule::Broken => false,
    })
}

/// The rules of a coverage without limits that count what earlier acts used; and whether each had one, by guarantee.
///
/// DECISION: an aggregate is within the limits of one act, which ask nobody what was used before. Case: simulate/aggregates
pub(crate) fn without_counted_limits(coverage: &CodedCoverage<'_>) -> Vec<GuaranteeRule> {
    let rules = coverage.compiled.rules.iter().map(|rule| match rule {
        GuaranteeRule::Ready(rule) => GuaranteeRule::Ready(uncounted(rule)),
        GuaranteeRule::Opaque => GuaranteeRule::Opaque,
        GuaranteeRule::Broken => GuaranteeRule::Broken,
    });
    rules.listed()
}

fn uncounted(rule: &Rule) -> Rule {
    let mut rule = rule.clone();
    rule.limits.retain(|limit| limit.period == Period::Act);
    for component in &mut rule.components {
        component.limits.retain(|limit| limit.period == Period::Act);
    }
    rule
}
