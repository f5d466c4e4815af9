// What is said of fields, values and codes, in the language of the service.
import { describeFilter, translate } from "#words";
import type * as main from "../care-coverage";
import { FACTS } from "../facts.ts";
import { flat, type Scalar, type Schema, titleOfConstant } from "./shapes.ts";
import type { LanguageName } from "./types.ts";
import { en } from "./words/en.ts";
import { fr } from "./words/fr.ts";
import type { FieldWords, Table } from "./words/table.ts";

const TABLES: Record<LanguageName, Table> = { en, fr };

export const LANGUAGES = Object.keys(TABLES) as LanguageName[];

type Fact = (typeof FACTS)[number];

/** What a diagnostic says in the language. */
interface Said {
  message: string;
  fix_title: string | null;
  related: readonly string[];
}

/** More than one text has. */
const MOST_SAID = 5_000;

export class Speech {
  readonly words: Table;
  readonly language: LanguageName;
  readonly #said = new Map<string, Said>();

  constructor(language: LanguageName) {
    this.language = language;
    this.words = TABLES[language];
  }

  /** `schema` is that of the field, `of` the object that has it. */
  field(name: string, schema: Schema | undefined, of: Schema | undefined): FieldWords {
    const own = { ...this.#fieldIn(name), ...this.#fieldIn(`${of?.name}.${name}`) };
    const said = schema && (schema.description ?? flat(schema)[0]?.description);
    return { title: own.title ?? schema?.title ?? name, text: own.text ?? (this.language === "en" ? said : undefined) ?? "" };
  }

  #fieldIn(name: string): Partial<FieldWords> {
    return Object.hasOwn(this.words.fields, name) ? this.words.fields[name]! : {};
  }

  /** A value of a field that has few; undefined for one that has no words. */
  value(value: Scalar, shapes: readonly Schema[]): string | undefined {
    const { yes, no, none, values } = this.words;
    if (typeof value === "boolean") return value ? yes : no;
    if (value === null) return this.language === "en" ? (titleOfConstant(shapes, null) ?? none) : none;
    const names = shapes.map(({ name }) => `${name}.${value}`);
    const key = [...names, String(value)].find((key) => Object.hasOwn(values, key));
    return key === undefined ? undefined : values[key];
  }

  /** What an object or a list is; "" where nothing is said of it. */
  type({ name = "" }: Schema): string {
    const { types } = this.words;
    return Object.hasOwn(types, name) ? types[name]! : "";
  }

  /** A value of a fact of an act: "by a dentist". */
  known(fact: string, value: string): string {
    const { condition } = factOf(fact);
    const isList = condition !== "practitioner";
    return describeFilter({ [condition]: isList ? [value] : value }, { language: this.language });
  }

  /** Most are those of the text before the last key. */
  translated(diagnostics: readonly main.TextDiagnostic[]): main.TextDiagnostic[] {
    return this.language === "en" ? [...diagnostics] : diagnostics.map((diagnostic) => this.#translated(diagnostic));
  }

  #translated(diagnostic: main.TextDiagnostic): main.TextDiagnostic {
    const { code, variant, message, fix_title, related } = diagnostic;
    // The English sentence names all values of its code and variant.
    const key = [code, variant, message, fix_title ?? "", ...related.map(({ message }) => message)].join("\n");
    let said = this.#said.get(key);
    if (said === undefined) {
      const other = translate(diagnostic, this.language);
      said = { message: other.message, fix_title: other.fix_title, related: other.related.map(({ message }) => message) };
      if (this.#said.size >= MOST_SAID) this.#said.clear();
      this.#said.set(key, said);
    }
    const { related: others, ...own } = said;
    return { ...diagnostic, ...own, related: related.map((place, index) => ({ ...place, message: others[index]! })) };
  }
}

export function factOf(name: string): Fact {
  return FACTS.find((fact) => fact.name === name)!;
}

/** A text within Markdown. */
export function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|]/g, "\\$&");
}

export function code(text: string): string {
  return `\`${text.replaceAll("`", "ˋ")}\``;
}
