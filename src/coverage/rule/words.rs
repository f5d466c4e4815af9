//! What does a rule say, in the words of a benefit table?
//!
//! ```text
//! rule      = components joined by " + ", the price cap, the Sécu share; then its limits
//! examples    150 % BR, Sécu included · TM + 200 € · 1.5 % PMSS a day, 90 days a year
//!             100 % of costs, ceiling 1,500 € a year, beyond it 100 % BR
//! ```
//! The Sécu share is said where it matters and a reader would not take it for granted: a part of the base is a total or
//! comes on top; the ticket modérateur and flat amounts come on top of the Sécu; all costs are all costs.

use crate::coverage::rule::model::{
    Component, Counts, Limit, Maximum, Of, Period, PriceCap, Rule, Scope, SecuShare, Unit,
};
use crate::coverage::rule::payload::{self, RulePayload, WHOLE};
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::exact::amount::{Amount, show};
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// A coverage rule in the words of a benefit table.
///
/// A rule without `components` is somebody else's, and only said to be so.
///
/// # Errors
/// The errors of the rule; pointers are relative to it.
///
/// # Examples
/// ```
/// use care_coverage::{Json, describe_rule};
/// let rule: Json = serde_json::from_str(r#"{ "components": [{ "kind": "brss_percent", "percent": "150" }] }"#)?;
/// assert_eq!(describe_rule(&rule)?, "150 % BR, Sécu included");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn describe_rule(rule: &Json) -> Result<String, Error> {
    let mut problems = Problems::default();
    let words = match payload::rule(&mut problems, rule, &Path::Root) {
        // What is no JSON is an error of any rule.
        _ if problems.blocking() => None,
        RulePayload::Opaque => Some("a rule of another system, not computed".to_owned()),
        RulePayload::Rule(read) if !read.broken => read.model().map(|rule| rule_in_words(&rule)),
        RulePayload::Rule(_) | RulePayload::Hole => None,
    };
    let judge = |problems: &mut Problems, json: &Json| {
        payload::rule(problems, json, &Path::Root);
    };
    words.ok_or_else(|| problems.refuse_errors().with_tried_fixes(rule, &judge))
}

pub(crate) fn rule_in_words(rule: &Rule) -> String {
    let mut words = what(rule);
    words.push_str(share_suffix(rule));
    for limit in &rule.limits {
        words.push_str(", ");
        words.push_str(&limit_in_words(limit, rule.is_per_session()));
    }
    if let Some(beyond) = &rule.beyond_limits {
        words.push_str(if rule.limits.len() > 1 { ", beyond them " } else { ", beyond it " });
        words.push_str(&beyond_in_words(beyond));
    }
    words
}

/// What is paid beyond the limits. There, whole costs or a whole base are taken for a total, and said where they come on top.
///
/// DECISION: where neither is taken for granted, the share is said beyond the limits, too. Case: reimburse_readings/words-beyond-shares
pub(crate) fn beyond_in_words(rule: &Rule) -> String {
    let is_total = |component: &Component| match component {
        Component::Percent(Of::Brss | Of::ActualCosts | Of::ReconstitutedBrss, percent) => percent.mantissa(6) >= WHOLE,
        Component::Percent(Of::TicketModerateur | Of::Rss, _) | Component::Flat { .. } | Component::Pmss { .. } => {
            false
        }
    };
    let taken_for_granted = rule.secu_share == SecuShare::Included && rule.components.iter().any(is_total);
    let mut words = what(rule);
    words.push_str(if taken_for_granted { "" } else { share_suffix(rule) });
    words
}

/// Whether it is 100 %.
fn is_whole(percent: Amount) -> bool {
    percent.mantissa(6) == WHOLE
}

/// The components and the price cap.
fn what(rule: &Rule) -> String {
    let mut words = String::new();
    for component in &rule.components {
        if !words.is_empty() {
            words.push_str(" + ");
        }
        words.push_str(&component_in_words(component));
    }
    if let Some(cap) = &rule.price_cap {
        words.push_str(" within ");
        words.push_str(&cap_in_words(cap));
    }
    words
}

/// The Sécu share behind the components, where it is said.
pub(crate) fn share_suffix(rule: &Rule) -> &'static str {
    match share_in_words(rule) {
        Some(SecuShare::Included) => ", Sécu included",
        Some(SecuShare::Excluded) => " on top of the Sécu",
        None => "",
    }
}

/// The Sécu share, where it is said.
fn share_in_words(rule: &Rule) -> Option<SecuShare> {
    let is_on_top = |component: &Component| match component {
        Component::Percent(of, _) => *of == Of::TicketModerateur,
        Component::Flat { .. } | Component::Pmss { .. } => true,
    };
    let is_all_costs =
        |component: &Component| matches!(component, Component::Percent(Of::ActualCosts, percent) if is_whole(*percent));
    let taken_for_granted = match rule.secu_share {
        SecuShare::Excluded => rule.components.iter().all(is_on_top),
        SecuShare::Included => rule.components.iter().any(is_all_costs),
    };
    (!taken_for_granted).then_some(rule.secu_share)
}

pub(crate) fn component_in_words(component: &Component) -> String {
    match component {
        Component::Percent(Of::TicketModerateur, percent) if is_whole(*percent) => "TM".to_owned(),
        Component::Percent(of, percent) => {
            let of = match of {
                Of::Brss => "BR",
                Of::TicketModerateur => "TM",
                Of::ActualCosts => "of costs",
                Of::Rss => "of the Sécu part",
                Of::ReconstitutedBrss => "reconstituted BR",
            };
            format!("{} {of}", percent_in_words(*percent))
        }
        Component::Flat { amount, per } => format!("{}{}", euros(*amount), per_in_words(*per)),
        Component::Pmss { percent, per } => format!("{} PMSS{}", percent_in_words(*percent), per_in_words(*per)),
    }
}

fn per_in_words(per: Unit) -> String {
    match per {
        Unit::Act => String::new(),
        Unit::Eye | Unit::Ear => format!(" an {}", per.name()),
        other => format!(" a {}", other.name()),
    }
}

pub(crate) fn cap_in_words(cap: &PriceCap) -> String {
    match cap {
        PriceCap::Plv => "the PLV".to_owned(),
        PriceCap::Hlf => "the HLF".to_owned(),
        PriceCap::Amount(amount) => euros(*amount),
    }
}

pub(crate) fn share_word(share: SecuShare) -> &'static str {
    match share {
        SecuShare::Included => "Sécu included",
        SecuShare::Excluded => "on top of the Sécu",
    }
}

fn limit_in_words(limit: &Limit, is_per_session: bool) -> String {
    let maximum = maximum_in_words(limit.maximum, is_per_session);
    let ceiling = if matches!(limit.maximum, Maximum::Amount(_)) { "ceiling " } else { "" };
    let counts = if limit.counts == Counts::Total { " with the Sécu" } else { "" };
    let of = match limit.scope {
        Scope::Beneficiary => "",
        Scope::Family => " for the family",
        Scope::Eye => " for each eye",
        Scope::Ear => " for each ear",
        Scope::Tooth => " for each tooth",
    };
    format!("{ceiling}{maximum}{}{of}{counts}", period_in_words(limit.period))
}

pub(crate) fn maximum_in_words(maximum: Maximum, is_per_session: bool) -> String {
    let (count, one, many) = match maximum {
        Maximum::Amount(amount) => return euros(amount),
        Maximum::Count(count) if is_per_session => (count, "session", "sessions"),
        Maximum::Count(count) => (count, "act", "acts"),
        Maximum::Days(count) => (count, "day", "days"),
    };
    let shown = grouped(&show(count.mantissa(6), 6, 0));
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

pub(crate) fn percent_in_words(percent: Amount) -> String {
    format!("{} %", grouped(&show(percent.mantissa(6), 6, 0)))
}

/// Whole euros without decimals, others with at least two.
pub(crate) fn euros(amount: Amount) -> String {
    let whole = show(amount.mantissa(6), 6, 0);
    let shown = if whole.contains('.') { show(amount.mantissa(6), 6, 2) } else { whole };
    format!("{} €", grouped(&shown))
}

/// With a comma before every three digits of the integer part.
fn grouped(decimal: &str) -> String {
    let (integer, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let mut grouped = String::new();
    for (position, digit) in integer.chars().enumerate() {
        let left = integer.len().saturating_sub(position);
        if position > 0 && left.is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn words(rule: &str) -> String {
        describe_rule(&serde_json::from_str(rule).unwrap()).unwrap()
    }

    /// The rows of "How benefit tables read".
    #[test]
    fn reads_like_a_benefit_table() {
        let brss = |percent: &str| format!(r#"{{ "kind": "brss_percent", "percent": "{percent}" }}"#);
        let rule = |components: &str, rest: &str| words(&format!(r#"{{ "components": [{components}]{rest} }}"#));
        let tm = r#"{ "kind": "ticket_moderateur", "percent": "100" }"#;
        let flat = |amount: &str, per: &str| format!(r#"{{ "kind": "flat_amount", "amount": "{amount}"{per} }}"#);
        let costs = r#"{ "kind": "actual_costs", "percent": "100" }"#;
        let excluded = r#", "secu_share": "excluded""#;
        let limit =
            |limit: &str| format!(r#", "limits": [{{ "key": "k", "period": {{ "kind": "civil_year" }}, {limit} }}]"#);

        assert_eq!(rule(&brss("150"), ""), "150 % BR, Sécu included");
        assert_eq!(rule(&brss("50"), excluded), "50 % BR on top of the Sécu");
        assert_eq!(rule(tm, excluded), "TM");
        assert_eq!(rule(&format!("{tm}, {}", flat("200.00", "")), excluded), "TM + 200 €");
        assert_eq!(rule(&format!("{}, {}", brss("100"), flat("250.5", "")), ""), "100 % BR + 250.50 €, Sécu included");
        assert_eq!(rule(costs, ""), "100 % of costs");
        assert_eq!(rule(costs, r#", "price_cap": { "kind": "hlf" }"#), "100 % of costs within the HLF");
        assert_eq!(rule(costs, &limit(r#""max_amount": "400""#)), "100 % of costs, ceiling 400 € a year");
        let pmss = r#"{ "kind": "pmss_percent", "percent": "1.5", "per": "day" }"#;
        let days = format!("{excluded}{}", limit(r#""max_days": 90"#));
        assert_eq!(rule(pmss, &days), "1.5 % PMSS a day, 90 days a year");
        let sessions = format!("{excluded}{}", limit(r#""max_count": 5"#));
        assert_eq!(rule(&flat("30", r#", "per": "session""#), &sessions), "30 € a session, 5 sessions a year");
        let beyond = format!(
            r#"{}, "beyond_limits": {{ "components": [{}] }}"#,
            limit(r#""max_amount": "1500.00", "counts": "total", "scope": "ear""#),
            brss("100")
        );
        let said = "100 % of costs, ceiling 1,500 € a year for each ear with the Sécu, beyond it 100 % BR";
        assert_eq!(rule(costs, &beyond), said);
        assert_eq!(words(r#"{ "rate": 1 }"#), "a rule of another system, not computed");
    }
}
