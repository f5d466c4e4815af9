/** The words of the Compliance view. */
import { count, list } from "../common/french";
import type * as en from "./words.en";

const violees = (violated: number, all: number) => `${violated} exigence${violated > 1 ? "s" : ""} sur ${all} ${violated > 1 ? "ne sont pas respectées" : "n’est pas respectée"}.`;
const undecided = (number: number) => `${count(number, "exigence ne peut pas être tranchée", "exigences ne peuvent pas être tranchées")}.`;
const toDeclare = (number: number) => `${count(number, "point reste", "points restent")} à déclarer.`;

export const complianceWords: typeof en.complianceWords = {
  lead: "Chargez un catalogue et un contrat, et voyez s’il est responsable, pour tous les actes et tous les montants\u00a0: article par article, chaque manquement avec un acte en euros.",
  settings: "Ce qui est exigé du contrat",
  profile: "Profil",
  profiles: { "fr-contrat-responsable": "Contrat responsable", "fr-ani": "Couverture minimale d’entreprise (ANI)" },
  ownFile: (source) => `Mon fichier\u00a0: ${source}`,
  openProfile: "Ouvrir un profil…",
  openAgain: "L’ouvrir à nouveau…",
  openHint: "Un accord de branche, ou toute autre liste d’exigences, en JSON.",
  date: "À la date du",
  dateHint: "Les exigences, les tarifs et le PMSS sont ceux de ce jour. Vide\u00a0: aujourd’hui.",
  classes: "Classes d’actes",
  classesHint: "Les types d’actes du catalogue sur lesquels porte chaque exigence.",
  classNames: { example: "Du catalogue d’exemple", national: "De la nomenclature nationale", profile: "Celles du profil" },
  openClasses: "Ouvrir des classes…",
  downloadClasses: "Télécharger ces classes",
  about: "Ce que dit ce profil",
  rules: "Comment les exigences sont jugées",
  published: (date) => `Au ${date}.`,
  printed: (profile, coverage, date) => `${coverage}, jugé selon\u00a0: ${profile}, au ${date}.`,

  states: {
    loading: "Chargement du profil…",
    failed: "Le profil ou les classes n’ont pas pu être chargés. Vérifiez la connexion au serveur de cette page.",
    again: "Réessayer",
    noProfile: "Vous n’avez pas encore ouvert de profil. Ouvrez-en un, ou choisissez un de ceux qui sont fournis.",
    noClasses: "Vous n’avez pas encore ouvert de classes. Ouvrez-en, ou choisissez-en d’autres.",
    broken: (source) => `${source} n’est pas du JSON valide.`,
    refused: (source, errors) => `${source} est inutilisable\u00a0: ${count(errors, "problème", "problèmes")} à corriger.`,
    warned: "Le profil est utilisable. À vérifier\u00a0:",
    refusedClasses: "Ces classes ne conviennent pas à ce catalogue",
    unknownCodes: (unknown, known) =>
      `${count(unknown, "code des classes n’est pas", "codes des classes ne sont pas")} dans ce catalogue\u00a0; ${known === 0 ? "aucun n’y est" : `${known} y ${known > 1 ? "sont" : "est"}`}.`,
    moreCodes: (number) => `et ${number} de plus`,
    unknownHelp: "Écrivez les codes de votre catalogue dans une copie de ces classes et ouvrez-la, ou laissez de côté ceux qui manquent\u00a0: ce qui est laissé de côté n’est pas jugé.",
    leaveOut: "Les laisser de côté",
    leftOut: (codes) => `${count(codes, "code absent de ce catalogue est laissé", "codes absents de ce catalogue sont laissés")} de côté dans les classes, et ${codes > 1 ? "ne sont" : "n’est"} pas ${codes > 1 ? "jugés" : "jugé"}.`,
    takeBack: "Ne plus les laisser de côté",
    refusedQuestion: "La question ne peut pas être posée",
    brokenCoverage: "Le contrat est illisible pour le moment. Voici ce qui était dit de son dernier état lisible.",
    computing: "Calcul en cours…",
    workerFailed: "Le calcul n’a pas pu démarrer dans ce navigateur, ou il a échoué.",
    failures: { out_of_memory: "La mémoire n’a pas suffi.", internal: "Le moteur a échoué.", no_worker: "Une partie n’a pas pu être chargée. Vérifiez la connexion au serveur de cette page." },
  },

  verdictTitle: "Verdict",
  verdict: {
    violated: {
      "fr-contrat-responsable": ({ violated, all }) => `Ce contrat n’est pas responsable\u00a0: ${violees(violated, all)}`,
      "fr-ani": ({ violated, all }) => `Ce contrat n’atteint pas la couverture minimale d’entreprise\u00a0: ${violees(violated, all)}`,
      own: (title, { violated, all }) => `${title}\u00a0: ${violees(violated, all)}`,
    },
    not_decidable: {
      "fr-contrat-responsable": ({ not_decidable }) => `Il n’est pas encore certain que ce contrat soit responsable\u00a0: ${undecided(not_decidable)}`,
      "fr-ani": ({ not_decidable }) => `Il n’est pas encore certain que ce contrat atteigne la couverture minimale d’entreprise\u00a0: ${undecided(not_decidable)}`,
      own: (title, { not_decidable }) => `${title}\u00a0: ${undecided(not_decidable)}`,
    },
    to_declare: {
      "fr-contrat-responsable": ({ to_declare }) => `Aucun montant ne s’oppose au contrat responsable\u00a0; ${toDeclare(to_declare)}`,
      "fr-ani": ({ to_declare }) => `Aucun montant ne s’oppose à la couverture minimale d’entreprise\u00a0; ${toDeclare(to_declare)}`,
      own: (title, { to_declare }) => `${title}\u00a0: aucun montant ne s’y oppose\u00a0; ${toDeclare(to_declare)}`,
    },
    holds: {
      "fr-contrat-responsable": () => "Contrat responsable, selon tout ce que demande ce profil.",
      "fr-ani": () => "Couverture minimale d’entreprise atteinte, selon tout ce que demande ce profil.",
      own: (title) => `${title}\u00a0: tout ce qui est demandé est respecté.`,
    },
    nothing_judged: "Rien n’a pu être jugé\u00a0: les classes de ce profil n’ont aucun acte dans ce catalogue.",
  },
  reservations: ({ uncertain, class_empty }) =>
    [
      ...(uncertain > 0 ? [`${count(uncertain, "exigence est incertaine", "exigences sont incertaines")} dans le profil lui-même\u00a0: à vérifier.`] : []),
      ...(class_empty > 0 ? [`Pour ${count(class_empty, "exigence", "exigences")}, le catalogue n’a aucun acte.`] : []),
    ].join(" "),
  tax: "En jeu\u00a0: la taxe de solidarité additionnelle, 13,27\u00a0% de la cotisation au lieu de 20,27\u00a0% (CSS, art.\u00a0L. 862-4).",
  noAdvice: "Une aide pour les spécialistes, qui ne vaut pas conseil juridique.",
  statuses: {
    holds: "Respectée",
    violated: "Non respectée",
    not_decidable: "Non tranchée",
    to_declare: "À déclarer",
    class_empty: "Aucun acte",
    not_in_force: "Pas en vigueur",
  },
  declaredKept: "Déclarée respectée",
  declaredViolated: "Déclarée non respectée",
  byConstruction: "Toujours respectée",
  counts: {
    holds: (number) => count(number, "respectée", "respectées"),
    violated: (number) => count(number, "non respectée", "non respectées"),
    not_decidable: (number) => count(number, "non tranchée", "non tranchées"),
    to_declare: (number) => `${number} à déclarer`,
    class_empty: (number) => `${number} sans acte`,
    not_in_force: (number) => `${number} pas en vigueur`,
  },

  list: "Exigences",
  onlyWork: "À traiter",
  all: (number) => `Toutes (${number})`,
  nothingToDo: "Rien n’est à traiter.",
  uncertain: "Incertain",
  note: "Note",
  noteUncertain: "Note et incertitude",
  uncertainHint: "L’auteur du profil n’en est pas sûr, ou pas d’un tarif\u00a0: à vérifier dans le texte en vigueur.",

  declareHolds: "Nous déclarons que c’est le cas",
  declareNot: "Ce n’est pas le cas",
  declared: (title, holds) => (holds === null ? `Plus rien n’est déclaré\u00a0: ${title}.` : holds ? `Déclaré\u00a0: ${title}.` : `Déclaré non respecté\u00a0: ${title}.`),

  status: {
    class_empty: "Le catalogue n’a aucun acte de cette classe, ou elle n’y est pas encore rattachée.",
    not_in_force: "Pas au jour demandé.",
    by_construction: "Aucune règle ne peut dire le contraire.",
  },
  moreViolations: (number) => count(number, "autre ensemble d’actes", "autres ensembles d’actes"),
  uncovered: "Aucune garantie ne les couvre",
  paidBy: "Payés par",
  usedUp: "Une fois les plafonds épuisés",
  pair: (id) => `Équipement (${id})`,
  reasons: {
    not_covered: "Aucune garantie ne couvre ces actes.",
    ambiguous: "Plusieurs garanties revendiquent ces actes, si bien qu’aucune ne les couvre.",
    forbidden_value: "La règle a la valeur interdite.",
  },
  example: "Exemple",
  colon: "\u00a0:",
  charged: ({ charged, brss, rate, plv, hlf, quantity }) =>
    [`facturé ${charged}`, ...(brss === null ? [] : [rate === null ? `BR ${brss}` : `BR ${brss} à ${rate}`]), ...(plv === null ? [] : [`PLV ${plv}`]), ...(hlf === null ? [] : [`HLF ${hlf}`]), ...(quantity === null ? [] : [`quantité ${quantity}`])].join(", "),
  shown: ({ reason, kind, paid, required }) => {
    if (reason === "gap_too_small") return `${paid} sont payés au-delà de la BR\u00a0; plafond\u00a0: ${required}.`;
    if (reason === "too_early") return `Le dernier acte est payé ${paid} alors qu’il vient trop tôt\u00a0; au plus le ticket modérateur\u00a0: ${required}.`;
    if (reason === "not_renewed") return `Le dernier acte est payé ${paid} alors que le délai est passé\u00a0; attendu\u00a0: ${required}.`;
    const who = kind === "equipment" ? "La Sécu et le contrat paient" : "Le contrat paie";
    return reason === "more_than_allowed" ? `${who} ${paid}\u00a0; plafond\u00a0: ${required}.` : `${who} ${paid}\u00a0; plancher\u00a0: ${required}.`;
  },
  actsCaption: "Les actes de l’exemple, dans l’ordre où ils sont payés",
  columns: { day: "Jour", act: "Acte", charged: "Facturé", secu: "Sécu", paid: "Contrat", left: "Reste à charge" },
  sides: { left: "gauche", right: "droite" },
  tryIt: "Essayer dans Acte",
  tryWords: (words) => `\u00a0: ${words}`,
  showRule: "Voir la règle",
  showRuleOf: (guarantee) => ` de ${guarantee}`,
  assumed: (rates) =>
    rates === null
      ? "Le prix est fictif\u00a0: le manquement apparaît sans base de remboursement."
      : `Les montants sont fictifs\u00a0: sans tarif connu pour ces actes, toutes les BR ont été examinées. Le manquement apparaît ${rates}.`,
  rates: (rates, isUsual) => (isUsual ? "à tous les taux usuels de la Sécu" : `${rates.length === 1 ? "au taux" : "aux taux"} de la Sécu de ${list(rates, "or")}`),
  given: "La base et le taux sont ceux du profil.",

  used: {
    title: "Consommé avant cet acte",
    lead: "Des actes précédents ont consommé une part des plafonds, comme dans l’exemple d’où vient cet acte\u00a0:",
    limit: (amount, count) => `${amount}, ${count} acte${count === "1" || count === "0" ? "" : "s"}`,
    forget: "Repartir de plafonds intacts",
    forgotten: "Plus rien des plafonds n’est consommé avant cet acte.",
  },

  undecidedTitle: "Non tranché",
  undecided: {
    ambiguous: "Plusieurs garanties revendiquent ces actes\u00a0: décidez laquelle paie, dans Contrat.",
    opaque_rule: "La règle de la garantie est celle d’un autre système, elle ne peut pas être comparée.",
    broken_rule: "La règle de la garantie a une erreur\u00a0: Contrat dit laquelle.",
    too_many_cases: "La règle a trop de cas pour les examiner tous\u00a0: simplifiez-la, ou donnez un tarif.",
    too_precise: "La règle a des nombres de plus de chiffres que le calcul n’en garde.",
    less_than_rounding: "Il y a un écart avant l’arrondi, et aucun acte qui le montre au centime près.",
    truncated: "Ces actes se répartissent en plus de cas qu’il n’en est listé.",
    missing_pmss: "Une règle a besoin du PMSS de cette année, qui n’est pas encore connu\u00a0: choisissez une autre date.",
  },

  tariffs: "Tarif de ces actes",
  tariffHint: "Une BR et un taux donnés ici remplacent ce que sait le profil.",
  noTariff: "Le profil n’en connaît pas\u00a0: toutes les BR sont examinées, aux taux habituels.",
  tariffFields: { brss: "BR", rate_percent: "Taux de la Sécu", plv: "PLV", hlf: "HLF" },
  knownTariff: ({ brss, rate, plv, hlf }) =>
    [`BR ${brss} à ${rate}`, ...(plv === null ? [] : [`PLV ${plv}`]), ...(hlf === null ? [] : [`HLF ${hlf}`])].join(", "),
  noBase: "pas de BR",
  chargedAtMost: (amount) => `facturé au plus ${amount}`,
  from: (date) => `à partir du ${date}`,
  until: (date) => `jusqu’au ${date}`,
  uncertainTariff: "incertain",
  tariffIncomplete: "Une BR et un taux sont nécessaires.",
  forgetTariff: "Reprendre celui du profil",
};
