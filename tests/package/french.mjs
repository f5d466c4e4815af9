// Is it French? No proof, but the words that are left where somebody forgot to translate.
import assert from "node:assert/strict";

/** Words that an English sentence has and a French one has not. */
const ENGLISH = /\b(?:the|of|and|or|what|which|with|within|is|are|was|not|no|by|for|beyond|less|more|used|than|its|has|have|this|that|from|some|only|must|it|got|expected|unknown|did|you|mean|does|such|as|an?y|at|least|all)\b/i;

/** What a person or a program wrote is the same in every language. */
export const withoutQuotes = (text) => text.replaceAll(/`[^`]*`/g, "`…`");

export function assertFrench(text, name) {
  assert.doesNotMatch(withoutQuotes(text), ENGLISH, `${name}: ${text}`);
  assert.doesNotMatch(withoutQuotes(text), /[{}[\]]|undefined(?!$)|NaN(?!$)/, `${name}: ${text}`);
}

/** French with the spaces of a keyboard. */
export const typed = (text) => text.replaceAll(/[\u00a0\u202f]/g, " ");
