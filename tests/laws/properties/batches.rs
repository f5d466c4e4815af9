//! Many acts at once answer as each of them alone, through every way: values, codes, columns, NDJSON and CSV.

use std::collections::BTreeMap;

use care_coverage::batch::{ActColumns, Evaluation, EvaluationSummary, OUTCOME_CODES, TextBatch, TextFormat};
use care_coverage::boundary::DecisionNumbers;
use care_coverage::{ActFact, Coverage, Diagnostic, GuaranteeDecision, Json};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::decisions::spelled;
use super::engine::{self, blamed, json_of};
use super::law;
use super::world::{acts, catalogs, coverages, options};

/// What a batch says of an act: outcome, first guarantee, and what is wrong with it.
type Said = (&'static str, Option<String>, Vec<(String, String)>);

fn of_batch(coverage: &Coverage, evaluation: &Evaluation) -> Vec<Said> {
    assert_eq!(evaluation.outcomes.len(), evaluation.guarantees.len());
    let name = |guarantee: &i32| Some(coverage.guarantee_names()[usize::try_from(*guarantee).ok()?].clone());
    let acts = evaluation.outcomes.iter().zip(&evaluation.guarantees).enumerate();
    let said: Vec<Said> = acts
        .map(|(act, (outcome, guarantee))| {
            let invalid = evaluation.invalid.iter().find(|invalid| invalid.index == act);
            let wrong = invalid.map(|invalid| places(&invalid.diagnostics)).unwrap_or_default();
            (OUTCOME_CODES[usize::from(*outcome)], name(guarantee), wrong)
        })
        .collect();
    check_summary(coverage, evaluation, &said);
    said
}

/// The summary counts what is said.
fn check_summary(coverage: &Coverage, evaluation: &Evaluation, said: &[Said]) {
    let EvaluationSummary { by_outcome, by_guarantee, .. } = evaluation.summary(coverage);
    let count = |of: &dyn Fn(&Said) -> bool| said.iter().filter(|said| of(said)).count();
    assert_eq!(by_outcome, OUTCOME_CODES.map(|code| (code, count(&|(outcome, ..)| *outcome == code))));
    let covered = |name: &str| count(&|(outcome, by, _)| *outcome == "covered" && by.as_deref() == Some(name));
    let names = coverage.guarantee_names().iter().map(String::as_str);
    assert_eq!(by_guarantee, names.map(|name| (name, covered(name))).collect::<Vec<_>>());
}

fn places(diagnostics: &[Diagnostic]) -> Vec<(String, String)> {
    blamed(diagnostics).into_iter().collect()
}

/// What is said of the act when it is asked alone.
fn alone(coverage: &Coverage, act: &Value) -> Said {
    match coverage.guarantees_for(&json_of(act)) {
        Err(error) => ("invalid_act", None, places(error.diagnostics())),
        Ok(decision) => {
            let outcome = engine::value(decision.outcome);
            let code = OUTCOME_CODES.iter().find(|code| outcome == **code).expect("an outcome");
            (code, decision.guarantees.first().map(|name| (*name).to_owned()), Vec::new())
        }
    }
}

/// Acts of one coverage, some of them damaged, and some of a care type that is not there.
fn batches() -> BoxedStrategy<(Value, Value, Value, Vec<Value>)> {
    (catalogs(), options())
        .prop_flat_map(|(catalog, options)| {
            let damaged = prop_oneof![
                8 => acts(&catalog, &options),
                1 => (acts(&catalog, &options), damages()).prop_map(|(mut act, (field, value))| {
                    act[field] = value;
                    act
                }),
                1 => Just(json!({ "member_age": 4 })),
            ];
            let acts = prop::collection::vec(damaged, 0..12);
            let coverages = prop_oneof![coverages(&catalog, 0.15), coverages(&catalog, 0.4)];
            (Just(catalog), Just(options), coverages, acts)
        })
        .boxed()
}

fn damages() -> impl Strategy<Value = (&'static str, Value)> {
    let odd = [
        json!(""),
        json!("x".repeat(65)),
        json!([]),
        json!({}),
        json!(-1),
        json!(131),
        json!(1.5),
        json!(true),
        json!("null"),
    ];
    let fields = [
        "care_type",
        "care_date",
        "member_birth_date",
        "member_age",
        "teeth",
        "establishment",
        "practitioner",
        "is_optam_or_secteur_1",
        "treatment_mode",
        "carre_type",
        "",
    ];
    (prop::sample::select(fields.to_vec()), prop::sample::select(odd.to_vec()))
}

/// Values, codes one by one, decisions by number, and columns.
pub(crate) fn answers_as_each_act_alone(
    catalog: &Value,
    options: &Value,
    payload: &Value,
    acts: &[Value],
) -> Result<(), TestCaseError> {
    let coverage = engine::coverage(&engine::catalog(catalog, options), payload);
    let expected: Vec<Said> = acts.iter().map(|act| alone(&coverage, act)).collect();
    let values: Vec<Json> = acts.iter().map(json_of).collect();
    prop_assert_eq!(of_batch(&coverage, &coverage.evaluate(&values)), expected.clone());

    let mut numbers = DecisionNumbers::default();
    let mut by_number = BTreeMap::new();
    let mut readable = Vec::new();
    for (act, said) in values.iter().zip(expected) {
        let Ok(codes) = coverage.codes_of(act) else { continue };
        let number = numbers.number(&coverage, &codes).expect("there are few decisions");
        prop_assert_eq!(numbers.find(&coverage, &codes), Some(number));
        let decision = coverage.guarantees_for(act).expect("a readable act");
        prop_assert_eq!(spelled(&coverage, &codes), value_of(&decision));
        prop_assert_eq!(by_number.entry(number).or_insert_with(|| value_of(&decision)).clone(), value_of(&decision));
        readable.push((codes, said));
    }
    let position = |fact: ActFact| ActFact::ALL.iter().position(|other| *other == fact).expect("a fact");
    let column = |fact| readable.iter().map(|(codes, _)| codes.facts[position(fact)]).collect::<Vec<u32>>();
    let bytes = |fact| column(fact).into_iter().map(|code| u8::try_from(code).expect("a boolean")).collect::<Vec<u8>>();
    let care_type: Vec<u32> = readable.iter().map(|(codes, _)| codes.care_type).collect();
    let member_age: Vec<u8> = readable.iter().map(|(codes, _)| codes.age).collect();
    let (booleans, texts) = (ActFact::BOOLEANS.map(bytes), ActFact::TEXTS.map(column));
    let columns = ActColumns {
        care_type: &care_type,
        member_age: &member_age,
        booleans: booleans.each_ref().map(Vec::as_slice),
        texts: texts.each_ref().map(Vec::as_slice),
    };
    let said: Vec<Said> = readable.into_iter().map(|(_, said)| said).collect();
    prop_assert_eq!(of_batch(&coverage, &coverage.evaluate_columns(&columns).expect("columns")), said);
    Ok(())
}

#[test]
fn a_batch_answers_as_each_act_alone() {
    law::holds(300, &batches(), |(catalog, options, payload, acts)| {
        answers_as_each_act_alone(&catalog, &options, &payload, &acts)
    });
}

fn value_of(decision: &GuaranteeDecision<'_>) -> Value {
    serde_json::to_value(decision).expect("a decision")
}

/// A text, cut anywhere, with any line ends, answers as its acts do.
#[test]
fn a_text_answers_as_each_act_alone() {
    let texts = (batches(), written(), prop::collection::vec(0_usize..400, 0..4));
    law::holds(300, &texts, |((catalog, options, payload, acts), written, cuts)| {
        let coverage = engine::coverage(&engine::catalog(&catalog, &options), &payload);
        let expected: Vec<Said> = acts.iter().map(|act| alone(&coverage, act)).collect();
        let ndjson = written.rows(acts.iter().map(|act| written.object(act)));
        prop_assert_eq!(read(&coverage, TextFormat::Ndjson, ndjson.as_bytes(), &cuts), expected);

        // Of what CSV can say: there is no list but of teeth, no empty text, no unknown field.
        let acts: Vec<&Value> = acts.iter().filter(|act| is_flat(act)).collect();
        let expected: Vec<Said> = acts.iter().map(|act| alone(&coverage, act)).collect();
        let csv = written
            .rows(std::iter::once(COLUMNS.join(written.separator)).chain(acts.iter().map(|act| written.cells(act))));
        prop_assert_eq!(read(&coverage, TextFormat::Csv, csv.as_bytes(), &cuts), expected);
        Ok(())
    });
}

fn read(coverage: &Coverage, format: TextFormat, text: &[u8], cuts: &[usize]) -> Vec<Said> {
    let whole = coverage.evaluate_text(text, format).expect("a text of acts");
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (text.len() + 1)).collect();
    cuts.sort_unstable();
    let (mut batch, mut pieces, mut start) = (TextBatch::new(format), Evaluation::default(), 0);
    for cut in cuts.into_iter().chain([text.len()]) {
        pieces.append(batch.push(coverage, &text[start..cut]).expect("a piece"));
        start = cut;
    }
    pieces.append(batch.finish(coverage).expect("an end"));
    assert_eq!(whole, pieces, "cut and whole");
    of_batch(coverage, &whole)
}

const COLUMNS: [&str; 14] = [
    "member_age",
    "care_type",
    "care_date",
    "member_birth_date",
    "teeth",
    "establishment",
    "practitioner",
    "is_optam_or_secteur_1",
    "is_for_at_least_one_visible_tooth",
    "is_etablissement_conventionne",
    "glasses_lens_complexity",
    "reimbursed_by_secu",
    "treatment_mode",
    "nature_de_soins",
];

fn is_flat(act: &Value) -> bool {
    act.as_object().expect("an object").iter().all(|(field, value)| {
        COLUMNS.contains(&field.as_str())
            && match value {
                Value::Array(items) => field == "teeth" && !items.is_empty(),
                Value::Object(_) => false,
                // A boolean and a number are texts in a cell of texts.
                Value::Bool(_) => field.starts_with("is_") || field == "reimbursed_by_secu",
                Value::Number(_) => field == "member_age",
                Value::String(text) => {
                    !text.is_empty() && field != "teeth" && field != "member_age" && !field.starts_with("is_")
                }
                Value::Null => true,
            }
    })
}

/// How a text is written.
#[derive(Clone, Debug)]
struct Written {
    line_end: &'static str,
    separator: &'static str,
    byte_order_mark: bool,
    blank_lines: bool,
    last_line_end: bool,
    quotes: bool,
    spaces: &'static str,
    escapes: bool,
}

fn written() -> impl Strategy<Value = Written> {
    let ends = prop::sample::select(vec!["\n", "\r\n"]);
    let separators = prop::sample::select(vec![",", ";"]);
    let spaces = prop::sample::select(vec!["", " ", "\t ", "\r"]);
    (ends, separators, any::<[bool; 5]>(), spaces).prop_map(
        |(line_end, separator, [byte_order_mark, blank_lines, last_line_end, quotes, escapes], spaces)| Written {
            line_end,
            separator,
            byte_order_mark,
            blank_lines,
            last_line_end,
            quotes,
            spaces,
            escapes,
        },
    )
}

impl Written {
    fn rows(&self, rows: impl Iterator<Item = String>) -> String {
        let mut text = String::from(if self.byte_order_mark { "\u{feff}" } else { "" });
        for row in rows {
            if self.blank_lines {
                text += self.line_end;
            }
            text = text + &row + self.line_end;
        }
        if !self.last_line_end {
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
        }
        text
    }

    fn object(&self, act: &Value) -> String {
        let spaces = self.spaces;
        let part = |value: &Value| {
            let text = value.to_string();
            if self.escapes { text.replacen('E', "\\u0045", 1) } else { text }
        };
        let fields = act.as_object().expect("an object").iter();
        let fields = fields.map(|(field, value)| format!("{}{spaces}:{spaces}{}", json!(field), part(value)));
        format!(
            "{spaces}{{{spaces}{}{spaces}}}{spaces}",
            fields.collect::<Vec<_>>().join(&format!("{spaces},{spaces}"))
        )
    }

    fn cells(&self, act: &Value) -> String {
        let cell = |field: &&str| {
            let text = match act.get(*field) {
                None => String::new(),
                Some(Value::Null) => return "null".to_owned(),
                Some(Value::String(text)) => text.clone(),
                Some(Value::Array(teeth)) => teeth.iter().map(Value::to_string).collect::<Vec<_>>().join(" "),
                Some(Value::Number(age)) => age.as_f64().expect("an age").to_string(),
                Some(other) => other.to_string(),
            };
            let needs = text.contains(['"', ',', ';', '\n', '\r']) || text == "null";
            if needs || self.quotes { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
        };
        COLUMNS.iter().map(cell).collect::<Vec<_>>().join(self.separator)
    }
}
