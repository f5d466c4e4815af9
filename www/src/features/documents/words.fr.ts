/** The words of what is loaded, and of the ways in. */
import type * as en from "./words.en";
import type { Mistake } from "../../kit/json/parse";
import { LARGEST_TEXT } from "../../store/limits";
import type { LoadedText, Target } from "../../store/types";
import { bytes, count } from "../common/french";
import { mistakeWords } from "../common/words.fr";

const kept = "Ce qui était chargé est conservé.";

export const noticeWords: typeof en.noticeWords = {
  loadingExample: "Chargement de l’exemple…",
  exampleFailed: "L’exemple n’a pas pu être chargé. Vérifiez la connexion au serveur de cette page, puis réessayez.",
  fileFailed: (source: string) => `${source} n’a pas pu être lu. Vérifiez que le fichier existe toujours et que vous avez le droit de le lire.`,
  loadedCatalog: (source: string, target: Target) => `Le catalogue ${target === "hand" ? "est chargé" : "de comparaison est chargé"}\u00a0: ${source}.`,
  loadedCoverage: (source: string, target: Target) => `Le contrat ${target === "hand" ? "est chargé" : "de comparaison est chargé"}\u00a0: ${source}.`,
  loadedDispense: (source: string) => `La délivrance est chargée\u00a0: ${source}.`,
  loadedExampleDispense: (label: string) => `Délivrance d’exemple\u00a0: ${label}`,
  loadedYear: (source: string) => `Les actes d’une année sont chargés\u00a0: ${source}.`,
  loadedOwn: {
    profile: (source) => `Le profil est chargé\u00a0: ${source}.`,
    classes: (source) => `Les classes d’actes sont chargées\u00a0: ${source}.`,
  },
  loadedYearExample: "L’exemple est chargé\u00a0: un catalogue, un contrat et une année d’actes.",
  loadedExample: "L’exemple est chargé\u00a0: un catalogue, un contrat et un acte.",
  loadedComparison: "L’exemple est chargé, avec une deuxième version légèrement modifiée.",
  loadedExampleAct: (label: string) => `Acte d’exemple\u00a0: ${label}`,
  brokenFile: (source: string, where: Mistake) => `${source} n’est pas du JSON valide. ${mistakeWords(where)} ${kept}`,
  tooLarge: (source: string, most: number) => `${source} est trop volumineux\u00a0: ${bytes(most)} au maximum. ${kept}`,
  textFull: `Le texte ne peut pas dépasser ${bytes(LARGEST_TEXT)}\u00a0: ce qui a été tapé ou collé en plus n’a pas été repris.`,
  refusedCatalog: (source: string) => `${source} ne peut pas servir de catalogue. ${kept}`,
  whichKind: (source: string) => `${source} ne ressemble ni à un catalogue, ni à un contrat, ni à une délivrance. De quoi s’agit-il\u00a0?`,
  acceptances: (source: string) => `Les points acceptés de ${source} sont chargés.`,
  newCoverage: "Un nouveau contrat est commencé. Ajoutez sa première garantie.",
  applied: (changes: string) => `Modifié dans l’acte\u00a0: ${changes}.`,
};

export const loadedWords: typeof en.loadedWords = {
  label: "Ce qui est chargé",
  catalog: "Catalogue",
  coverage: "Contrat",
  dispense: "Délivrance",
  ruleset: (name: string) => `règles ${name}`,
  none: "aucun",
  broken: "illisible",
  catalogSize: (types: number, groups: number) => `${count(types, "type d’acte", "types d’actes")} en ${count(groups, "famille", "familles")}`,
  version: (name: string, version: number) => `${name}, version ${version}`,
  versionAlone: (version: number) => `version ${version}`,
  guarantees: (number: number) => count(number, "garantie", "garanties"),
  noCoverage: "Aucun contrat",
  brokenCoverage: "Contrat illisible",
  open: "Ouvrir des fichiers…",
  openHint: "Un catalogue, un contrat ou le dossier d’une délivrance, en JSON\u00a0; un tableau de garanties en XLSX, CSV ou HTML. Vous pouvez aussi déposer des fichiers n’importe où sur la page.",
  paste: "Coller…",
  versions: "Vos versions…",
  versionsTitle: "Versions",
  example: "Charger l’exemple",
  share: "Partager…",
  exampleSource: "Exemple",
  editedSource: "Exemple, modifié",
  edited: (source: string) => `${source}, modifié`,
  pastedSource: "Texte collé",
  typedSource: "Saisi ici",
  drop: "Déposez ici un catalogue, un contrat, une délivrance, un tableau de garanties ou un fichier d’actes",
};

export const menuWords: typeof en.menuWords = {
  title: "Document",
  new: "Nouveau contrat",
  examples: "Exemples",
  download: "Télécharger",
  downloads: { coverage: "Le contrat", catalog: "Le catalogue", year: "Les actes de l’année", dispense: "La délivrance" },
};

export const exampleWords: typeof en.exampleWords = {
  newName: "MON_CONTRAT",
  optionSource: "Exemple, avec l’option",
  individual: {
    title: "Contrat individuel",
    about: "CONFORT\u00a0: 18 garanties, des médecins à la prévention, avec un chevauchement et des actes non couverts à trancher.",
    loaded: "L’exemple est chargé\u00a0: un catalogue, un contrat et un acte.",
  },
  collective: {
    title: "Contrat collectif, base et option",
    about: "Ce qu’une entreprise doit proposer, et une option en plus\u00a0: Comparer montre ce que l’option ajoute.",
    loaded: "Un contrat collectif est chargé. Comparer montre ce que son option ajoute.",
  },
  sante_100: {
    title: "100\u00a0% Santé",
    about: "Dentaire, optique et audition\u00a0: rien à payer dans les paniers 100\u00a0% Santé, délais de renouvellement, prix libres à côté.",
    loaded: "Un exemple 100\u00a0% Santé est chargé.",
  },
  broken: {
    title: "Un contrat à réparer",
    about: "Sept erreurs que tout le monde fait\u00a0: une condition mal écrite, un libellé à la place d’un code, deux garanties pour un acte…",
    loaded: "Un contrat avec sept erreurs est chargé\u00a0: corrigez-les une à une.",
  },
  blank: {
    title: "Contrat vierge, avec le catalogue d’exemple",
    about: "Aucune garantie encore\u00a0: 184 types d’actes en 50 familles pour composer le vôtre.",
    loaded: "Un contrat vierge est chargé, avec le catalogue d’exemple.",
  },
};

export const kindWords: typeof en.kindWords = { catalog: "Catalogue", coverage: "Contrat", year: "Actes d’une année", dispense: "Délivrance", profile: "Profil d’exigences", classes: "Classes d’actes", auto: "Détecter" };

export const pasteWords: typeof en.pasteWords = {
  title: "Coller un catalogue ou un contrat",
  titleOther: "Coller ce qui sert de comparaison",
  titleDispense: "Coller une délivrance",
  text: "Texte JSON",
  kind: "De quoi s’agit-il\u00a0?",
  load: "Charger",
  cancel: "Annuler",
  empty: "Collez d’abord un texte.",
};

export const startWords: typeof en.startWords = {
  titles: {
    coverage: "Quelle garantie paie quel acte, et pourquoi\u00a0?",
    catalogue: "Quels types d’actes et quelles familles y a-t-il\u00a0?",
    table: "Que liront les assurés\u00a0?",
    act: "Quelle garantie paie cet acte, et combien\u00a0?",
    year: "Que coûtent les actes d’une année, et jusqu’où vont les plafonds\u00a0?",
    compare: "Qu’est-ce qui change pour les assurés d’une version à l’autre\u00a0?",
    compliance: "Est-ce un contrat responsable\u00a0?",
    simulate: "Combien auraient coûté les soins de l’an dernier\u00a0?",
    dispense: "Cette délivrance de médicaments serait-elle acceptée\u00a0?",
  },
  lead: "Chargez un catalogue de types d’actes et un contrat\u00a0: vous verrez ce que chaque garantie sélectionne, à quelles conditions, et ce qu’elle décide pour un acte.",
  needCatalog: "Un contrat se lit une fois chargé le catalogue de ses types d’actes.",
  needCoverage: "Le catalogue est chargé. Chargez un contrat, ou saisissez-en un à gauche.",
  unreadableCoverage: "Le contrat chargé est illisible. La vue Contrat dit ce qui ne va pas.",
  needCoverageElsewhere: "Chargez un contrat pour voir quelle garantie paie un acte.",
};

/** Where a text came from, and whether it has been changed since, which goes without saying of one that is typed. */
export function sourceWords({ source, isEdited, isReplaced }: LoadedText): string {
  if (isReplaced) return loadedWords.typedSource;
  return isEdited && source !== loadedWords.typedSource ? loadedWords.edited(source) : source;
}
