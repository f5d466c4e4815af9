// Which columns are no formula? Their headers say so: what the Sécu pays, what it all comes to, premiums, examples and prices in euros.
import type * as api from "../care-coverage-benefit-table";
import { fold } from "./normalise.ts";

const SECU = "(?:securite sociale|secu|ss|ro|amo|rss|mrss|rbss|cpam|regime obligatoire|assurance maladie(?: obligatoire)?)";
const PAID = "(?:(?:taux|montants?|base|tarif|part|prises? en charge|remboursements?|rembts?|rembs?|rbts?|rbs?|prestations?|versements?)(?: (?:de|du|des|par|le|la|l|d|a|en))*)";
type Holds = api.BenefitOtherColumn["holds"];

const PERIOD = "(?: (?:mensuel(?:le)?s?|annuel(?:le)?s?|trimestriel(?:le)?s?|par mois|par an|mois|an|ttc|ht|en euros?|e|en pmss|du pmss|pmss|employeur|salariale?|patronale?|totale?|a payer))*";
const PREMIUM = new RegExp(`^(?:(?:montants?|taux) (?:de |des )?(?:la |l )?)?(?:cotisations?|primes?|(?:tarifs?|prix) (?:mensuels?|annuels?|trimestriels?|par mois|par an|mois|ttc))${PERIOD}$`);
const ALWAYS: readonly (readonly [Holds, RegExp])[] = [
  ["secu", new RegExp(`^(?:${PAID} )*${SECU}$|^(?:br|brss|base de (?:remboursement|rembt|remb|rbt)(?: (?:de la )?${SECU})?|tarif de (?:convention|responsabilite)|assiette(?: de (?:remboursement|calcul|prise en charge))?)(?: en euros?| e)?$`)],
  ["example", /^(?:exemples?(?: (?:de|d|en|chiffres?|pratiques?) .*)?|(?:prix|tarifs?|couts?|honoraires|depenses?)(?: (?:moyens?|moyenne|pratiques?|constates?|engagee?s?|reelles?|indicatifs?|de l acte|du soin|factures?))*|(?:votre )?reste a (?:votre )?charge|rac)$/],
  ["example", PREMIUM],
];
const NEXT_TO_A_FORMULA: readonly (readonly [Holds, RegExp])[] = [
  ["total", new RegExp(`^(?:${PAID} )?total(?:e|s)?(?: general)?(?: rembourse(?:e|s)?| remboursements?| ro rc| amo amc)?$|^(?:total )?(?:ro|amo|ss|secu|securite sociale)(?: plus| et) (?:la )?(?:rc|amc|mutuelle|complementaire)$`)],
  ["example", /^(?:(?:montants? |soit )?en (?:euros?|e)|soit)$/],
];

/** By the header of a column, where one of its texts is nothing but such words. A total is a formula where there is no other. */
export function holdsOf(headers: ReadonlyMap<number, readonly string[]>, before: readonly number[], benefits: readonly number[]): api.BenefitOtherColumn[] {
  // A text over all columns tells none from the others.
  const isOfAll = (text: string) => benefits.length > 1 && benefits.every((column) => headers.get(column)!.includes(text));
  const holdsAt = (column: number, patterns: typeof ALWAYS): api.BenefitOtherColumn[] => {
    for (const text of headers.get(column)!) {
      const holds = isOfAll(text) ? undefined : patterns.find(([, pattern]) => pattern.test(wordsIn(text)))?.[0];
      if (holds) return [{ column, name: text.replace(/\s+/g, " "), holds }];
    }
    return [];
  };
  // The first column has labels, whatever its header says.
  const others = [...before.slice(1), ...benefits].flatMap((column) => holdsAt(column, ALWAYS));
  const left = benefits.filter((column) => !others.some((other) => other.column === column));
  const next = left.flatMap((column) => holdsAt(column, NEXT_TO_A_FORMULA));
  return [...others, ...(next.length < left.length ? next : [])].sort((first, second) => first.column - second.column);
}

/** Whether a name would be such a header, next to others. */
export function isOtherName(name: string): boolean {
  return [...ALWAYS, ...NEXT_TO_A_FORMULA].some(([, pattern]) => pattern.test(wordsIn(name)));
}

function wordsIn(text: string): string {
  return fold(text.slice(0, 200)).text.replaceAll("+", " plus ").replaceAll("€", " e ").replace(/\([^()]{0,20}\)/g, " ").replace(/[^a-z0-9]+/g, " ").trim();
}
