/** What is in hand of a table that is brought in is kept with the tab. */
import { IMPORT } from "./importing";
import { keep, stored } from "./storage";

export function keptImport(): string | null {
  return stored(() => sessionStorage, IMPORT) || null;
}

/** False where the browser has no room for it, or keeps nothing; then nothing of it is kept. */
export function keepImport(text: string): boolean {
  return keep(() => sessionStorage, IMPORT, text) || (keep(() => sessionStorage, IMPORT, ""), false);
}
