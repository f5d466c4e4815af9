/** The words around the views. */
import type * as en from "./words.en";

export const shellWords: typeof en.shellWords = {
  name: "care-coverage",
  title: (view: string) => `${view} – care-coverage`,
  skip: "Aller au contenu",
  views: { label: "Vues", coverage: "Contrat", catalogue: "Catalogue", table: "Tableau", act: "Acte", compliance: "Conformité", compare: "Comparer", year: "Année", simulate: "Simuler", dispense: "Délivrance" },
  language: "Langue",
  languageFailed: "Les mots de cette langue n’ont pas pu être chargés. Vérifiez la connexion au serveur de cette page, puis réessayez.",
  undoLast: (words: string | null) => (words === null ? "Annuler la dernière modification" : `Annuler\u00a0: ${words.replace(/\.$/, "")}`),
  redoLast: "Rétablir",
  theme: { label: "Thème", system: "Système", light: "Clair", dark: "Sombre" },
  more: {
    title: "Plus",
    hints: "Revoir les conseils",
    documentation: "Documentation",
    repository: "Code source",
    package: "Paquet npm",
  },
  callouts: {
    label: "Conseils",
    dismiss: "Compris",
    example: "Voici un exemple qui fonctionne\u00a0: modifiez ce que vous voulez. Ce que vous ouvrez, collez ou tapez ne quitte jamais ce navigateur.",
    question: "La question ci-dessous suit chaque modification. Changez une cellule ou une garantie, l’acte ou son prix, et voyez le reste à charge.",
    views: "Chaque vue répond à une question\u00a0: Acte dit pourquoi, Conformité si c’est un contrat responsable, Année suit les plafonds, Comparer montre ce qui change pour les assurés.",
    document: "Document, en haut, commence un nouveau contrat, ouvre vos fichiers, propose d’autres exemples et garde vos versions.",
  },
  footer: (version: string) =>
    `care-coverage ${version}. Tout se passe dans ce navigateur\u00a0: rien de ce que vous ouvrez, collez ou tapez n’est envoyé.`,
  notice: {
    label: "Message",
    dismiss: "Fermer",
    redo: "Rétablir",
    undo: "Annuler",
    undone: "C’est annulé.",
    undoneStep: (words: string) => `Annulé\u00a0: ${words}`,
    redone: "C’est rétabli.",
    notKept: "C’est trop volumineux, ou le navigateur ne garde rien pour cette page\u00a0: ce sera perdu au rechargement. Gardez vos fichiers.",
  },
};
