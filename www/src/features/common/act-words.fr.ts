/** The words for acts: what is decided for one, why, and which acts a region has. */
import type * as en from "./act-words.en";
import type { ActFact, BooleanFact, GuaranteeDecision } from "../../engine/engine";
import { amountNames } from "./amount-names.fr";
import { count, list } from "./french";
import { factNames } from "./values.fr";

/** Why a selector selects a care type or leaves it out. */
export const becauseWords: typeof en.becauseWords = {
  include_care_types: () => "nommé dans la sélection",
  include_care_type_groups: (group: string) => `dans la famille ${group}`,
  exclude_care_types: () => "exclu nommément",
  exclude_care_type_groups: (group: string) => `dans la famille exclue ${group}`,
  overrides: (terms: string[]) => `bien que ${list(terms)}`,
};

export const outcomeWords: typeof en.outcomeWords = {
  title: "Résultat",
  details: "La réponse en détail",
  choose: "Choisissez un type d’acte, ou un exemple d’acte.",
  invalid: "Il n’est pas possible de décider pour cet acte\u00a0: l’une de ses données ne peut pas être juste.",
  words: {
    covered: "Couvert",
    not_covered: "Non couvert",
    ambiguous: "Ambigu",
    undetermined: "Pas encore décidé",
    unknown_care_type: "Type d’acte inconnu",
  },
  didYouMean: "Vouliez-vous dire",
  meant: (label: string) => `Le type d’acte est maintenant ${label}.`,
  toMend: "À corriger\u00a0:",
  otherWays: (number: number) => `Autres possibilités (${number})`,
  sentence: (decision: GuaranteeDecision, careType: string, selecting: number): string => {
    const { outcome, guarantees, undetermined } = decision;
    switch (outcome) {
      case "covered":
        return `${guarantees[0]} couvre cet acte.`;
      case "ambiguous":
        return `${count(guarantees.length, "garantie couvre", "garanties couvrent")} cet acte à la fois\u00a0: ${list(guarantees)}.`;
      case "unknown_care_type":
        return `${careType} n’est pas dans le catalogue.`;
      case "undetermined": {
        const facts = [...new Set(undetermined.flatMap(({ missing }) => missing))].map(factName);
        const names = list(undetermined.map(({ guarantee }) => guarantee), "or");
        const sure = guarantees.length > 0 ? ` ${list(guarantees)} ${guarantees.length === 1 ? "le couvre" : "le couvrent"} dans tous les cas.` : "";
        return `${names} ${undetermined.length === 1 ? "couvre peut-être" : "couvrent peut-être"} cet acte. Non renseigné\u00a0: ${list(facts)}.${sure}`;
      }
      case "not_covered":
        return selecting === 0 ? `Aucune garantie ne sélectionne ${careType}.` : "Aucune garantie ne couvre cet acte\u00a0: les conditions ne sont pas remplies.";
    }
  },
  mappings: "Garanties qui sélectionnent ce type d’acte",
  noMappings: "Aucune garantie ne sélectionne ce type d’acte.",
  holds: "Couvre l’acte",
  fails: "Ne couvre pas l’acte",
  unknown: "Indéterminé",
  conditionHolds: "Remplie",
  conditionFails: "Non remplie",
  conditionUnknown: "Indéterminée",
  decidedBy: (reason: string) => `Sélectionné\u00a0: ${reason}`,
  table: { condition: "Condition", expected: "Attendu", actual: "Cet acte", result: "Résultat" },
  noConditions: "Cette ligne n’a pas de condition.",
  nearest: "Ce qui devrait changer",
  nearestHint: "Le moins de changements possible pour qu’une garantie couvre l’acte.",
  change: (fact: string, before: string, after: string) => `${fact}\u00a0: ${before} → ${after}`,
  apply: "Appliquer",
  applyTo: (guarantee: string) => `Appliquer, pour que ${guarantee} couvre l’acte`,
};

/** The value of a condition and of a fact, in words. */
export const answerWords: typeof en.answerWords = {
  yes: "oui",
  no: "non",
  none: "sans objet",
  unknown: "non renseigné",
  emptyList: "liste vide\u00a0: jamais",
  atLeast: (years: number) => `${age(years)} ou plus`,
  atMost: (years: number) => `${age(years)} ou moins`,
  between: (min: number, max: number) => (min === max ? `exactement ${age(min)}` : `de ${min} à ${age(max)}`),
  reversed: (min: number, max: number) => `de ${min} à ${age(max)}\u00a0: aucun âge n’est dans cet intervalle`,
  condition: (fact: string, value: string) => `${fact}\u00a0: ${value}`,
};

const age = (years: number) => count(years, "an", "ans");

/** The name of a fact of the act, as in a sentence. */
export function factName(fact: string): string {
  return factNames[fact as ActFact | "member_age"] ?? amountNames[fact as keyof typeof amountNames] ?? fact;
}

const FEMININE: readonly string[] = [factNames.glasses_lens_complexity, factNames.nature_de_soins];

/** The conditions that a set of acts has in common, as parts of one sentence. */
export const regionWords: typeof en.regionWords = {
  ages: (min: number, max: number) =>
    min === max ? `assurés de ${age(min)}` : max >= 130 ? `assurés de ${age(min)} ou plus` : `assurés de ${min} à ${age(max)}`,
  flags: {
    is_optam_or_secteur_1: { yes: "praticien OPTAM ou secteur 1", no: "praticien hors OPTAM et hors secteur 1" },
    is_for_at_least_one_visible_tooth: { yes: "sur une dent visible", no: "hors dent visible" },
    is_etablissement_conventionne: { yes: "en établissement conventionné", no: "en établissement non conventionné" },
    reimbursed_by_secu: { yes: "avec remboursement de la Sécu", no: "sans remboursement de la Sécu" },
  } satisfies Record<BooleanFact, { yes: string; no: string }>,
  oneOf: (fact: string, values: string[]) => `${fact}\u00a0: ${list(values, "or")}`,
  noneOf: (fact: string, values: string[]) => `${FEMININE.includes(fact) ? "toute" : "tout"} ${fact} sauf ${list(values)}`,
  moreValues: (number: number) => count(number, "autre", "autres"),
  anyAct: "tous les actes",
  sized: (size: string) => `${size}\u00a0: `,
  group: (label: string) => `toute la famille ${label}`,
  andMore: (number: number) => `et ${count(number, "autre", "autres")}`,
  careTypes: {
    find: "Chercher un type d’acte parmi ces actes",
    none: (text: string) => `Aucun type d’acte parmi ces actes ne correspond à «\u00a0${text}\u00a0».`,
  },
  tryIt: "Essayer",
  /** What a screen reader says of the button, which is next to the words. */
  tryWords: (words: string) => `Essayer comme acte\u00a0: ${words}`,
  tried: "Un acte de cette liste est dans le formulaire.",
};
