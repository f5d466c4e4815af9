//! JSON → a component of a coverage rule: an amount that depends on the act, or the greatest or least of several, and its limits.

use crate::coverage::rule::limit_payload::{component_limit, no_limits};
use crate::coverage::rule::model::{Component, ComponentKind, Limit, Of, Pick, Plain, Term, Unit};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::{Least, List, Object};
use crate::ground::exact::amount::{Amount, Digits, MONEY, PERCENT};
use crate::ground::value::json::Json;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

/// So many components a rule may have: with the options of each, the sum of the largest is exact (`reimburse/money.rs`).
pub(crate) const MAX_COMPONENTS: usize = 16;
/// So many options a component may have, and so many components an option.
pub(crate) const MAX_OPTIONS: usize = 8;

const KIND: &str = "kind";
const OPTIONS: &str = "options";
const LIMITS: &str = "limits";

/// What was read of a component.
pub(crate) struct ReadComponent {
    pub(crate) term: Term,
    pub(crate) limits: List<Limit>,
}

impl ReadComponent {
    /// The model, of a component without errors.
    pub(crate) fn model(self) -> Option<Component> {
        Some(Component { term: self.term, limits: self.limits.complete()? })
    }
}

/// DECISION: of more components than a rule may have, none is read. Case: validate_rule/too-many-components
pub(crate) fn components(problems: &mut Problems, json: &Json, at: &Path<'_>, is_beyond: bool) -> List<ReadComponent> {
    if count(json) > MAX_COMPONENTS {
        problems.report(Code::TooManyComponents, at, say::many_components(MAX_COMPONENTS));
        return List::hole();
    }
    let components = problems.list(json, at, |problems, json, at| component(problems, json, at, is_beyond));
    if components.whole && components.entries.is_empty() {
        problems.report(Code::EmptyRule, at, say::empty_rule());
    }
    components
}

fn component(problems: &mut Problems, json: &Json, at: &Path<'_>, is_beyond: bool) -> Option<ReadComponent> {
    let kind = kind(problems, json, at)?;
    let limits = match json.finished_or_not().get(LIMITS) {
        None => List::empty(),
        Some(json) if is_beyond => no_limits(problems, json, &at.field(LIMITS), say::nested_limits()),
        Some(json) => problems.list(json, &at.field(LIMITS), component_limit),
    };
    let pick = match kind {
        ComponentKind::GreatestOf => Pick::Greatest,
        ComponentKind::LeastOf => Pick::Least,
        _ => return Some(ReadComponent { term: Term::Plain(plain(problems, json, at, kind)?), limits }),
    };
    let object = problems.document(json, at, &[KIND, OPTIONS, LIMITS])?;
    let options = problems.required_or(&object, OPTIONS, at, Least::List)?;
    let options = self::options(problems, options, json, at)?;
    Some(ReadComponent { term: Term::Chosen { pick, options }, limits })
}

/// The options of the component `whole`.
fn options(problems: &mut Problems, json: &Json, whole: &Json, at: &Path<'_>) -> Option<Vec<Vec<Plain>>> {
    let options_at = at.field(OPTIONS);
    if count(json) > MAX_OPTIONS {
        problems.report(Code::TooManyComponents, &options_at, say::many_options(MAX_OPTIONS));
        return None;
    }
    let options = problems.list(json, &options_at, option);
    if options.whole && options.entries.len() < 2 {
        // The only component of the only option says the same.
        let alone = json.item(0).filter(|option| count(option) == 1 && whole.get(LIMITS).is_none());
        let alone = alone.and_then(|option| option.item(0)).cloned();
        let fix = alone.map(|value| vec![Patch::Replace { path: at.pointer(), value }]);
        problems.report_with(Code::TooFewOptions, &options_at, say::few_options(), Details::fix(fix));
    }
    options.complete()
}

fn option(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Vec<Plain>> {
    if count(json) > MAX_OPTIONS {
        problems.report(Code::TooManyComponents, at, say::many_components(MAX_OPTIONS));
        return None;
    }
    let option = problems.list(json, at, |problems, json, at| {
        let kind = kind(problems, json, at)?;
        if matches!(kind, ComponentKind::GreatestOf | ComponentKind::LeastOf) {
            problems.report(Code::NestedComponents, at, say::nested_components());
            return None;
        }
        if let Some(json) = json.finished_or_not().get(LIMITS) {
            no_limits(problems, json, &at.field(LIMITS), say::limits_of_option());
        }
        plain(problems, json, at, kind)
    });
    if option.whole && option.entries.is_empty() {
        problems.report_removable(Code::TooFewOptions, at, say::empty_option());
    }
    option.complete()
}

/// How many items an array has; 0 for anything else.
fn count(json: &Json) -> usize {
    match json.finished_or_not() {
        Json::Array(items) => items.len(),
        _ => 0,
    }
}

/// The kind of a component; without it, nobody knows its other fields.
#[inline(never)]
fn kind(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<ComponentKind> {
    let fields = problems.record(json, at)?;
    let Some((_, kind_json)) = fields.iter().find(|(name, _)| name == KIND) else {
        if !matches!(json, Json::Unfinished(_)) {
            problems.report(Code::MissingField, at, say::missing_field(KIND));
        }
        return None;
    };
    let kind_at = at.field(KIND);
    let kind = problems.string(kind_json, &kind_at)?;
    let known = &mut ComponentKind::ALL.iter().map(|known| known.as_str());
    let found = ComponentKind::ALL.iter().find(|known| known.as_str() == kind).copied();
    if found.is_none() {
        problems.unknown_name(Code::UnknownComponent, kind, &kind_at, known, |kind, nearest| {
            say::unknown_component(kind, nearest)
        });
    }
    found
}

/// A component of one amount.
#[inline(never)]
fn plain(problems: &mut Problems, json: &Json, at: &Path<'_>, kind: ComponentKind) -> Option<Plain> {
    let (name, digits) = if kind == ComponentKind::FlatAmount { ("amount", MONEY) } else { ("percent", PERCENT) };
    let fields = [KIND, name, LIMITS, "per"];
    let known = if kind.is_for_each_unit() { &fields } else { fields.split_at(3).0 };
    let object = problems.document(json, at, known)?;
    let decimal = decimal(problems, &object, name, at, digits);
    let per = match object.get("per") {
        Some(json) if kind.is_for_each_unit() => {
            problems.one_of(json, &at.field("per"), &Unit::NAMES).and_then(Unit::at)
        }
        _ => Some(Unit::default()),
    };
    let (decimal, per) = (decimal?, per?);
    let of = match kind {
        ComponentKind::BrssPercent => Of::Brss,
        ComponentKind::TicketModerateur => Of::TicketModerateur,
        ComponentKind::ActualCosts => Of::ActualCosts,
        ComponentKind::RssPercent => Of::Rss,
        ComponentKind::ReconstitutedBrssPercent => Of::ReconstitutedBrss,
        ComponentKind::ExcessOverBrss => Of::ExcessOverBrss,
        ComponentKind::FlatAmount => return Some(Plain::Flat { amount: decimal, per }),
        ComponentKind::PmssPercent => return Some(Plain::Pmss { percent: decimal, per }),
        // Sums of options are read elsewhere.
        ComponentKind::GreatestOf | ComponentKind::LeastOf => return None,
    };
    Some(Plain::Percent(of, decimal))
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
