// The codes of problems, as the documentation has them, in English and French.
import acts from "../../../docs/codes/acts.json";
import analysis from "../../../docs/codes/analysis.json";
import catalogues from "../../../docs/codes/catalogues.json";
import dispenses from "../../../docs/codes/dispenses.json";
import engine from "../../../docs/codes/engine.json";
import filters from "../../../docs/codes/filters.json";
import names from "../../../docs/codes/names.json";
import options from "../../../docs/codes/options.json";
import rules from "../../../docs/codes/rules.json";
import selectors from "../../../docs/codes/selectors.json";
import shape from "../../../docs/codes/shape.json";
import text from "../../../docs/codes/text.json";
import actsFr from "../../../docs/codes/fr/acts.json";
import analysisFr from "../../../docs/codes/fr/analysis.json";
import cataloguesFr from "../../../docs/codes/fr/catalogues.json";
import dispensesFr from "../../../docs/codes/fr/dispenses.json";
import engineFr from "../../../docs/codes/fr/engine.json";
import filtersFr from "../../../docs/codes/fr/filters.json";
import namesFr from "../../../docs/codes/fr/names.json";
import optionsFr from "../../../docs/codes/fr/options.json";
import rulesFr from "../../../docs/codes/fr/rules.json";
import selectorsFr from "../../../docs/codes/fr/selectors.json";
import shapeFr from "../../../docs/codes/fr/shape.json";
import textFr from "../../../docs/codes/fr/text.json";
import table from "../../../docs/codes.md";
import type { Language, Words } from "../kit/words.ts";

export interface CodeEntry {
  severity: "error" | "warning" | "info";
  when: string;
  fix?: string | undefined;
  why?: string | undefined;
  mend?: string | undefined;
  fine?: string | undefined;
  wrong?: unknown;
  right?: unknown;
}

type Documented = Pick<CodeEntry, "why" | "mend" | "fine" | "wrong" | "right">;
/** All that is said of a code in another language. */
type Said = Pick<CodeEntry, "when" | "fix" | "why" | "mend" | "fine">;

const documented: { [code: string]: Documented } = Object.assign(
  {}, ...[acts, analysis, catalogues, dispenses, engine, filters, names, options, rules, selectors, shape, text].map(({ codes }) => codes),
);

const french: { [code: string]: Said } = Object.assign(
  {}, ...[actsFr, analysisFr, cataloguesFr, dispensesFr, engineFr, filtersFr, namesFr, optionsFr, rulesFr, selectorsFr, shapeFr, textFr].map(({ codes }) => codes),
);

/** In the order of docs/codes.md. */
export const codes: ReadonlyMap<string, CodeEntry> = new Map(
  [...table.matchAll(/^\| <a id="(\w+)"><\/a>`\w+` \| (\w+)[^|]*\| (.*) \| (.*) \|$/gm)].map(([, code, severity, when, fix]) => [
    code!,
    { severity: severity as CodeEntry["severity"], when: when!.replaceAll("\\|", "|"), fix: fix === "–" ? undefined : fix, ...documented[code!] },
  ]),
);

/** The entry of a code, of the engine or of this program, in a language; undefined where there is none. */
export function codeEntry(code: string, { ownCodes }: Words, language: Language): CodeEntry | undefined {
  if (code === "invalid_yaml") return { severity: "error", ...ownCodes.invalid_yaml };
  const entry = codes.get(code);
  return entry && language === "fr" ? { ...entry, ...french[code] } : entry;
}
