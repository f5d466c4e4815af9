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
use crate::coverage::rule::model::{Component, Limit, Of, Rule};
use crate::coverage::rule::payload::{ReadRule, RulePayload};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Related;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
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
        let (later_at, first_at) = (later_at.field("coverage_rule"), first_at.field("coverage_rule"));
        let (later_at, first_at) = (later_at.field("limits"), first_at.field("limits"));
        let first_at = first_at.item(first.position);
        let other = Related::new(first_at.pointer(), say::the_first());
        problems.report_with(
            Code::LimitKeyMismatch,
            &later_at.item(later.position),
            say::limit_key_mismatch(),
            Details::related(other),
        );
    }
}

fn advise(problems: &mut Problems, rule: &ReadRule, unreimbursed: Option<&str>, at: &Path<'_>, is_beyond: bool) {
    let components_at = at.field("components");
    let has_no_limit = rule.limits.whole && rule.limits.entries.is_empty();
    for (index, component) in rule.components.readable() {
        let at = components_at.item(index);
        let is_of_base = matches!(component, Component::Percent(Of::Brss | Of::TicketModerateur, _));
        if let Some(filter) = unreimbursed.filter(|_| is_of_base) {
            let other = Related::new(filter.to_owned(), say::only_unreimbursed());
            problems.report_with(
                Code::BaseRuleOnUnreimbursed,
                &at,
                say::base_on_unreimbursed(),
                Details::related(other),
            );
        }
        if !is_beyond && has_no_limit && matches!(component, Component::Flat { .. }) {
            problems.report(Code::FlatWithoutLimit, &at, say::flat_without_limit());
        }
    }
    let Some(beyond) = &rule.beyond_limits else { return };
    let beyond_at = at.field("beyond_limits");
    if has_no_limit {
        problems.report_removable(Code::BeyondWithoutLimit, &beyond_at, say::beyond_without_limit());
    }
    advise(problems, beyond, unreimbursed, &beyond_at, true);
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
    position: usize,
    limit: &'p Limit,
}

/// The limits that differ from the first one of their key, each with that one.
///
/// DECISION: what is counted (`counts`) may differ: two limits can look at one counter in two ways.
/// Case: reimburse_readings/mismatch-not-of-counts
fn mismatches<'p>(payload: &'p CoveragePayload<'_>) -> Vec<(Place<'p>, Place<'p>)> {
    let mut places = Vec::new();
    for (guarantee, entry) in payload.guarantees.readable() {
        if let RulePayload::Rule(rule) = &entry.rule {
            let limits = rule.limits.readable();
            places.extend(limits.map(|(position, limit)| Place { guarantee, position, limit }));
        }
    }
    let key = |position: usize| places.get(position).map(|place| place.limit.key.as_str());
    let repeated = order::repeated(places.len(), &|a, b| key(a).cmp(&key(b)));
    let pairs = repeated.into_iter().filter_map(|(later, first)| Some((*places.get(later)?, *places.get(first)?)));
    let same =
        |a: &Limit, b: &Limit| a.period == b.period && a.maximum.parts() == b.maximum.parts() && a.scope == b.scope;
    pairs.filter(|(later, first)| !same(later.limit, first.limit)).listed()
}
