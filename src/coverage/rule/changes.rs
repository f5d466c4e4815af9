//! What has changed between two rules, in words?
//!
//! ```text
//! a leaf      a text, a number, a boolean or null of one of the rules, by its pointer into the rule
//! says        what a reader of the benefit table sees: 150 % BR → 130 % BR, Sécu included
//! ```
//! A leaf of a component is written as the whole component, because its kind means nothing without its percentage. Where one of the
//! rules cannot be computed, a leaf is given as it is written.

use crate::coverage::rule::limit_words::{cap_in_words, maximum_in_words};
use crate::coverage::rule::model::{Counts, Limit, Period, PriceCap, Rule, Scope};
use crate::coverage::rule::payload::{self, RulePayload};
use crate::coverage::rule::words::{
    beyond_in_words, component_in_words, pathway_in_words, rule_in_words, share_suffix, share_word,
};
use crate::ground::diagnostics::nearest::quote;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::number;
use crate::ground::value::pointer::{Path, segments};

/// One leaf that differs between two rules; none where it is absent.
pub(crate) fn leaf_change_in_words(
    pointer: &str,
    before: Option<&Json>,
    after: Option<&Json>,
    before_rule: &Json,
    after_rule: &Json,
) -> String {
    let names: Vec<String> = segments(pointer).listed();
    let names: Vec<&str> = names.iter().map(String::as_str).listed();
    let words = model(before_rule).zip(model(after_rule));
    let words = words.and_then(|(before, after)| change(&names, &before, &after));
    words.unwrap_or_else(|| format!("{}: {} → {}", quote(&names.join("/")), literal(before), literal(after)))
}

fn model(json: &Json) -> Option<Rule> {
    match payload::rule(&mut Problems::without_suggestions(), json, &Path::Root) {
        RulePayload::Rule(rule) if !rule.broken => rule.model(),
        _ => None,
    }
}

fn literal(json: Option<&Json>) -> String {
    match json {
        None => "nothing".to_owned(),
        Some(Json::String(text)) => quote(text),
        Some(Json::Number(number)) => number::show(*number),
        Some(Json::Bool(value)) => value.to_string(),
        Some(other) => other.kind().to_owned(),
    }
}

/// What a leaf says; none where the words are the same, or it says nothing.
fn change(names: &[&str], before: &Rule, after: &Rule) -> Option<String> {
    match names {
        ["components", index, rest @ ..] => {
            let index: usize = index.parse().ok()?;
            if let ["limits", limit, field @ ..] = rest
                && let (Some(old), Some(new)) = (before.components.get(index), after.components.get(index))
            {
                let sides = [old, new].map(|component| (component.limits.as_slice(), component.term.is_per_session()));
                return of_limit(limit.parse().ok()?, field, sides);
            }
            let words = |rule: &Rule| rule.components.get(index).map(component_in_words);
            let suffix = if before.secu_share == after.secu_share { share_suffix(after) } else { "" };
            Some(format!("{}{suffix}", arrow(words(before), words(after), "component")?))
        }
        ["secu_share"] => arrow(Some(share_word(before.secu_share)), Some(share_word(after.secu_share)), ""),
        ["price_cap", ..] => {
            let words = |cap: Option<&PriceCap>| Some(cap.map_or("none".to_owned(), cap_in_words));
            Some(format!(
                "price cap: {}",
                arrow(words(before.price_cap.as_ref()), words(after.price_cap.as_ref()), "")?
            ))
        }
        ["pathway_surcharge"] => {
            let words = |rule: &Rule| Some(pathway_in_words(rule.pathway_surcharge));
            arrow(words(before), words(after), "")
        }
        ["limits", index, field @ ..] => {
            let sides = [before, after].map(|rule| (rule.limits.as_slice(), rule.is_per_session()));
            of_limit(index.parse().ok()?, field, sides)
        }
        ["beyond_limits", inner @ ..] => {
            let change = match (before.beyond_limits.as_deref(), after.beyond_limits.as_deref()) {
                (Some(before), Some(after)) => change(inner, before, after)?,
                (before, after) => {
                    let words = |rule: Option<&Rule>| Some(rule.map_or("nothing".to_owned(), beyond_in_words));
                    arrow(words(before), words(after), "")?
                }
            };
            Some(format!("beyond the limits: {change}"))
        }
        [] => arrow(Some(rule_in_words(before)), Some(rule_in_words(after)), ""),
        _ => None,
    }
}

/// What a leaf of a limit says. `sides`: the limits before and after, and whether they count sessions.
fn of_limit(index: usize, field: &[&str], sides: [(&[Limit], bool); 2]) -> Option<String> {
    let [before, after] = sides.map(|(limits, is_per_session)| Some((limits.get(index)?, is_per_session)));
    match (before, after) {
        (Some(before), Some(after)) => limit_change(field.first()?, before, after),
        (before, after) => {
            let word = if before.is_some() { "removed" } else { "added" };
            let (limit, is_per_session) = before.or(after)?;
            Some(format!("limit {} {word}: {}", limit.key, whole_limit(limit, is_per_session)))
        }
    }
}

fn limit_change(field: &str, before: (&Limit, bool), after: (&Limit, bool)) -> Option<String> {
    let (old, new) = (before.0, after.0);
    let change = match field {
        "key" => return Some(format!("limit {}: now {}", old.key, new.key)),
        "period" => arrow(Some(per(old.period)), Some(per(new.period)), "")?,
        "scope" => arrow(Some(whom(old.scope)), Some(whom(new.scope)), "")?,
        "counts" => arrow(Some(counted(old.counts)), Some(counted(new.counts)), "")?,
        _ => {
            let words = |(limit, is_per_session): (&Limit, bool)| Some(maximum_in_words(limit.maximum, is_per_session));
            format!("{} {}", arrow(words(before), words(after), "")?, per(new.period))
        }
    };
    Some(format!("limit {}: {change}", new.key))
}

fn whole_limit(limit: &Limit, is_per_session: bool) -> String {
    let scope = if limit.scope == Scope::Beneficiary { "" } else { whom(limit.scope) };
    let words = [maximum_in_words(limit.maximum, is_per_session), per(limit.period), scope.to_owned()];
    words.join(" ").trim_end().to_owned()
}

/// `old → new`, or what is added or removed; none where both are the same.
fn arrow<W: AsRef<str>>(before: Option<W>, after: Option<W>, what: &str) -> Option<String> {
    match (before.as_ref().map(AsRef::as_ref), after.as_ref().map(AsRef::as_ref)) {
        (Some(before), Some(after)) if before == after => None,
        (Some(before), Some(after)) => Some(format!("{before} → {after}")),
        (None, Some(after)) => Some(format!("{what} added: {after}")),
        (Some(before), None) => Some(format!("{what} removed: {before}")),
        (None, None) => None,
    }
}

fn per(period: Period) -> String {
    match period {
        Period::Act => "per act".to_owned(),
        Period::Stay => "per stay".to_owned(),
        Period::CivilYear => "per civil year".to_owned(),
        Period::MembershipYear => "per membership year".to_owned(),
        Period::RollingMonths(months) => format!("in any {months} months"),
        Period::Lifetime => "per lifetime".to_owned(),
    }
}

fn whom(scope: Scope) -> &'static str {
    match scope {
        Scope::Beneficiary => "for each beneficiary",
        Scope::Family => "for the family",
        Scope::Eye => "for each eye",
        Scope::Ear => "for each ear",
        Scope::Tooth => "for each tooth",
    }
}

fn counted(counts: Counts) -> &'static str {
    match counts {
        Counts::Complementary => "counts what the coverage pays",
        Counts::Total => "counts what the coverage and the Sécu pay",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn json(text: &str) -> Json {
        serde_json::from_str(text).unwrap()
    }

    /// What is said of the leaf at a pointer.
    fn said(pointer: &str, before: &str, after: &str) -> String {
        let (before, after) = (json(before), json(after));
        let leaf = |json: &Json| crate::ground::value::patch::find(json, pointer).cloned();
        leaf_change_in_words(pointer, leaf(&before).as_ref(), leaf(&after).as_ref(), &before, &after)
    }

    #[test]
    fn components() {
        let brss = |percent: &str, rest: &str| {
            format!(r#"{{ "components": [{{ "kind": "brss_percent", "percent": "{percent}" }}{rest}] }}"#)
        };
        let (old, new) = (brss("150", ""), brss("130", ""));
        assert_eq!(said("/components/0/percent", &old, &new), "150 % BR → 130 % BR, Sécu included");
        let flat = brss("150", r#", { "kind": "flat_amount", "amount": "200.00" }"#);
        let added = "component added: 200 €, Sécu included";
        assert_eq!(said("/components/1/kind", &old, &flat), added);
        assert_eq!(said("/components/1/amount", &old, &flat), added);
        assert_eq!(said("/components/1/kind", &flat, &old), "component removed: 200 €, Sécu included");
        let written_otherwise = brss("150.0", "");
        assert_eq!(said("/components/0/percent", &old, &written_otherwise), "`components/0/percent`: `150` → `150.0`");
    }

    #[test]
    fn limits() {
        let rule = |limit: &str, beyond: &str| {
            format!(
                r#"{{ "components": [{{ "kind": "actual_costs", "percent": "100" }}],
                     "limits": [{{ "key": "dental_prosthetics", {limit} }}]{beyond} }}"#
            )
        };
        let old = rule(r#""period": { "kind": "civil_year" }, "max_amount": "1500.00""#, "");
        let new = rule(r#""period": { "kind": "civil_year" }, "max_amount": "1200.00""#, "");
        let words = "limit dental_prosthetics: 1,500 € → 1,200 € per civil year";
        assert_eq!(said("/limits/0/max_amount", &old, &new), words);
        let new = rule(r#""period": { "kind": "rolling_months", "months": 24 }, "max_amount": "1500.00""#, "");
        let words = "limit dental_prosthetics: per civil year → in any 24 months";
        assert_eq!(said("/limits/0/period/kind", &old, &new), words);
        assert_eq!(said("/limits/0/period/months", &old, &new), words);
        let new = rule(r#""period": { "kind": "civil_year" }, "max_amount": "1500.00", "scope": "family""#, "");
        let words = "limit dental_prosthetics: for each beneficiary → for the family";
        assert_eq!(said("/limits/0/scope", &old, &new), words);
        let none = r#"{ "components": [{ "kind": "actual_costs", "percent": "100" }] }"#;
        let words = "limit dental_prosthetics added: 1,500 € per civil year for the family";
        assert_eq!(said("/limits/0/key", none, &new), words);
        let beyond = r#", "beyond_limits": { "components": [{ "kind": "brss_percent", "percent": "100" }] }"#;
        let new = rule(r#""period": { "kind": "civil_year" }, "max_amount": "1500.00""#, beyond);
        let words = "beyond the limits: nothing → 100 % BR";
        assert_eq!(said("/beyond_limits/components/0/percent", &old, &new), words);
    }

    #[test]
    fn the_rest() {
        let rule = |rest: &str| format!(r#"{{ "components": [{{ "kind": "brss_percent", "percent": "50" }}]{rest} }}"#);
        let (old, new) = (rule(""), rule(r#", "secu_share": "excluded""#));
        assert_eq!(said("/secu_share", &old, &new), "Sécu included → on top of the Sécu");
        let new = rule(r#", "price_cap": { "kind": "plv" }"#);
        assert_eq!(said("/price_cap/kind", &old, &new), "price cap: none → the PLV");
        assert_eq!(said("/rate", r#"{ "rate": 1.5 }"#, r#"{ "rate": "2" }"#), "`rate`: 1.5 → `2`");
        assert_eq!(said("/rate", "{}", r#"{ "rate": null }"#), "`rate`: nothing → null");
    }
}
