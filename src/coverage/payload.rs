//! JSON → the wire structs of a coverage, field names exactly as the source document.
//!
//! What could not be read is a hole (`None`) whose problem is reported; a payload without blocking problems has none.
//! Source: `CoveragePayload`, `CoverageGuarantee`, `CoverageCareTypeMapping`, `CoverageCareTypeSelector`,
//! `CoverageCareTypeFilter`.

use crate::coverage::facts::table::{ActFact, ConditionKind};
use crate::coverage::rule::{self, payload::RulePayload};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::decode::{Least, List};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// A versioned list of guarantees.
pub(crate) struct CoveragePayload<'j> {
    pub(crate) name: Option<&'j str>,
    /// As written; validation refuses those below 1.
    pub(crate) version: Option<i64>,
    pub(crate) guarantees: List<CoverageGuarantee<'j>>,
}

/// Care type mappings and the rule for the acts that they match.
pub(crate) struct CoverageGuarantee<'j> {
    pub(crate) name: Option<&'j str>,
    pub(crate) care_type_mappings: List<CoverageCareTypeMapping<'j>>,
    pub(crate) rule: RulePayload,
}

/// A selector (which care types) and a filter (under which conditions).
pub(crate) struct CoverageCareTypeMapping<'j> {
    pub(crate) selector: Option<CoverageCareTypeSelector<'j>>,
    pub(crate) filter: Option<CoverageCareTypeFilter<'j>>,
}

/// Short codes to include and to exclude; a missing field is an empty list.
pub(crate) struct CoverageCareTypeSelector<'j> {
    /// False where a syntax error cut it off, or where it has an unknown field, which may be a misspelt one.
    pub(crate) whole: bool,
    pub(crate) include_care_type_groups: List<&'j str>,
    pub(crate) exclude_care_type_groups: List<&'j str>,
    pub(crate) include_care_types: List<&'j str>,
    pub(crate) exclude_care_types: List<&'j str>,
}

/// The stated conditions; `null` states none.
#[derive(Default)]
pub(crate) struct CoverageCareTypeFilter<'j> {
    /// False where a condition could not be read, or may be missing: an unknown field may be a misspelt one.
    pub(crate) whole: bool,
    pub(crate) min_age: Option<u8>,
    pub(crate) max_age: Option<u8>,
    /// In the order of the facts.
    pub(crate) conditions: Vec<(ActFact, StatedCondition<'j>)>,
}

/// What a filter asks of a fact, as written.
pub(crate) enum StatedCondition<'j> {
    Flag(bool),
    Text(&'j str),
    OneOf(List<&'j str>),
}

pub(crate) fn coverage<'j>(problems: &mut Problems, json: &'j Json) -> Option<CoveragePayload<'j>> {
    let at = &Path::Root;
    let object = problems.document(json, at, &["name", "version", "guarantees"])?;
    let name = problems.required(&object, "name", at);
    let version = problems.required_or(&object, "version", at, Least::One);
    let guarantees = problems.required_or(&object, "guarantees", at, Least::List);
    Some(CoveragePayload {
        name: name.and_then(|json| problems.string(json, &at.field("name"))),
        version: version.and_then(|json| problems.integer(json, &at.field("version"))),
        guarantees: guarantees
            .map(|json| problems.list(json, &at.field("guarantees"), guarantee))
            .unwrap_or_else(List::hole),
    })
}

fn guarantee<'j>(problems: &mut Problems, json: &'j Json, at: &Path<'_>) -> Option<CoverageGuarantee<'j>> {
    let object = problems.document(json, at, &["name", "care_type_mappings", "coverage_rule"])?;
    let name = problems.required(&object, "name", at);
    let mappings = problems.required_or(&object, "care_type_mappings", at, Least::List);
    // DECISION: not `{}`, which would be somebody else's rule, and a rule that is forgotten no error. Case: skeletons/coverage-rule
    let rule_json = problems.required_or(&object, "coverage_rule", at, Least::ListIn("components"));
    let rule = rule_json.map(|json| rule::payload::rule(problems, json, &at.field("coverage_rule")));
    Some(CoverageGuarantee {
        rule: rule.unwrap_or(RulePayload::Hole),
        name: name.and_then(|json| problems.string(json, &at.field("name"))),
        care_type_mappings: mappings
            .map(|json| problems.list(json, &at.field("care_type_mappings"), mapping))
            .unwrap_or_else(List::hole),
    })
}

fn mapping<'j>(problems: &mut Problems, json: &'j Json, at: &Path<'_>) -> Option<CoverageCareTypeMapping<'j>> {
    let object = problems.document(json, at, &["selector", "filter"])?;
    let selector_json = problems.required_or(&object, "selector", at, Least::Object);
    let filter_json = problems.required_or(&object, "filter", at, Least::Object);
    Some(CoverageCareTypeMapping {
        selector: selector_json.and_then(|json| selector(problems, json, &at.field("selector"))),
        filter: filter_json.and_then(|json| filter(problems, json, &at.field("filter"))),
    })
}

pub(crate) fn selector<'j>(
    problems: &mut Problems,
    json: &'j Json,
    at: &Path<'_>,
) -> Option<CoverageCareTypeSelector<'j>> {
    let known = ["include_care_type_groups", "exclude_care_type_groups", "include_care_types", "exclude_care_types"];
    let object = problems.document(json, at, &known)?;
    let mut codes = |name| {
        let codes = object.get(name).map(|json| problems.strings(json, &at.field(name)));
        codes.unwrap_or_else(List::empty)
    };
    Some(CoverageCareTypeSelector {
        whole: object.is_whole(),
        include_care_type_groups: codes("include_care_type_groups"),
        exclude_care_type_groups: codes("exclude_care_type_groups"),
        include_care_types: codes("include_care_types"),
        exclude_care_types: codes("exclude_care_types"),
    })
}

pub(crate) fn filter<'j>(problems: &mut Problems, json: &'j Json, at: &Path<'_>) -> Option<CoverageCareTypeFilter<'j>> {
    let conditions = ActFact::ALL.map(ActFact::condition);
    let known: Vec<&'static str> = ["min_age", "max_age"].into_iter().chain(conditions).listed();
    let object = problems.document(json, at, &known)?;
    let mut whole = object.is_whole();
    let mut age = |name| {
        let age = object.stated(name).map(|json| problems.age(json, &at.field(name)));
        whole &= age != Some(None);
        age.flatten()
    };
    let (min_age, max_age) = (age("min_age"), age("max_age"));
    let mut conditions = Vec::new();
    for fact in ActFact::ALL {
        let Some(json) = object.stated(fact.condition()) else { continue };
        let at = &at.field(fact.condition());
        let condition = match fact.kind() {
            ConditionKind::Flag => problems.boolean(json, at).map(StatedCondition::Flag),
            ConditionKind::Text => problems.string(json, at).map(StatedCondition::Text),
            ConditionKind::OneOf => {
                // A list that is no list, or was cut off before its first value, states nothing.
                let values = problems.strings(json, at);
                whole &= values.whole && values.entries.iter().all(Option::is_some);
                Some(values).filter(|values| values.whole || !values.entries.is_empty()).map(StatedCondition::OneOf)
            }
        };
        whole &= condition.is_some();
        conditions.extend(condition.map(|condition| (fact, condition)));
    }
    Some(CoverageCareTypeFilter { whole, min_age, max_age, conditions })
}
