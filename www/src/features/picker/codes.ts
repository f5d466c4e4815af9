/** Which care type of the catalogue is a text, if it is one? */
import type { LoadedCatalog } from "../../engine/engine";

/** Of a code or a whole label, whatever its case. */
export function codeOf(catalog: LoadedCatalog, text: string): string | null {
  if (catalog.types.has(text)) return text;
  const folded = text.toLowerCase();
  for (const { short_code, label } of catalog.types.values()) {
    if (short_code.toLowerCase() === folded || label?.toLowerCase() === folded) return short_code;
  }
  return null;
}
