//! The facts of an act in TypeScript, from the table in `src/coverage/facts/table.rs`.

use std::fmt::Write;

use care_coverage::{ActFact, ConditionKind};

/// Each file with its text.
pub(crate) fn files() -> [(&'static str, String); 3] {
    [
        ("pkg-template/facts.ts", data()),
        ("pkg-template/encoded-act.ts", encoded_act()),
        ("pkg-template/declarations/facts.d.ts", declarations()),
    ]
}

const MADE: &str = "Made by `make docs` from src/coverage/facts/table.rs.";

/// A text with a part for each fact.
fn each<F: IntoIterator<Item = ActFact>>(facts: F, part: impl Fn(ActFact) -> String) -> String {
    facts.into_iter().map(part).collect()
}

fn list<F: IntoIterator<Item = ActFact>>(facts: F, separator: &str, part: impl Fn(ActFact) -> String) -> String {
    facts.into_iter().map(part).collect::<Vec<_>>().join(separator)
}

fn known_values_name(fact: ActFact) -> &'static str {
    fact.known_values_name().expect("a text fact has known values")
}

fn data() -> String {
    let row = |fact: ActFact| {
        let known = fact.known_values_name().map_or("null".to_owned(), |name| format!("\"{name}\""));
        format!(
            "  {{ name: \"{}\", condition: \"{}\", kind: \"{}\", knownValues: {known} }},\n",
            fact.name(),
            fact.condition(),
            if fact.kind().is_boolean() { "boolean" } else { "text" },
        )
    };
    format!(
        "// Which facts of an act do filters look at? {MADE}

/** In the order of the filter's conditions: the field of an act and of a filter, the kind, the list of values that validation knows. */
export const FACTS = [
{}] as const;
",
        each(ActFact::ALL, row)
    )
}

fn encoded_act() -> String {
    let mut text = format!(
        "// An act in codes, and acts in columns, fact by fact. {MADE}
//
// Each fact has a field of its own, and no function has a loop over facts: acts are encoded a third quicker than with arrays.
import type * as core from \"#glue\";
import {{ LEFT_OUT, NO_AGE, Texts, type Vocabulary, flag, text }} from \"./codes.ts\";

/** The code of each fact of the act that was encoded last. */
export class EncodedAct {{
  careType = LEFT_OUT;
  age = NO_AGE;
"
    );
    text += &each(ActFact::ALL, |fact| format!("  {} = LEFT_OUT;\n", fact.name()));
    text += "\n";
    text += &each(ActFact::TEXTS, |fact| format!("  readonly #{}: Texts;\n", fact.name()));
    text += "\n  constructor(vocabulary: Vocabulary) {\n";
    text += &each(ActFact::TEXTS, |fact| format!("    this.#{0} = new Texts(vocabulary.{0});\n", fact.name()));
    text += "  }\n\n  /** An act that says nothing. */\n  protected clear(): void {\n";
    text += "    this.careType = LEFT_OUT;\n    this.age = NO_AGE;\n";
    text += &each(ActFact::ALL, |fact| format!("    this.{} = LEFT_OUT;\n", fact.name()));
    text += "  }

  /** Takes a field that is a fact; false for any other, and for a value that the core has to look at. */
  protected take(field: string, value: unknown): boolean {
    switch (field) {
";
    text += &each(ActFact::ALL, |fact| {
        let name = fact.name();
        let code =
            if fact.kind().is_boolean() { "flag(value)".to_owned() } else { format!("text(this.#{name}, value)") };
        format!("      case \"{name}\": return (this.{name} = {code}) >= 0;\n")
    });
    text += "      default: return false;
    }
  }

  /** The number of its decision, see `decide` in src/wasm/batch.rs. */
  decide(coverage: core.Coverage): number {
";
    let texts = list(ActFact::TEXTS, ", ", |fact| format!("this.{}", fact.name()));
    writeln!(text, "    return coverage.decide(this.careType, this.packed(), {texts});").expect("a string takes text");
    text += "  }

  /** The same act as the arguments of `decide`. */
  codes(): Parameters<core.Coverage[\"decide\"]> {
";
    writeln!(text, "    return [this.careType, this.packed(), {texts}];").expect("a string takes text");
    text += "  }

  /** The age in the lowest byte, above it two bits for each boolean fact. */
  packed(): number {
    return this.age";
    for (fact, shift) in ActFact::BOOLEANS.into_iter().zip((8..).step_by(2)) {
        write!(text, " | (this.{} << {shift})", fact.name()).expect("a string takes text");
    }
    text += ";
  }
}

/** A column for the care types, one for the ages, and one for each fact, as the core takes them. */
export type Parts = [
  care_type: Uint32Array,
  member_age: Uint8Array,
";
    text += &each(ActFact::ALL, |fact| format!("  {}: {},\n", fact.name(), array(fact)));
    text += "];

export function partsOf(length: number): Parts {
  return [
    new Uint32Array(length),
    new Uint8Array(length),
";
    text += &each(ActFact::ALL, |fact| format!("    new {}(length),\n", array(fact)));
    text += "  ];
}

export class EncodedColumns {
  readonly parts: Parts;
  // Each by its name: to take them out of the list for every act would cost as much as writing them.
  readonly #careType: Uint32Array;
  readonly #age: Uint8Array;
";
    text += &each(ActFact::ALL, |fact| format!("  readonly #{}: {};\n", fact.name(), array(fact)));
    text += "
  constructor(parts: Parts) {
    this.parts = parts;
    [
      this.#careType,
      this.#age,
";
    text += &each(ActFact::ALL, |fact| format!("      this.#{},\n", fact.name()));
    text += "    ] = parts;
  }

  /** The act that was encoded last. */
  write(index: number, act: EncodedAct): void {
    this.#careType[index] = act.careType;
    this.#age[index] = act.age;
";
    text += &each(ActFact::ALL, |fact| format!("    this.#{0}[index] = act.{0};\n", fact.name()));
    text += "  }\n}\n";
    text
}

fn array(fact: ActFact) -> &'static str {
    if fact.kind().is_boolean() { "Uint8Array" } else { "Uint32Array" }
}

fn declarations() -> String {
    let documented = |fact: ActFact, name: &str, of: String| {
        let meaning = fact.meaning().trim();
        format!("  /** {meaning} */\n  {name}: {of};\n")
    };
    let names = |facts: &[ActFact]| list(facts.iter().copied(), " | ", |fact| format!("\"{}\"", fact.name()));
    let mut text = format!(
        "// {MADE}
import type {{ ShortText }} from \"./acts\";

// ───────────────────────────── facts of an act ─────────────────────────────

/** The facts that are true or false. */
export type BooleanFact = {};

/** The facts that are texts. */
export type TextFact = {};

/** The facts of an act that filters look at, without age. */
export type ActFact = BooleanFact | TextFact;

/** What an act says of these facts. Left out: unknown. `null`: it does not apply to this act, so a condition on it fails. */
export interface ActFacts {{
",
        names(&ActFact::BOOLEANS),
        names(&ActFact::TEXTS)
    );
    text += &each(ActFact::ALL, |fact| {
        let of = if fact.kind().is_boolean() { "boolean" } else { "ShortText" };
        documented(fact, &format!("{}?", fact.name()), format!("{of} | null"))
    });
    text += "}\n\n/** What a filter asks of these facts; one left out or null is no condition. An empty list holds for nothing. */\nexport interface FactConditions {\n";
    text += &each(ActFact::ALL, |fact| {
        let of = match fact.kind() {
            ConditionKind::Flag => "boolean",
            ConditionKind::Text => "string",
            ConditionKind::OneOf => "string[]",
        };
        documented(fact, &format!("{}?", fact.condition()), format!("{of} | null"))
    });
    text += "}\n\n/** `in`: one of these values. `not_in`: any value but these. Ascending. */\nexport type TextCondition = { in: string[] } | { not_in: string[] };\n\n/** Restrictions on these facts; one left out is free. */\nexport interface FactRestrictions {\n";
    text += &each(ActFact::ALL, |fact| {
        let of = if fact.kind().is_boolean() { "boolean" } else { "TextCondition" };
        format!("  {}?: {of};\n", fact.name())
    });
    text += "}\n\n/** A code for each act, see `ActColumns`. */\nexport interface FactColumns {\n";
    text += &each(ActFact::ALL, |fact| format!("  {}?: {};\n", fact.name(), array(fact)));
    text += "}\n\n/** The texts that have codes, see `ActCodes`. */\nexport interface TextCodes {\n";
    text += &each(ActFact::TEXTS, |fact| format!("  {}: string[];\n", fact.name()));
    text += "}\n\n/** The values that validation knows for the text facts. */\nexport interface KnownValues {\n";
    text += &each(ActFact::TEXTS, |fact| format!("  {}: string[];\n", known_values_name(fact)));
    text += "}\n";
    text
}
