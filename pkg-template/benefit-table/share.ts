// Does what is around cells say whether the Sécu part is included, and of which of them? The cell's own words go before it, and the nearer
// words before those that are further away.
//
//     title      "Optique, y compris la Sécurité sociale": of what it is the title of
//     sentence   has a verb, and is of all cells: each of its words is known, else it is unclear what it says
//     kinds      "les pourcentages incluent la Sécurité sociale, les forfaits s'y ajoutent": each statement is of the kinds named before it
//     except     "sauf forfaits en euros": of these nothing is said; of other exceptions ("sauf optique") all of it is unclear
import type * as main from "../care-coverage";
import { fold } from "./normalise.ts";

export type Share = "included" | "excluded";
/** "unclear": something is said of it that is not understood, so that nothing may be taken for granted. */
export type Said = Share | "unclear" | null;
/** What is said of percentages of the base, the costs and the Sécu part, of euros, and of percentages of the PMSS. */
export interface Shares { percentages: Said; euros: Said; pmss: Said }

type Kind = keyof Shares;

export const NOTHING_SAID: Shares = { percentages: null, euros: null, pmss: null };
const UNCLEAR: Shares = { percentages: "unclear", euros: "unclear", pmss: "unclear" };

const SECU = "(?:la |l')?(?:securite sociale|secu\\b|ss\\b|amo\\b|rss\\b|mrss\\b|ro\\b|assurance maladie(?: obligatoire)?|regime obligatoire|regime de base)";
const MIDDLE = "(?:(?:le |la |les |l'|du |des |de |au |aux |a |ce(?:lui|lle|ux|lles) )*(?:(?:remboursements?|prestations?|rembt?|rbt|part|prise en charge|participation)\\s)?(?:(?:versee?s?|effectuee?s?|servie?s?)\\s)?(?:par |de |du |des )*)?";
const PART = `${MIDDLE}${SECU}`;
/** From left to right; what negates goes before what it negates. */
const STATEMENT = new RegExp(
  [
    `(?<out>\\b(?:non (?:compris|inclus)|n'inclu(?:t|ent) pas|ne comprend pas|ne comprennent pas|n'integren?t? pas|n'integrent pas|hors|en complement|en sus|en plus|s'ajout\\w+|complementaires? a|apres remboursement)\\s${PART}`
      + `|${PART} (?:(?:est|sont) )?(?:non |pas )(?:comprise?s?|incluse?s?))`,
    `(?<in>(?:\\b(?:y compris|incluant|inclus|compris|inclu(?:t|ent)|comprend|comprennent|integren?t?|integrent|tien(?:t|nent) compte|sous deduction(?: de| des| du)?|deduction faite(?: de| des| du)?|moins)|(?<=[%a-z] ?(?:br|brss|tc|tfr|fr) )-)\\s${PART}`
      + `|${PART} (?:(?:est|sont) )?(?:comprise?s?|incluse?s?)\\b)`,
  ].join("|"),
  "g",
);
const VERB = /\b(?:s'enten\w+|s'ajout\w+|sont|est|inclu(?:t|ent)|comprend|comprennent|integrent?|viennent|vient|tiennent|tient|s'appliqu\w+)\b/;
const EXCEPT = /\b(?:sauf|hormis|excepte\w*|exception|exclusion|hors|uniquement|seulement|sous reserve)\b/;
const EXCEPTS = new RegExp(EXCEPT.source, "g");
const BEGINS_WITH_EXCEPT = new RegExp(`^${EXCEPT.source}`);

/** "Les niveaux d’indemnisation …" */
const OF_TABLE = /^\s*(?:les?|la|tous les|toutes les)? ?(?:niveau|remboursement|garantie|prestation|montant|taux|pourcentage|forfait)/;

/** Words that sentences about a whole table are made of. */
const KNOWN = new Set(
  ("le la les l de des du d a au aux en et ou y s n ne pas ce cet cette ces dans sur par pour que quant eux elles ils il tout toute tous toutes autre autres tandis alors mais "
    + "tableau grille ci dessous dessus apres present presente presents presentes suivant suivants suivante suivantes indique indiques indiquee indiquees exprime exprimes exprimee exprimees mentionne mentionnes mentionnee mentionnees affiche affiches affichee affichees "
    + "donne donnes donnee donnees calcule calcules calculee calculees entendent entend ajoutent ajoute ajoutant viennent vient est sont garantie garanties prestation prestations remboursement remboursements niveau niveaux taux pourcentage pourcentages montant montants "
    + "forfait forfaits forfaitaire forfaitaires euro euros indemnisation couverture prise charge prises complement complementaire complementaires mutuelle notre nos votre vos sante total totaux base bases br brss securite sociale secu ss amo ro assurance maladie "
    + "obligatoire regime frais reels reelle depense depenses engages engagees limite pmss versee verses versees verse compris inclus").split(" "),
);

/** What a text says. */
export function sharesIn(text: string): Shares {
  // A line has a statement of its own, and a text that is read as one has its exceptions with it.
  const lines = text.slice(0, 2_000).split("\n").map((line) => ofLine(fold(line).text.replace(/\([\d*]{1,2}\)/g, " ").replace(/\s+/g, " ").trim()));
  return lines.reduce((all, shares) => joined(all, shares), NOTHING_SAID);
}

/** What a sentence below a table says of all of it; null where it is none that does. "Sauf optique" behind it makes it unclear. */
export function sharesInSentence(sentence: string, behind: string): Shares | null {
  const folded = fold(sentence.slice(0, 2_000)).text;
  if (!OF_TABLE.test(folded) || !VERB.test(folded) || !speaksOfShare(sentence)) return null;
  return BEGINS_WITH_EXCEPT.test(fold(behind.slice(0, 50)).text.replace(/^[\s.!?]+/, "")) ? UNCLEAR : sharesIn(sentence);
}

/** Whether it says something of it. */
export function speaksOfShare(text: string): boolean {
  return Object.values(sharesIn(text)).some((said) => said !== null);
}

/** The nearer words go before. */
export function nearest(near: Shares, far: Shares): Shares {
  return { percentages: near.percentages ?? far.percentages, euros: near.euros ?? far.euros, pmss: near.pmss ?? far.pmss };
}

/** What is said of all components of rules: null where of some nothing is. */
export function saidOf(shares: Shares, rules: readonly main.CoverageRule[]): Said {
  const said = [...new Set(rules.flatMap(kindsOf).map((kind) => shares[kind]))];
  return said.length === 1 ? said[0]! : said.includes("unclear") || (said.includes("included") && said.includes("excluded")) ? "unclear" : null;
}

function kindsOf({ components }: main.CoverageRule): Kind[] {
  return components.flatMap((component) => ("options" in component ? component.options.flat() : [component])).map(({ kind }) => (kind === "flat_amount" ? "euros" : kind === "pmss_percent" ? "pmss" : "percentages"));
}

function joined(left: Shares, right: Shares): Shares {
  const both = (kind: Kind): Said => (left[kind] === null || right[kind] === null || left[kind] === right[kind] ? (left[kind] ?? right[kind]) : "unclear");
  return { percentages: both("percentages"), euros: both("euros"), pmss: both("pmss") };
}

function ofLine(line: string): Shares {
  const [general, special] = [{ ...NOTHING_SAID }, { ...NOTHING_SAID }];
  const except = new Set<Kind>();
  let hasStatement = false;
  let hasOtherException = false;
  // "BR : base de remboursement. Les garanties …": a sentence that says nothing of it is of no matter.
  for (const sentence of line.split(/[.;!?]\s/).map((part) => part.replace(/[.;!?]$/, "").trim())) {
    const found = [...sentence.matchAll(STATEMENT)];
    if (found.length === 0) {
      hasOtherException ||= BEGINS_WITH_EXCEPT.test(sentence);
      continue;
    }
    hasStatement = true;
    let end = 0;
    for (const statement of found) {
      const subject = sentence.slice(end, statement.index);
      end = statement.index + statement[0].length;
      const share = statement.groups!.in === undefined ? "excluded" : "included";
      const kinds = kindsIn(subject);
      const target = kinds.length > 0 ? special : general;
      for (const kind of kinds.length > 0 ? kinds : ALL) target[kind] = target[kind] === null || target[kind] === share ? share : "unclear";
    }
    const rest = sentence.slice(end);
    const isSentence = VERB.test(sentence);
    if (EXCEPT.test(rest)) {
      const kinds = kindsIn(rest);
      if (kinds.length === 0 || !isKnown(rest.replace(EXCEPTS, " "))) return UNCLEAR;
      for (const kind of kinds) except.add(kind);
    }
    const around = sentence.replace(STATEMENT, " ").replace(EXCEPTS, " ");
    if (isSentence && (EXCEPT.test(sentence.slice(0, found[0]!.index)) || !isKnown(around))) return UNCLEAR;
  }
  if (!hasStatement) return NOTHING_SAID;
  if (hasOtherException) return UNCLEAR;
  const of = (kind: Kind): Said => (except.has(kind) ? special[kind] : (special[kind] ?? general[kind]));
  return { percentages: of("percentages"), euros: of("euros"), pmss: of("pmss") };
}

const ALL: readonly Kind[] = ["percentages", "euros", "pmss"];

/** Kinds of cells that words name; none where they are of all. */
function kindsIn(text: string): Kind[] {
  const kinds = new Set<Kind>();
  const isOfEuros = /\beuros?\b|€/.test(text);
  if (/\bpourcentages?\b|\btaux\b|\ben %/.test(text)) kinds.add("percentages");
  if (isOfEuros || /\bforfait/.test(text)) kinds.add("euros");
  if (/\bpmss\b/.test(text) || (!isOfEuros && /\bforfait/.test(text))) kinds.add("pmss");
  return [...kinds];
}

function isKnown(text: string): boolean {
  return (text.match(/[a-z0-9]+/g) ?? []).every((word) => KNOWN.has(word));
}
