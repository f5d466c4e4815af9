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
use crate::ground::diagnostics::nearest::Known;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
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
        let highest = Related::new(at.field("max_age").pointer(), say::the_highest_age());
        let says = say::age_reversed(min, max);
        problems.report_with(Code::AgeReversed, &at.field("min_age"), says, Details::related(highest));
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
        problems.report(Code::EmptyList, at, say::empty_list());
    }
    problems.duplicate_values(values, at, |value| say::value_twice(*value));
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
            let known: Known<'_, '_> = &mut |each| {
                known.iter().for_each(|name| each(name, name));
                list.also.iter().for_each(|(written, name)| each(written, name));
            };
            problems.unknown_word(list.unknown, value, at, known, list.says);
        }
        ValueForm::TwoDigits { otherwise } => check_two_digits(problems, list, otherwise, value, at),
    }
}

fn check_two_digits(problems: &mut Problems, list: &KnownList, otherwise: Code, value: &str, at: &Path<'_>) {
    let are_digits = value.bytes().all(|byte| byte.is_ascii_digit());
    match value.len() {
        2 if are_digits => problems.report(list.unknown, at, (list.says)(value, None)),
        length => {
            let padded = || vec![Patch::Replace { path: at.pointer(), value: Json::String(format!("0{value}")) }];
            let fix = (length == 1 && are_digits).then(padded);
            problems.report_with(otherwise, at, say::treatment_mode_format(value), Details::fix(fix));
        }
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
    let says = match all {
        true => say::irrelevant_to_all(fact.name()),
        false => say::irrelevant_to_some(count, fact.name(), &first.short_code),
    };
    let fix = all.then(|| vec![Patch::Remove { path: at.pointer() }]);
    let details = Details { severity: all.then_some(Severity::Error), ..Details::fix(fix) };
    problems.report_with(Code::IrrelevantCondition, at, says, details);
}
