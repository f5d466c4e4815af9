// Which languages are there? Another one is a file of the type `Language`, a line in the table here, its name in the declarations, and
// five words in format-diagnostics.ts.
import { quote } from "./numbers.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { Language } from "./language.ts";

const TABLES = { en, fr } satisfies Record<string, Language>;

export type LanguageName = keyof typeof TABLES;

export const LANGUAGES: readonly LanguageName[] = Object.freeze(Object.keys(TABLES) as LanguageName[]);

/** The table of a language, English where none is asked for. */
export function languageOf(name: LanguageName = "en"): Language {
  if (!LANGUAGES.includes(name)) throw new RangeError(`unknown language ${quote(String(name))}: expected one of ${LANGUAGES.map(quote).join(", ")}`);
  return TABLES[name];
}
