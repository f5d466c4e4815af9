//! JSON → a limit of a coverage rule: exactly one maximum, in a period, for somebody or something.

use crate::coverage::rule::model::{Counts, Limit, Maximum, Period, Scope};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::message::Says;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::List;
use crate::ground::exact::amount::{MONEY, PERCENT};
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

const MAXIMA: [&str; 4] = ["max_amount", "max_pmss_percent", "max_count", "max_days"];
const PERIODS: [&str; 6] = ["act", "stay", "civil_year", "membership_year", ROLLING, "lifetime"];
const ROLLING: &str = "rolling_months";

/// A limit of a rule.
pub(crate) fn limit(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Limit> {
    decode(
        problems,
        json,
        at,
        &["key", "period", "max_amount", "max_pmss_percent", "max_count", "max_days", "counts", "scope"],
    )
}

/// A limit of a component, which counts what the component is paid.
pub(crate) fn component_limit(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Limit> {
    decode(problems, json, at, &["key", "period", "max_amount", "max_pmss_percent", "max_count", "max_days", "scope"])
}

fn decode(problems: &mut Problems, json: &Json, at: &Path<'_>, known: &[&'static str]) -> Option<Limit> {
    let [amount, pmss, count, days] = MAXIMA;
    let object = problems.document(json, at, known)?;
    let key = problems.required(&object, "key", at);
    let key_at = at.field("key");
    let key = key.and_then(|json| problems.string(json, &key_at)).and_then(|key| problems.short_text(key, &key_at));
    let period = problems.required(&object, "period", at);
    let period = period.and_then(|json| self::period(problems, json, &at.field("period")));
    let given = MAXIMA.into_iter().filter(|name| object.get(name).is_some()).count();
    if given > 1 || given == 0 && object.is_finished() {
        problems.report(Code::LimitNeedsOneMaximum, at, say::one_maximum(given));
    }
    let mut decimal = |name: &str| {
        let digits = if name == pmss { PERCENT } else { MONEY };
        object.get(name).and_then(|json| problems.amount(json, &at.field(name), digits))
    };
    let maxima = [
        decimal(amount).map(Maximum::Amount),
        decimal(pmss).map(Maximum::PmssPercent),
        decimal(count).map(Maximum::Count),
        decimal(days).map(Maximum::Days),
    ];
    let maximum = maxima.into_iter().flatten().next().filter(|_| given == 1);
    let counts = match object.get("counts").filter(|_| known.contains(&"counts")) {
        None => Some(Counts::default()),
        Some(json) => problems
            .one_of(json, &at.field("counts"), &["complementary", "total"])
            .map(|position| if position == 0 { Counts::Complementary } else { Counts::Total }),
    };
    let scope = match object.get("scope") {
        None => Some(Scope::default()),
        Some(json) => problems.one_of(json, &at.field("scope"), &Scope::NAMES).and_then(Scope::at),
    };
    Some(Limit {
        key: key?.to_owned(),
        period: period?,
        maximum: maximum?,
        counts: counts?,
        scope: scope?,
        repeated: false,
    })
}

fn period(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Period> {
    let fields = problems.record(json, at)?;
    let kind = fields.iter().find(|(name, _)| name == "kind");
    let is_rolling = kind.is_none_or(|(_, kind)| *kind == Json::String(ROLLING.to_owned()));
    let known: &[&str] = if is_rolling { &["kind", "months"] } else { &["kind"] };
    let object = problems.document(json, at, known)?;
    let kind = problems.required(&object, "kind", at);
    match kind.and_then(|json| problems.one_of(json, &at.field("kind"), &PERIODS))? {
        0 => Some(Period::Act),
        1 => Some(Period::Stay),
        2 => Some(Period::CivilYear),
        3 => Some(Period::MembershipYear),
        4 => {
            let json = problems.required(&object, "months", at)?;
            months(problems, json, &at.field("months")).map(Period::RollingMonths)
        }
        _ => Some(Period::Lifetime),
    }
}

/// A number of months, above 0; one that is longer than the calendar is as long as it.
fn months(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<u32> {
    let months = problems.integer(json, at)?;
    if months < 1 {
        problems.report(Code::NotPositive, at, say::months_not_positive(months));
        return None;
    }
    Some(u32::try_from(months).unwrap_or(u32::MAX))
}

/// Where there may be no limits, with what is said of them; an empty list says so, too.
#[inline(never)]
pub(crate) fn no_limits(problems: &mut Problems, json: &Json, at: &Path<'_>, says: Says<'_>) -> List<Limit> {
    if problems.array(json, at).is_some_and(|array| !array.items.is_empty()) {
        problems.report_removable(Code::NestedLimits, at, says);
    }
    List::empty()
}
