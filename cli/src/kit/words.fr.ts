// What this program says in French.
import type { Words } from "./words.ts";

const several = (number: number, one: string, more = `${one}s`) => `${number.toLocaleString("fr-FR")} ${number < 2 ? one : more}`;

export const fr: Words = {
  summary: (files, { error, warning, info }, fixed) =>
    `${several(files, "fichier")} : ${error + warning + info === 0 ? "rien à signaler" : [several(error, "erreur"), several(warning, "avertissement"), several(info, "remarque")].join(", ")}${fixed > 0 ? ` ; ${several(fixed, "corrigée")}` : ""}`,
  tooManyWarnings: (warnings, most) => `${several(warnings, "avertissement")}, pour ${most} au plus (--max-warnings)`,
  staleAcceptance: (file, position) => `${file}#/accept/${position} : n'accepte rien dans aucune couverture`,
  noFile: (glob) => `aucun fichier ne s'appelle ${glob}`,
  stdinAlone: "- (l'entrée standard) est vérifiée seule",
  anObject: "un objet est attendu",
  aList: "une liste est attendue",
  aText: "un texte est attendu",
  unknownField: (fields) => `champ inconnu ; il y a ${fields.filter((field) => field !== "$schema").join(", ")}`,
  oneOf: (values) => `attendu : ${values.join(", ")}`,
  help: {
    usage: "Utilisation :", options: "Options :", commands: "Commandes :", arguments: "Arguments :", examples: "Exemples :",
    default: "par défaut", choices: "au choix",
    program: "Couvertures santé sous git : vérifiées, comparées, expliquées.\n\nCodes de sortie : 0 rien à signaler, 1 des constats, 2 un appel erroné ou un fichier illisible.",
    help: "afficher ceci", version: "afficher la version",
    config: "la configuration (par défaut : care-coverage.config.json ou .yaml, ici ou dans un dossier parent)",
    catalog: "le catalogue des actes, en JSON ou YAML (par défaut : celui de la configuration, ou catalog.json)",
    language: "de toutes les phrases (par défaut : celle de la configuration, ou de l'environnement)",
    quiet: "rien que la réponse : ni résumé, ni progression",
    color: "des couleurs (par défaut : sur un terminal, sauf si NO_COLOR est défini)", noColor: "sans couleurs",
    out: "écrire la réponse dans un fichier",
    globs: "fichiers, dossiers ou motifs (par défaut : ceux de la configuration, ou coverages/)",
    draft: "de JSON Schema : bien des éditeurs ne lisent que 07", schemaName: "lequel (par défaut : coverage, avec les codes du catalogue)",
    fmt: "remettre les textes en page ; dit lesquels changeraient, et les change avec --fix",
    fmtFix: "écrire les fichiers", schema: "un JSON Schema, pour les éditeurs qui complètent",
    explain: "ce que dit un code, et comment y remédier", code: "un code, tel que gap (par défaut : la liste)",
    init: "une configuration, un catalogue et une couverture pour commencer", folder: "où (par défaut : ici)",
    github: "aussi un workflow de GitHub Actions", preCommit: "aussi un hook de pre-commit",
    check: "tous les problèmes des couvertures, avec leur place",
    format: "de la réponse", fix: "corriger ce qui ne demande aucun choix, en gardant la mise en page",
    maxWarnings: "sortir avec 1 au-delà de tant d'avertissements", stdinFilename: "le nom de ce qui vient de l'entrée standard",
  },
  errors: {
    unknownOption: (name) => `option inconnue : ${name}`,
    unknownCommand: (name) => `commande inconnue : ${name}`,
    missingArgument: (name) => `il manque ${name}`,
    optionMissingArgument: (name) => `${name} demande une valeur`,
    excessArguments: () => "trop d'arguments",
    invalidArgument: (name) => `${name} ne convient pas`,
    conflictingOption: (name) => `${name} ne vont pas ensemble`,
    seeHelp: (command) => `${command} --help dit ce qu'il y a`,
  },
  reasons: {
    ENOENT: "il n'y a pas de tel fichier", EISDIR: "est un dossier", EACCES: "ni lecture ni écriture permises", EPERM: "ni lecture ni écriture permises",
    ENOTDIR: "est dans ce qui n'est pas un dossier", ENOSPC: "il n'y a plus de place", EROFS: "écriture non permise",
  },
  toSetOut: (files, changed) => `${several(files, "fichier")} : ${changed === 0 ? "la mise en page est faite" : `${changed} à mettre en page (--fix)`}`,
  setOut: (files, changed) => `${several(files, "fichier")} : ${changed} remis en page`,
  notSetOut: (file) => `${file} : reste tel quel, car il ne dirait plus la même chose`,
  didYouMean: (name, near) => `code inconnu : ${name}${near ? ` ; vouliez-vous dire ${near} ?` : ""}`,
  codeWords: {
    severities: { error: "erreur", warning: "avertissement", info: "remarque" },
    when: "Quand", why: "Pourquoi", mend: "Remède", fine: "Admis", fix: "Correction", wrong: "Faux", right: "Juste",
  },
  ownCodes: {
    invalid_yaml: { when: "le texte n'est pas du YAML 1.2 (schéma core), ou dit ce que JSON ne peut pas dire", why: "Une couverture se lit comme du JSON : un texte, un nombre, true, false, null, une liste ou un objet.", mend: "La place dit où la lecture s'est arrêtée. L'indentation est sans tabulation ; un fichier a un seul document.", fine: "Jamais." },
  },
  made: (file) => `${file} : créé`,
  kept: (file) => `${file} : existait, reste tel quel`,
  next: "Ensuite : care-coverage check",
  aCount: "un nombre entier est attendu, 0 ou plus",
};
