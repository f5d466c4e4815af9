//! What should the author of coverage rules know beyond their shape?
//!
//! ```text
//! limits of one key      same period, maximum and scope: they share one counter
//! brss, TM               are 0 for care that the Sécu does not reimburse
//! beyond_limits          is paid only where a limit takes something away
//! flat amount            without a limit, it is paid for every act
//! ```

use crate::coverage::facts::table::ActFact;
use crate::coverage::payload::{CoverageGuarantee, CoveragePayload, StatedCondition};
use crate::coverage::rule::component_payload::ReadComponent;
use crate::coverage::rule::model::{Limit, Of, Plain, Rule, Term};
use crate::coverage::rule::payload::{ReadRule, RulePayload};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Related;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::List;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::value::pointer::Path;

/// What a compiled coverage knows of the rule of a guarantee.
#[derive(Debug)]
pub(crate) enum GuaranteeRule {
    /// Somebody else's.
    Opaque,
    /// One with an error.
    Broken,
    Ready(Rule),
}

/// The rules of all guarantees, ready to be computed where they can be.
pub(crate) fn models(payload: CoveragePayload<'_>) -> Vec<GuaranteeRule> {
    // Ascending, because the limits are in payload order.
    let mismatched: Vec<usize> = mismatches(&payload).into_iter().map(|(later, _)| later.guarantee).listed();
    let mut rules = Vec::with_capacity(payload.guarantees.entries.len());
    for (index, guarantee) in payload.guarantees.entries.into_iter().enumerate() {
        rules.push(match guarantee.map(|guarantee| guarantee.rule) {
            Some(RulePayload::Opaque) => GuaranteeRule::Opaque,
            Some(RulePayload::Rule(rule)) if !rule.broken && mismatched.binary_search(&index).is_err() => {
                rule.model().map_or(GuaranteeRule::Broken, GuaranteeRule::Ready)
            }
            _ => GuaranteeRule::Broken,
        });
    }
    rules
}

/// Reports what the shape of the rules does not say. `at` is the list of guarantees.
pub(crate) fn check(problems: &mut Problems, payload: &CoveragePayload<'_>, at: &Path<'_>) {
    report_mismatches(problems, payload, at, |_| true);
    for (index, guarantee) in payload.guarantees.readable() {
        let RulePayload::Rule(rule) = &guarantee.rule else { continue };
        let at = at.item(index);
        let unreimbursed = asks_for_unreimbursed(guarantee, &at);
        advise(problems, rule, unreimbursed.as_deref(), &at.field("coverage_rule"), false);
    }
}

/// Reports the limits that differ from the first one of their key, in some guarantees.
pub(crate) fn report_mismatches(
    problems: &mut Problems,
    payload: &CoveragePayload<'_>,
    at: &Path<'_>,
    is_meant: impl Fn(usize) -> bool,
) {
    for (later, first) in mismatches(payload).into_iter().filter(|(later, _)| is_meant(later.guarantee)) {
        let (later_at, first_at) = (at.item(later.guarantee), at.item(first.guarantee));
        let other = Related::new(first.pointer(&first_at.field("coverage_rule")), say::the_first());
        let later = later.pointer(&later_at.field("coverage_rule"));
        problems.report_at(Code::LimitKeyMismatch, &later, say::limit_key_mismatch(), Details::related(other));
    }
}

fn advise(problems: &mut Problems, rule: &ReadRule, unreimbursed: Option<&str>, at: &Path<'_>, is_beyond: bool) {
    let components_at = at.field("components");
    let has_no_limit = has_no_limit(&rule.limits);
    for (index, component) in rule.components.readable() {
        let at = components_at.item(index);
        let is_unlimited = !is_beyond && has_no_limit && self::has_no_limit(&component.limits);
        each_plain(&component.term, &at, &mut |plain, at| {
            let is_of_base = matches!(plain, Plain::Percent(Of::Brss | Of::TicketModerateur, _));
            if let Some(filter) = unreimbursed.filter(|_| is_of_base) {
                let other = Details::related(Related::new(filter.to_owned(), say::only_unreimbursed()));
                problems.report_with(Code::BaseRuleOnUnreimbursed, at, say::base_on_unreimbursed(), other);
            }
            if is_unlimited && matches!(plain, Plain::Flat { .. }) {
                problems.report(Code::FlatWithoutLimit, at, say::flat_without_limit());
            }
        });
    }
    let Some(beyond) = &rule.beyond_limits else { return };
    let beyond_at = at.field("beyond_limits");
    let is_unlimited = |component: &Option<ReadComponent>| {
        component.as_ref().is_some_and(|component| self::has_no_limit(&component.limits))
    };
    let components = &rule.components;
    // Of a component that could not be read, nobody knows.
    if has_no_limit && components.entries.iter().all(is_unlimited) {
        problems.report_removable(Code::BeyondWithoutLimit, &beyond_at, say::beyond_without_limit());
    }
    advise(problems, beyond, unreimbursed, &beyond_at, true);
}

/// Whether a list of limits was read to its end and is empty.
fn has_no_limit(limits: &List<Limit>) -> bool {
    limits.whole && limits.entries.is_empty()
}

/// The plain components of a term, each with its place.
fn each_plain(term: &Term, at: &Path<'_>, each: &mut dyn FnMut(&Plain, &Path<'_>)) {
    let options = match term {
        Term::Plain(plain) => return each(plain, at),
        Term::Chosen { options, .. } => options,
    };
    let options_at = at.field("options");
    for (index, option) in options.iter().enumerate() {
        let at = options_at.item(index);
        for (index, plain) in option.iter().enumerate() {
            each(plain, &at.item(index));
        }
    }
}

/// The place of a condition that asks for care that the Sécu does not reimburse.
fn asks_for_unreimbursed(guarantee: &CoverageGuarantee<'_>, at: &Path<'_>) -> Option<String> {
    let mappings_at = at.field("care_type_mappings");
    guarantee.care_type_mappings.readable().find_map(|(index, mapping)| {
        let conditions = &mapping.filter.as_ref()?.conditions;
        let asks = conditions.iter().any(|(fact, condition)| {
            *fact == ActFact::ReimbursedBySecu && matches!(condition, StatedCondition::Flag(false))
        });
        asks.then(|| mappings_at.item(index).field("filter").field(ActFact::ReimbursedBySecu.condition()).pointer())
    })
}

/// A limit and where it is.
#[derive(Clone, Copy)]
struct Place<'p> {
    guarantee: usize,
    /// None for a limit of the rule itself.
    component: Option<usize>,
    position: usize,
    limit: &'p Limit,
}

impl Place<'_> {
    /// Its pointer; `at` is the rule.
    fn pointer(&self, at: &Path<'_>) -> String {
        let components_at = at.field("components");
        match self.component {
            Some(component) => components_at.item(component).field("limits").item(self.position).pointer(),
            None => at.field("limits").item(self.position).pointer(),
        }
    }
}

/// The limits that differ from the first one of their key, each with that one.
///
/// DECISION: what is counted (`counts`) may differ: two limits can look at one counter in two ways.
/// Case: reimburse_readings/mismatch-not-of-counts
fn mismatches<'p>(payload: &'p CoveragePayload<'_>) -> Vec<(Place<'p>, Place<'p>)> {
    let mut places = Vec::new();
    for (guarantee, entry) in payload.guarantees.readable() {
        if let RulePayload::Rule(rule) = &entry.rule {
            let place = |component, (position, limit)| Place { guarantee, component, position, limit };
            for (component, read) in rule.components.readable() {
                places.extend(read.limits.readable().map(|found| place(Some(component), found)));
            }
            places.extend(rule.limits.readable().map(|found| place(None, found)));
        }
    }
    let key = |position: usize| places.get(position).map(|place| place.limit.key.as_str());
    let repeated = order::repeated(places.len(), &|a, b| key(a).cmp(&key(b)));
    let pairs = repeated.into_iter().filter_map(|(later, first)| Some((*places.get(later)?, *places.get(first)?)));
    let same =
        |a: &Limit, b: &Limit| a.period == b.period && a.maximum.parts() == b.maximum.parts() && a.scope == b.scope;
    pairs.filter(|(later, first)| !same(later.limit, first.limit)).listed()
}
