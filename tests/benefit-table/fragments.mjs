// Cells made of what cells are made of, in any order.
import fc from "fast-check";

const FRAGMENTS = [
  "100", "150", "30", "5", "1,5", "0,50", "1 000", "54, 50", "12345678901234", "0,1234567", "%", "€", "euros", "BR", "BRSS", "de la base de remboursement (BR)", "TM", "ticket modérateur", "FR", "frais réels", "RSS", "SS",
  "de la Sécurité sociale", "PMSS", "BRR", "HLF", "PLV", "sur les dépassements", "+", "−", "-", "–", "moins", "sous déduction de", "y compris", "en complément de", "dans la limite de", "limité à", "plafonné à", "maximum", "avec un minimum de",
  "minimum", "crédit de", "crédit annuel de", "forfait", "plafond de", "par", "/", "par séance", "par jour", "par dent", "par œil", "par verre", "séances", "jours", "fois", "×", "par an", "par année civile", "tous les 2 ans", "sur 24 mois", "à vie",
  "par séjour", "par acte", "par bénéficiaire", "et par famille", "(", ")", "[", ",", ";", ":", "(*)", "(1)", "*", "OPTAM", "hors OPTAM", "adhérent", "non adhérent DPTM", "moins de 16 ans", "néant", "au-delà,", "actuellement", "dont", "pour la monture",
  "le plus élevé de (", "le moins élevé de (", "prix de", "majoration hors parcours de soins prise en charge", "vignettes", "\u202f", "\u00a0", "²", "½", "🦷", "\ud800", "e\u0301", "en 2024", "soit", "frais restant à charge", "Sécu incluse", "à", "un",
  "B.R.", "S. S.", "PMSS 2024", "max", "/", "2 ans", "ans et plus", "pas", "médecins n’ayant pas signé le", "CAS", "(10)", "j", "séance(s)", "dépenses", "au 1er janvier", "chaque",
];

export const cells = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 14 }).map((parts) => parts.join(" "));

/** Nothing, more often than one of these. */
function often(...texts) {
  return fc.oneof({ weight: 2, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.constantFrom(...texts) });
}

const amount = fc.constantFrom("100 % BR", "150 % BRSS", "50 % BR", "TM", "50 % TM", "FR", "80 % FR", "30 €", "1 250,50 €", "2 % PMSS", "20 % RSS", "150 % BRR", "70 % des dépassements", "75 % BR sur les dépassements", "crédit annuel de 200 €", "400 € par an", "100 % PLV", "50 % (FR – RSS)", "dépassements limités à 120 % BR", "3 x 25 € par an", "forfait par verre de 60 €", "60 % des dépenses");
const unit = often(" par séance", "/jour", " par dent", " par verre", " par œil", " par acte", " par an", " par an et par bénéficiaire", " tous les 2 ans", " par année civile et par famille", " (forfait par an)");
const modifier = often(" − RSS", " y compris RSS", " en complément de la SS", " dans la limite de 60 €", " limité à 200 % BR", " dans la limite des HLF", " (limité à 3 par an)", ", 5 séances par an", " maximum 500 € par an", " plafonné à 15 % PMSS par an",
  " avec un minimum de 20 €", " (minimum TM)", ", au-delà, 100 % BR", " (*)", " maximum", " limité à 40 € par acte", " × 3/an", " max 50 €", " avec un plafond annuel de 300 €", " (max 2 par an, au-delà : TM)", " (RSS inclus)", " (30 € hors OPTAM)", " dans la limite, par an, de 4 actes");
const term = fc.tuple(amount, unit, modifier).map((parts) => parts.join(""));

/** Cells that are often read. */
export const likely = fc.tuple(fc.constantFrom("", "RSS + ", "OPTAM : "), fc.array(term, { minLength: 1, maxLength: 2 }), modifier).map(([before, terms, after]) => before + terms.join(" + ") + after);
