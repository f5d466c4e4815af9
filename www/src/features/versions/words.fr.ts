/** The words of the stored versions; fetched when they are opened. */
import { count } from "../common/french";
import type * as en from "./words.en";

const named = (name: string, version: number) => `${name}, version ${version}`;

export const versionWords: typeof en.versionWords = {
  named,
  loading: "Lecture des versions enregistrées…",
  busy: "Un instant…",
  privacy: "Les versions ne sont gardées que dans ce navigateur. Elles disparaissent si les données de cette page sont effacées\u00a0: téléchargez ce qui doit durer.",

  hand: "Le contrat en cours",
  noHand: "Aucun contrat en cours. Ouvrez-en un ci-dessous, ou chargez-en un d’abord.",
  broken: (mistake) => `Le texte n’est pas encore du JSON valide\u00a0: il ne peut pas être enregistré. ${mistake}`,
  needCatalog: "Une version est enregistrée après vérification par son catalogue, et aucun catalogue lisible n’est chargé. Chargez d’abord le catalogue.",
  alike: (name, version) => `${named(name, version)}, est enregistrée telle quelle.`,
  first: (name) => `Aucune version de ${name} n’est encore enregistrée.`,
  next: (name, latest) => `Dernière version enregistrée\u00a0: ${named(name, latest)}.`,
  unnamed: "Le contrat n’a pas encore de nom\u00a0; la publication dira ce qui manque.",
  exists: (name, version, latest) =>
    `${named(name, version)}, est déjà enregistrée, avec un autre contenu.${latest > version ? ` La dernière est la version ${latest}.` : ""} Une version enregistrée ne change jamais.`,
  gap: (version, next) =>
    `La prochaine version est la ${next}, et le texte ${version === null ? "n’indique aucun numéro" : `indique ${version}`}. Les versions se suivent sans trou.`,
  numberedFromOne: (version) =>
    `Ici, les versions sont numérotées à partir de 1\u00a0: il devient la version 1, et ${version === null ? "le texte, qui n’a pas de numéro, le reçoit" : `le numéro dans le texte passe de ${version} à 1`}.`,
  importEarlier: (version) =>
    `Pour garder le numéro ${version}, importez d’abord ${version === 2 ? "la version 1" : `les versions 1 à ${version - 1}`} depuis des fichiers.`,
  saveAsHint: (next) => `Il devient la version ${next}\u00a0: seuls son numéro et sa note changent dans le texte.`,
  compareMine: (version) => `Comparer avec la version ${version}`,
  download: "Télécharger ce contrat",

  publishBegin: (version) => `Publier la version ${version}…`,
  publish: (version) => `Publier la version ${version}`,
  publishTitle: (name, version) => `Publier ${named(name, version)}`,
  publishUnnamed: (version) => `Publier la version ${version}`,
  back: "Retour",
  step: {
    first: "De quoi il s’agit",
    changes: (version) => `Ce qui change depuis la version ${version}`,
    decide: "Ce qui reste à décider",
    note: "Une note pour l’historique",
  },
  firstVersion: "C’est la première version gardée ici.",
  notCompared: {
    hand: "Le contrat en cours ne peut pas être comparé\u00a0: il contient des erreurs.",
    before: "La version précédente ne peut pas être comparée\u00a0: le catalogue chargé ne lui correspond pas.",
  },
  noChanges: "Rien ne change pour les assurés. Seule la rédaction peut différer.",
  noChangesSoFar: "Rien ne change pour les assurés dans la partie qui a pu être comparée.",
  moreChanges: (number) => `et ${count(number, "autre changement", "autres changements")}`,
  seeAll: "Tout voir dans la vue Comparer, en euros",
  nothingLeft: "Plus rien à décider",
  errors: (number) => count(number, "erreur", "erreurs"),
  errorsHint: "Une version qui contient des erreurs n’est pas enregistrée.",
  warnings: (number) => count(number, "avertissement", "avertissements"),
  gaps: (number) => count(number, "cas non couvert que personne n’a accepté", "cas non couverts que personne n’a acceptés"),
  decide: "Décider dans la vue Contrat",
  note: "Note (facultative)",
  author: "Auteur (facultatif)",
  published: (name, version) => `${named(name, version)}, est publiée\u00a0: elle est enregistrée dans ce navigateur.`,
  seeVersions: "Voir les versions",

  savedAlike: (name, version) => `${named(name, version)}, est déjà enregistrée telle quelle.`,
  conflict: (name, version) => `${named(name, version)}, vient d’être enregistrée dans un autre onglet.`,
  conflictHelp: "La vôtre n’est pas enregistrée, et rien de votre texte n’est perdu\u00a0: comparez les deux, ou publiez la vôtre comme version suivante.",
  textStays: "Votre texte est inchangé.",
  notNext: (name, version) => `${named(name, version)}, n’est pas la prochaine version\u00a0: elle n’est pas enregistrée.`,
  refused: "Rien n’est enregistré\u00a0: le contrat contient des erreurs.",
  refusedHint: "La vue Contrat montre chacune à sa place, avec sa correction.",
  storageFailed: "Le stockage du navigateur a échoué.",
  storageHelp: (name, message) =>
    name === "QuotaExceededError"
      ? "Il n’a plus de place pour cette page\u00a0: libérez de l’espace sur cet appareil, puis réessayez. Rien de ce que vous aviez ici n’est perdu."
      : `Réessayez. Rien de ce que vous aviez ici n’est perdu. Message du navigateur\u00a0: ${message}`,

  unavailable: {
    title: "Ce navigateur ne garde rien pour cette page",
    lead: "Aucune version ne peut donc être enregistrée ici. Le contrat en cours est inchangé, et tout le reste fonctionne. Vérifiez\u00a0:",
    checkPrivate: "En navigation privée, certains navigateurs ne gardent rien\u00a0: ouvrez la page dans une fenêtre normale.",
    checkBlocked: "Les cookies et données de site sont peut-être bloqués, par un réglage, une extension ou une règle de l’entreprise\u00a0: autorisez-les pour cette page.",
    checkReload: "Si cette page a été mise à jour pendant qu’elle était ouverte\u00a0: rechargez-la.",
    cause: (message) => `Message du navigateur\u00a0: ${message}`,
    retry: "Réessayer",
  },

  stored: "Enregistrées dans ce navigateur",
  empty: "Rien n’est encore enregistré. Publiez le contrat en cours, ou importez un fichier.",
  find: "Chercher un contrat",
  notFound: (text) => `Aucun contrat n’a «\u00a0${text}\u00a0» dans son nom.`,
  versions: (number) => count(number, "version", "versions"),
  version: (version) => `Version ${version}`,
  latest: "la dernière",
  inHand: "en cours",
  open: "Ouvrir",
  compare: "Comparer",
  compareWith: (version) => `Comparer avec ${version}`,
  export: "Télécharger",
  exportOf: (name) => `Tout télécharger de ${name}`,
  exportEverything: "Tout télécharger",
  import: "Importer des fichiers…",
  importHint: "Un contrat, ou un téléchargement de plusieurs versions, en JSON\u00a0; vous pouvez aussi déposer des fichiers ici.",

  source: "telle qu’enregistrée",
  opened: (name, version) => `${named(name, version)}, est ouverte.`,
  comparing: (name, version) => `Le contrat en cours est comparé avec ${named(name, version)}.`,

  exported: (versions, file) => `${count(versions, "version téléchargée", "versions téléchargées")}\u00a0: ${file}.`,
  brokenFile: (source, mistake) => `${source} n’est pas du JSON valide. ${mistake} Rien n’a été importé.`,
  noVersions: (source) => `${source} ne contient aucune version\u00a0: ni un contrat, ni un téléchargement de cette page. Rien n’a été importé.`,
  imported: (stored, coverages, alike, failed) =>
    [
      stored > 0 ? `${count(stored, "version", "versions")} de ${count(coverages, "contrat", "contrats")} importée${stored > 1 ? "s" : ""}.` : "Aucune version n’a été importée.",
      ...(alike > 0 ? [`${count(alike, "version était", "versions étaient")} déjà enregistrée${alike > 1 ? "s" : ""}.`] : []),
      ...(failed > 0 ? [`${count(failed, "contrat laissé", "contrats laissés")} de côté, pour les raisons ci-dessous.`] : []),
    ].join(" "),
  importedOf: (name, first, last) => (first === last ? `${named(name, first)}\u00a0: importée.` : `${name}, versions ${first} à ${last}\u00a0: importées.`),
  importConflict: (name, version) => `${named(name, version)}\u00a0: une autre est enregistrée sous ce numéro, et une version enregistrée ne change jamais.`,
  importRefused: (name, version) => `${version === null ? name : named(name, version)}\u00a0: refusée.`,
  importFailed: (name, words) => `${name}\u00a0: ${words}`,
  nameless: (position) => `Entrée ${position}\u00a0: pas de contrat avec un nom.`,
  leftOut: (name, number) => `${name}\u00a0: ${count(number, "autre version laissée", "autres versions laissées")} de côté avec lui. D’un contrat, toutes les nouvelles versions sont importées, ou aucune.`,
  unchecked: "Aucun catalogue n’est chargé\u00a0: seuls la forme, les noms et les numéros de ces versions ont été vérifiés.",
  moreLines: (number) => `et ${count(number, "autre ligne", "autres lignes")}`,
};
