// Which conditions does a label state? "médecins OPTAM", "en établissement non conventionné", "moins de 16 ans", "refusées par la
// Sécurité sociale". A phrase is a run of words of one set that has a word of its core.
import type { Filter } from "./regions.ts";
import type { Word } from "./label-words.ts";

/** `when` is empty where both sides are stated: "conventionné ou non conventionné". */
/** `isUncertain`: the words may mean another condition, too, and the one that is usual was taken. */
export interface Condition { when: Filter; count: number; isUncertain?: boolean }

type Flag = "is_optam_or_secteur_1" | "is_etablissement_conventionne" | "is_for_at_least_one_visible_tooth" | "reimbursed_by_secu";

interface Phrase {
  flag: Flag;
  /** Whether it is stated here, and how. */
  core(words: readonly Word[], at: number): boolean | null;
  around: ReadonlySet<string>;
}

const set = (words: string) => new Set(words.split(" "));
const NOT = set("non not pas hors sans ni n");
const LINKS = "a au aux d de des du l la le les un une et ou ni en n non pas hors";
const AGREED = set("optam optamco dptam dptm adherent adherents adherant adherants signataire signataires");

const PHRASES: readonly Phrase[] = [
  {
    flag: "is_optam_or_secteur_1",
    core: (words, at) => (isAgreement(words, at) ? true : textAt(words, at) === "secteur" && textAt(words, at + 1) === "1" ? true : null),
    around: set(`${LINKS} co secteur 1 medecin medecins praticien praticiens professionnel professionnels sante ayant adhere etant dans cadre dispositif dispositifs pratique option tarifaire maitrisee contrat acces soins`),
  },
  {
    flag: "is_etablissement_conventionne",
    core: (words, at) => (/^conventionnee?s?$/.test(textAt(words, at)) && !isOfPersons(words, at) ? true : null),
    around: set(`${LINKS} etablissement etablissements secteur clinique cliniques hopital`),
  },
  { flag: "is_for_at_least_one_visible_tooth", core: (words, at) => (/^visibles?$/.test(textAt(words, at)) ? true : null), around: set(`${LINKS} sur dent dents`) },
  {
    flag: "reimbursed_by_secu",
    core: (words, at) => isReimbursed(words, at),
    around: set(`${LINKS} avec sans par pris prise prises charge securite sociale secu ss amo ro rss assurance maladie obligatoire regime social`),
  },
];

export function conditionAt(words: readonly Word[], at: number): Condition | null {
  let best = ageAt(words, at) ?? lensAt(words, at);
  for (const phrase of PHRASES) {
    const found = flagAt(phrase, words, at);
    if (found && found.count > (best?.count ?? 0)) best = found;
  }
  return best;
}

/** From the first word on, as far as words of the phrase go, up to the last that is no link; in one pair of parentheses. */
function flagAt({ flag, core, around }: Phrase, words: readonly Word[], at: number): Condition | null {
  if (/^(?:et|ou|au|aux|a)$/.test(textAt(words, at))) return null;
  let [isNot, end, last] = [false, at, at];
  const said = new Set<boolean>();
  for (let next = at; next < words.length && words[next]!.depth === words[at]!.depth && words[next]!.segment === words[at]!.segment; next += 1) {
    const text = words[next]!.text;
    const states = core(words, next);
    if (states === null && !around.has(text) && !(text === "2" && textAt(words, next - 1) === "secteur")) break;
    if (NOT.has(text)) isNot = true;
    if (states !== null) {
      last = next;
      said.add(states !== isNot);
      isNot = false || (isNot && text !== "refuse" && flag === "is_optam_or_secteur_1");
    }
    if (states !== null || (said.size > 0 && !/^(?:a|au|aux|d|de|des|du|l|la|le|les|un|une|et|ou|ni|en|n|non|pas|hors|avec|sans|sur|par)$/.test(text))) end = next + 1;
  }
  if (said.size === 0) return null;
  // "remboursées ou non"
  if (textAt(words, last + 1) === "ou" && textAt(words, last + 2) === "non") {
    said.add(false).add(true);
    end = Math.max(end, last + 3);
  }
  return { when: said.size === 2 ? {} : ({ [flag]: said.has(true) } as Filter), count: end - at };
}

/** "Médecins non conventionnés": no establishment. */
function isOfPersons(words: readonly Word[], at: number): boolean {
  return /^(?:medecin|praticien|professionnel|specialiste|generaliste)s?$/.test(textAt(words, NOT.has(textAt(words, at - 1)) ? at - 2 : at - 1));
}

function isAgreement(words: readonly Word[], at: number): boolean {
  const text = textAt(words, at);
  if (AGREED.has(text) || (text === "maitrisee" && textAt(words, at - 1) === "tarifaire")) return true;
  if (text === "soins" && textAt(words, at - 1) === "acces") return true;
  // "en cas de" is another word.
  return text === "cas" && !["en", "un", "ce", "chaque", "tous", "dans"].includes(textAt(words, at - 1)) && !["de", "d", "echeant", "particulier"].includes(textAt(words, at + 1));
}

function isReimbursed(words: readonly Word[], at: number): boolean | null {
  const [before, text] = [textAt(words, at - 1), textAt(words, at)];
  if (/^(?:(?:rembourse|accepte)e?s?|pec)$/.test(text)) return true;
  if (/^refusee?s?$/.test(text)) return false;
  if (text === "charge" && before === "en" && /^prise?s?$/.test(textAt(words, at - 2))) return true;
  return text === "remboursement" && (before === "avec" || before === "sans") ? true : null;
}

const WHO = set("assure assures adulte adultes enfant enfants beneficiaire beneficiaires age agee ages agees est dont de d un une a l pour charge");

/** "assurés de moins de 16 ans", "18 ans ou plus", "de 16 à 20 ans", "jusqu'au 20e anniversaire", "dont l'âge est supérieur ou égal à 16 ans", "mineurs". */
function ageAt(words: readonly Word[], at: number): Condition | null {
  let start = at;
  while (start < words.length && start - at < 6 && WHO.has(textAt(words, start))) start += 1;
  if (/^mineure?s?$/.test(textAt(words, start))) return { when: { max_age: 17 }, count: start - at + 1 };
  const said = words.slice(start, start + 7).map(({ text }) => text).join(" ");
  for (const [pattern, filterOf, isUncertain] of AGES) {
    const found = pattern.exec(said);
    if (!found) continue;
    const [first, second] = [Number(found[1]), Number(found[2])];
    const when = !(first > 130) && !(second > 130) ? filterOf(first, second) : null;
    return when && { when, count: start - at + found[0].split(" ").length, ...(isUncertain && { isUncertain }) };
  }
  return null;
}

const YEARS = "(\\d{1,3}) ans?\\b(?: revolus?\\b)?";
const BIRTHDAY = "(\\d{1,3}) ?(?:e|eme) anniversaire\\b";
/** What the words say of one age or two. Whether the year that begins with the birthday is in "jusqu'à 20 ans" and "plus de 16 ans" is not said. */
const AGES: readonly (readonly [RegExp, (first: number, second: number) => Filter | null, boolean?])[] = [
  [new RegExp(`^(?:moins de|moins|<|inferieure? a) ${YEARS}`), (age) => (age > 0 ? { max_age: age - 1 } : null)],
  [new RegExp(`^(?:superieure? ou egale? a|partir de) ${YEARS}`), (age) => ({ min_age: age })],
  [new RegExp(`^(?:plus de|plus|>|au dela de|dela de) ${YEARS}`), (age) => ({ min_age: age }), true],
  [new RegExp(`^(?:inferieure? ou egale? a ${YEARS}|jusqu (?:a|aux?) (\\d{1,3}) ans? (?:inclus|compris|revolus?)\\b)`), (age, other) => ({ max_age: Number.isNaN(age) ? other : age })],
  [new RegExp(`^jusqu (?:a|aux?) ${YEARS}`), (age) => (age > 0 ? { max_age: age - 1 } : null), true],
  [new RegExp(`^jusqu au ${BIRTHDAY}`), (age) => (age > 0 ? { max_age: age - 1 } : null)],
  [new RegExp(`^(?:partir du|du|apres le|au dela du|dela du) ${BIRTHDAY}`), (age) => ({ min_age: age })],
  [new RegExp(`^(\\d{1,3}) (?:a )?${YEARS}(?! (?:et|ou) (?:plus|moins))`), (from, to) => (to >= from ? { min_age: from, max_age: to } : null)],
  [new RegExp(`^${YEARS} (?:et|ou) plus\\b`), (age) => ({ min_age: age })],
  [new RegExp(`^${YEARS} (?:et|ou) moins\\b`), (age) => ({ max_age: age })],
];

/** "verres complexes ou très complexes": the word "verre" itself is left to be read, except behind "avec un". */
function lensAt(words: readonly Word[], at: number): Condition | null {
  let start = at;
  const isWith = textAt(words, at) === "avec" && textAt(words, at + 1) === "un" && textAt(words, at + 2) === "verre";
  if (isWith) start = at + 3;
  else if (!words.slice(Math.max(0, at - 4), at).some(({ text }) => /^verres?$/.test(text))) return null;
  const lenses: string[] = [];
  let end = start;
  for (let next = start; next < words.length; next += 1) {
    const text = textAt(words, next);
    const isVery = text === "tres" && /^complexes?$/.test(textAt(words, next + 1));
    if (isVery || /^hypercomplexes?$/.test(text)) lenses.push("VERY_COMPLEX");
    else if (/^complexes?$/.test(text)) lenses.push("COMPLEX");
    else if (/^simples?$/.test(text) && textAt(words, next + 1) !== "foyer") lenses.push("SIMPLE");
    else if (lenses.length > 0 && (text === "ou" || text === "et")) continue;
    else break;
    if (isVery) next += 1;
    end = next + 1;
  }
  return lenses.length > 0 ? { when: { glasses_lens_complexities: [...new Set(lenses)] }, count: end - at } : null;
}

function textAt(words: readonly Word[], at: number): string {
  return words[at]?.text ?? "";
}
