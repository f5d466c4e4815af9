/** The words that several features say. */
import type * as en from "./words.en";
import type { FailureCode } from "../../engine/failure";
import type { Mistake } from "../../kit/json/parse";
import type { Expected } from "../../kit/json/tree";
import { count, digits } from "./french";

const expectedWords: Record<Expected, string> = {
  value: "une valeur est attendue",
  name: "un nom de champ entre guillemets doubles est attendu",
  colon: "deux-points sont attendus après le nom du champ",
  comma_or_brace: "une virgule ou une accolade fermante } est attendue",
  comma_or_bracket: "une virgule ou un crochet fermant ] est attendu",
  end: "le texte devrait se terminer",
  closing_quote: "il manque le guillemet double fermant",
  escape: "la barre oblique inverse ne commence aucune séquence connue",
  no_line_break: "un texte entre guillemets ne peut contenir ni saut de ligne ni tabulation",
  less_depth: "le texte a trop de niveaux d’imbrication",
};

/** Where a text stops being JSON, and what was expected there. */
export function mistakeWords({ line, column, expected, found, trailingComma }: Mistake): string {
  const instead = found === null ? "le texte se termine" : found.trim() === "" ? "il y a une espace" : `il y a ${found}`;
  const comma = trailingComma ? " La virgule qui précède est de trop." : "";
  return `Ligne ${line} du texte, colonne ${column}\u00a0: ${expectedWords[expected]}, mais ${instead}.${comma}`;
}

export const commonWords: typeof en.commonWords = {
  ofLabel: (label: string, part: string) => `${label}\u00a0: ${part}`,
  show: "Voir dans le texte",
  careTypes: (number: number) => count(number, "type d’acte", "types d’actes"),
  mappings: (number: number) => count(number, "ligne", "lignes"),
  mapping: (number: number) => `Ligne ${number}`,
  selected: "Sélectionné",
  leftOut: "Écarté",
  showMore: (number: number) => `Afficher ${digits.format(number)} de plus`,
};

/** A view that is fetched when it is opened. */
export const laterWords: typeof en.laterWords = {
  loading: "Chargement…",
  failed: "Cette vue n’a pas pu être chargée. Vérifiez la connexion au serveur de cette page, puis rechargez. Rien de votre travail n’est perdu.",
  retry: "Recharger",
  partFailed: "Cette partie n’a pas pu être chargée. Vérifiez la connexion au serveur de cette page, puis réessayez. Rien de votre travail n’est perdu.",
  again: "Réessayer",
};

export const comboboxWords: typeof en.comboboxWords = {
  none: (text: string) => `Rien ne correspond à «\u00a0${text}\u00a0».`,
  free: (text: string) => `Utiliser «\u00a0${text}\u00a0»`,
  more: (number: number) => `${count(number, "autre", "autres")}\u00a0: continuez à taper pour réduire la liste`,
  list: "Suggestions",
};

const notice: Record<FailureCode, string> = {
  out_of_memory: "Le moteur a manqué de mémoire et a redémarré\u00a0; rien de votre travail n’est perdu. Annulez la dernière modification, ou fermez d’autres onglets et réessayez.",
  internal: "Le moteur s’est arrêté sur une erreur qui lui est propre et a redémarré\u00a0; rien de votre travail n’est perdu. Annulez la dernière modification, et signalez ce qui l’a provoquée.",
};

const help: Record<FailureCode, string> = {
  out_of_memory: "La mémoire n’a pas suffi. Raccourcissez le texte, ou fermez d’autres onglets et réessayez.",
  internal: "Le moteur s’est arrêté sur une erreur qui lui est propre. Modifiez le texte, et signalez ce qui l’a provoquée.",
};

export const failureWords: typeof en.failureWords = {
  notice,
  help,
  title: "Le calcul n’a pas abouti",
  retry: "Réessayer",
  again: "Tout a été relu.",
};

export const lackWords: typeof en.lackWords = {
  base: "Un pourcentage dit de quoi il est, par exemple BR, FR, TM ou PMSS.",
  period: "Un nombre de fois dit sur quelle période, par exemple «\u00a0par an\u00a0».",
};

export const problemWords: typeof en.problemWords = {
  title: (number: number) => count(number, "problème", "problèmes"),
  none: "Aucun problème trouvé",
  severity: { error: "Erreur", warning: "Avertissement", info: "Conseil" },
  all: (number: number) => `Tous (${digits.format(number)})`,
  line: (line: number) => `Ligne ${line} du texte`,
  /** Where a problem is: names of guarantees stay as they are. */
  guarantee: (number: number) => `Garantie ${number}`,
  mapping: (number: number) => `ligne ${number}`,
  entry: (number: number) => `élément ${number}`,
  top: "Le contrat lui-même",
  /** What a screen reader says of a button next to its problem. */
  fixOf: (fix: string, message: string) => `${fix}\u00a0: ${message}`,
  /** Of a care type or a group, by its code, and others. */
  acts: (conditions: string, careType: string, more: number) => `${conditions} (\`${careType}\`${more > 0 ? ` et ${count(more, "autre type d’acte", "autres types d’actes")}` : ""})`,
  notCovered: (acts: string) => `non couvert\u00a0: ${acts}`,
  overlapping: (first: string, second: string, acts: string) => `${first} et ${second} couvrent toutes deux\u00a0: ${acts}`,
  unnamed: "une garantie sans nom",
  whole: "tout le texte",
  related: (message: string) => `Voir aussi\u00a0: ${message}`,
  more: (number: number) => `${count(number, "autre problème non affiché", "autres problèmes non affichés")}`,
};

const unitName = (unit = "") => (unit.includes("%") ? "pourcentage" : unit.includes("€") ? "euros" : unit);

export const fieldWords: typeof en.fieldWords = {
  unreadWhole: {
    empty: () => "Saisissez un nombre entier\u00a0: 5, par exemple.",
    not_a_number: (text) => `«\u00a0${text}\u00a0» n’est pas un nombre entier. Écrivez 5, par exemple.`,
    not_whole: (text) => `«\u00a0${text}\u00a0» n’est pas un nombre entier. Écrivez 5, par exemple.`,
  },
  unread: {
    empty: (_: string, unit?: string) => `Indiquez un nombre\u00a0: ${unit?.includes("%") ? "150" : "60,50"}, par exemple.`,
    not_a_number: (text: string, unit?: string) =>
      `«\u00a0${text}\u00a0» n’est pas un nombre. Écrivez ${unit?.includes("%") ? "150 ou 12,5" : "1500 ou 60,50"}, par exemple.`,
    ambiguous: (text: string) =>
      `«\u00a0${text}\u00a0» peut se lire de deux façons. Écrivez ${text.replace(/[^\d]/g, "")} ou ${text.replace(/[^\d,]/g, "")}0.`,
    negative: (text: string) => `«\u00a0${text}\u00a0» est négatif. Écrivez-le sans signe.`,
    other_unit: (text: string, unit?: string) => `«\u00a0${text}\u00a0» a une autre unité\u00a0: ce champ est en ${unitName(unit)}.`,
  },
  unreadDate: {
    empty: () => "Indiquez une date\u00a0: 12/03/2025, par exemple.",
    not_a_date: (text: string) => `«\u00a0${text}\u00a0» n’est pas une date. Écrivez 12/03/2025 ou 12 mars 2025, par exemple.`,
    no_such_day: (text: string) => `Le jour «\u00a0${text}\u00a0» n’existe pas. Écrivez le jour, le mois, puis l’année\u00a0: 12/03/2025.`,
  },
  datePlaceholder: "jj/mm/aaaa",
  calendar: (label: string) => `Choisir dans un calendrier\u00a0: ${label}`,
};
