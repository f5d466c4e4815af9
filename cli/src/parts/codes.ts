// The codes of problems, as the documentation has them.
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
import table from "../../../docs/codes.md";
import type { Words } from "../kit/words.ts";

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

const documented: { [code: string]: Documented } = Object.assign(
  {}, ...[acts, analysis, catalogues, dispenses, engine, filters, names, options, rules, selectors, shape, text].map(({ codes }) => codes),
);

/** In the order of docs/codes.md. */
export const codes: ReadonlyMap<string, CodeEntry> = new Map(
  [...table.matchAll(/^\| <a id="(\w+)"><\/a>`\w+` \| (\w+)[^|]*\| (.*) \| (.*) \|$/gm)].map(([, code, severity, when, fix]) => [
    code!,
    { severity: severity as CodeEntry["severity"], when: when!.replaceAll("\\|", "|"), fix: fix === "–" ? undefined : fix, ...documented[code!] },
  ]),
);

/** The entry of a code, of the engine or of this program; undefined where there is none. */
export function codeEntry(code: string, { ownCodes }: Words): CodeEntry | undefined {
  return code === "invalid_yaml" ? { severity: "error", ...ownCodes.invalid_yaml } : codes.get(code);
}
