//! JSON → a coverage rule: is every value of the kind its field takes, and is every field one that the object has?
//!
//! What could not be read is a hole whose problem is reported; a rule without errors has none.
//! Source: `docs/reimbursement.md`, "Shape".

use crate::coverage::rule::component_payload::{ReadComponent, components, decimal};
use crate::coverage::rule::limit_keys::repeated_keys;
use crate::coverage::rule::limit_payload::{limit, no_limits};
use crate::coverage::rule::model::{Limit, PathwaySurcharge, PriceCap, Rule, SecuShare};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::{Least, List};
use crate::ground::exact::amount::MONEY;
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

/// 100 % in units of 10^−6.
pub(crate) const WHOLE: i128 = 100_000_000;

pub(crate) const COMPONENTS: &str = "components";
const LIMITS: &str = "limits";
const BEYOND_LIMITS: &str = "beyond_limits";
const PATHWAY_SURCHARGE: &str = "pathway_surcharge";
/// Those of a rule; beyond the limits, all but the last.
const FIELDS: [&str; 6] = [COMPONENTS, "secu_share", "price_cap", LIMITS, BEYOND_LIMITS, PATHWAY_SURCHARGE];

/// What is in the place of a rule.
pub(crate) enum RulePayload {
    /// Nothing that can be judged: no object, or one that was cut off.
    Hole,
    /// Somebody else's.
    Opaque,
    Rule(ReadRule),
}

/// What was read of a rule.
pub(crate) struct ReadRule {
    pub(crate) components: List<ReadComponent>,
    pub(crate) secu_share: SecuShare,
    pub(crate) price_cap: Option<PriceCap>,
    pub(crate) pathway_surcharge: PathwaySurcharge,
    pub(crate) limits: List<Limit>,
    pub(crate) beyond_limits: Option<Box<ReadRule>>,
    /// Whether some error was reported.
    pub(crate) broken: bool,
}

/// A rule wherever it is.
pub(crate) fn rule(problems: &mut Problems, json: &Json, at: &Path<'_>) -> RulePayload {
    if problems.record(json, at).is_none() {
        return RulePayload::Hole;
    }
    problems.any(json, at);
    let (read, broken) = problems.within_rule(|problems| decode(problems, json, at));
    match read {
        RulePayload::Rule(rule) => RulePayload::Rule(ReadRule { broken, ..rule }),
        other => other,
    }
}

fn decode(problems: &mut Problems, json: &Json, at: &Path<'_>) -> RulePayload {
    let Json::Object(fields) = json.finished_or_not() else { return RulePayload::Hole };
    if fields.iter().any(|(name, _)| name == COMPONENTS) {
        return part(problems, json, at, false).map_or(RulePayload::Hole, RulePayload::Rule);
    }
    if matches!(json, Json::Unfinished(_)) {
        return RulePayload::Hole;
    }
    // DECISION: an empty object is somebody else's rule, too. Case: validate_rule/opaque-empty-object
    let is_near = |name: &str, problems: &mut Problems| {
        // The look-ups of a document are counted: names that are much longer or shorter cost none.
        name.len().abs_diff(COMPONENTS.len()) <= 3 && problems.nearest().field(name, &[COMPONENTS]).is_some()
    };
    let near = fields.iter().map(|(name, _)| name.as_str()).find(|name| is_near(name, problems));
    let moved = |near| vec![Patch::Move { from: at.field(near).pointer(), path: at.field(COMPONENTS).pointer() }];
    let says = near.map_or_else(say::opaque_rule, say::nearly_a_rule);
    problems.report_with(Code::OpaqueRule, at, says, Details::fix(near.map(moved)));
    RulePayload::Opaque
}

/// A rule, or what is paid beyond its limits.
fn part(problems: &mut Problems, json: &Json, at: &Path<'_>, is_beyond: bool) -> Option<ReadRule> {
    let known = if is_beyond { FIELDS.split_at(5).0 } else { &FIELDS };
    let object = problems.document(json, at, known)?;
    let components = match problems.required_or(&object, COMPONENTS, at, Least::List) {
        None => List::hole(),
        Some(json) => components(problems, json, &at.field(COMPONENTS), is_beyond),
    };
    let secu_share = object.get("secu_share");
    let secu_share =
        secu_share.and_then(|json| problems.one_of(json, &at.field("secu_share"), &["included", "excluded"]));
    let price_cap = object.stated("price_cap").and_then(|json| price_cap(problems, json, &at.field("price_cap")));
    let pathway_surcharge = match object.get(PATHWAY_SURCHARGE).filter(|_| !is_beyond) {
        Some(json) => problems.one_of(json, &at.field(PATHWAY_SURCHARGE), &["left_to_member", "covered"]),
        None => None,
    };
    let limits_at = at.field(LIMITS);
    let limits = match object.get(LIMITS) {
        None => List::empty(),
        Some(json) if is_beyond => no_limits(problems, json, &limits_at, say::nested_limits()),
        Some(json) => limits(problems, json, &limits_at),
    };
    repeated_keys(problems, &components, &limits, at);
    // As deep as JSON may be.
    let beyond_limits = object
        .stated(BEYOND_LIMITS)
        .and_then(|json| part(problems, json, &at.field(BEYOND_LIMITS), true))
        .map(Box::new);
    let secu_share = if secu_share == Some(1) { SecuShare::Excluded } else { SecuShare::Included };
    let pathway_surcharge =
        if pathway_surcharge == Some(1) { PathwaySurcharge::Covered } else { PathwaySurcharge::LeftToMember };
    Some(ReadRule { components, secu_share, price_cap, pathway_surcharge, limits, beyond_limits, broken: false })
}

fn price_cap(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<PriceCap> {
    let fields = problems.record(json, at)?;
    let kind = fields.iter().find(|(name, _)| name == "kind");
    let is_amount = kind.is_none_or(|(_, kind)| *kind == Json::String("amount".to_owned()));
    let known: &[&str] = if is_amount { &["kind", "amount"] } else { &["kind"] };
    let object = problems.document(json, at, known)?;
    let kind = problems.required(&object, "kind", at);
    match kind.and_then(|json| problems.one_of(json, &at.field("kind"), &["plv", "hlf", "amount"]))? {
        0 => Some(PriceCap::Plv),
        1 => Some(PriceCap::Hlf),
        _ => decimal(problems, &object, "amount", at, MONEY).map(PriceCap::Amount),
    }
}

fn limits(problems: &mut Problems, json: &Json, at: &Path<'_>) -> List<Limit> {
    let mut limits = problems.list(json, at, limit);
    let key = |position: usize| limits.entries.get(position).and_then(Option::as_ref).map(|limit| limit.key.as_str());
    // Of limits that cannot be read, nothing is asked.
    let repeated = order::repeated(limits.entries.len(), &|a, b| key(a).cmp(&key(b)));
    for (later, _) in repeated {
        if let Some(Some(limit)) = limits.entries.get_mut(later) {
            limit.repeated = true;
        }
    }
    limits
}

impl ReadRule {
    /// The model, of a rule without errors.
    pub(crate) fn model(self) -> Option<Rule> {
        let beyond_limits = match self.beyond_limits {
            None => None,
            Some(beyond) => Some(Box::new(beyond.model()?)),
        };
        let mut components = Vec::new();
        for component in self.components.complete()? {
            components.push(component.model()?);
        }
        Some(Rule {
            components,
            secu_share: self.secu_share,
            price_cap: self.price_cap,
            pathway_surcharge: self.pathway_surcharge,
            limits: self.limits.complete()?,
            beyond_limits,
        })
    }
}
