//! How much at most, for what, and how often, in words?

use crate::coverage::rule::model::{Counts, Limit, Maximum, Period, PriceCap, Scope};
use crate::coverage::rule::number_words::{decimal, euros, percent_in_words};

pub(crate) fn cap_in_words(cap: &PriceCap) -> String {
    match cap {
        PriceCap::Plv => "the PLV".to_owned(),
        PriceCap::Hlf => "the HLF".to_owned(),
        PriceCap::Amount(amount) => euros(*amount),
    }
}

pub(crate) fn limit_in_words(limit: &Limit, is_per_session: bool) -> String {
    let maximum = maximum_in_words(limit.maximum, is_per_session);
    let is_ceiling = matches!(limit.maximum, Maximum::Amount(_) | Maximum::PmssPercent(_));
    let ceiling = if is_ceiling { "ceiling " } else { "" };
    let counts = if limit.counts == Counts::Total { " with the Sécu" } else { "" };
    format!("{ceiling}{maximum}{}{}{counts}", period_in_words(limit.period), scope_in_words(limit.scope))
}

pub(crate) fn scope_in_words(scope: Scope) -> &'static str {
    match scope {
        Scope::Beneficiary => "",
        Scope::Family => " for the family",
        Scope::Eye => " for each eye",
        Scope::Ear => " for each ear",
        Scope::Tooth => " for each tooth",
    }
}

pub(crate) fn maximum_in_words(maximum: Maximum, is_per_session: bool) -> String {
    let (count, one, many) = match maximum {
        Maximum::Amount(amount) => return euros(amount),
        Maximum::PmssPercent(percent) => return format!("{} PMSS", percent_in_words(percent)),
        Maximum::Count(count) if is_per_session => (count, "session", "sessions"),
        Maximum::Count(count) => (count, "act", "acts"),
        Maximum::Days(count) => (count, "day", "days"),
    };
    let shown = decimal(count);
    let unit = if shown == "1" { one } else { many };
    format!("{shown} {unit}")
}

pub(crate) fn period_in_words(period: Period) -> String {
    match period {
        Period::Act => " an act".to_owned(),
        Period::Stay => " a stay".to_owned(),
        Period::CivilYear => " a year".to_owned(),
        Period::MembershipYear => " a membership year".to_owned(),
        Period::RollingMonths(1) => " in any month".to_owned(),
        Period::RollingMonths(months) => format!(" in any {months} months"),
        Period::Lifetime => " in a lifetime".to_owned(),
    }
}
