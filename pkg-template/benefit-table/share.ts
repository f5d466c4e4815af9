// Does a heading say whether the Sécu part is included? The cell's own words go before it, and it before what a column shows.
import { fold } from "./normalise.ts";

export type Share = "included" | "excluded";

const SECU = "(?:la |l')?(?:securite sociale|secu\\b|ss\\b|amo\\b|rss\\b|mrss\\b|ro\\b|assurance maladie|regime obligatoire|regime de base)";
const MIDDLE = "(?:(?:le |la |les |l'|du |des |de )*(?:remboursements?|prestations?|rembt?|rbt|part)\\s(?:versees?\\s)?(?:par\\s|de\\s|du\\s|des\\s)*)?";
const INCLUDED = new RegExp(`(?:y compris|incluant|inclus|compris|sous deduction(?: de| des| du)?|deduction faite(?: de| des| du)?|moins|-)\\s${MIDDLE}${SECU}|${SECU}\\s(?:inclus|compris)`);
const EXCLUDED = new RegExp(`(?:en complement|en sus|en plus|s'ajout\\w+|hors|complementaires? a|apres remboursement)\\s(?:a |au |aux |de |des |du )?${MIDDLE}${SECU}`);

/** Null where it says nothing of it, or both. */
export function shareIn(text: string): Share | null {
  const folded = fold(text.slice(0, 2_000)).text.replace(/\s+/g, " ");
  const [isIncluded, isExcluded] = [INCLUDED.test(folded), EXCLUDED.test(folded)];
  return isIncluded === isExcluded ? null : isIncluded ? "included" : "excluded";
}
