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
import { answerOf, type LabelReading } from "./label-answer.ts";
import { type Catalog, keyOf, SILENT, Terms } from "./label-terms.ts";
import { foundIn } from "./label-walk.ts";
import { isSmall, stemOf, stemsOf, wordsOf } from "./label-words.ts";

const LONGEST_TITLE = 12;

export class Labels {
  private readonly terms: Terms;
  /** The care types of the 100 % Santé basket, where the catalogue or its synonyms have that term. */
  readonly basket: ReadonlySet<string>;
  private readonly headings: { title: string; stems: string[]; careTypes: Set<string> }[];

  constructor(catalog: Catalog, headings: main.ResolvedHeadings, synonyms: readonly main.CareTypeSynonyms[], language: "fr" | "en") {
    this.terms = new Terms(catalog, synonyms);
    this.headings = headings.headings.map(({ title, care_types }) => ({ title: title[language], stems: stemsOf(title[language]), careTypes: new Set(care_types) }));
    this.basket = this.whole("100 % Santé") ?? new Set();
  }

  /** What a text is that is one term and nothing else. */
  private whole(text: string): Set<string> | null {
    const { words } = wordsOf(text);
    const term = words.length > 0 ? this.terms.at(words, 0) : null;
    return term && term.count === words.length ? new Set(term.careTypes) : null;
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
    return this.isTitle(title) ? this.whole(title) : null;
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
    const [term, own] = [0, length].map((at) => (at < words.length ? this.terms.at(words, at) : null));
    if (!term || term.count - length < Math.max(1, own?.count ?? 0)) return this.read(label, silent);
    const { unread, asides, ...reading } = this.read(joint, silent);
    const moved = (places: BenefitPlace[]) => places.map(({ start, end }) => ({ start: start - title.length - 1, end: end - title.length - 1 })).filter(({ start }) => start >= 0);
    return { ...reading, unread: moved(unread), asides: moved(asides), ofHeading: term.careTypes };
  }

  /** `silent`: words that say nothing of their own here, as "dentaire" below "Dentaire". */
  read(label: string, silent: readonly string[] = []): LabelReading {
    return answerOf(foundIn(label, this.terms, silent), this.headings.map(({ careTypes }) => careTypes));
  }

  isTerm(label: string): boolean {
    return this.terms.isTerm(label);
  }
}

/** Outside of parentheses. */
function stemsOutside(text: string): string[] {
  return wordsOf(text).words.filter(({ text: word, depth }) => depth === 0 && !isSmall(word)).map(({ text: word }) => stemOf(word));
}
