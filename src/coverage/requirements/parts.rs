//! JSON → the parts of requirements: a class by its name, a rule or a coverage to compare with, limits, pairs of glasses, acts.

use crate::coverage::compiled::Compiled;
use crate::coverage::facts::amounts::SIDES;
use crate::coverage::facts::table::ActFact;
use crate::coverage::payload;
use crate::coverage::requirements::known::Known;
use crate::coverage::rule::component_payload::decimal;
use crate::coverage::rule::limit_payload::limit;
use crate::coverage::rule::model::{Limit, Rule};
use crate::coverage::rule::payload::{self as rule_payload, COMPONENTS, RulePayload};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::{List, Object};
use crate::ground::exact::amount::{Amount, MONEY};
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

pub(crate) const RULE: &str = "rule";
pub(crate) const COVERAGE: &str = "coverage";
pub(crate) const ALLOWED_LIMITS: &str = "allowed_limits";
pub(crate) const FACT: &str = "fact";
pub(crate) const PAIRS: &str = "pairs";
pub(crate) const MONTHS: &str = "rolling_months";
pub(crate) const ACTS: &str = "acts";
const KEY: &str = "key";

/// What a coverage is compared with.
pub(crate) enum Standard {
    Rule(Rule),
    Coverage(Box<Compiled>),
}

/// A pair of lenses, which is paid with a frame.
pub(crate) struct Pair<'j> {
    pub(crate) id: &'j str,
    /// The class of each lens, the left one first.
    pub(crate) lenses: [usize; 2],
    pub(crate) floor: Amount,
    pub(crate) ceiling: Option<Amount>,
}

/// An act that is paid before others are asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paid {
    pub(crate) class: usize,
    pub(crate) side: Option<&'static str>,
}

/// The position of a class of the profile.
pub(crate) fn class(problems: &mut Problems, known: &Known<'_>, json: &Json, at: &Path<'_>) -> Option<usize> {
    let name = problems.string(json, at)?;
    let position = known.classes.iter().position(|known| *known == name);
    if position.is_none() {
        let names = &mut known.classes.iter().copied();
        problems.unknown_name(Code::UnknownClass, name, at, names, |name, nearest| say::unknown_class(name, nearest));
    }
    position
}

/// The class that has the name of a field, which may be left out where there is one.
pub(crate) fn named(
    problems: &mut Problems,
    known: &Known<'_>,
    object: &Object<'_>,
    field: &'static str,
    at: &Path<'_>,
) -> Option<usize> {
    let position = known.classes.iter().position(|known| *known == field);
    if position.is_none() {
        problems.required(object, field, at);
    }
    position
}

/// A rule of ours, without errors.
pub(crate) fn rule(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Rule> {
    let fields = problems.record(json, at)?;
    if !matches!(json, Json::Unfinished(_)) && fields.iter().all(|(name, _)| name != COMPONENTS) {
        // Somebody else's rule can stay uncomputed in a coverage, but nothing can be compared with it.
        problems.report(Code::MissingField, at, say::missing_field(COMPONENTS));
        problems.any(json, at);
        return None;
    }
    match rule_payload::rule(problems, json, at) {
        RulePayload::Rule(read) if !read.broken => read.model(),
        RulePayload::Rule(_) | RulePayload::Opaque | RulePayload::Hole => None,
    }
}

/// What `at_least` compares with.
pub(crate) fn standard(
    problems: &mut Problems,
    known: &Known<'_>,
    object: &Object<'_>,
    at: &Path<'_>,
) -> Option<Standard> {
    match (object.get(RULE), object.get(COVERAGE)) {
        (Some(json), None) => rule(problems, json, &at.field(RULE)).map(Standard::Rule),
        (None, Some(json)) => {
            let at = &at.field(COVERAGE);
            let compiled = coverage(known, json);
            compiled.unwrap_or_else(|error| {
                problems.nest(at, error.into_diagnostics());
                None
            })
        }
        (None, None) => {
            problems.required(object, RULE, at);
            None
        }
        (Some(_), Some(_)) => {
            let other = &at.field(COVERAGE);
            problems.report(Code::UnknownField, other, say::either_of(RULE, COVERAGE));
            None
        }
    }
}

/// DECISION: a coverage in a profile is for the catalogue in hand: a name that this one lacks is an error.
/// Case: requirements_errors/coverage-of-another-catalogue
fn coverage(known: &Known<'_>, json: &Json) -> Result<Option<Standard>, Error> {
    if known.is_bound {
        let compiled = Compiled::new(known.tables, json.clone())?;
        return Ok(Some(Standard::Coverage(Box::new(compiled))));
    }
    let mut problems = Problems::default();
    let payload = payload::coverage(&mut problems, json);
    problems.finish(payload).map(|_| None)
}

/// Limits of any key.
pub(crate) fn allowed_limits(problems: &mut Problems, object: &Object<'_>, at: &Path<'_>) -> Option<Vec<Limit>> {
    let Some(json) = object.stated(ALLOWED_LIMITS) else { return Some(Vec::new()) };
    problems.list(json, &at.field(ALLOWED_LIMITS), limit_of_any_key).complete()
}

fn limit_of_any_key(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Limit> {
    let fields = problems.record(json, at)?;
    if matches!(json, Json::Unfinished(_)) {
        return None;
    }
    if fields.iter().any(|(name, _)| name == KEY) {
        problems.report_removable(Code::UnknownField, &at.field(KEY), say::unknown_field(KEY, None));
        return None;
    }
    let mut with_key = fields.to_vec();
    with_key.push((KEY.to_owned(), Json::String(KEY.to_owned())));
    limit(problems, &Json::Object(with_key), at)
}

/// A fact that is true or false.
pub(crate) fn fact(problems: &mut Problems, object: &Object<'_>, at: &Path<'_>) -> Option<ActFact> {
    let json = problems.required(object, FACT, at)?;
    let names = ActFact::BOOLEANS.map(ActFact::name);
    let position = problems.one_of(json, &at.field(FACT), &names)?;
    ActFact::BOOLEANS.get(position).copied()
}

/// At least one month; more than the calendar has are as many as it has.
pub(crate) fn months(problems: &mut Problems, object: &Object<'_>, at: &Path<'_>) -> Option<u32> {
    let json = problems.required(object, MONTHS, at)?;
    let months = problems.integer(json, &at.field(MONTHS))?;
    if months < 1 {
        problems.report(Code::NotPositive, &at.field(MONTHS), say::months_not_positive(months));
        return None;
    }
    Some(u32::try_from(months).unwrap_or(u32::MAX))
}

pub(crate) fn pairs<'j>(
    problems: &mut Problems,
    known: &Known<'_>,
    object: &Object<'j>,
    at: &Path<'_>,
) -> Option<Vec<Pair<'j>>> {
    let json = problems.required(object, PAIRS, at)?;
    let at = &at.field(PAIRS);
    let pairs = problems.list(json, at, |problems, json, at| pair(problems, known, json, at));
    refuse_empty(problems, json, at);
    refuse_ids_twice(problems, &pairs, at, &|pair| pair.id);
    pairs.complete()
}

fn pair<'j>(problems: &mut Problems, known: &Known<'_>, json: &'j Json, at: &Path<'_>) -> Option<Pair<'j>> {
    let object = problems.document(json, at, &["id", "lenses", "floor", "ceiling"])?;
    let id = problems.required(&object, "id", at);
    let id = id.and_then(|json| problems.text(json, &at.field("id")));
    let floor = decimal(problems, &object, "floor", at, MONEY);
    let ceiling = object.stated("ceiling");
    let ceiling = ceiling.and_then(|json| problems.amount(json, &at.field("ceiling"), MONEY));
    let json = problems.required(&object, "lenses", at)?;
    let at = &at.field("lenses");
    let lenses = problems.list(json, at, |problems, json, at| class(problems, known, json, at));
    let two = lenses.entries.len() == 2 || !lenses.whole;
    if !two {
        problems.report_kind(json, at, "an array of two classes");
    }
    let lenses: [usize; 2] = lenses.complete()?.try_into().ok()?;
    Some(Pair { id: id?, lenses, floor: floor?, ceiling })
}

/// The acts that are paid first; none: the act itself.
pub(crate) fn acts(
    problems: &mut Problems,
    known: &Known<'_>,
    object: &Object<'_>,
    at: &Path<'_>,
    class: Option<usize>,
) -> Option<Vec<Paid>> {
    let Some(json) = object.stated(ACTS) else { return class.map(|_| Vec::new()) };
    let at = &at.field(ACTS);
    let acts = problems.list(json, at, |problems, json, at| act(problems, known, json, at));
    refuse_empty(problems, json, at);
    acts.complete()
}

fn act(problems: &mut Problems, known: &Known<'_>, json: &Json, at: &Path<'_>) -> Option<Paid> {
    let object = problems.document(json, at, &["class", "side"])?;
    let of = problems.required(&object, "class", at);
    let of = of.and_then(|json| class(problems, known, json, &at.field("class")));
    let side = match object.stated("side") {
        None => None,
        Some(json) => SIDES.get(problems.one_of(json, &at.field("side"), &SIDES)?).copied(),
    };
    Some(Paid { class: of?, side })
}

/// An empty list would ask for nothing, and so hold.
fn refuse_empty(problems: &mut Problems, json: &Json, at: &Path<'_>) {
    if matches!(json, Json::Array(items) if items.is_empty()) {
        problems.report(Code::EmptyList, at, say::empty_list());
    }
}

/// Of entries that could not be read, nothing is asked.
pub(super) fn refuse_ids_twice<T>(problems: &mut Problems, list: &List<T>, at: &Path<'_>, id: &dyn Fn(&T) -> &str) {
    let id = |position: usize| list.entries.get(position)?.as_ref().map(id);
    for (later, first) in order::repeated(list.entries.len(), &|a, b| id(a).cmp(&id(b))) {
        let Some(id) = id(later) else { continue };
        let (later, first) = (at.item(later), at.item(first));
        let twice = say::requirement_id_twice(id);
        problems.duplicate(Code::DuplicateId, &later.field("id"), &first.field("id"), twice, false);
    }
}
