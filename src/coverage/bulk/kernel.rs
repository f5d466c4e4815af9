//! What does the rule of a guarantee pay for a row? The quick way where it can be gone, else the formula of `reimburse`; and what do
//! limits cut off?
//!
//! ```text
//! cut by a limit = what would be paid without it − its room, no more than all limits take away in the end
//! ```

use std::num::Saturating;

use crate::coverage::bulk::answer::Paid;
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::ledger::UnitLedger;
use crate::coverage::bulk::plan::{Plan, counts, plans};
use crate::coverage::bulk::quick::{Limited, Small, counted};
use crate::coverage::bulk::row::{Others, entry};
use crate::coverage::decision::ActOutcome;
use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::coverage::reimburse::formula::{Ladder, Question};
use crate::coverage::reimburse::money::{Money, ZERO, exactly, to_money};
use crate::coverage::rule::model::{Limit, Rule};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::exact::amount::Rounding;
use crate::ground::small::intern::Interner;

/// Takes what limits cut off: the number of the limit's key, and the amount.
pub(crate) type Cuts<'c> = &'c mut dyn FnMut(usize, Money);

/// A row without problems, and its amounts where they are usual.
pub(crate) struct Asked<'r, 'c> {
    pub(crate) columns: &'r PricedColumns<'c>,
    pub(crate) row: usize,
    pub(crate) small: Option<&'r Small>,
}

/// The rules of a coverage, and what the rows before used of their limits.
pub(crate) struct Kernel<'r> {
    /// By guarantee.
    plans: Vec<Plan<'r>>,
    rounding: Rounding,
    ledger: UnitLedger,
    /// The rows that went the general way.
    pub(crate) general: usize,
}

/// The amounts of a row where they, and the columns that few rows have, are usual.
#[inline(always)]
pub(crate) fn usual(columns: &PricedColumns<'_>, others: &Others<'_>, row: usize) -> Option<Small> {
    Small::of(columns, row).filter(|_| others.are_usual(row))
}

impl<'r> Kernel<'r> {
    /// `keys`: numbers for the keys of all limits of the rules, and maybe others.
    pub(crate) fn new(rules: &'r [GuaranteeRule], keys: Interner, rounding: Rounding) -> Self {
        let plans = plans(rules, &keys);
        Kernel { plans, rounding, ledger: UnitLedger::new(keys), general: 0 }
    }

    /// The kernel that left a ledger goes on.
    pub(crate) fn resumed(rules: &'r [GuaranteeRule], ledger: UnitLedger, rounding: Rounding) -> Self {
        Kernel { plans: plans(rules, ledger.numbers()), rounding, ledger, general: 0 }
    }

    /// What the unit of the last row used.
    pub(crate) fn into_ledger(self) -> UnitLedger {
        self.ledger
    }

    /// The keys of all limits, by number.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.ledger.keys()
    }

    /// Whether what the acts of a guarantee use may be lacking later.
    #[inline(always)]
    pub(crate) fn counts(&self, guarantee: usize) -> bool {
        match self.plans.get(guarantee) {
            Some(Plan::Quick(_, quick)) => quick.counts(),
            Some(Plan::General(rule)) => counts(rule),
            Some(Plan::Opaque | Plan::Broken) | None => false,
        }
    }

    /// What a guarantee pays for a row of which coverages before this one pay `before`; none where its rule is broken.
    #[inline(always)]
    pub(crate) fn paid(
        &mut self,
        asked: &Asked<'_, '_>,
        guarantee: usize,
        before: Money,
        cuts: Option<Cuts<'_>>,
    ) -> Option<(ActOutcome, Paid)> {
        let Kernel { plans, rounding, ledger, .. } = self;
        let rule = match plans.get(guarantee)? {
            Plan::Opaque => return Some((ActOutcome::Undetermined, Paid::default())),
            Plan::Broken => return None,
            Plan::General(rule) => *rule,
            Plan::Quick(rule, quick) => {
                let Asked { columns, row, .. } = *asked;
                let mut cut = None;
                let paid = asked.small.filter(|_| before == ZERO).and_then(|small| {
                    small.paid(quick, *rounding, |limit, act| {
                        ledger.enter(entry(columns.unit, row, 0));
                        let allowed = counted(columns, row, ledger, limit, &act)?;
                        let Limited { unlimited, .. } = act;
                        if allowed < unlimited {
                            cut = Some((limit.key, (unlimited - allowed).0));
                        }
                        Some(allowed)
                    })
                });
                match paid {
                    Some(paid) => {
                        if let (Some((key, cut)), Some(cuts)) = (cut, cuts) {
                            cuts(key, Saturating(cut));
                        }
                        return Some((ActOutcome::Covered, paid));
                    }
                    None => *rule,
                }
            }
        };
        Some(self.generally(asked, rule, before, cuts))
    }

    /// What a rule pays for a row without problems, by the formula of `reimburse`.
    #[inline(never)]
    fn generally(
        &mut self,
        &Asked { columns, row, .. }: &Asked<'_, '_>,
        rule: &Rule,
        before: Money,
        cuts: Option<Cuts<'_>>,
    ) -> (ActOutcome, Paid) {
        self.general = self.general.saturating_add(1);
        self.ledger.row = columns.codes(row);
        self.ledger.enter(self.ledger.row.unit);
        let undetermined = (ActOutcome::Undetermined, Paid::default());
        let given = columns.given(&mut Problems::default(), row);
        let Some(amounts) = columns.amounts_of(row, &given) else { return undetermined };
        let question = Question { act: &amounts, date: columns.date(row), rounding: self.rounding, before };
        question.answer(rule, &mut self.ledger).map_or(undetermined, |ladder| {
            if let Some(cuts) = cuts {
                self.each_cut(rule, &ladder, cuts);
            }
            let paid = Paid {
                complementary: ladder.complementary.0,
                secu_paid: ladder.secu_paid.0,
                out_of_pocket: ladder.out_of_pocket.0,
            };
            (ActOutcome::Covered, paid)
        })
    }

    /// The fields that a rule needs and a row lacks, as far as no limit is reached.
    #[inline(never)]
    pub(crate) fn lacking(&self, &Asked { columns, row, .. }: &Asked<'_, '_>, guarantee: usize) -> Vec<&'static str> {
        let rule = match self.plans.get(guarantee) {
            Some(Plan::General(rule) | Plan::Quick(rule, _)) => *rule,
            Some(Plan::Opaque | Plan::Broken) | None => return Vec::new(),
        };
        let given = columns.given(&mut Problems::default(), row);
        let Some(amounts) = columns.amounts_of(row, &given) else { return Vec::new() };
        let (date, rounding) = (columns.date(row), self.rounding);
        let question = Question { act: &amounts, date, rounding, before: ZERO };
        question.answer(rule, &mut UnitLedger::new(Interner::default())).err().unwrap_or_default()
    }

    /// Takes each limit that leaves less than what would be paid without it.
    #[inline(never)]
    fn each_cut(&self, rule: &Rule, ladder: &Ladder<'_>, cuts: Cuts<'_>) {
        let taken = (ladder.main.unlimited - ladder.complementary).max(ZERO);
        let mut take = |limit: &Limit, without: Money, left| {
            if left < exactly(without)
                && let Some(key) = self.ledger.key(limit)
            {
                cuts(key, (without - to_money(left)).min(taken));
            }
        };
        for part in &ladder.offer.parts {
            part.component.limits.iter().zip(&part.rooms).for_each(|(limit, room)| take(limit, part.due, room.left));
        }
        rule.limits.iter().zip(&ladder.rooms).for_each(|(limit, room)| take(limit, ladder.offered, room.left));
    }
}
