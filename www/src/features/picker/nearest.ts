/** Which care types are meant by a code or a name that is not in the catalogue? */
import type { LoadedCatalog } from "../../engine/engine";
import { type CatalogHit, hitsOf } from "./hits";

const MOST = 3;

/** The nearest first, a few of them. A code of several words also finds what only has some of them. */
export function nearestCareTypes(catalog: LoadedCatalog, text: string): CatalogHit[] {
  const whole = hitsOf(catalog, text, "types", MOST);
  if (text.trim() === "" || whole.length > 0) return text.trim() === "" ? [] : whole;
  const found = new Map<string, { hit: CatalogHit; words: number }>();
  for (const word of text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2)) {
    for (const hit of hitsOf(catalog, word, "types", 20)) {
      const before = found.get(hit.shortCode);
      if (before) before.words += 1;
      else found.set(hit.shortCode, { hit, words: 1 });
    }
  }
  // The order of the search decides among those of as many words.
  return [...found.values()].sort((a, b) => b.words - a.words).slice(0, MOST).map(({ hit }) => hit);
}
