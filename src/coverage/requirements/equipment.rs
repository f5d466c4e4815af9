//! Is a pair of glasses paid within bounds?
//!
//! ```text
//! floor     ≤ the most that is paid for a frame and two lenses ≤ ceiling          Sécu and complementary together
//! not required: the floor counts only where more than the ticket modérateur is paid
//! ```
//! For each pair of classes of lenses: each frame with each two lenses that one member can have. A pair that is not paid within its
//! bounds shows it once.

use crate::coverage::amounts::domain::Domain;
use crate::coverage::amounts::limits::OfCoverage;
use crate::coverage::compare::report::{LimitState, UndecidedReason};
use crate::coverage::compiled::Compiled;
use crate::coverage::region::report::ActRegion;
use crate::coverage::reimburse::money::{Money, money, show};
use crate::coverage::requirements::at_amounts::domains;
use crate::coverage::requirements::boxes::{ActBox, Boxes};
use crate::coverage::requirements::class::Class;
use crate::coverage::requirements::judge::{Asked, rule_of};
use crate::coverage::requirements::pair_of_glasses::{Item, PRICES, Paid, paid, reimbursements};
use crate::coverage::requirements::parts::Pair;
use crate::coverage::requirements::report::{RequirementExample, RequirementViolation, TariffSource, ViolationReason};
use crate::coverage::requirements::verdict::{Verdict, pointer_of};
use crate::ground::exact::date::CalendarDate;
use crate::ground::value::json::Json;

/// So many combinations of a frame and two lenses are tried for a pair.
const MAX_COMBINATIONS: usize = 4_096;

/// A class that is cut into boxes.
#[derive(Clone, Copy)]
pub(crate) struct Cut<'b> {
    pub(crate) class: &'b Class,
    pub(crate) boxes: &'b Boxes,
}

/// Acts that are paid alike, at amounts that are known.
struct Part<'b> {
    of: &'b ActBox,
    region: ActRegion<'b>,
    /// The rule of the guarantee that covers them; none where nothing does.
    covering: Option<OfCoverage<'b>>,
    domains: Vec<Domain>,
    has_tariff: bool,
    /// The position of the first part that is paid alike.
    like: usize,
}

/// `lenses`: of each pair, the classes of its lenses.
pub(crate) fn equipment<'a>(
    compiled: &'a Compiled,
    date: CalendarDate,
    frame: Cut<'_>,
    pairs: &[(&Pair<'_>, [Cut<'_>; 2])],
    required: bool,
) -> Verdict<'a> {
    let mut verdict = Verdict::default();
    let frames = parts(&mut verdict, compiled, frame);
    for (pair, [left, right]) in pairs {
        let (left, right) = (parts(&mut verdict, compiled, *left), parts(&mut verdict, compiled, *right));
        let mut question = Question { compiled, date, pair, required, floor: None, ceiling: None, known: Vec::new() };
        let mut tried = 0_usize;
        for frame in &frames {
            for left in &left {
                for right in &right {
                    tried = tried.saturating_add(1);
                    if tried > MAX_COMBINATIONS {
                        continue;
                    }
                    if let Err(reason) = question.ask([frame, left, right]) {
                        verdict.leave(compiled, left.of, reason);
                    }
                }
            }
        }
        if let Some(first) = frames.first().filter(|_| tried > MAX_COMBINATIONS) {
            verdict.leave(compiled, first.of, UndecidedReason::TooManyCases);
        }
        verdict.violations.extend(question.floor.into_iter().chain(question.ceiling));
    }
    verdict
}

/// The boxes of a class that can be judged; the others are left.
fn parts<'b, 'a: 'b>(verdict: &mut Verdict<'a>, compiled: &'a Compiled, cut: Cut<'b>) -> Vec<Part<'b>> {
    let mut parts: Vec<Part<'b>> = Vec::new();
    for of in &cut.boxes.list {
        let asked = Asked { class: cut.class, boxes: cut.boxes, charged_at_most: None };
        let (covering, tariff) = (rule_of(compiled, of, 0), asked.tariff(of));
        let domains = domains(&of.region, tariff, None).map_err(UndecidedReason::from);
        match (covering, domains, of.report(compiled)) {
            (Ok(covering), Ok(domains), Some(region)) => {
                let has_tariff = tariff.is_some();
                let mut part = Part { of, region, covering, domains, has_tariff, like: parts.len() };
                part.like = parts.iter().position(|other| part.is_like(other)).unwrap_or(part.like);
                parts.push(part);
            }
            (Err(reason), _, _) | (_, Err(reason), _) => verdict.leave(compiled, of, reason),
            (Ok(_), Ok(_), None) => {}
        }
    }
    verdict.uncut(compiled, cut.boxes);
    parts
}

impl Part<'_> {
    fn is_like(&self, other: &Self) -> bool {
        let guarantee = |part: &Self| part.covering.map(|covering| covering.guarantee);
        guarantee(self) == guarantee(other) && self.domains == other.domains
    }

    fn item<'x>(&'x self, domain: &'x Domain) -> Item<'x> {
        Item { region: &self.region, rule: self.covering.map(|covering| covering.rule), domain }
    }
}

/// A pair, and how it is violated.
struct Question<'q, 'a> {
    compiled: &'a Compiled,
    date: CalendarDate,
    pair: &'q Pair<'q>,
    required: bool,
    floor: Option<RequirementViolation<'a>>,
    ceiling: Option<RequirementViolation<'a>>,
    /// What was asked, ascending.
    known: Vec<[usize; 3]>,
}

impl<'a> Question<'_, 'a> {
    /// Asks a frame and two lenses.
    fn ask(&mut self, parts: [&Part<'_>; 3]) -> Result<(), UndecidedReason> {
        let ages = |pick: &dyn Fn(&Part<'_>) -> u8| parts.map(pick);
        let youngest = ages(&|part| part.of.region.ages.min).into_iter().max().unwrap_or_default();
        let oldest = ages(&|part| part.of.region.ages.max).into_iter().min().unwrap_or_default();
        if youngest > oldest {
            return Ok(());
        }
        let [frame, left, right] = parts;
        let Err(place) = self.known.binary_search(&parts.map(|part| part.like)) else { return Ok(()) };
        for frame_domain in &frame.domains {
            for left_domain in &left.domains {
                for right_domain in &right.domains {
                    let items = [frame.item(frame_domain), left.item(left_domain), right.item(right_domain)];
                    self.at(parts, items, youngest)?;
                }
            }
        }
        self.known.insert(place, parts.map(|part| part.like));
        Ok(())
    }

    fn at(&mut self, parts: [&Part<'_>; 3], items: [Item<'_>; 3], member_age: u8) -> Result<(), UndecidedReason> {
        let [readable, most] = PRICES;
        let at = |price: i128| paid(items, member_age, self.date, price);
        let (acts, most) = at(most)?;
        let (floor, ceiling) = (money(self.pair.floor), self.pair.ceiling.map(money));
        let is_asked = self.required || most.complementary > most.tickets;
        if self.floor.is_none() && is_asked && most.total < floor {
            let (acts, readable) = at(readable)?;
            self.floor = Some(self.violation(parts, (&acts, readable), floor, ViolationReason::LessThanRequired));
        }
        if let Some(ceiling) = ceiling.filter(|ceiling| self.ceiling.is_none() && most.total > *ceiling) {
            let (others, readable) = at(readable)?;
            let shown = if readable.total > ceiling { (&*others, readable) } else { (&*acts, most) };
            self.ceiling = Some(self.violation(parts, shown, ceiling, ViolationReason::MoreThanAllowed));
        }
        Ok(())
    }

    /// Of the first lens.
    fn violation(
        &self,
        [frame, lens, other]: [&Part<'_>; 3],
        (acts, paid): (&[Json], Paid),
        required: Money,
        reason: ViolationReason,
    ) -> RequirementViolation<'a> {
        let covering = lens.covering.or(other.covering).or(frame.covering);
        let guarantee = covering.map(|covering| covering.guarantee);
        let acts = paid.in_order(acts);
        let is_given = [frame, lens, other].iter().all(|part| part.has_tariff);
        RequirementViolation {
            region: lens.of.report(self.compiled),
            guarantee: guarantee.map(|position| self.compiled.model.guarantee_name(position)),
            pointer: guarantee.map(pointer_of),
            reason,
            state: Some(LimitState::Unused),
            tariffs: Some(if is_given { TariffSource::Given } else { TariffSource::Assumed }),
            rates: Vec::new(),
            pair: Some(self.pair.id.to_owned()),
            example: Some(RequirementExample {
                reimbursements: reimbursements(self.compiled, &acts),
                acts,
                counters: Vec::new(),
                paid: show(paid.total),
                required: show(required),
            }),
        }
    }
}
