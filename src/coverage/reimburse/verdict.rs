//! What does a coverage answer about money? Data: the amounts, and every line of the computation.

use std::borrow::Cow;

use serde::Serialize;

use crate::coverage::decision::ActOutcome;
use crate::coverage::reimburse::amounts::GivenSecu;
use crate::coverage::reimburse::counters::LimitCounter;
use crate::coverage::reimburse::formula::{Ladder, Question};
use crate::coverage::reimburse::limits::Room;
use crate::coverage::reimburse::money::{Money, ZERO, at_rate, exactly, show, show_count, show_exact};
use crate::coverage::reimburse::terms::is_capped;
use crate::coverage::rule::limit_words::cap_in_words;
use crate::coverage::rule::model::{Limit, Maximum, Rule, SecuShare};
use crate::coverage::rule::number_words::percent_in_words;
use crate::coverage::rule::words;
use crate::ground::exact::amount::{Amount, Rounding};

/// How much the covering guarantee pays for an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reimbursement<'a> {
    /// The answer in one word; `undetermined` also where the rule needs what `missing` names, and where it is not ours.
    pub outcome: ActOutcome,
    /// The guarantee whose rule is asked; none where no guarantee, or none alone, covers the act.
    pub guarantee: Option<&'a str>,
    /// The fields that the act lacks, sorted.
    pub missing: Vec<&'static str>,
    /// None unless the act is covered.
    pub amounts: Option<ReimbursedAmounts>,
    /// The computation, in the order of the formula.
    pub steps: Vec<ReimbursementStep>,
    /// What is used of the limits after the act. Of many acts: empty, unless the counters after each act are asked for.
    pub counters: Vec<LimitCounter>,
}

/// Who pays what, in euros: decimals with two digits after the point, or more where they have parts of a cent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReimbursedAmounts {
    /// The Sécu part before flat contribution and franchise.
    pub secu_theoretical: String,
    /// The Sécu part after them.
    pub secu_paid: String,
    /// What the Sécu leaves of its base.
    pub ticket_moderateur: String,
    /// What the coverage pays.
    pub complementary: String,
    /// What the member pays.
    pub out_of_pocket: String,
}

/// One line of the computation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReimbursementStep {
    /// The name in the formula; `component:<position>`, `room:<key of the limit>`.
    pub step: Cow<'static, str>,
    /// In euros; exact.
    pub value: String,
    /// In words.
    pub note: Option<Cow<'static, str>>,
}

/// Many acts, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reimbursements<'a> {
    /// One for each act, in the order given.
    pub results: Vec<Reimbursement<'a>>,
    /// What is used of the limits after all acts; empty where no counters are asked for.
    pub counters: Vec<LimitCounter>,
}

impl<'a> Reimbursement<'a> {
    /// An answer without amounts.
    pub(crate) fn without_amounts(outcome: ActOutcome, guarantee: Option<&'a str>, missing: Vec<&'static str>) -> Self {
        Reimbursement { outcome, guarantee, missing, amounts: None, steps: Vec::new(), counters: Vec::new() }
    }
}

impl Ladder<'_> {
    pub(crate) fn amounts(&self) -> ReimbursedAmounts {
        ReimbursedAmounts {
            secu_theoretical: show(self.secu.rss),
            secu_paid: show(self.secu_paid),
            ticket_moderateur: show((self.secu.base - self.secu.rss).max(ZERO)),
            complementary: show(self.complementary),
            out_of_pocket: show(self.out_of_pocket),
        }
    }

    pub(crate) fn steps(&self, rule: &Rule, question: &Question<'_>) -> Vec<ReimbursementStep> {
        let act = question.act;
        let mut lines = Lines(Vec::new());
        let base = if act.brss.is_some() { "the lower of what was charged and the BR" } else { "no BR" };
        lines.add("base", self.secu.base, base);
        lines.push("rss".into(), show(self.secu.rss), self.rss_note(question));
        if let Some((pathway, rate)) = self.secu.pathway.zip(act.pathway_rate) {
            let is_of_rate = at_rate(self.secu.base, rate, question.rounding) == pathway;
            let note = if is_of_rate {
                of_base(rate, " in the care pathway", question.rounding).into()
            } else {
                Cow::Borrowed("no less than the Sécu part")
            };
            lines.push("pathway_rss".into(), show(pathway), note);
        }
        let eligible = match &rule.price_cap {
            None => Cow::Borrowed("what was charged"),
            Some(cap) => format!("what was charged, at most {}", cap_in_words(cap)).into(),
        };
        lines.push("eligible".into(), show(self.main.eligible), eligible);
        let values = question.components(rule, self.secu, self.main.eligible);
        for (index, (component, value)) in rule.components.iter().zip(values).enumerate() {
            let mut note = words::counted_in_words(&component.term, value.option);
            if is_capped(value.amount) {
                note.push_str(", more than can be counted");
            }
            lines.push(format!("component:{index}").into(), show_exact(value.amount), note.into());
        }
        lines.push("target".into(), show_exact(self.main.target), "the sum, rounded to the cent".into());
        let raw = match (rule.secu_share, self.secu.pathway) {
            (SecuShare::Included, None) => "the sum less the Sécu part",
            (SecuShare::Included, Some(_)) => "the sum less the Sécu part in the care pathway",
            (SecuShare::Excluded, _) => "the sum, on top of the Sécu part",
        };
        // Other coverages paid before this one.
        let is_behind = question.before != ZERO;
        let takes_before = is_behind && rule.secu_share == SecuShare::Included;
        let raw = if takes_before { format!("{raw} and what is paid before").into() } else { Cow::Borrowed(raw) };
        lines.push("raw".into(), show_exact(self.main.raw), raw);
        let is_clamped = exactly(self.main.unlimited) != self.main.raw;
        let bounds = if is_behind {
            "at least 0, at most what is left to pay"
        } else {
            "at least 0, at most what the Sécu leaves"
        };
        lines.add_if(is_clamped, "unlimited", self.main.unlimited, bounds);
        self.offer.limits().for_each(|(limit, room)| lines.room(limit, room));
        if self.offer.is_limited() {
            let says = self.offered != self.main.unlimited;
            lines.add_if(says, "offered", self.offered, "what the limits of components leave");
        }
        rule.limits.iter().zip(&self.rooms).for_each(|(limit, room)| lines.room(limit, room));
        lines.add_if(self.allowed != self.offered, "allowed", self.allowed, "what the limits leave");
        let beyond = self.beyond.map(|rule| format!("beyond the limits: {}", words::beyond_in_words(rule)));
        lines.push("amc".into(), show(self.complementary), beyond.unwrap_or_default().into());
        lines.add_if(act.contributions != ZERO, "flat", self.flat, "contributions, which nobody reimburses");
        lines.add("secu_paid", self.secu_paid, "");
        let left = if is_behind {
            "what was charged, less all that is paid"
        } else {
            "what was charged, less what the two pay"
        };
        lines.add("out_of_pocket", self.out_of_pocket, left);
        lines.0
    }

    fn rss_note(&self, question: &Question<'_>) -> Cow<'static, str> {
        let act = question.act;
        match (act.secu, act.rate) {
            (GivenSecu::Reimbursement(_), _) => "as given".into(),
            (GivenSecu::Paid(_), _) => "what the Sécu paid, and the contributions".into(),
            (GivenSecu::No, Some(rate)) if act.brss.is_some() => of_base(rate, "", question.rounding).into(),
            (GivenSecu::No, _) => "the Sécu does not reimburse this".into(),
        }
    }
}

/// The lines of a computation. An empty note is none.
struct Lines(Vec<ReimbursementStep>);

impl Lines {
    #[inline(never)]
    fn push(&mut self, step: Cow<'static, str>, value: String, note: Cow<'static, str>) {
        let note = Some(note).filter(|note| !note.is_empty());
        self.0.push(ReimbursementStep { step, value, note });
    }

    #[inline(never)]
    fn add(&mut self, step: &'static str, value: Money, note: &'static str) {
        self.push(step.into(), show(value), note.into());
    }

    #[inline(never)]
    fn room(&mut self, limit: &Limit, room: &Room) {
        let note = room_note(limit, room.maximum, room.used);
        self.push(format!("room:{}", limit.key).into(), show_exact(room.left), note.into());
    }

    fn add_if(&mut self, says: bool, step: &'static str, value: Money, note: &'static str) {
        self.add(step, value, if says { note } else { "" });
    }
}

/// A rate of the base.
fn of_base(rate: Amount, of_what: &str, rounding: Rounding) -> String {
    let how = if rounding == Rounding::Down { "rounded down" } else { "rounded" };
    format!("{} of the base{of_what}, {how} to the cent", percent_in_words(rate))
}

fn room_note(limit: &Limit, maximum: Money, used: Money) -> String {
    match limit.maximum {
        Maximum::Amount(_) | Maximum::PmssPercent(_) => format!("{} of {} € used", show(used), show(maximum)),
        Maximum::Count(_) => format!("{} of {} used", show_count(used), show_count(maximum)),
        Maximum::Days(_) => format!("{} of {} days used", show_count(used), show_count(maximum)),
    }
}
