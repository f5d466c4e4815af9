//! A profile, asked of a compiled coverage.

use std::rc::Rc;

use crate::coverage::analysis::classes::applicable;
use crate::coverage::compiled::Compiled;
use crate::coverage::region::cover::Steps;
use crate::coverage::requirements::boxes::{Boxes, Claims, boxes};
use crate::coverage::requirements::class::Class;
use crate::coverage::requirements::class_payload::ChargedAtMost;
use crate::coverage::requirements::equipment::{Cut, equipment};
use crate::coverage::requirements::first_acts::First;
use crate::coverage::requirements::judge::{Asked, Bound, Judge, decimal};
use crate::coverage::requirements::kind::Kind;
use crate::coverage::requirements::options::Options;
use crate::coverage::requirements::parts::{Paid, Pair, Standard};
use crate::coverage::requirements::profile::{self, Profile};
use crate::coverage::requirements::report::{
    RequirementAnswer, RequirementStatus, RequirementsReport, RequirementsSummary,
};
use crate::coverage::requirements::requirement::Requirement;
use crate::coverage::requirements::verdict::{self, Verdict};
use crate::ground::diagnostics::diagnostic::{Error, both};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// Work for the boxes of all classes together.
const MAX_STEPS: usize = 20_000_000;

/// What came of each requirement of a profile.
///
/// # Errors
/// Every error of the profile and of the options.
pub(crate) fn check<'a>(
    compiled: &'a Compiled,
    profile: &'a Json,
    options: &Json,
) -> Result<RequirementsReport<'a>, Error> {
    let tables = &compiled.tables;
    let read = (("profile", profile::decode(tables, profile)), ("options", Options::decode(tables, options)));
    let (profile, options) = both(read.0, read.1)?;
    let mut check = Check::new(compiled, &profile, options);
    let mut summary = RequirementsSummary::default();
    let mut answers = Vec::with_capacity(profile.requirements.len());
    for requirement in &profile.requirements {
        let answer = check.answer(requirement);
        summary.count(answer.status);
        answers.push(answer);
    }
    let date = check.options.date.to_string();
    Ok(RequirementsReport { profile: profile.name, date, note: profile.note, requirements: answers, summary })
}

struct Check<'a, 'o> {
    claims: Claims<'a>,
    judge: Judge<'a>,
    options: Options<'o>,
    /// In the profile's order, each that of the options where these have one.
    classes: Vec<Class>,
    /// By class, once they are asked for.
    boxes: Vec<Option<Rc<Boxes>>>,
    steps: Steps,
}

impl<'a, 'o> Check<'a, 'o> {
    fn new(compiled: &'a Compiled, profile: &Profile<'_>, mut options: Options<'o>) -> Self {
        let mut classes = Vec::with_capacity(profile.classes.len());
        for (name, payload) in &profile.classes {
            let given = options.classes.iter().position(|(given, _)| given == name);
            let mut class = match given {
                Some(position) => options.classes.swap_remove(position).1,
                // What the catalogue lacks is in no act.
                None => Class::new(&mut Problems::without_suggestions(), &compiled.tables, payload, &Path::Root),
            };
            if let Some(position) = options.tariffs.iter().position(|(given, _)| given == name) {
                class.tariffs = options.tariffs.swap_remove(position).1;
            }
            classes.push(class);
        }
        let boxes = classes.iter().map(|_| None).listed();
        let judge = Judge::new(compiled, options.date);
        Check { claims: Claims::new(compiled), judge, options, classes, boxes, steps: Steps::new(MAX_STEPS) }
    }

    fn answer<'p>(&mut self, requirement: &Requirement<'p>) -> RequirementAnswer<'p>
    where
        'a: 'p,
    {
        let verdict = self.verdict(requirement);
        let Requirement { id, article, title, note, uncertain, .. } = *requirement;
        RequirementAnswer {
            id,
            article,
            kind: requirement.kind.name(),
            status: verdict.status(),
            title,
            note,
            uncertain: uncertain || requirement.kind.classes().into_iter().any(|class| self.is_uncertain(class)),
            violations: verdict.violations,
            not_decidable: verdict.not_decidable,
            quantities: verdict.quantities.iter().map(|quantity| decimal(*quantity, 1)).listed(),
        }
    }

    fn verdict(&mut self, requirement: &Requirement<'_>) -> Verdict<'a> {
        if !requirement.validity.contains(self.options.date) {
            return Verdict::known(RequirementStatus::NotInForce);
        }
        if self.is_empty(&requirement.kind) {
            return Verdict::known(RequirementStatus::ClassEmpty);
        }
        let compiled = self.claims.compiled;
        match &requirement.kind {
            Kind::ByConstruction { .. } => Verdict::known(RequirementStatus::Holds),
            Kind::Declared { .. } => Verdict::known(match self.options.declared(requirement.id) {
                Some(true) => RequirementStatus::Holds,
                Some(false) => RequirementStatus::Violated,
                None => RequirementStatus::ToDeclare,
            }),
            Kind::Covered { class } => verdict::covered(compiled, &self.boxes(*class)),
            Kind::RuleField { class, field } => verdict::rule_field(compiled, &self.boxes(*class), *field),
            Kind::AtLeast { class, of, allowed, charged_at_most } => {
                let bound = Bound::AtLeast { of, allowed };
                match of {
                    Standard::Rule(_) => self.bounded(*class, *charged_at_most, &bound),
                    Standard::Coverage(other) => {
                        let cut = self.boxes_of_two(*class, other);
                        self.bounded_in(*class, &cut, *charged_at_most, &bound)
                    }
                }
            }
            Kind::AtMost { class, rule, charged_at_most } => {
                self.bounded(*class, *charged_at_most, &Bound::AtMost { rule })
            }
            Kind::SurplusGap { class, fact, at_most, below, charged_at_most } => {
                let boxes = self.boxes(*class);
                let Some(class) = self.classes.get(*class) else { return Verdict::default() };
                let asked = Asked { class, boxes: &boxes, charged_at_most: *charged_at_most };
                self.judge.surplus_gap(&asked, *fact, [*at_most, *below])
            }
            Kind::Equipment { frame, pairs, required } => self.equipment(*frame, pairs, *required),
            Kind::Frequency { class, months, acts } => self.frequency(*class, *months, acts),
        }
    }

    fn bounded(&mut self, class: usize, charged_at_most: Option<ChargedAtMost>, bound: &Bound<'_>) -> Verdict<'a> {
        let boxes = self.boxes(class);
        self.bounded_in(class, &boxes, charged_at_most, bound)
    }

    fn bounded_in(
        &mut self,
        class: usize,
        boxes: &Boxes,
        charged_at_most: Option<ChargedAtMost>,
        bound: &Bound<'_>,
    ) -> Verdict<'a> {
        let Some(class) = self.classes.get(class) else { return Verdict::default() };
        self.judge.bounded(&Asked { class, boxes, charged_at_most }, bound)
    }

    fn equipment(&mut self, frame: usize, pairs: &[Pair<'_>], required: bool) -> Verdict<'a> {
        let of_frame = self.boxes(frame);
        let mut boxes = Vec::new();
        for pair in pairs {
            boxes.push(pair.lenses.map(|class| self.boxes(class)));
        }
        let Some(class) = self.classes.get(frame) else { return Verdict::default() };
        let frame = Cut { class, boxes: &of_frame };
        let mut cuts = Vec::new();
        for (pair, [left, right]) in pairs.iter().zip(&boxes) {
            let [first, second] = pair.lenses.map(|class| self.classes.get(class));
            if let (Some(first), Some(second)) = (first, second) {
                cuts.push((pair, [Cut { class: first, boxes: left }, Cut { class: second, boxes: right }]));
            }
        }
        equipment(self.claims.compiled, self.options.date, frame, &cuts, required)
    }

    fn frequency(&mut self, class: usize, months: u32, acts: &[Paid]) -> Verdict<'a> {
        let of_class = self.boxes(class);
        let mut boxes = Vec::new();
        for act in acts {
            boxes.push(self.boxes(act.class));
        }
        let mut first = First { acts: Vec::new(), months };
        for (act, boxes) in acts.iter().zip(&boxes) {
            if let Some(class) = self.classes.get(act.class) {
                first.acts.push((Cut { class, boxes }, act.side));
            }
        }
        let Some(class) = self.classes.get(class) else { return Verdict::default() };
        self.judge.frequency(&Asked { class, boxes: &of_class, charged_at_most: None }, &first)
    }

    /// Whether the catalogue has none of the acts that are asked about.
    fn is_empty(&self, kind: &Kind<'_>) -> bool {
        match kind {
            Kind::Equipment { frame, pairs, .. } => {
                let is_asked = |pair: &Pair<'_>| pair.lenses.into_iter().all(|class| self.has_acts(class));
                !self.has_acts(*frame) || !pairs.iter().any(is_asked)
            }
            // Of a class that is paid first, too, there may be none.
            other => other.classes().first().is_some_and(|class| !self.has_acts(*class)),
        }
    }

    fn has_acts(&self, class: usize) -> bool {
        let tables = &self.claims.compiled.tables;
        self.classes.get(class).is_some_and(|class| {
            class.care_types.iter().any(|care_type| class.acts.can_match(applicable(tables, *care_type)))
        })
    }

    /// Whether a tariff of a class that is in force is uncertain.
    fn is_uncertain(&self, class: usize) -> bool {
        let tariffs = self.classes.get(class).map(|class| class.tariffs.as_slice()).unwrap_or_default();
        tariffs.iter().any(|tariff| tariff.uncertain && tariff.validity.contains(self.options.date))
    }

    /// The boxes of a class, which several requirements ask for.
    fn boxes(&mut self, class: usize) -> Rc<Boxes> {
        if let Some(Some(known)) = self.boxes.get(class) {
            return Rc::clone(known);
        }
        let (steps, claims, date) = (&mut self.steps, &self.claims, self.options.date);
        let cut = self.classes.get(class).map(|class| boxes(steps, &[claims], class, date));
        let cut = Rc::new(cut.unwrap_or_default());
        self.boxes.get_mut(class).into_iter().for_each(|known| *known = Some(Rc::clone(&cut)));
        cut
    }

    /// The same, cut by another coverage, too.
    fn boxes_of_two(&mut self, class: usize, other: &Compiled) -> Boxes {
        let (steps, claims, date) = (&mut self.steps, &self.claims, self.options.date);
        let cut = self.classes.get(class).map(|class| boxes(steps, &[claims, &Claims::new(other)], class, date));
        cut.unwrap_or_default()
    }
}
