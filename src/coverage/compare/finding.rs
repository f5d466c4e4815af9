//! At which amounts does one rule pay more than another, and in which state of their limits?
//!
//! ```text
//! for gain and loss:  for each rate, and without a base:  for each state:  for each quantity:
//!     points with a difference of at least 0.01 → the first act at one of them, or near it, that shows it to the cent
//! ```
//! States: limits of both rules that are in one state, those of the current rule alone, those of the next alone; unused first.

use crate::coverage::amounts::domain::{Cell, Domain, Level, Secu};
use crate::coverage::amounts::limits::{OfCoverage, Pairs};
use crate::coverage::amounts::paid::{Used, differences, paid_by};
use crate::coverage::amounts::quantities::quantities;
use crate::coverage::amounts::question::{Fields, Question};
use crate::coverage::amounts::undecided::{Budget, Undecided};
use crate::coverage::amounts::witness::pays;
use crate::coverage::compare::report::UndecidedReason;
use crate::coverage::reimburse::pmss;
use crate::coverage::rule::model::{Limit, Rule};
use crate::ground::exact::date::CalendarDate;
use crate::ground::exact::fraction::Fraction;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// What is asked for all acts.
pub(super) struct Asked {
    pub(super) date: CalendarDate,
    /// 1 for 100 %.
    pub(super) rates: Vec<Fraction>,
}

/// Two rules, none where nothing matches. The later coverage is next.
#[derive(Clone, Copy)]
pub(super) struct Rules<'a> {
    pub(super) current: Option<OfCoverage<'a>>,
    pub(super) next: Option<OfCoverage<'a>>,
}

/// Whether acts have a base of the Sécu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Base {
    None,
    Some,
    Either,
}

/// What is found of two rules.
#[derive(Debug, Default)]
pub(super) struct Finding {
    /// Where the next pays more, and where it pays less.
    pub(super) shown: [Option<Shown>; 2],
    /// The rates at which a difference is shown, in the order asked for.
    pub(super) rates: Vec<Fraction>,
    pub(super) quantities: Vec<Fraction>,
    pub(super) undecided: Option<UndecidedReason>,
}

/// An act that shows a difference.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) state: State,
    pub(super) has_base: bool,
    /// The fields of an act.
    pub(super) amounts: Fields,
}

/// Which limits are used up: those in one state in both rules, those of the current rule alone, those of the next alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct State {
    pub(super) together: bool,
    pub(super) only_current: bool,
    pub(super) only_next: bool,
}

impl State {
    /// The states of limits that are there, unused first.
    fn all(pairs: &Pairs<'_>) -> Vec<Self> {
        let flags = |is_empty: bool| if is_empty { &[false][..] } else { &[false, true] };
        let mut states = Vec::new();
        for together in flags(pairs.together.is_empty()) {
            for only_current in flags(pairs.only_current.is_empty()) {
                for only_next in flags(pairs.only_next.is_empty()) {
                    states.push(State { together: *together, only_current: *only_current, only_next: *only_next });
                }
            }
        }
        states
    }

    /// Whether a limit of the current rule is used up, and one of the next.
    pub(super) fn is_used_up(self, pairs: &Pairs<'_>, is_next: bool, limit: &Limit) -> bool {
        let has = |limits: &[&Limit]| limits.iter().any(|other| other.key == limit.key);
        let (alone, is_used_up) =
            if is_next { (&pairs.only_next, self.only_next) } else { (&pairs.only_current, self.only_current) };
        if has(alone) { is_used_up } else { self.together }
    }
}

impl<'a> Rules<'a> {
    pub(super) fn pairs(self) -> Pairs<'a> {
        Pairs::of(self.current, self.next)
    }

    fn all(self) -> Vec<&'a Rule> {
        [self.current, self.next].into_iter().flatten().map(|side| side.rule).listed()
    }

    /// What is found of them.
    pub(super) fn finding(self, budget: &mut Budget, asked: &Asked, base: Base) -> Finding {
        let mut finding = Finding::default();
        if let Err(undecided) = self.find(budget, asked, base, &mut finding) {
            finding.undecided = finding.undecided.or(Some(undecided.into()));
        }
        finding
    }

    fn find(self, budget: &mut Budget, asked: &Asked, base: Base, finding: &mut Finding) -> Result<(), Undecided> {
        let rules = self.all();
        let pairs = self.pairs();
        finding.quantities = quantities(&rules)?;
        let pmss = pmss::of_year(asked.date.year()).map(|pmss| Fraction::new(pmss.0.into(), 10_000)).transpose()?;
        for domain in domains(asked, base) {
            let mut is_shown = false;
            for (is_gain, slot) in [true, false].into_iter().zip(&mut finding.shown) {
                let mut shown = None;
                for state in State::all(&pairs) {
                    for quantity in &finding.quantities {
                        if shown.is_some() {
                            continue;
                        }
                        let (date, domain) = (asked.date, &domain);
                        let asking = Asking { rules: self, pairs: &pairs, date, domain, state, pmss };
                        match asking.shown(budget, *quantity, is_gain) {
                            Ok(answer) => shown = answer,
                            Err(undecided) => finding.undecided = finding.undecided.or(Some(undecided.into())),
                        }
                    }
                }
                is_shown |= shown.is_some();
                if slot.is_none() {
                    *slot = shown;
                }
            }
            if let Some(secu) = domain.secu.filter(|_| is_shown) {
                finding.rates.push(secu.rate);
            }
        }
        Ok(())
    }
}

/// The amounts that are asked for: at each rate, and without a base.
fn domains(asked: &Asked, base: Base) -> Vec<Domain> {
    let of = |secu| Domain {
        charged: Level::Free,
        charged_at_most: None,
        secu,
        plv: Level::Free,
        hlf: Level::Free,
        reconstituted: Level::Free,
    };
    let mut domains = Vec::new();
    if base != Base::None {
        domains.extend(asked.rates.iter().map(|rate| of(Some(Secu { brss: Level::Free, rate: *rate }))));
    }
    if base != Base::Some {
        domains.push(of(None));
    }
    domains
}

/// A state of limits and a domain.
struct Asking<'q, 'a> {
    rules: Rules<'a>,
    pairs: &'q Pairs<'a>,
    date: CalendarDate,
    domain: &'q Domain,
    state: State,
    pmss: Option<Fraction>,
}

impl Asking<'_, '_> {
    /// An act for which the next rule pays more, or else less.
    fn shown(&self, budget: &mut Budget, quantity: Fraction, is_gain: bool) -> Result<Option<Shown>, Undecided> {
        let Rules { current, next } = self.rules;
        let (more, less) = if is_gain { ((next, true), (current, false)) } else { ((current, false), (next, true)) };
        let is_used_up = |is_next: bool| move |limit: &Limit| self.state.is_used_up(self.pairs, is_next, limit);
        let paid = |cell: &Cell, (side, is_next): (Option<OfCoverage<'_>>, bool)| {
            let used = |limit: &Limit| if is_used_up(is_next)(limit) { Used::All } else { Used::Nothing };
            paid_by(side.map(|side| side.rule), cell, (quantity, self.pmss), &used)
        };
        let difference = |cell: &Cell| Ok(differences(&paid(cell, more)?, &paid(cell, less)?)?);
        let pays = |(side, is_next): (Option<OfCoverage<'_>>, bool), act: &Json| {
            pays(side.map(|side| side.rule), act, &is_used_up(is_next))
        };
        // A cent.
        let is_shown =
            |act: &Json| pays(more, act).zip(pays(less, act)).is_some_and(|(more, less)| (more - less).0 >= 100);
        let (domain, date, rules) = (self.domain, self.date, &self.rules.all());
        let question = Question { domain, rules, date, quantity, difference: &difference, is_shown: &is_shown };
        let shown = |amounts| Shown { state: self.state, has_base: self.domain.secu.is_some(), amounts };
        Ok(question.shown(budget)?.map(shown))
    }
}
