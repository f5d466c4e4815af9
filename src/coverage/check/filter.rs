//! Can a filter hold, are its values known, and do its conditions ask for facts that the selected care types have?

use crate::coverage::catalog::entries::InternalCareType;
use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::catalog::tables::Tables;
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
            related: vec![Related { pointer: at.field("max_age").pointer(), message: "the highest age".to_owned() }],
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
    let known = &tables.options.known_values;
    let (code, what, known) = match fact {
        ActFact::Practitioner => (Code::UnknownPractitioner, "practitioner", &known.practitioners),
        ActFact::GlassesLensComplexity => {
            (Code::UnknownLensComplexity, "lens complexity", &known.glasses_lens_complexities)
        }
        ActFact::NatureDeSoins => (Code::UnknownNatureDeSoins, "nature de soins", &known.natures_de_soins),
        ActFact::TreatmentMode => return check_treatment_mode(problems, &known.treatment_modes, value, at),
        // Booleans have no list of values.
        _ => return,
    };
    if is_known(known, value) {
        return;
    }
    problems.unknown_name(code, value, at, known.iter().map(String::as_str), |nearest| match nearest {
        Some(nearest) => format!("unknown {what} {}; did you mean `{nearest}`?", quote(value)),
        None => format!("unknown {what} {}", quote(value)),
    });
}

fn check_treatment_mode(problems: &mut Problems, known: &[String], value: &str, at: &Path<'_>) {
    let are_digits = value.bytes().all(|byte| byte.is_ascii_digit());
    match value.len() {
        _ if is_known(known, value) => {}
        2 if are_digits => problems
            .report(Code::UnknownTreatmentMode, at, || format!("{} is not in the national list of 2020", quote(value))),
        length => problems.report(Code::TreatmentModeFormat, at, || Details {
            message: format!("a treatment mode has two digits, got {}", quote(value)),
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
