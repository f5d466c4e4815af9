// Which care types does the label of a row name, and under which conditions? Terms are labels of the catalogue and synonyms: the longest that
// fits. A label is understood when no word outside of parentheses is left that is not known to say nothing of its own.
//
//     "Consultations, visites généralistes"    the narrower of two terms that belong together: généralistes
//     "Consultations de sages-femmes"          the second, because the first says nothing of its own next to it
//     "Frais de séjour chirurgie"              neither: which stays are meant, the catalogue does not say
//     "Imagerie médicale, échographie"         both: a comma, a slash, "et" and "ou" divide
//     "Soins dentaires (y compris inlay)"      both
//     "Soins dentaires (sauf inlay)"           the first without the second
import type * as main from "../care-coverage";
import type { BenefitPlace } from "../care-coverage-benefit-table";
import { conditionAt } from "./label-conditions.ts";
import { isSmall, stemOf, stemsOf, type Word, wordsOf } from "./label-words.ts";
import { both, type Filter } from "./regions.ts";

export interface LabelReading {
  /** Ascending; null where no term was found. */
  careTypes: string[] | null;
  /** Those of terms behind "hors", "sauf". */
  excluded: string[];
  when: Filter;
  /** Conditions that exclude one another. */
  isContradictory: boolean;
  /** What was not understood, outside of parentheses and in them. */
  unread: BenefitPlace[];
  asides: BenefitPlace[];
  /** What a term means under its heading only, which then does not bound it. */
  ofHeading?: ReadonlySet<string>;
}

/** What a term means. A label of the catalogue goes before a synonym, but for one that has all of its care types and more. */
interface Term { stems: string[]; careTypes: Set<string>; isLabel: boolean }
/** A term in a label. */
interface TermAt { careTypes: Set<string>; count: number; isGeneral: boolean }

type Catalog = Pick<main.CareTypeCatalog, "getCareTypeMappings">;

/** They say nothing of their own next to a term. */
const SILENT = new Set(
  ("frais honoraire acte autre autres soin medecin praticien remboursement prestation forfait prise charge pris compris dont total totale hors non type nature poste garantie medical medicale medicaux "
    + "securite sociale secu ss amo ro regime obligatoire assurance maladie par jour nuit an annee seance beneficiaire equipement ensemble tout toute tous acte consultation visite engage engagee tel que notamment "
    + "secteur frequence ci dessous selon relevant legal reglementaire reglementairement defini prevu cf prescrit prescrite prescription panier cadre quel quelle soit niveau age").split(" ").map(stemOf),
);
const GENERAL = new Set(["consultation", "visite", "acte", "seance", "soin", "honoraire"]);
const LONGEST_TITLE = 12;
const EXCEPT = new Set(["hors", "sauf", "exception", "exclusion", "excepte", "exceptes"]);
const INCLUDING = new Set(["compris", "dont", "inclus", "yc"]);

export class Labels {
  /** By the first word. */
  private readonly terms = new Map<string, Term[]>();
  private readonly headings: { title: string; stems: string[]; careTypes: Set<string> }[];

  constructor(catalog: Catalog, headings: main.ResolvedHeadings, synonyms: readonly main.CareTypeSynonyms[], language: "fr" | "en") {
    const known = new Map<string, Term>();
    const { internal_care_type_by_short_code: types, care_type_group_by_short_code: groups, care_type_group_to_internal_care_types: members } = catalog.getCareTypeMappings();
    const membersOf = (group: main.CareTypeGroup) => (members[String(group.id)] ?? []).map(({ short_code }) => short_code);
    for (const group of Object.values(groups)) this.add(known, group.label ?? group.short_code, membersOf(group), true);
    // Where a group and a care type have one label, the group is meant.
    const ofGroups = new Set(known.keys());
    for (const { label, short_code } of Object.values(types)) {
      if (!ofGroups.has(keyOf(stemsOf(label ?? short_code)))) this.add(known, label ?? short_code, [short_code], true);
    }
    for (const { synonyms: list } of synonyms) {
      for (const { terms, care_types = [], care_type_groups = [] } of list) {
        const meant = [...care_types.filter((code) => types[code] !== undefined), ...care_type_groups.flatMap((code) => (groups[code] ? membersOf(groups[code]!) : []))];
        if (meant.length > 0) for (const term of terms) this.add(known, term, meant, false);
      }
    }
    for (const term of known.values()) {
      const list = this.terms.get(term.stems[0]!);
      if (list) list.push(term);
      else this.terms.set(term.stems[0]!, [term]);
    }
    for (const list of this.terms.values()) list.sort((left, right) => right.stems.length - left.stems.length);
    this.headings = headings.headings.map(({ title, care_types }) => ({ title: title[language], stems: stemsOf(title[language]), careTypes: new Set(care_types) }));
  }

  private add(known: Map<string, Term>, text: string, careTypes: readonly string[], isLabel: boolean): void {
    const stems = stemsOf(text);
    if (stems.length === 0) return;
    const term = known.get(keyOf(stems));
    if (!term) known.set(keyOf(stems), { stems, careTypes: new Set(careTypes), isLabel });
    else if (term.isLabel === isLabel || [...term.careTypes].every((code) => careTypes.includes(code))) for (const code of careTypes) term.careTypes.add(code);
  }

  /** The heading that a title begins with; null where it names none. */
  heading(title: string): { title: string; careTypes: Set<string> } | null {
    // A sentence that begins with one is none: "Une aide auditive tous les 4 ans par oreille …"
    if (this.isLong(title)) return null;
    const stems = stemsOutside(title);
    let at = 0;
    while (at < stems.length && (SILENT.has(stems[at]!) || stems[at] === "cas")) at += 1;
    return this.headings.find((heading) => heading.stems.length > 0 && [0, at].some((start) => heading.stems.every((stem, index) => stems[start + index] === stem))) ?? null;
  }

  /** Whether a text is the title of a heading, and nothing else. */
  isTitle(text: string): boolean {
    const stems = keyOf(stemsOf(text));
    return this.headings.some((heading) => keyOf(heading.stems) === stems);
  }

  /** Whether a label says no more than its heading does: "Actes de prévention" below "Prévention et bien-être". */
  isOfHeading(title: string, label: string): boolean {
        const stems = stemsOutside(label).filter((stem) => !SILENT.has(stem));
    return stems.length > 0 && stems.every((stem) => stemsOf(title).includes(stem));
  }

  /** What a title means as a term: "Aides auditives" does not mean their batteries. */
  ofTitle(title: string): Set<string> | null {
    const { words } = wordsOf(title);
    const term = words.length > 0 && this.isTitle(title) ? this.termAt(words, 0) : null;
    return term && term.count === words.length ? new Set(term.careTypes) : null;
  }

  /** Whether it has more words than a title has. */
  isLong(text: string): boolean {
    return stemsOutside(text).length > LONGEST_TITLE;
  }

  /** Whether a word is one of the titles of headings. */
  isOfTitle(word: string): boolean {
    return stemsOf(word).every((stem) => this.headings.some(({ stems }) => stems.includes(stem)));
  }

  /** Under a heading a label may mean something else, where a term is its title and words of the label: "Hospitalisation : honoraires médicaux". */
  readUnder(title: string | null, label: string): LabelReading {
    if (title === null) return this.read(label);
    const silent = this.headings.find((heading) => heading.title === title)?.stems ?? [];
    const joint = `${title} ${label}`;
    const { words } = wordsOf(joint);
    const length = wordsOf(title).words.length;
    const [term, own] = [0, length].map((at) => (at < words.length ? this.termAt(words, at) : null));
    if (!term || term.count - length < Math.max(1, own?.count ?? 0)) return this.read(label, silent);
    const { unread, asides, ...reading } = this.read(joint, silent);
    const moved = (places: BenefitPlace[]) => places.map(({ start, end }) => ({ start: start - title.length - 1, end: end - title.length - 1 })).filter(({ start }) => start >= 0);
    return { ...reading, unread: moved(unread), asides: moved(asides), ofHeading: term.careTypes };
  }

  /** `silent`: words that say nothing of their own here, as "dentaire" below "Dentaire". */
  read(label: string, silent: readonly string[] = []): LabelReading {
    const { words, isCut } = wordsOf(label);
    const found: Found = { outside: [], inside: [], included: [], excluded: [], when: {}, isContradictory: false, unread: [], asides: [] };
    let mode: "plain" | "including" | "excluding" = "plain";
    let depth = 0;
    // Whether something divides what comes from the term before.
    let isApart = false;
    let isListed = false;
    let listBefore = 0;
    // Where the last term begins and ends.
    let last = [0, 0];
    const isBroken = (from: number, at: number) => from > 0 && /[:\n–—-]/.test(label.slice(words[from - 1]!.end, words[at]!.start));
    const isDivided = (at: number) => at > 0 && (words[at]!.list > words[at - 1]!.list || /^(?:et|ou)$/.test(words[at - 1]!.text));
    const isNextTo = (at: number) => words.slice(last[1], at).every(({ text }) => isSmall(text) || SILENT.has(stemOf(text)) || silent.includes(stemOf(text))) && words[at]!.text !== words[last[0]!]!.text;
    for (let at = 0; at < words.length; ) {
      const word = words[at]!;
      if (word.depth < depth || (word.depth > depth && mode !== "plain" && depth > 0)) mode = "plain";
      depth = word.depth;
      // "par un ostéopathe" is a condition that is not read, and no name of care.
      if (word.text === "par" && /^une?$/.test(words[at + 1]?.text ?? "") && words[at + 2] && words[at + 2]!.depth === word.depth) {
        (word.depth > 0 ? found.asides : found.unread).push({ start: word.start, end: words[at + 2]!.end });
        at += 3;
        continue;
      }
      const term = this.termAt(words, at);
      const condition = conditionAt(words, at);
      if (term && term.count >= (condition?.count ?? 0)) {
        const list = mode === "excluding" ? found.excluded : mode === "including" ? found.included : word.depth > 0 ? found.inside : found.outside;
        list.push({ careTypes: term.careTypes, isGeneral: term.isGeneral, segment: word.segment, isApart: isApart || word.list > listBefore, isListed: isListed || word.list > listBefore, isNextTo: isNextTo(at), isCut: isBroken(last[1]!, at), place: { start: word.start, end: words[at + term.count - 1]!.end } });
        if (list === found.outside) [isApart, isListed] = [false, false];
        else if (word.depth > 0) isApart = true;
        last = [at, at + term.count];
        at += term.count;
        listBefore = words[at - 1]!.list;
        // "sauf inlay et onlay" goes on; "hors 100 % Santé, classe B" does not.
        if (mode === "excluding" && !["et", "ou", "ni", "des", "de"].includes(words[at]?.text ?? "")) mode = "plain";
      } else if (condition && mode === "excluding") {
        // "sauf mineurs": the others are meant, which is no condition of a filter.
        (word.depth > 0 ? found.asides : found.unread).push({ start: word.start, end: words[at + condition.count - 1]!.end });
        at += condition.count;
      } else if (condition) {
        const when = both(found.when, condition.when);
        if (when) found.when = when;
        else found.isContradictory = true;
        at += condition.count;
      } else {
        if (word.depth === 0 && (word.text === "et" || word.text === "ou")) [isApart, isListed] = [true, true];
        if (EXCEPT.has(word.text) || isOtherThan(words, at)) mode = "excluding";
        else if (INCLUDING.has(word.text)) mode = "including";
        else if (!isSmall(word.text) && !SILENT.has(stemOf(word.text)) && !(mode === "plain" && silent.includes(stemOf(word.text)) && !isDivided(at) && !isBroken(at, at))) (word.depth > 0 ? found.asides : found.unread).push({ start: word.start, end: word.end });
        at += isOtherThan(words, at) ? 2 : 1;
      }
    }
    if (isCut) found.unread.push({ start: 2_000, end: label.length });
    return answerOf(found, this.headings.map(({ careTypes }) => careTypes));
  }

  /** Whether a label is one term and nothing else but conditions, parentheses and that it is prescribed. */
  isTerm(label: string): boolean {
    const words = wordsOf(label).words.filter(({ depth }) => depth === 0);
    for (let at = 0; at < words.length; at += 1) {
      const term = this.termAt(words, at);
      if (!term) continue;
      let end = at + term.count;
      // "Consultations de psychologue"
      if (term.isGeneral && words.slice(end).some((_, next) => this.termAt(words, end + next)?.isGeneral === false)) continue;
      while (end < words.length) {
        const condition = conditionAt(words, end);
        // "prescrits et non remboursés"
        if (!condition && !isSmall(words[end]!.text) && !/^prescrite?s?$/.test(words[end]!.text)) return false;
        end += condition?.count ?? 1;
      }
      return words.slice(0, at).every(({ text }) => isSmall(text) || GENERAL.has(stemOf(text)));
    }
    return false;
  }

  private termAt(words: readonly Word[], at: number): TermAt | null {
    if (isSmall(words[at]!.text)) return null;
    for (const { stems, careTypes } of this.terms.get(stemOf(words[at]!.text)) ?? []) {
      let next = at;
      const fits = stems.every((stem, index) => {
        if (index > 0) while (next < words.length && isSmall(words[next]!.text)) next += 1;
        const word = words[next];
        next += 1;
        // A term of several words may begin outside of parentheses and end in them: "Verres de classe A (100 % Santé)".
        return word !== undefined && stemOf(word.text) === stem && word.segment === words[at]!.segment;
      });
      if (fits && !cutsCondition(words, at, next)) return { careTypes, count: next - at, isGeneral: stems.every((stem) => SILENT.has(stem)) };
    }
    return null;
  }
}

/** "autres que 100 % Santé" */
function isOtherThan(words: readonly Word[], at: number): boolean {
  return /^(?:autre|differente?)s?$/.test(words[at]!.text) && /^(?:que|de|du|des)$/.test(words[at + 1]?.text ?? "");
}

/** "Lentilles acceptées ou refusées": the term "lentilles acceptées" would leave half of a condition that both sides are in. */
function cutsCondition(words: readonly Word[], start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1) {
    const condition = conditionAt(words, at);
    if (condition && at + condition.count > end && Object.keys(condition.when).length === 0) return true;
  }
  return false;
}

/** `isListed`: a comma or the like is between it and the term before; `isApart`: that, or parentheses; `isNextTo`: no words that say something are; `isCut`: a colon, a dash or the end of a line is. */
interface Named { careTypes: Set<string>; isGeneral: boolean; segment: number; isApart: boolean; isListed: boolean; isNextTo: boolean; isCut: boolean; place: BenefitPlace }
/** Outside of parentheses. */
function stemsOutside(text: string): string[] {
  return wordsOf(text).words.filter(({ text: word, depth }) => depth === 0 && !isSmall(word)).map(({ text: word }) => stemOf(word));
}

interface Found { outside: Named[]; inside: Named[]; included: Named[]; excluded: Named[]; when: Filter; isContradictory: boolean; unread: BenefitPlace[]; asides: BenefitPlace[] }

function answerOf({ outside, inside, included, excluded, when, isContradictory, unread, asides }: Found, headings: readonly Set<string>[]): LabelReading {
  const named = outside.length > 0 ? joined(outside, unread) : inside;
  if (named !== inside && inside.length > 0) {
    const within = new Set(inside.flatMap((term) => [...term.careTypes]));
    const heading = headings.find((codes) => [...within].every((code) => codes.has(code)));
    const wider = named.filter((term) => [...within].every((code) => term.careTypes.has(code)));
    // "Équipements à tarifs libres (classe II)": of several headings the parentheses say which one.
    if (heading && wider.length > 0 && wider.every((term) => [...term.careTypes].every((code) => within.has(code) || !heading.has(code)))) for (const term of wider) term.careTypes = within;
    // "Psychologue (Mon soutien psy)": it is not known whether they are all of it.
    else if (named.some((term) => [...term.careTypes].some((code) => !within.has(code)))) asides.push(...inside.map(({ place }) => place));
  }
  const careTypes = new Set<string>();
  named.forEach((term, at) => {
    // What comes behind narrows it where it goes with the term right before it; what is before it does where it is no list.
    const isWider = named.some((other, place) => other.segment === term.segment && !(place > at ? other.isApart : term.isApart && place === at - 1) && other.careTypes.size < term.careTypes.size && [...other.careTypes].every((code) => term.careTypes.has(code)));
    if (!isWider) for (const code of term.careTypes) careTypes.add(code);
  });
  if (named.length > 0) for (const term of included) for (const code of term.careTypes) careTypes.add(code);
  for (const term of excluded) for (const code of term.careTypes) careTypes.delete(code);
  return { careTypes: careTypes.size > 0 ? [...careTypes].sort() : null, excluded: excluded.flatMap((term) => [...term.careTypes]), when, isContradictory, unread, asides };
}

/** Terms that are no list. What says nothing of its own goes with what is next to it: "visites, consultations de sages-femmes". Of two that
 *  cross, "prothèses dentaires 100 % Santé", what both are is meant; of two right behind one another that have nothing in common the second is not
 *  understood. */
function joined(named: readonly Named[], unread: BenefitPlace[]): Named[] {
  const goesOn = (at: number) => at > 0 && named[at] !== undefined && !named[at].isApart && named[at].segment === named[at - 1]!.segment;
  const yields = (at: number): boolean => named[at]!.isGeneral && ((goesOn(at) && !named[at - 1]!.isGeneral) || (at + 1 < named.length && (named[at + 1]!.isGeneral ? yields(at + 1) : goesOn(at + 1))));
  const left = named.filter((_, at) => !yields(at));
  left.forEach((term, at) => {
    const before = left[at - 1];
    if (!before || term.isListed || term.segment !== before.segment) return;
    const common = new Set([...term.careTypes].filter((code) => before.careTypes.has(code)));
    if (common.size === 0 && term.isNextTo && !term.isApart && !term.isCut) unread.push(term.place);
    else if (common.size > 0 && common.size < term.careTypes.size && common.size < before.careTypes.size) for (const one of [before, term]) one.careTypes = common;
  });
  return left;
}

function keyOf(stems: readonly string[]): string {
  return stems.join(" ");
}
