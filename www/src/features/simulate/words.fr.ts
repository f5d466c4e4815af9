/** The words of a file of acts and of its rows, in French. */
import type * as en from "./words.en";
import { bytes, count, digits, list, percent } from "../common/french";

const acts = (number: number) => count(number, "acte", "actes");
const rows = (number: number) => count(number, "ligne", "lignes");

/** A part of a whole: not 0 % of what there is, nor 100 % of what is not all. */
function share(part: number, whole: number): string {
  if (part > 0 && part < whole * 0.001) return `< ${percent(0.001, 1)}`;
  if (part < whole && part > whole * 0.999) return `> ${percent(0.999, 1)}`;
  return percent(whole === 0 ? 0 : part / whole, 1);
}

export const fileWords: typeof en.fileWords = {
  share,
  bytes,

  title: "Combien auraient coûté les soins de l’an dernier\u00a0?",
  lead: "Un fichier de soins, sous le contrat affiché et sous un projet\u00a0: ce que chacun aurait payé, qui y gagne et qui y perd, quels plafonds jouent\u00a0; ou chaque ligne seule\u00a0: couverte ou non, par quelle garantie, et ce qui est à regarder.",
  needCoverage: "Un fichier d’actes est évalué par un contrat. Chargez d’abord un catalogue et un contrat, ou essayez l’exemple.",
  privacy: "Le fichier est lu dans ce navigateur, morceau par morceau, quelle que soit sa taille\u00a0: rien n’est envoyé.",
  kept: "Il est conservé si la page est rechargée.",
  notKept: "Si la page est rechargée, choisissez-le à nouveau\u00a0: ce navigateur ne le conserve pas.",
  choose: "Choisir un fichier…",
  chooseOther: "Choisir un autre fichier…",
  dropHint: "CSV tel qu’un tableur l’enregistre, NDJSON, Parquet ou Arrow\u00a0; vous pouvez aussi le déposer n’importe où sur la page.",
  example: "Essayer un fichier d’exemple",
  exampleName: "exemple-actes.csv",
  formatHelp: "À quoi ressemble un tel fichier",
  csv: "CSV\u00a0: la première ligne porte les en-têtes, chaque ligne suivante est un acte. Les cellules sont séparées par des points-virgules, des virgules ou des tabulations. Les dates peuvent s’écrire 12/03/2025, les montants 60,50\u00a0€, et un oui peut s’écrire oui, VRAI, x ou 1. Une cellule vide est une donnée inconnue, null une donnée sans objet. Les colonnes qui portent d’autres en-têtes se choisissent une fois le fichier lu\u00a0; celles qui ne servent pas sont conservées.",
  ndjson: "NDJSON (ou .jsonl)\u00a0: chaque ligne est un acte en JSON.",
  fields: "Ce qu’une colonne peut signifier\u00a0: le type d’acte est obligatoire, le reste autant qu’on le connaît. Les en-têtes qui portent ces noms sont reconnus, ainsi que les en-têtes usuels en français et en anglais.",
  csvExample: "code acte;âge;date de soins;remboursable;dents;montant facturé\nCROWN_CERAMIC_FREE;42;12/03/2026;oui;11, 21;680,00\nGP_VISIT;;;oui;null;30",
  ndjsonExample: '{"care_type":"CROWN_CERAMIC_FREE","member_age":42,"teeth":[11,21]}\n{"care_type":"GP_VISIT","reimbursed_by_secu":true}',
  format: "Format",
  formats: { csv: "CSV", ndjson: "NDJSON", parquet: "Parquet", arrow: "Arrow" },
  again: "Évaluer à nouveau",
  evaluate: "L’évaluer",
  leftOut: (names: string[]) => `Un seul fichier est évalué à la fois. Laissé de côté\u00a0: ${list(names)}.`,
  /** Fields of a row that are no fact and no amount of an act. */
  claimFields: { care_type: "type d’acte", person: "personne", family: "famille", weight: "poids (actes que la ligne représente)" } as Record<string, string>,

  columns: {
    title: (used: number, all: number) => `Colonnes\u00a0: ${count(used, "utilisée", "utilisées")} sur ${digits.format(all)}`,
    needed: "Indiquez quelle colonne contient le type d’acte.",
    neededHelp: "Aucun en-tête ne le nomme. Choisissez «\u00a0type d’acte\u00a0» pour la colonne de ses codes ou de ses libellés\u00a0; le fichier est alors évalué.",
    hint: "La signification est devinée d’après l’en-tête\u00a0; choisissez-en une autre là où elle est fausse. Ce qui n’est pas utilisé reste dans le fichier que vous téléchargez.",
    column: "Colonne",
    values: "Premières valeurs",
    means: "Signification",
    noHeading: (number: number) => `Colonne ${number}`,
    meansOf: (heading: string) => `Signification de ${heading}`,
    notUsed: "non utilisée",
    acts: "L’acte",
    amounts: "Montants et plafonds",
    claims: "À qui, et combien",
  },

  waiting: (name: string) => `${name} attend un contrat lisible.`,
  refused: "Le contrat est illisible pour le moment\u00a0: aucun fichier ne peut être évalué.",
  noCatalog: "Le catalogue est illisible\u00a0: aucun fichier ne peut être évalué.",
  toCoverage: "Voir ce qui ne va pas dans la vue Contrat",
  stale: (name: string) => `Le catalogue ou le contrat a changé depuis l’évaluation de ${name}. Voici ce qu’elle donnait avant.`,
  before: "Ci-dessous\u00a0: le résultat précédent.",

  running: (name: string) => `Évaluation de ${name}`,
  progress: "Avancement",
  progressWords: (done: number, read: number, all: number) => `${rows(done)} · ${percent(Math.floor((read / all) * 100) / 100)} de ${bytes(all)}`,
  cancel: "Annuler",
  goesOn: "Vous pouvez passer à d’autres vues\u00a0: l’évaluation continue, et le résultat sera ici.",
  cancelled: (done: number, read: number, all: number) => `Annulé après ${rows(done)}, soit ${share(read, all)} du fichier.`,
  cancelledHelp: "Rien n’est conservé d’une partie\u00a0: évaluez le fichier à nouveau pour obtenir un résultat.",
  saidStart: (name: string) => `Évaluation de ${name}.`,
  saidProgress: (done: number) => `${done}\u00a0% du fichier est évalué.`,
  saidCancelled: "Annulé.",
  saidDone: (number: number) => `Terminé\u00a0: ${acts(number)} ${number > 1 ? "évalués" : "évalué"}.`,
  doneElsewhere: (name: string, number: number) => `${name} est évalué\u00a0: ${acts(number)}. Le résultat est dans la vue Simuler.`,

  failure: {
    empty: { title: (name: string) => `${name} est vide.`, help: "Il n’y a rien à évaluer. Choisissez un autre fichier." },
    json: {
      title: (name: string) => `${name} porte le nom d’un document JSON.`,
      help: "Une liste d’actes est un CSV, ou un NDJSON avec un acte par ligne. Un catalogue ou un contrat s’ouvre en haut de la page. Si chaque ligne de ce fichier est un acte, c’est un NDJSON\u00a0:",
    },
    unreadable: {
      title: (name: string) => `${name} ne peut pas être lu.`,
      help: "Il a peut-être été modifié, déplacé ou supprimé depuis que vous l’avez choisi, ou vous n’avez pas le droit de le lire. Choisissez-le à nouveau.",
    },
    worker: {
      title: (name: string) => `L’évaluation de ${name} s’est interrompue.`,
      help: "Le processus qui l’évalue s’est arrêté\u00a0; l’appareil manque peut-être de mémoire. Rien d’autre n’est perdu sur la page.",
    },
  },
  asNdjson: "L’évaluer comme NDJSON",
  retry: "Réessayer",
  engine: { out_of_memory: "le moteur a manqué de mémoire", internal: "le moteur s’est arrêté, par une erreur qui lui est propre" },
  cause: (message: string) => `Cause\u00a0: ${message}`,

  result: (name: string) => `Résultat de ${name}`,
  summary: (all: number, covered: number, look: number) =>
    `${acts(all)}\u00a0: ${digits.format(covered)} ${covered > 1 ? "couverts" : "couvert"} (${share(covered, all)}), ${look === 0 ? "aucun" : digits.format(look)} à regarder.`,
  by: (coverage: string) => `Par ${coverage}`,
  none: (name: string) => `Il n’y a pas d’acte dans ${name}.`,
  noneHelp: "Il n’a aucune ligne après son en-tête, ou seulement des lignes vides.",
  download: "Télécharger le fichier avec ses résultats",
  downloading: (read: number, all: number) => `Écriture\u00a0: ${percent(Math.floor((read / all) * 100) / 100)}`,
  downloadHint: "Tout ce que le fichier contient, et pour chaque ligne la décision, la garantie et qui paie quoi lorsqu’on le sait.",
  resultName: (name: string, extension: string) => `${name}-resultat.${extension}`,
  joined: {
    difference: "Écart",
    outcome: "Décision",
    guarantee: "Garantie",
    money: { secu_paid: "Payé par la Sécu", complementary: "Payé par la complémentaire", out_of_pocket: "Reste à charge", missing: "Inconnu" },
  },

  invalid: "Illisible",
  outcomes: { title: "Par décision", outcome: "Décision", acts: "Actes", share: "Part" },
  guarantees: {
    title: "Par garantie",
    hint: "Actes qu’une seule garantie couvre.",
    guarantee: "Garantie",
    share: "Part des actes couverts",
    find: "Chercher une garantie",
    notFound: (text: string) => `Aucune garantie n’a «\u00a0${text}\u00a0» dans son nom.`,
    none: "Ce contrat n’a pas de garantie.",
  },

  money: {
    title: "Qui paie",
    lead: (known: number, covered: number) =>
      known === covered ? `Pour ${count(covered, "acte couvert", "actes couverts")}.` : `Pour ${digits.format(known)} sur ${count(covered, "acte couvert", "actes couverts")}.`,
    own: "Chaque ligne est calculée seule\u00a0: les plafonds, comme un nombre de séances par an, ne sont pas décomptés d’une ligne à l’autre. La vue Année les décompte.",
    noBase: "Aucune colonne ne donne la base de remboursement (BR)\u00a0: chaque ligne compte comme un soin que la Sécu ne rembourse pas.",
    charged: "Facturé",
    secu_paid: "Sécu",
    complementary: "Complémentaire",
    out_of_pocket: "Reste à charge",
    all: "Total",
    unknown: (number: number) => `Pour ${count(number, "ligne couverte", "lignes couvertes")}, on ne sait pas qui paie quoi.`,
    missing: (field: string, number: number) => `${field}\u00a0: manque dans ${rows(number)}`,
    other: (number: number) => `autre raison, comme une règle d’un autre système\u00a0: ${rows(number)}`,
  },

  wrong: {
    title: "Ce qui est illisible",
    lead: "Par nature, du plus fréquent au moins fréquent. Corrigez le fichier, ou choisissez une autre colonne\u00a0: les lignes compteront.",
    kind: "Ce qui ne va pas",
    rows: "Lignes",
    first: "Premières lignes",
    help: "Que faire",
    torn: "Un guillemet est mal placé, ou n’est jamais fermé.",
    cells: (expected: number, got: number) =>
      `Il faut ${count(expected, "cellule", "cellules")}, autant que dans l’en-tête\u00a0; la première de ces lignes en a ${digits.format(got)}.`,
    such: (values: string[]) => `Par exemple ${list(values.map((value) => `«\u00a0${value}\u00a0»`))}.`,
    more: "…",
    not: {
      care_type: "Ce n’est pas le code d’un type d’acte.",
      date: "Ce n’est pas une date.",
      age: "Ce n’est pas un âge en années.",
      boolean: "Ce n’est ni oui ni non.",
      teeth: "Ce n’est pas une liste de dents.",
      tooth: "Ce n’est pas une dent.",
      amount: "Ce n’est pas un montant.",
      percent: "Ce n’est pas un pourcentage.",
      side: "Ce n’est ni gauche ni droite.",
      text: "Ce n’est pas un texte.",
    },
    noCareType: "Il n’y a pas de type d’acte.",
    doing: {
      row: "Enregistrez à nouveau le fichier depuis le tableur, pour que chaque ligne ait toutes ses cellules.",
      care_type: "Donnez le code d’un type d’acte, ou son libellé.",
      date: "Écrivez les dates comme 12/03/2025 ou 2025-03-12.",
      age: "Écrivez un âge en années révolues, de 0 à 130.",
      boolean: "Écrivez oui ou non, VRAI ou FAUX, 1 ou 0, ou x\u00a0; laissez la cellule vide si on ne le sait pas.",
      teeth: "Écrivez les numéros des dents selon la FDI, séparés par des espaces ou des virgules\u00a0: 11, 21.",
      tooth: "Écrivez le numéro d’une dent selon la FDI\u00a0: 11.",
      amount: "Écrivez un montant comme 60,50 ou 60.50, sans signe moins.",
      percent: "Écrivez un pourcentage comme 70 ou 70\u00a0%.",
      side: "Écrivez gauche ou droite.",
      text: "Écrivez un texte de 64 caractères au plus.",
      json: "Mettez sur chaque ligne un acte en JSON.",
    },
  },
  unknown: {
    title: "Codes absents du catalogue",
    lead: "Corrigez-les dans le fichier, ou ajoutez-les au catalogue.",
    code: "Code",
    near: "Proche",
    none: "rien",
    empty: "(pas de code)",
  },
  missing: {
    title: "Pourquoi des lignes restent sans décision",
    lead: "Ces données sont inconnues. Une colonne qui les donne permet de décider.",
    fact: "Inconnu",
    noColumn: "aucune colonne ne le donne",
    inColumn: (heading: string) => `la colonne ${heading} y est vide`,
    where: "Où",
  },

  look: {
    title: "Lignes à regarder",
    none: "Chaque ligne a sa décision\u00a0: rien à regarder.",
    which: "Quelles lignes afficher",
    row: "Ligne",
    line: (number: number) => `ligne ${number} du fichier`,
    act: "Ce qu’elle dit",
    why: "Pourquoi",
    open: "Ouvrir",
    openRow: (number: number) => `Ouvrir la ligne ${number} dans la vue Acte`,
    opened: (number: number, name: string) => `La ligne ${number} de ${name} est dans le formulaire.`,
    first: (shown: number, all: number) => `Les ${digits.format(shown)} premières sur ${digits.format(all)}. Le fichier téléchargé a les autres.`,
    torn: "Ses cellules ne sont pas celles de l’en-tête.",
  },
};
