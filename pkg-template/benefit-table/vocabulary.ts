// Which words of a table mean the same? Data: a phrase is folded, without articles; `a` stands for `au`, `aux`, `à`.

/** What a phrase means to the grammar. */
export type Meaning =
  | "br" | "tm" | "fr" | "costs" | "rss" | "secu" | "pmss" | "brr" | "hlf" | "plv" | "excess" | "rest"
  | "percent" | "euro" | "plus" | "open" | "close" | "comma" | "semicolon" | "per" | "times" | "every" | "over" | "annual"
  | "less" | "deducting" | "including" | "on_top" | "secu_included" | "secu_excluded" | "counting_secu" | "without"
  | "within" | "limited_to" | "at_most" | "at_least" | "credit" | "flat" | "ceiling" | "price" | "beyond" | "currently" | "in" | "at" | "greatest" | "least"
  | "pathway" | "nothing" | "of_which" | "frame"
  | "unit:act" | "unit:equipment" | "unit:session" | "unit:day" | "unit:semester" | "unit:tooth" | "unit:eye" | "unit:ear" | "unit:lens" | "unit:box" | "unit:care_year"
  | "act_itself" | "year" | "civil_year" | "membership_year" | "months" | "stay" | "lifetime" | "beneficiary" | "family"
  | "optam" | "not_optam" | "approved" | "not_approved" | "silent";

/** One line a meaning; phrases are separated by `|`. */
export const VOCABULARY: readonly (readonly [Meaning, string])[] = [
  ["br", "br|brss|brs|base remboursement|bases remboursement|base remboursements|base remb|base remboursement utilisee par|base remboursement retenue par|br amo|br ro|tc|tr|tfr|tarif convention|tarif conventionnel|tarif responsabilite|tarif forfaitaire responsabilite|tarif base|tarif opposable|tarif securite sociale|tarif ss|trss|tcss|tarif responsabilite securite sociale|base securite sociale|base ss"],
  ["tm", "tm|ticket moderateur|ticket - moderateur|tickets moderateurs"],
  ["fr", "fr|frais reels|frais reel|frais reels engages|frais engages|pris en charge integralement|integralement pris en charge|integralement rembourse|totalite|sans reste a charge|sans reste a payer|pas reste a charge|aucun reste a charge|zero reste a charge|reste a charge zero|depense reelle|depenses reelles|depenses engagees|prise en charge integrale|prise en charge totale|integralite frais|totalite frais|cout reel|remboursement integral|remboursement total|remboursement integral frais|prise en charge integrale frais|prise en charge totale frais|prise en charge frais reels|totalite depense|integralite depense"],
  ["costs", "frais|depenses|depense|cout|facture"],
  ["rss", "rss|rbt ss|rbt securite sociale|rbt secu|remb ss|remb secu|participation securite sociale|participation ss|remb securite sociale|rembt ss|rembt securite sociale|mr|mrss|rbss|remboursement securite sociale|remboursement par securite sociale|remboursement ss|remboursement secu|remboursements securite sociale|prestations securite sociale|prestations ss|prestations versees par securite sociale|prestations versees|prise en charge securite sociale|prise en charge par securite sociale|part securite sociale|montant rembourse par securite sociale|montant remboursement securite sociale|remboursement assurance maladie|remboursement regime obligatoire|remboursement regime base|remboursement msa|remboursement ro|remboursement amo"],
  ["secu", "ro|amo|securite sociale|secu|ss|assurance maladie|assurance maladie obligatoire|regime obligatoire"],
  ["pmss", "pmss|pss|plafond mensuel|plafond securite sociale|plafond ss"],
  ["brr", "brr|base remboursement reconstituee|br reconstituee|brss reconstituee|base reconstituee"],
  ["hlf", "hlf|honoraires limites facturation|honoraire limite facturation"],
  ["plv", "plv|prix limites vente|prix limite vente"],
  ["excess", "sur depassements|depassements|depassement|sur depassement|depassements honoraires|sur depassements honoraires"],
  ["rest", "frais restant a charge|frais restant a charge beneficiaire|frais restant a charge apres intervention securite sociale|frais restant a charge beneficiaire apres intervention securite sociale|reste a charge"],
  ["percent", "%|pourcent|pour cent"],
  ["euro", "€|€ uros|euro|euros|eur"],
  ["plus", "+|plus"],
  ["open", "("], ["close", ")"], ["comma", ","], ["semicolon", ";"],
  ["per", "par|/|chaque|pour chaque"],
  ["times", "x|fois"],
  ["every", "tous|toutes"],
  ["over", "sur|par periode"],
  ["annual", "annuel|annuelle|annuels|annuellement"],
  ["less", "moins|<|age moins|ages moins|enfant age moins|enfants ages moins|pour un enfant moins|pour moins|enfants moins|enfant moins|pour enfants moins|-"],
  ["deducting", "sous deduction|deduction faite|apres deduction|deduit|minore"],
  ["including", "y compris|inclus|compris|dont"],
  ["on_top", "en complement|en sus|en plus|s ajoutant a|en supplement"],
  ["secu_included", "secu incluse|secu comprise|securite sociale incluse|securite sociale comprise|ss incluse|ss comprise|rss inclus|rss compris|mrss inclus|remboursement securite sociale inclus|remboursement securite sociale compris|remboursement ss inclus|remboursement ss compris|mrss compris|part securite sociale incluse|part ss incluse|prestations securite sociale incluses|prestations securite sociale comprises|remboursement assurance maladie inclus|remboursement regime obligatoire inclus"],
  ["secu_excluded", "hors securite sociale|hors secu|hors ss|hors remboursement securite sociale|hors remboursement ss|hors rss|hors mrss|secu non comprise|remboursement securite sociale non compris|remboursement ss non compris|rss non compris|non compris remboursement securite sociale|non compris remboursement ss"],
  ["counting_secu", "en comptant part securite sociale"],
  ["within", "dans limite|dans limites|dans une limite|sans depasser|dans respect|dans respect limites|en respect|limite|limites|jusqu a|jusqu a concurrence|a hauteur|a concurrence|a hauteur maximale|pendant|pendant maximum"],
  ["limited_to", "limite a|limites a|limitee a|limitation a|avec plafond|avec un plafond|avec une limite|limitees a|limitea|plafonne a|plafonnee a|plafonnes a|plafonnees a|plafonne|plafonnee|plafonnes|plafonnees"],
  ["at_most", "maximum|maxi|max|au maximum|avec un maximum|avec maximum|maximale|au plus"],
  ["at_least", "minimum|mini|avec un minimum|avec minimum|au minimum|au moins"],
  ["credit", "credit|un credit|enveloppe|une enveloppe|budget|un budget|allocation|une allocation|participation|une participation"],
  ["flat", "forfait|un forfait|forfait egal a|forfait maximum|forfait maximal|somme forfaitaire"],
  ["ceiling", "plafond|un plafond|un montant|montant"],
  ["price", "un prix|prix"],
  ["beyond", "au - dela|au dela|au - dela plafond|au dela plafond|au - dela limite"],
  ["currently", "actuellement|soit|a ce jour"],
  ["at", "a"],
  ["in", "en|pour annee|valeur|a 1er janvier|valeur a 1er janvier"],
  ["greatest", "plus eleve|plus eleves"],
  ["least", "moins eleve"],
  ["pathway", "majoration hors parcours soins prise en charge"],
  ["nothing", "neant|non couvert|non couverte|non couverts|non rembourse|non pris en charge|non garanti|aucune prise en charge|aucune garantie|pas garantie|aucun remboursement|rien|pas prise en charge"],
  ["frame", "pour monture|monture|a titre monture"],
  ["unit:act", "consultation|consultations|appareil|appareils|appareil auditif|prothese auditive|aide auditive|enfant|enfants|prises en charge|prise en charge|greffe|greffes|visite|visites|prothese|protheses|naissance|maternite|cure"],
  // Glasses are a frame and two lenses: several acts.
  ["unit:equipment", "paire|paires|paire lunettes|paire verres|equipement|equipements|equipement optique"],
  ["act_itself", "acte|actes|intervention|interventions"],
  ["unit:session", "seance|seances"],
  ["unit:day", "j|jour|jours|jour hospitalisation|jours hospitalisation|journee hospitalisation|nuit|nuits|nuitee|nuitees|journee|journees"],
  ["unit:semester", "semestre|semestres|semestre soins|semestre traitement"],
  ["unit:tooth", "dent|dents|dent traitee|implant|implants|implant pose"],
  ["unit:eye", "oeil|yeux|oeil opere|oeil traite"],
  ["unit:ear", "oreille|oreilles|oreille appareillee"],
  ["unit:lens", "verre|verres|verre correcteur"],
  ["unit:box", "boite|boites"],
  ["unit:care_year", "annee soins"],
  ["year", "an|ans|annee|annees|ans revolus"],
  ["civil_year", "annee civile|annee civile soins|annees civiles|an civil|exercice civil"],
  ["membership_year", "annee adhesion|annee assurance|annee contrat"],
  ["months", "mois"],
  ["stay", "sejour|sejours|hospitalisation"],
  ["lifetime", "a vie|vie entiere|dans vie"],
  ["beneficiary", "beneficiaire|beneficiaires|beneficiare|benificiaire|benificiare|benef|beneficiaire contrat|personne assuree|pers|personne|assure|assuree|assure social|salarie|patient|personne protegee|personne couverte|ayant droit|ayant - droit|participant"],
  ["family", "famille|foyer"],
  ["approved", "si conventionne|etablissement conventionne|etablissements conventionnes|en etablissement conventionne|conventionne"],
  ["not_approved", "si non conventionne|etablissement non conventionne|etablissements non conventionnes|en etablissement non conventionne|non conventionne"],
  // Known to carry no meaning here: formalities, and what holds for every contract.
  ["silent", "oui|oui a|couverture|couverture a|remboursement|remboursement a|remboursement a hauteur|rembourse a|rembourse a hauteur|pris en charge a|pris en charge a hauteur|garantie|sur justificatif|sur justificatifs|renouvelable|ttc|sur presentation facture|sur presentation facture prescription|sur presentation un certificat medical|sur presentation justificatif|sur presentation justificatifs|sur prescription medicale|sans limitation duree|sans limite duree|dans limite frais reels|dans limite frais engages|dans limite depense engagee|dans limite depenses|dans limite depenses engagees|dans limite depenses reelles|dans limite frais|dans limite frais reels engages|maximum frais reels|max frais reels|jusqu a frais reels|prise en charge a|prise en charge a hauteur|en vigueur|illimite|illimitee|illimites|illimitees|sans limitation|sans limite|duree illimitee|nombre jours illimite|sans limitation nombre jours|sans limite jours|consecutifs|consecutives"],
];

/**
 * Marks of professionals who have agreed to moderate fees, and of others, from the start of a text: "adhérents DPTAM", "médecins non signataires de
 * l’OPTAM". "Adhérent" says it alone, a name too; "médecins" does not.
 */
const NAME = "(?:cas|optam|dptam|dptm|contrat acces soins|option pratique tarifaire maitrisee|dispositifs? pratiques? tarifaires? maitrisees?)(?: - a?co| \\( co \\)| co)?";
const AGREED = "(?:ayant |etant |est |sont |a )?(?:pas )?(?:adher(?:ents?|ant|e)|signataires?|signe)(?: pas)?(?: a)?(?: un)? ";
export const MARK = new RegExp(
  `^(?:ou )?(?:(?:si|pour|avec) )?(?:(?:praticien|medecin|professionnel|specialiste|generaliste)s? )?(?:non (?:- )?|hors |sans |n (?=a|e))?(?:(?:${AGREED})?${NAME}(?: (?:ou |/ |, )?(?:a )?${NAME})*|adher(?:ents?|ant)|signataires?)(?= |$)`,
);
export const NEGATION = /\b(?:non|hors|sans|n|pas)\b/;

/** Figures that are written as words. */
export const FIGURES: Record<string, string> = { un: "1", une: "1", deux: "2", trois: "3", quatre: "4", cinq: "5", six: "6", dix: "10" };
