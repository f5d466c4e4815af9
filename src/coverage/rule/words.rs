//! What does a rule say, in the words of a benefit table?
//!
//! ```text
//! rule      = components joined by " + ", the price cap, the Sécu share; then its limits
//! examples    150 % BR, Sécu included · TM + 200 € · 1.5 % PMSS a day, 90 days a year
//!             100 % of costs, ceiling 1,500 € a year, beyond it 100 % BR
//!             100 % BR + credit of 170 € a year · TM limited to 30 % BR · 6.5 % PMSS with a minimum of 175 % BR, Sécu included
//! ```
//! The Sécu share is said where it matters and a reader would not take it for granted: a part of the base is a total or
//! comes on top; the ticket modérateur and flat amounts come on top of the Sécu; all costs are all costs.

use crate::coverage::rule::limit_words::{
    cap_in_words, limit_in_words, maximum_in_words, period_in_words, scope_in_words,
};
use crate::coverage::rule::model::{
    Component, Limit, Maximum, Of, PathwaySurcharge, Pick, Plain, Rule, SecuShare, Term, Unit,
};
use crate::coverage::rule::number_words::{euros, percent_in_words};
use crate::coverage::rule::payload::{self, RulePayload, WHOLE};
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::exact::amount::Amount;
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
    if rule.pathway_surcharge == PathwaySurcharge::Covered {
        words.push_str(", ");
        words.push_str(pathway_in_words(rule.pathway_surcharge));
    }
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
    let is_total = |component: &Component| match &component.term {
        Term::Plain(Plain::Percent(Of::Brss | Of::ActualCosts | Of::ReconstitutedBrss, percent)) => {
            percent.mantissa(6) >= WHOLE
        }
        Term::Plain(_) | Term::Chosen { .. } => false,
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

/// The Sécu share, where it is said. Of the least of several sums, the first is the benefit, and the others bound it.
fn share_in_words(rule: &Rule) -> Option<SecuShare> {
    let is_on_top = |plain: &Plain| match plain {
        Plain::Percent(of, _) => matches!(of, Of::TicketModerateur | Of::ExcessOverBrss),
        Plain::Flat { .. } | Plain::Pmss { .. } => true,
    };
    let is_term_on_top = |component: &Component| match &component.term {
        Term::Plain(plain) => is_on_top(plain),
        Term::Chosen { pick: Pick::Greatest, options } => options.iter().flatten().all(is_on_top),
        Term::Chosen { pick: Pick::Least, options } => options.first().is_some_and(|first| first.iter().all(is_on_top)),
    };
    let taken_for_granted = match rule.secu_share {
        SecuShare::Excluded => rule.components.iter().all(is_term_on_top),
        SecuShare::Included => rule.components.iter().any(|component| is_all_costs(&component.term)),
    };
    (!taken_for_granted).then_some(rule.secu_share)
}

fn is_all_costs(term: &Term) -> bool {
    matches!(term, Term::Plain(Plain::Percent(Of::ActualCosts, percent)) if is_whole(*percent))
}

/// A component with its limits. All costs up to an amount are a credit.
pub(crate) fn component_in_words(component: &Component) -> String {
    let is_per_session = component.term.is_per_session();
    match component.limits.as_slice() {
        [] => term_in_words(&component.term),
        [limit @ Limit { maximum: Maximum::Amount(_) | Maximum::PmssPercent(_), .. }]
            if is_all_costs(&component.term) =>
        {
            let maximum = maximum_in_words(limit.maximum, is_per_session);
            format!("credit of {maximum}{}{}", period_in_words(limit.period), scope_in_words(limit.scope))
        }
        limits => {
            let mut words = term_in_words(&component.term);
            for (position, limit) in limits.iter().enumerate() {
                words.push_str(if position == 0 { " (" } else { ", " });
                words.push_str(&limit_in_words(limit, is_per_session));
            }
            words.push(')');
            words
        }
    }
}

/// What was counted of a component for an act: the option that was taken, where there are several.
pub(crate) fn counted_in_words(term: &Term, option: Option<usize>) -> String {
    match term {
        Term::Plain(plain) => plain_in_words(plain),
        Term::Chosen { pick, options } => {
            let taken = option.and_then(|option| options.get(option)).map(Vec::as_slice).unwrap_or_default();
            format!("the {}: {}", pick_in_words(*pick), option_in_words(taken))
        }
    }
}

fn term_in_words(term: &Term) -> String {
    let (pick, options) = match term {
        Term::Plain(plain) => return plain_in_words(plain),
        Term::Chosen { pick, options } => (*pick, options.as_slice()),
    };
    if let [first, second] = options {
        let between = match pick {
            Pick::Greatest => "with a minimum of",
            Pick::Least => "limited to",
        };
        return format!("{} {between} {}", option_alone(first), option_alone(second));
    }
    let mut words = format!("the {} of (", pick_in_words(pick));
    for (position, option) in options.iter().enumerate() {
        words.push_str(if position == 0 { "" } else { ", " });
        words.push_str(&option_in_words(option));
    }
    words.push(')');
    words
}

fn pick_in_words(pick: Pick) -> &'static str {
    match pick {
        Pick::Greatest => "greatest",
        Pick::Least => "least",
    }
}

/// An option next to another: a sum is one thing.
fn option_alone(option: &[Plain]) -> String {
    let words = option_in_words(option);
    if option.len() > 1 { format!("({words})") } else { words }
}

fn option_in_words(option: &[Plain]) -> String {
    let mut words = String::new();
    for plain in option {
        if !words.is_empty() {
            words.push_str(" + ");
        }
        words.push_str(&plain_in_words(plain));
    }
    words
}

fn plain_in_words(plain: &Plain) -> String {
    match plain {
        Plain::Percent(Of::TicketModerateur, percent) if is_whole(*percent) => "TM".to_owned(),
        Plain::Percent(of, percent) => {
            let of = match of {
                Of::Brss => "BR",
                Of::TicketModerateur => "TM",
                Of::ActualCosts => "of costs",
                Of::Rss => "of the Sécu part",
                Of::ReconstitutedBrss => "reconstituted BR",
                Of::ExcessOverBrss => "of the excess over the BR",
            };
            format!("{} {of}", percent_in_words(*percent))
        }
        Plain::Flat { amount, per } => format!("{}{}", euros(*amount), per_in_words(*per)),
        Plain::Pmss { percent, per } => format!("{} PMSS{}", percent_in_words(*percent), per_in_words(*per)),
    }
}

fn per_in_words(per: Unit) -> String {
    match per {
        Unit::Act => String::new(),
        Unit::Eye | Unit::Ear => format!(" an {}", per.name()),
        other => format!(" a {}", other.name()),
    }
}

pub(crate) fn share_word(share: SecuShare) -> &'static str {
    match share {
        SecuShare::Included => "Sécu included",
        SecuShare::Excluded => "on top of the Sécu",
    }
}

pub(crate) fn pathway_in_words(surcharge: PathwaySurcharge) -> &'static str {
    match surcharge {
        PathwaySurcharge::LeftToMember => "out-of-pathway surcharge left to the member",
        PathwaySurcharge::Covered => "out-of-pathway surcharge covered",
    }
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
        let credit = r#"{ "kind": "actual_costs", "percent": "100", "limits": [{ "key": "k", "period": { "kind": "civil_year" }, "max_amount": "170" }] }"#;
        assert_eq!(rule(&format!("{}, {credit}", brss("100")), ""), "100 % BR + credit of 170 € a year");
        let percent = |kind: &str, percent: &str| format!(r#"{{ "kind": "{kind}", "percent": "{percent}" }}"#);
        let chosen = |kind: &str, a: &str, b: &str| format!(r#"{{ "kind": "{kind}", "options": [[{a}], [{b}]] }}"#);
        let tm_part = chosen("least_of", tm, &brss("30"));
        let excess = chosen("least_of", &percent("excess_over_brss", "100"), &brss("70"));
        let said = "TM limited to 30 % BR + 100 % of the excess over the BR limited to 70 % BR";
        assert_eq!(rule(&format!("{tm_part}, {excess}"), excluded), said);
        let costs_part = chosen("least_of", &percent("actual_costs", "80"), &brss("200"));
        assert_eq!(rule(&costs_part, ""), "80 % of costs limited to 200 % BR, Sécu included");
        let pmss_part = chosen("greatest_of", &percent("pmss_percent", "6.5"), &brss("175"));
        assert_eq!(rule(&pmss_part, ""), "6.5 % PMSS with a minimum of 175 % BR, Sécu included");
        let tm_beyond = format!(r#"{}, "beyond_limits": {{ "components": [{tm}] }}"#, limit(r#""max_amount": "126""#));
        assert_eq!(rule(costs, &tm_beyond), "100 % of costs, ceiling 126 € a year, beyond it TM, Sécu included");
        let of_pmss = limit(r#""max_pmss_percent": "15""#);
        assert_eq!(rule(&brss("150"), &of_pmss), "150 % BR, Sécu included, ceiling 15 % PMSS a year");
        let rest = format!("{}, {}", percent("actual_costs", "50"), percent("rss_percent", "50"));
        assert_eq!(rule(&rest, ""), "50 % of costs + 50 % of the Sécu part, Sécu included");
        let covered = r#", "pathway_surcharge": "covered""#;
        assert_eq!(rule(&brss("150"), covered), "150 % BR, Sécu included, out-of-pathway surcharge covered");
        assert_eq!(words(r#"{ "rate": 1 }"#), "a rule of another system, not computed");
    }
}
