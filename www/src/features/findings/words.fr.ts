/** The words for what is found in a coverage: what there is to decide, with which choices, and what is meant. */
import type * as en from "./words.en";
import { count, digits, list } from "../common/french";

export const worklistWords: typeof en.worklistWords = {
  title: "Points à traiter",
  decide: "À décider",
  meant: "Sans doute voulu",
  accepted: "Accepté",
  counted: (word: string, number: number) => `${word}\u00a0: ${digits.format(number)}`,
  nothing: "Rien à décider",
  nothingYet: "Aucun autre point dans la partie lisible.",
  refused: "Le moteur ne peut pas encore lire ce contrat\u00a0: réglez d’abord les erreurs. Les chevauchements et les cas non couverts viennent ensuite.",
  meantHint: "Des actes de types sélectionnés par une garantie, mais qu’aucune garantie ne couvre. La plupart des contrats en ont beaucoup, à dessein\u00a0: acceptez avec une note ceux qui sont voulus, pour que les nouveaux se voient.",
  noneMeant: "Tous les actes des types sélectionnés sont couverts, ou acceptés comme non couverts.",
  severities: {
    error: (number: number) => count(number, "erreur", "erreurs"),
    warning: (number: number) => count(number, "avertissement", "avertissements"),
    info: (number: number) => count(number, "conseil", "conseils"),
  },
  filter: "Points affichés",
  all: (number: number) => `Tous (${digits.format(number)})`,
  overlap: "Chevauchement",
  gap: "Non couvert",
  missing: (fields: string) => `les champs ${fields} manquent`,
  overlapOf: "Deux garanties couvrent les mêmes actes\u00a0:",
  line: (line: number) => `Ligne ${digits.format(line)} du texte`,
  showCard: (guarantee: string) => `Voir la fiche de ${guarantee}`,
  sameKind: (number: number, kind: string) => `${digits.format(number)} × ${kind}`,
  choices: "Ce qui réglerait ce point",
  looking: "Recherche de ce qui réglerait ce point…",
  noChoices: "Aucune modification seule ne règle ce point sans créer une autre erreur.",
  tooMany: "Il y a trop de chevauchements et de cas non couverts pour essayer des modifications. Restreignez ou supprimez des garanties jusqu’à en avoir moins de 1\u202f000.",
  another: "Une autre valeur",
  anotherType: "Un autre type d’acte ou une autre famille",
  selects: "Sélectionner un type d’acte ou une famille",
  choose: "Choisir…",
  changed: "Modifié dans le contrat.",
  single: "Cas par cas",
  cover: "Couvrir ces actes",
  /** Of a group of gaps: which fact decides whether the acts are covered. */
  cause: (facts: readonly string[]) => (facts.length === 0 ? "Plusieurs conditions à la fois" : list([...facts], "or")),
  causeHint: (facts: readonly string[]) =>
    facts.length === 0
      ? "Aucune donnée ne décide seule\u00a0: au moins deux conditions ne sont pas remplies."
      : `Ce qui décide\u00a0: ${list([...facts], "or")}.`,
  gaps: (number: number) => count(number, "cas", "cas"),
};

export const acceptWords: typeof en.acceptWords = {
  acceptAll: (number: number) => (number === 1 ? "Accepter avec une note" : `Tout accepter (${digits.format(number)}) avec une seule note`),
  reason: "Pourquoi est-ce voulu\u00a0?",
  reasonHint: "Pour la personne qui lira ce contrat ensuite.",
  needsReason: "Dites en quelques mots pourquoi c’est voulu.",
  save: "Accepter",
  cancel: "Annuler",
  done: (number: number) => `${count(number, "point accepté", "points acceptés")}.`,
  noList: (source: string) =>
    `Rien n’a été accepté\u00a0: le fichier chargé auparavant, ${source}, ne contient pas de liste «\u00a0accept\u00a0» à compléter. Il reste inchangé\u00a0; importez à sa place un fichier de points acceptés.`,
  edited: "La note est modifiée.",
  removed: "Ce point n’est plus accepté.",
  remove: "Ne plus accepter",
  removeOf: (reason: string) => `Ne plus accepter\u00a0: ${reason}`,
  removeStale: (number: number) => `Supprimer ${count(number, "note devenue inutile", "notes devenues inutiles")}`,
  stale: "N’accepte plus rien",
  covers: (number: number) => count(number, "point", "points"),
  of: (kind: string, acts: string) => (acts === "" ? kind : `${kind}\u00a0: ${acts}`),
  ofKind: (kind: string) => `Tous ceux de cette sorte\u00a0: ${kind}`,
  export: "Exporter",
  exportHint: "Le fichier que le paquet prend comme «\u00a0accept\u00a0»",
  import: "Importer",
  noFile: (source: string) => `${source} ne contient pas de liste «\u00a0accept\u00a0» de points voulus.`,
  refusedFile: (source: string) => `${source} ne peut pas servir pour ce contrat.`,
  unreadable: "Ces notes ne vont pas avec ce catalogue\u00a0: rien n’est accepté tant qu’elles ne sont pas corrigées.",
  empty: "Rien n’est encore accepté.",
  file: (name: string) => `${name}.accept.json`,
  source: "accepté ici",
};

export const findingWords: typeof en.findingWords = {
  overlaps: (number: number) => count(number, "chevauchement", "chevauchements"),
  gaps: (number: number) => count(number, "cas non couvert", "cas non couverts"),
  overlapsTitle: "Aussi couvert par d’autres garanties",
  overlapWith: (own: number, other: number) => `sa ligne ${other}, avec la ligne ${own} de celle-ci`,
  gapsTitle: "Couvert par aucune garantie",
  gapsHint: "Des actes de types sélectionnés par une garantie, d’abord par celle-ci, mais dont les conditions ne sont remplies nulle part.",
  unselected: (number: number) => count(number, "type d’acte qu’aucune garantie ne sélectionne", "types d’actes qu’aucune garantie ne sélectionne"),
  unselectedTypes: {
    find: "Chercher un type d’acte qu’aucune garantie ne sélectionne",
    none: (text: string) => `Aucun type d’acte non sélectionné ne correspond à «\u00a0${text}\u00a0».`,
  },
  truncated: "Tout n’a pas pu être examiné",
  truncatedWords: (reason: string, careTypes: number) => `La recherche s’est arrêtée\u00a0: ${reason}. Non terminé\u00a0: ${count(careTypes, "type d’acte", "types d’actes")}.`,
  unfinished: "Types d’actes non terminés",
  unfinishedTypes: {
    find: "Chercher un type d’acte non terminé",
    none: (text: string) => `Aucun type d’acte non terminé ne correspond à «\u00a0${text}\u00a0».`,
  },
};

/** What a choice does to acts; each is followed by the acts. */
export const effectWords: typeof en.effectWords = {
  keeps: (_before: readonly string[], after: readonly string[]) => `Restent à ${list([...after])}`,
  loses: (before: readonly string[], _after: readonly string[]) => `Ne sont plus couverts (jusqu’ici par ${list([...before])})`,
  gains: (_before: readonly string[], after: readonly string[]) => `Sont alors couverts par ${list([...after])}`,
  moves: (before: readonly string[], after: readonly string[]) => `Passent de ${list([...before])} à ${list([...after])}`,
  shares: (_before: readonly string[], after: readonly string[]) => `Sont alors couverts à la fois par ${list([...after])}`,
  acts: (effect: string, acts: string) => `${effect}\u00a0: ${acts}`,
  more: (number: number) => `et ${count(number, "autre ensemble d’actes", "autres ensembles d’actes")}`,
  none: "Aucun acte n’est décidé autrement.",
  unfinished: "Il peut y avoir d’autres effets\u00a0: tout n’a pas pu être examiné.",
};

interface Mapping {
  guarantee: string;
  /** Its number, where the guarantee has several. */
  mapping: number | null;
}

const named = ({ guarantee, mapping }: Mapping) => (mapping === null ? guarantee : `${guarantee} (ligne ${mapping})`);

export const choiceWords: typeof en.choiceWords = {
  limit: (of: Mapping, conditions: string) => `Limiter ${named(of)} à\u00a0: ${conditions}`,
  limitFor: (of: Mapping, careTypes: string, conditions: string) => `Pour ${careTypes}, limiter ${named(of)} à\u00a0: ${conditions}`,
  takeOut: (of: Mapping) => `Retirer exactement ces actes de ${named(of)}`,
  leaveOut: (of: Mapping, careTypes: string) => `Exclure ${careTypes} de ${named(of)}`,
  removeMapping: (mapping: number, guarantee: string) => `Supprimer la ligne ${mapping} de ${guarantee}`,
  removeGuarantee: (guarantee: string) => `Supprimer la garantie ${guarantee}`,
  coverAlso: (guarantee: string, acts: string) => `Les couvrir par ${guarantee}, aussi pour\u00a0: ${acts}`,
  coverExactly: (guarantee: string) => `Les couvrir par ${guarantee}, avec une ligne pour exactement ces actes`,
  replaceBy: (label: string, code: string) => (label === code ? `Remplacer par ${label}` : `Remplacer par ${label} (${code})`),
  replaceByGroup: (label: string, code: string) => (label === code ? `Remplacer par la famille ${label}` : `Remplacer par la famille ${label} (${code})`),
  rename: (field: string) => `Renommer en ${field}`,
  renameAs: (field: string, value: string) => `Renommer en ${field}, avec ${value}`,
  keepAsNote: (field: string) => `Garder comme note, ${field}`,
  removeField: (field: string) => `Supprimer ${field}`,
  removeEntry: (value: string) => `Supprimer ${value}`,
  removeCondition: "Supprimer cette condition",
  removeLimit: "Supprimer ce plafond",
  removeComponent: "Supprimer cette composante de la règle",
  removeInclude: "Ne pas l’inclure",
  removeExclude: (value: string) => `Ne pas exclure ${value}`,
  removeExcludes: "Ne rien exclure",
  includeInstead: "Inclure ce qui est exclu",
  removeThisMapping: "Supprimer cette ligne",
  removeItsGuarantee: "Supprimer la garantie",
  addFields: (fields: readonly string[]) => (fields.length === 1 ? `Ajouter ${fields[0]}` : `Ajouter les champs manquants\u00a0: ${list([...fields])}`),
  addMapping: "Commencer une ligne",
  addGuarantee: "Commencer une garantie",
  callIt: (name: string) => `L’appeler ${name}`,
  useValue: (value: string) => `Écrire ${value}`,
  swapAges: (min: number, max: number) => `De ${min} à ${max} ans`,
  onlyFrom: (min: number) => `À partir de ${count(min, "an", "ans")}`,
  onlyTo: (max: number) => `Jusqu’à ${count(max, "an", "ans")}`,
  fullBase: "Commencer par 100\u00a0% BR",
  ofTheCosts: "Payer le même pourcentage des frais réels",
  keepMaximum: (field: string) => `Ne garder que ${field}`,
  ownCounter: (key: string) => `Le compter à part, sous le nom ${key}`,
  sameLimit: "Le rendre identique à l’autre plafond de ce nom",
};

/** Names of what is begun. */
export const skeletonWords: typeof en.skeletonWords = { coverage: "NOUVEAU_CONTRAT", guarantee: "NOUVELLE_GARANTIE", limit: "NOUVEAU_PLAFOND" };
