/** The words of *Copy as* and *How this works*. */
import type * as en from "./words.en";

export const codeWords: typeof en.codeWords = {
  copyAs: "Copier en code…",
  language: "Dans quel langage",
  languages: { javascript: "JavaScript", python: "Python", curl: "curl", rust: "Rust", test: "Test (YAML)" },
  needs: {
    javascript: "S’exécute dans Node à côté des fichiers ci-dessous, après npm install care-coverage.",
    python: "S’exécute dans Python 3.11 ou plus récent à côté des fichiers ci-dessous, après pip install du wheel de care-coverage\u00a0; un fichier Parquet ou Arrow demande aussi pyarrow.",
    curl: "Interroge le service d’examples/edge, le modèle pour Workers, Node, Deno et Bun, s’il tourne sur cette machine.",
    rust: "S’exécute à côté des fichiers ci-dessous, avec care-coverage comme dépendance.",
    test: "Un fichier de tests, qui attend ce que le contrat répond aujourd’hui\u00a0: enregistrez-le sous act.coverage-test.yaml à côté des fichiers ci-dessous, puis lancez-y npx care-coverage test, après npm install care-coverage-cli.",
  },
  stored: (name, version) => `${name}, version ${version}, doit y être enregistrée\u00a0: c’est le rôle de POST /coverages.`,
  notAccepting: "Le service ne sait pas ce qui a été accepté ici\u00a0: sa réponse contient aussi ce qui est voulu.",
  cannot: {
    curl: "Le service d’examples/edge n’a pas cette question. Posez-la en JavaScript, en Python ou en Rust.",
    test: "Un test porte sur des actes\u00a0: il y en a un dans les vues Acte et Année.",
    rust: "En Rust, le fichier est lu par morceaux, en colonnes\u00a0: voir simulate et SimulationPart dans la documentation de la bibliothèque. Posez la question en JavaScript ou en Python.",
  },
  onlyJavaScript: "Le paquet JavaScript fait les tableaux de garanties. En ligne de commande\u00a0: care-coverage table coverage.json --headings headings.json",
  code: (language) => `Le code en ${language}`,
  copy: "Copier",
  copied: "Copié",
  notCopied: "Le navigateur ne permet pas à la page de copier. Sélectionnez le code et copiez-le vous-même.",
  files: "Il lit\u00a0:",
  yours: "(votre fichier)",
  download: (file) => `Télécharger ${file}`,
  close: "Fermer",
  howLead: "Tout ce que montre cette page est une réponse du paquet care-coverage, qui s’exécute dans ce navigateur. Voici l’appel qui donne la réponse de la vue affichée, en ce moment\u00a0:",
  noCall: "La vue affichée n’a pas encore de réponse.",
  partsTitle: "Quelle fonction donne quoi",
  closeDrawer: "Fermer Comment ça marche",
  parts: {
    coverage: {
      "validateCoverageText analyze": "Ce qui est à décider\u00a0: problèmes, cas non couverts et chevauchements",
      "applyFixes": "Les corrections",
      "careTypesOf explainSelector": "Les types d’acte qu’une garantie sélectionne, et pourquoi",
      "describeRule describeFilter": "Les règles et les conditions en mots",
    },
    catalogue: {
      "getCareTypeMappings": "L’arbre des familles et des types d’acte",
      "search": "La recherche, avec les mots de tous les jours",
      "careTypesOf explainSelector": "Qui sélectionne quoi",
    },
    act: {
      "explain": "La décision, les conditions et ce qu’il faudrait changer",
      "reimburse": "Qui paie quoi, et le calcul",
      "describeStep": "Le calcul en mots",
      "lensComplexity ageOn matchFilter": "Les faits qui découlent d’autres",
    },
    year: {
      "reimburseMany": "Chaque acte après les précédents, les totaux et les plafonds",
      "explain": "Pourquoi un acte est remboursé ou non",
    },
    compare: {
      "compareAmounts": "Qui gagne et qui perd, pour tous les montants, dans un worker",
      "diff": "Ce qui change\u00a0: règles et actes couverts, chacun avec un exemple",
      "reimburse reimburseMany": "Les euros avant et après",
      "describeRule": "Les règles en mots",
      "openIndexedDbStore createOrUpdateCoverage": "Les versions enregistrées",
    },
    table: {
      "benefitTable": "Le tableau, ses exemples en euros et ce qu’il ne dit pas, par petites tâches",
    },
    compliance: {
      "checkRequirements": "Le verdict, et un exemple en euros de chaque manquement, dans un worker",
      "validateProfileText": "Ce qui ne va pas dans un profil à soi",
      "reimburse reimburseMany": "L’exemple essayé dans Acte",
    },
    simulate: {
      "simulate": "Ce que des soins auraient coûté, dans des workers",
      "evaluateText evaluateColumns": "Beaucoup d’actes à la fois, dans un worker",
      "reimburse": "Les euros de chaque ligne",
    },
    dispense: {
      "checkDispenseText": "La décision et ses contrôles",
      "describeCheck": "Les contrôles en mots",
      "checkDiscountAmount": "La remise",
    },
  },
};
