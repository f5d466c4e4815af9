//! Which differences of limits does no amount show? Of two rules that cover the same acts.
//!
//! ```text
//! period, scope, other guarantees of the key, a count that is no number of sessions      never show: the limits are in one state
//! a maximum of euros, of days, of sessions, and what is counted                          do not show where no difference does
//! a limit without a counterpart                                                          does not show where no difference does
//! ```

use crate::coverage::amounts::limits::{OfCoverage, Pairs};
use crate::coverage::compare::finding::Rules;
use crate::coverage::compare::report::LimitChange;
use crate::coverage::rule::model::{Limit, Maximum};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// The fields of which one has the maximum.
const MAXIMA: [&str; 4] = ["max_amount", "max_pmss_percent", "max_count", "max_days"];

/// The differences, by limit and field. `is_shown`: whether some difference of the rules shows in amounts.
pub(super) fn changes<'a>(rules: Rules<'a>, is_shown: bool) -> Vec<LimitChange<'a>> {
    let Pairs { together, only_current, only_next } = rules.pairs();
    let (Some(current), Some(next)) = (rules.current, rules.next) else { return Vec::new() };
    let guarantee = next.coverage.model.guarantee_name(next.guarantee);
    let mut changes = Vec::new();
    for (before, after, _) in together.iter().filter(|(_, _, is_equal)| !is_equal) {
        let (old, new) = (written(current, before), written(next, after));
        let mut add = |field: &'static str, before: &Json, after: &Json| {
            let (before, after) = (before.clone(), after.clone());
            changes.push(LimitChange { guarantee, key: key_of(new), field, before, after });
        };
        let field = |limit: &'a Json, name: &str| limit.get(name).unwrap_or(&Json::Null);
        if before.period != after.period {
            add("period", field(old, "period"), field(new, "period"));
        }
        let is_plain_count = |side: OfCoverage<'_>, limit: &Limit| {
            matches!(limit.maximum, Maximum::Count(_)) && !side.rule.is_per_session()
        };
        let never_shows = is_plain_count(current, before) && is_plain_count(next, after);
        if before.maximum.parts() != after.maximum.parts() && (never_shows || !is_shown) {
            for name in MAXIMA {
                if old.get(name) != new.get(name) {
                    add(name, field(old, name), field(new, name));
                }
            }
        }
        if before.counts != after.counts && !is_shown {
            add("counts", field(old, "counts"), field(new, "counts"));
        }
        if before.scope != after.scope {
            add("scope", field(old, "scope"), field(new, "scope"));
        }
        let names = |side: OfCoverage<'_>, limit: &Limit| Json::from(side.sharing(&limit.key));
        let (earlier, later) = (names(current, before), names(next, after));
        if earlier != later {
            add("shared_with", &earlier, &later);
        }
    }
    let alone = only_current.iter().map(|limit| (written(current, limit), true));
    let alone = alone.chain(only_next.iter().map(|limit| (written(next, limit), false)));
    for (limit, is_old) in alone.filter(|_| !is_shown) {
        let (before, after) = if is_old { (limit.clone(), Json::Null) } else { (Json::Null, limit.clone()) };
        changes.push(LimitChange { guarantee, key: key_of(limit), field: "limit", before, after });
    }
    changes
}

/// A limit as it is written in its rule.
fn written<'a>(side: OfCoverage<'a>, limit: &Limit) -> &'a Json {
    let key = Json::String(limit.key.clone());
    let mut pending = vec![side.coverage.coverage_rule(side.guarantee)];
    while let Some(part) = pending.pop() {
        let items = |name: &str| match part.get(name) {
            Some(Json::Array(items)) => items.iter().listed(),
            _ => Vec::new(),
        };
        if let Some(found) = items("limits").into_iter().find(|limit| limit.get("key") == Some(&key)) {
            return found;
        }
        pending.extend(items("components"));
    }
    &Json::Null
}

fn key_of(limit: &Json) -> &str {
    match limit.get("key") {
        Some(Json::String(key)) => key,
        _ => "",
    }
}
