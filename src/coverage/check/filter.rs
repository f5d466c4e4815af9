//! Can a filter hold, are its values known, and do its conditions ask for facts that the selected care types have?

use crate::coverage::catalog::entries::InternalCareType;
use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::facts::known::{KnownList, ValueForm};
use crate::coverage::facts::table::ActFact;
use crate::coverage::payload::{CoverageCareTypeFilter, StatedCondition};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::code::Severity;
use crate::ground::diagnostics::diagnostic::Related;
use crate::ground::diagnostics::nearest::quote;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::document::decode::List;
use crate::ground::value::json::Json;
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

/// `selected` is empty where it is not known what is selected.
pub(crate) fn check(
    problems: &mut Problems,
    tables: &Tables,
    filter: &CoverageCareTypeFilter<'_>,
    selected: &[CareTypeIndex],
    at: &Path<'_>,
) {
    if let (Some(min), Some(max)) = (filter.min_age, filter.max_age)
        && min > max
    {
        problems.report(Code::AgeReversed, &at.field("min_age"), || Details {
            message: format!("no age is at least `{min}` and at most `{max}`"),
            related: vec![Related::new(at.field("max_age").pointer(), "the highest age")],
            ..Details::default()
        });
    }
    for (fact, condition) in &filter.conditions {
        let at = at.field(fact.condition());
        match condition {
            StatedCondition::Flag(_) => {}
            StatedCondition::Text(value) => check_value(problems, tables, *fact, value, &at),
            StatedCondition::OneOf(values) => check_list(problems, tables, *fact, values, &at),
        }
        check_relevance(problems, tables, *fact, selected, &at);
    }
}

fn check_list(problems: &mut Problems, tables: &Tables, fact: ActFact, values: &List<&str>, at: &Path<'_>) {
    if values.whole && values.entries.is_empty() {
        problems.report(Code::EmptyList, at, || "an empty list holds for nothing");
    }
    problems.duplicate_values(values, at, |value| format!("the value {}", quote(value)));
    for (position, value) in values.readable() {
        check_value(problems, tables, fact, value, &at.item(position));
    }
}

fn check_value(problems: &mut Problems, tables: &Tables, fact: ActFact, value: &str, at: &Path<'_>) {
    let Some(list) = fact.known() else { return };
    let known = tables.options.known_values.of(fact);
    if is_known(known, value) {
        return;
    }
    match list.form {
        ValueForm::Word => {
            let (code, one) = (list.unknown, list.one);
            problems.unknown_name(code, value, at, known.iter().map(String::as_str), |nearest| match nearest {
                Some(nearest) => format!("unknown {one} {}; did you mean `{nearest}`?", quote(value)),
                None => format!("unknown {one} {}", quote(value)),
            });
        }
        ValueForm::TwoDigits { otherwise, list: published } => {
            check_two_digits(problems, list, otherwise, published, value, at);
        }
    }
}

fn check_two_digits(
    problems: &mut Problems,
    list: &KnownList,
    otherwise: Code,
    published: &str,
    value: &str,
    at: &Path<'_>,
) {
    let are_digits = value.bytes().all(|byte| byte.is_ascii_digit());
    match value.len() {
        2 if are_digits => problems.report(list.unknown, at, || format!("{} is not in {published}", quote(value))),
        length => problems.report(otherwise, at, || Details {
            message: format!("a {} has two digits, got {}", list.one, quote(value)),
            fix: (length == 1 && are_digits)
                .then(|| vec![Patch::Replace { path: at.pointer(), value: Json::String(format!("0{value}")) }]),
            ..Details::default()
        }),
    }
}

/// `known` ascends.
fn is_known(known: &[String], value: &str) -> bool {
    known.binary_search_by(|known| known.as_str().cmp(value)).is_ok()
}

fn check_relevance(problems: &mut Problems, tables: &Tables, fact: ActFact, selected: &[CareTypeIndex], at: &Path<'_>) {
    let lacks =
        |care_type: &&InternalCareType| care_type.applicable_facts.as_ref().is_some_and(|facts| !facts.contains(&fact));
    let mut without = selected.iter().filter_map(|index| tables.care_type(*index)).filter(lacks);
    let Some(first) = without.next() else { return };
    let count = without.count().saturating_add(1);
    let all = count == selected.len();
    problems.report(Code::IrrelevantCondition, at, || Details {
        message: match all {
            true => format!("no selected care type has the fact `{}`: the filter never holds", fact.name()),
            false => format!(
                "{count} selected care types do not have the fact `{}`, such as {}",
                fact.name(),
                quote(&first.short_code)
            ),
        },
        severity: all.then_some(Severity::Error),
        fix: all.then(|| vec![Patch::Remove { path: at.pointer() }]),
        ..Details::default()
    });
}
