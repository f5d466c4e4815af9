//! Is less paid above the base where a fact is false? Box by box, with acts that show where it is not.

use crate::coverage::compare::report::{LimitState, UndecidedReason};
use crate::coverage::facts::table::ActFact;
use crate::coverage::reimburse::money::show;
use crate::coverage::requirements::at_amounts::domains;
use crate::coverage::requirements::boxes::ActBox;
use crate::coverage::requirements::example::{act_of, of_acts};
use crate::coverage::requirements::finding::Finding;
use crate::coverage::requirements::gap_boxes::gap_boxes;
use crate::coverage::requirements::judge::{Asked, Judge, decimal};
use crate::coverage::requirements::report::{RequirementExample, RequirementViolation, TariffSource, ViolationReason};
use crate::coverage::requirements::surplus::{Shown, Surplus};
use crate::coverage::requirements::verdict::{Verdict, pointer_of};
use crate::ground::exact::amount::Amount;
use crate::ground::small::listed::Listed;

/// What pairs of one finding have in common.
type Key = ([Option<usize>; 2], Option<usize>, Vec<bool>);

impl<'a> Judge<'a> {
    /// D of a false fact is at most a percentage of the base, and so much below that of a true one.
    pub(crate) fn surplus_gap(
        &mut self,
        asked: &Asked<'_>,
        fact: ActFact,
        [at_most, below]: [Amount; 2],
    ) -> Verdict<'a> {
        let mut verdict = Verdict::default();
        // By guarantees, tariff and bases, ascending.
        let mut known: Vec<(Key, Finding<Shown>)> = Vec::new();
        let pairs = gap_boxes(asked.boxes, fact);
        for pair in &pairs {
            let of = &pair.of_false;
            let domains = domains(&of.region, asked.tariff(of), asked.charged_at_most);
            let domains = domains.map_err(UndecidedReason::from);
            let read = self.rule(of).and_then(|no| Ok((no, self.rule(&pair.of_true)?, domains?)));
            let (no, yes, domains) = match read {
                Ok(read) => read,
                Err(reason) => {
                    verdict.leave(self.compiled, of, reason);
                    continue;
                }
            };
            let has = domains.iter().map(|domain| domain.secu.is_some()).listed();
            let guarantees = [no, yes].map(|side| side.map(|side| side.guarantee));
            let key = (guarantees, of.tariff, has);
            let place = known.binary_search_by(|(other, _)| other.cmp(&key)).unwrap_or_else(|place| {
                let [of_false, of_true] = [no, yes].map(|side| side.map(|side| side.rule));
                let surplus = Surplus { of_false, of_true, at_most, below, ticket: &self.ticket };
                known.insert(place, (key, surplus.found(&mut self.budget, self.on, &domains)));
                place
            });
            let Some((_, found)) = known.get(place) else { continue };
            verdict.asked(&found.quantities);
            let Some(shown) = &found.shown else {
                if let Some(reason) = found.undecided {
                    verdict.leave(self.compiled, of, reason);
                }
                continue;
            };
            let tariffs = if of.tariff.is_some() { TariffSource::Given } else { TariffSource::Assumed };
            let guarantee = no.map(|no| no.guarantee);
            verdict.violations.push(RequirementViolation {
                region: of.report(self.compiled),
                guarantee: guarantee.map(|position| self.compiled.model.guarantee_name(position)),
                pointer: guarantee.map(pointer_of),
                reason: if shown.is_gap { ViolationReason::GapTooSmall } else { ViolationReason::MoreThanAllowed },
                state: Some(if shown.is_used_up { LimitState::UsedUp } else { LimitState::Unused }),
                tariffs: Some(tariffs),
                rates: found.rates.iter().map(|rate| decimal(*rate, 100)).listed(),
                pair: None,
                example: self.example_of_gap([of, &pair.of_true], shown),
            });
        }
        verdict.uncut(self.compiled, asked.boxes);
        verdict
    }

    fn example_of_gap(&self, boxes: [&ActBox; 2], shown: &Shown) -> Option<RequirementExample<'a>> {
        let mut acts = Vec::new();
        for of in boxes.into_iter().take(if shown.is_gap { 2 } else { 1 }) {
            acts.push(act_of(&of.report(self.compiled)?, shown.fields.clone(), shown.has_base));
        }
        of_acts(self.compiled, acts, &|_| shown.is_used_up, show(shown.surplus), show(shown.allowed))
    }
}
