//! JSON → a coverage rule: is every value of the kind its field takes, and is every field one that the object has?
//!
//! What could not be read is a hole whose problem is reported; a rule without errors has none.
//! Source: `docs/reimbursement.md`, "Shape".

use crate::coverage::rule::limit_payload::limit;
use crate::coverage::rule::model::{Component, ComponentKind, Limit, Of, PriceCap, Rule, SecuShare, Unit};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::{Least, List, Object};
use crate::ground::exact::amount::{Amount, Digits, MONEY, PERCENT};
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

/// 100 % in units of 10^−6.
pub(crate) const WHOLE: i128 = 100_000_000;

/// So many components a rule may have: the sum of the largest is exact (`reimburse/money.rs`).
pub(crate) const MAX_COMPONENTS: usize = 1_000;

pub(crate) const COMPONENTS: &str = "components";
const LIMITS: &str = "limits";
const BEYOND_LIMITS: &str = "beyond_limits";
const FIELDS: [&str; 5] = [COMPONENTS, "secu_share", "price_cap", LIMITS, BEYOND_LIMITS];

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
    pub(crate) components: List<Component>,
    pub(crate) secu_share: SecuShare,
    pub(crate) price_cap: Option<PriceCap>,
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
    let object = problems.document(json, at, &FIELDS)?;
    let components = match problems.required_or(&object, COMPONENTS, at, Least::List) {
        None => List::hole(),
        Some(json) => components(problems, json, &at.field(COMPONENTS)),
    };
    let secu_share = object.get("secu_share");
    let secu_share =
        secu_share.and_then(|json| problems.one_of(json, &at.field("secu_share"), &["included", "excluded"]));
    let price_cap = object.stated("price_cap").and_then(|json| price_cap(problems, json, &at.field("price_cap")));
    let limits_at = at.field(LIMITS);
    let limits = match object.get(LIMITS) {
        None => List::empty(),
        Some(json) if is_beyond => no_limits(problems, json, &limits_at),
        Some(json) => limits(problems, json, &limits_at),
    };
    // As deep as JSON may be.
    let beyond_limits = object
        .stated(BEYOND_LIMITS)
        .and_then(|json| part(problems, json, &at.field(BEYOND_LIMITS), true))
        .map(Box::new);
    let secu_share = if secu_share == Some(1) { SecuShare::Excluded } else { SecuShare::Included };
    Some(ReadRule { components, secu_share, price_cap, limits, beyond_limits, broken: false })
}

/// DECISION: of more components than can be summed, none is read. Case: validate_rule/too-many-components
fn components(problems: &mut Problems, json: &Json, at: &Path<'_>) -> List<Component> {
    if matches!(json.finished_or_not(), Json::Array(items) if items.len() > MAX_COMPONENTS) {
        problems.report(Code::TooLarge, at, say::many_components(MAX_COMPONENTS));
        return List::hole();
    }
    let components = problems.list(json, at, component);
    if components.whole && components.entries.is_empty() {
        problems.report(Code::EmptyRule, at, say::empty_rule());
    }
    components
}

fn component(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Component> {
    let fields = problems.record(json, at)?;
    let Some((_, kind_json)) = fields.iter().find(|(name, _)| name == "kind") else {
        // Without a kind, nobody knows its other fields.
        if !matches!(json, Json::Unfinished(_)) {
            problems.report(Code::MissingField, at, say::missing_field("kind"));
        }
        return None;
    };
    let kind_at = at.field("kind");
    let kind = problems.string(kind_json, &kind_at)?;
    let known = &mut ComponentKind::ALL.iter().map(|known| known.as_str());
    let Some(kind) = ComponentKind::ALL.iter().find(|known| known.as_str() == kind) else {
        problems.unknown_name(Code::UnknownComponent, kind, &kind_at, known, |kind, nearest| {
            say::unknown_component(kind, nearest)
        });
        return None;
    };
    let (name, digits) = match kind {
        ComponentKind::FlatAmount => ("amount", MONEY),
        ComponentKind::BrssPercent
        | ComponentKind::TicketModerateur
        | ComponentKind::ActualCosts
        | ComponentKind::PmssPercent
        | ComponentKind::RssPercent
        | ComponentKind::ReconstitutedBrssPercent => ("percent", PERCENT),
    };
    let fields = ["kind", name, "per"];
    let known = if kind.is_for_each_unit() { &fields } else { fields.split_at(2).0 };
    let object = problems.document(json, at, known)?;
    let decimal = decimal(problems, &object, name, at, digits);
    let per = match object.get("per") {
        Some(json) if kind.is_for_each_unit() => {
            problems.one_of(json, &at.field("per"), &Unit::NAMES).and_then(Unit::at)
        }
        _ => Some(Unit::default()),
    };
    let (decimal, per) = (decimal?, per?);
    Some(match kind {
        ComponentKind::BrssPercent => Component::Percent(Of::Brss, decimal),
        ComponentKind::TicketModerateur => Component::Percent(Of::TicketModerateur, decimal),
        ComponentKind::ActualCosts => Component::Percent(Of::ActualCosts, decimal),
        ComponentKind::FlatAmount => Component::Flat { amount: decimal, per },
        ComponentKind::PmssPercent => Component::Pmss { percent: decimal, per },
        ComponentKind::RssPercent => Component::Percent(Of::Rss, decimal),
        ComponentKind::ReconstitutedBrssPercent => Component::Percent(Of::ReconstitutedBrss, decimal),
    })
}

/// A decimal that must be there.
pub(crate) fn decimal(
    problems: &mut Problems,
    object: &Object<'_>,
    name: &'static str,
    at: &Path<'_>,
    digits: Digits,
) -> Option<Amount> {
    let json = problems.required(object, name, at)?;
    problems.amount(json, &at.field(name), digits)
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

/// Beyond the limits there are none; an empty list says so, too.
fn no_limits(problems: &mut Problems, json: &Json, at: &Path<'_>) -> List<Limit> {
    if problems.array(json, at).is_some_and(|array| !array.items.is_empty()) {
        problems.report_removable(Code::NestedLimits, at, say::nested_limits());
    }
    List::empty()
}

impl ReadRule {
    /// The model, of a rule without errors.
    pub(crate) fn model(self) -> Option<Rule> {
        let beyond_limits = match self.beyond_limits {
            None => None,
            Some(beyond) => Some(Box::new(beyond.model()?)),
        };
        Some(Rule {
            components: self.components.complete()?,
            secu_share: self.secu_share,
            price_cap: self.price_cap,
            limits: self.limits.complete()?,
            beyond_limits,
        })
    }
}
