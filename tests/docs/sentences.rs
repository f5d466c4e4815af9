//! The codes and the sentences of diagnostics in TypeScript, from the tables in `src/ground/diagnostics/`.

use std::fmt::Write;

use care_coverage::Code;
use care_coverage::boundary::{SENTENCES, SentenceRow};

/// Each file with its text.
pub(crate) fn files() -> [(&'static str, String); 2] {
    [("pkg-template/declarations/codes.d.ts", declarations()), ("pkg-template/words/en-diagnostics.ts", english())]
}

const MADE: &str = "Made by `make docs` from src/ground/diagnostics/";

fn declarations() -> String {
    let mut text = format!(
        r#"import type {{ CareAct }} from "./acts";
import type {{ ActConditions }} from "./analysis";
import type {{ ActFact }} from "./facts";

// ───────────────────────────── codes ─────────────────────────────
// {MADE}code.rs and sentences.rs.

/** The stable identifier of a kind of problem, see docs/codes.md. */
export type DiagnosticCode =
"#
    );
    for code in Code::ALL {
        let end = if Some(code) == Code::ALL.last() { ";\n" } else { "\n" };
        write!(text, "  | \"{code}\"{end}").expect("a string takes text");
    }
    text.push_str("\n/** The sentences of each code: which they are, and the values that each names. */\nexport interface DiagnosticSentences {\n");
    for code in Code::ALL {
        let rows = rows().filter(|row| row.code == format!("{code:?}"));
        writeln!(text, "  {code}: {};", sentences(rows)).expect("a string takes text");
    }
    text.push_str("}\n\n/** The same of other places that explain a problem. */\nexport type RelatedSentence = ");
    text.push_str(&sentences(rows().filter(|row| row.code == "Related")));
    text.push_str(";\n\n/** The same of rows of claims that are in no sum. */\nexport type RowSentence = ");
    text.push_str(&sentences(rows().filter(|row| row.code == "Row")));
    text.push_str(";\n");
    text
}

/// The variants that name the same values are one alternative.
fn sentences(rows: impl Iterator<Item = &'static SentenceRow>) -> String {
    let mut by_values: Vec<(String, Vec<&str>)> = Vec::new();
    for row in rows {
        let values = row.values.iter().map(|(name, kind)| format!("{name}: {}", type_of(kind)));
        let values = values.collect::<Vec<_>>().join("; ");
        let values = if values.is_empty() { "{}".to_owned() } else { format!("{{ {values} }}") };
        match by_values.iter_mut().find(|(known, _)| *known == values) {
            Some((_, variants)) => variants.push(row.variant),
            None => by_values.push((values, vec![row.variant])),
        }
    }
    let sentence = |(values, variants): (String, Vec<&str>)| {
        let variants = variants.iter().map(|variant| format!("\"{variant}\"")).collect::<Vec<_>>().join(" | ");
        format!("{{ variant: {variants}; params: {values} }}")
    };
    by_values.into_iter().map(sentence).collect::<Vec<_>>().join(" | ")
}

fn type_of(kind: &str) -> &'static str {
    let known = match kind {
        "Text" | "Phrase" | "Name" => "string",
        "MaybeText" | "Guarantee" => "string | null",
        "Texts" => "string[]",
        "Integer" | "Number" => "number",
        "Act" => "CareAct",
        "Conditions" => "ActConditions",
        "Facts" => "(\"member_age\" | ActFact)[]",
        _ => "",
    };
    assert!(!known.is_empty(), "no type of a {kind}");
    known
}

fn english() -> String {
    let mut text = format!(
        "// The English sentences of diagnostics. {MADE}sentences.rs.\n\n\
         /** By code, or `code/variant`: the template, and the kind of each value. Of other places: `related/variant`, of rows of claims: `row/variant`. */\n\
         export const DIAGNOSTICS = {{\n"
    );
    for row in rows() {
        let no_code = if row.code == "Row" { "row" } else { "related" };
        let code = Code::ALL.iter().find(|code| format!("{code:?}") == row.code).map_or(no_code, |code| code.as_str());
        let key = if row.variant.is_empty() { code.to_owned() } else { format!("{code}/{}", row.variant) };
        let values = row.values.iter().map(|(name, kind)| format!("{name}: \"{kind}\"")).collect::<Vec<_>>().join(", ");
        let values = if values.is_empty() { "{}".to_owned() } else { format!("{{ {values} }}") };
        let template = row.template.replace('\\', "\\\\").replace('"', "\\\"");
        writeln!(text, "  \"{key}\": {{ template: \"{template}\", values: {values} }},").expect("a string takes text");
    }
    text.push_str("} as const;\n");
    text
}

fn rows() -> impl Iterator<Item = &'static SentenceRow> {
    SENTENCES.into_iter().flatten()
}
