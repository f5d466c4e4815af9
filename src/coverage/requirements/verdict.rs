//! Does a requirement hold, and which acts show that it does not?
//!
//! Kinds that ask nothing of amounts are judged here, box by box.

use crate::coverage::compare::report::{NotDecidable, UndecidedReason};
use crate::coverage::compiled::Compiled;
use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::coverage::requirements::boxes::{ActBox, Boxes};
use crate::coverage::requirements::report::{RequirementStatus, RequirementViolation, ViolationReason};
use crate::coverage::requirements::rule_field::RuleField;
use crate::ground::exact::fraction::Fraction;
use crate::ground::value::pointer::Path;

/// What is found of a requirement.
#[derive(Default)]
pub(crate) struct Verdict<'a> {
    /// Where it does not depend on acts.
    known: Option<RequirementStatus>,
    pub(crate) violations: Vec<RequirementViolation<'a>>,
    pub(crate) not_decidable: Vec<NotDecidable<'a>>,
    /// Those that were asked for, each once.
    pub(crate) quantities: Vec<Fraction>,
}

impl<'a> Verdict<'a> {
    /// What is known without looking at acts.
    pub(crate) fn known(status: RequirementStatus) -> Self {
        Verdict { known: Some(status), ..Verdict::default() }
    }

    pub(crate) fn status(&self) -> RequirementStatus {
        let of_acts = match (self.violations.is_empty(), self.not_decidable.is_empty()) {
            (false, _) => RequirementStatus::Violated,
            (true, false) => RequirementStatus::NotDecidable,
            (true, true) => RequirementStatus::Holds,
        };
        self.known.unwrap_or(of_acts)
    }

    /// Adds quantities that were asked for.
    pub(crate) fn asked(&mut self, quantities: &[Fraction]) {
        for quantity in quantities {
            if !self.quantities.contains(quantity) {
                self.quantities.push(*quantity);
            }
        }
    }

    /// What was not cut is not judged.
    pub(crate) fn uncut(&mut self, compiled: &'a Compiled, boxes: &Boxes) {
        for uncut in &boxes.uncut {
            self.leave(compiled, uncut, UndecidedReason::Truncated);
        }
    }

    pub(crate) fn leave(&mut self, compiled: &'a Compiled, of: &ActBox, reason: UndecidedReason) {
        self.not_decidable.extend(of.report(compiled).map(|region| NotDecidable { region, reason }));
    }

    fn violate(&mut self, compiled: &'a Compiled, of: &ActBox, guarantee: Option<usize>, reason: ViolationReason) {
        self.violations.push(RequirementViolation {
            region: of.report(compiled),
            guarantee: guarantee.map(|position| compiled.model.guarantee_name(position)),
            pointer: guarantee.map(pointer_of),
            reason,
            state: None,
            tariffs: None,
            rates: Vec::new(),
            pair: None,
            example: None,
        });
    }
}

pub(crate) fn pointer_of(guarantee: usize) -> String {
    Path::Root.field("guarantees").item(guarantee).pointer()
}

/// Some guarantee covers every act.
pub(crate) fn covered<'a>(compiled: &'a Compiled, boxes: &Boxes) -> Verdict<'a> {
    let mut verdict = Verdict::default();
    for of in &boxes.list {
        if of.is_ambiguous(0) {
            verdict.violate(compiled, of, None, ViolationReason::Ambiguous);
        } else if of.covered_by(0).is_none() {
            verdict.violate(compiled, of, None, ViolationReason::NotCovered);
        }
    }
    verdict.uncut(compiled, boxes);
    verdict
}

/// No rule that an act reaches has the value.
pub(crate) fn rule_field<'a>(compiled: &'a Compiled, boxes: &Boxes, field: RuleField) -> Verdict<'a> {
    let mut verdict = Verdict::default();
    for of in &boxes.list {
        for guarantee in of.guarantees.first().into_iter().flatten().copied() {
            match compiled.rules.get(guarantee) {
                Some(GuaranteeRule::Ready(rule)) if field.is_in(rule) => {
                    verdict.violate(compiled, of, Some(guarantee), ViolationReason::ForbiddenValue);
                }
                Some(GuaranteeRule::Ready(_)) => {}
                Some(GuaranteeRule::Opaque) => verdict.leave(compiled, of, UndecidedReason::OpaqueRule),
                Some(GuaranteeRule::Broken) | None => verdict.leave(compiled, of, UndecidedReason::BrokenRule),
            }
        }
    }
    verdict.uncut(compiled, boxes);
    verdict
}
