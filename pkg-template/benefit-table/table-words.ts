// The words of a table that are of no rule.

export interface TableWords {
  title: string; care: string; without: string; nothing: string; rest: string; examples: string; act: string; price: string; secu: string; complementary: string; outOfPocket: string;
  pmss: (amount: string, date: string) => string; unsaid: string; unknown: string;
}

const FR: TableWords = {
  title: "Tableau de garanties", care: "Soins", without: "Autres soins", nothing: "Néant", rest: "autres cas", examples: "Exemples de remboursement", act: "Acte", price: "Prix", secu: "Sécurité sociale",
  complementary: "Complémentaire", outOfPocket: "Reste à charge", pmss: (amount, date) => `Le PMSS de l’année ${date.slice(0, 4)} est de ${amount}.`, unsaid: "Ce que le tableau ne dit pas", unknown: "indéterminé",
};

const EN: TableWords = {
  title: "Benefit table", care: "Care", without: "Other care", nothing: "None", rest: "other cases", examples: "Examples", act: "Act", price: "Price", secu: "Sécurité sociale", complementary: "Complementary",
  outOfPocket: "Out of pocket", pmss: (amount, date) => `The PMSS of ${date.slice(0, 4)} is ${amount}.`, unsaid: "What the table does not say", unknown: "undetermined",
};

export function wordsOfTable(language: "fr" | "en"): TableWords {
  return language === "fr" ? FR : EN;
}
