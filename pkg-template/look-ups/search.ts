// Which care types and groups does a typed text find, and in which order? The rules are in docs/coverage.md.
//
// DECISION: words of one or two letters next to longer ones, articles above all, only decide between entries that are else found alike.
// Case: search/short-words
import type * as api from "../care-coverage";
import { BEGINS, Texts, type Typed, WHOLE, typedOf } from "./texts.ts";

/** Where a text of an entry is, and its weight. */
const MATCHED = ["code", "label", "synonym", "group", "synonym"] as const;
const WEIGHTS = [9, 8, 5, 2, 1] as const;
const [CODE, LABEL, SYNONYM, OF_GROUP, SYNONYM_OF_GROUP] = [0, 1, 2, 3, 4] as const;
/** By the quality of a text. */
const SCORES = [0, 10, 25, 45, 60, 75, 90] as const;
const CODE_AS_WRITTEN = 100;
/** What is taken off where no text has all words. */
const SPREAD = 5;
/** More entries than a catalogue can have, and lengths of texts that count as different. */
const [ENTRIES, LENGTHS, OTHERS] = [0x20_0000, 0x1000, 0x20] as const;

type Kind = api.CatalogHit["kind"];
type Placed = readonly [text: number, place: number];

interface Entry {
  kind: Kind;
  short_code: string;
  label: string | null;
  own: readonly Placed[];
  /** Positions of the groups of a care type. */
  groups: readonly number[];
}

interface Named {
  readonly short_code: string;
  readonly label?: string | null | undefined;
}

interface Found {
  score: number;
  placed: Placed;
  /** How many of the words that are not needed are there. */
  others: number;
}

export interface Question {
  text: string;
  kind: Kind | null;
  limit: number;
}

export class SearchIndex {
  #texts = new Texts();
  /** Care types, then groups, each ascending by short code. */
  #entries: Entry[] = [];
  /** Of each group, what its care types are found by. */
  #ofGroups: (readonly Placed[])[] = [];

  /** `groupsOf` are the groups of a care type, by its short code. */
  constructor(
    careTypes: Iterable<Named>, groups: Iterable<Named>, groupsOf: ReadonlyMap<string, readonly Named[]>, documents: readonly api.CareTypeSynonyms[],
  ) {
    const [ofTypes, ofGroups] = [new Map<string, number[]>(), new Map<string, number[]>()];
    for (const { terms, care_types = [], care_type_groups = [] } of documents.flatMap(({ synonyms }) => synonyms)) {
      const texts = terms.map((term) => this.#texts.add(term));
      for (const code of care_types) add(ofTypes, code, texts);
      for (const code of care_type_groups) add(ofGroups, code, texts);
    }
    const positions = new Map<string, number>();
    const groupEntries = Array.from(groups, (group, position) => {
      const [own, synonyms] = [this.#own(group), ofGroups.get(group.short_code) ?? []];
      positions.set(group.short_code, position);
      this.#ofGroups.push([...own.map(([text]): Placed => [text, OF_GROUP]), ...placed(SYNONYM_OF_GROUP, synonyms)]);
      return entry("care_type_group", group, [...own, ...placed(SYNONYM, synonyms)], []);
    });
    const typeEntries = Array.from(careTypes, (careType) => {
      const own = [...this.#own(careType), ...placed(SYNONYM, ofTypes.get(careType.short_code) ?? [])];
      return entry("care_type", careType, own, groupsOf.get(careType.short_code)!.map(({ short_code }) => positions.get(short_code)!));
    });
    this.#entries = [...typeEntries, ...groupEntries];
  }

  #own({ short_code, label }: Named): Placed[] {
    const code: Placed = [this.#texts.add(short_code), CODE];
    return label ? [code, [this.#texts.add(label), LABEL]] : [code];
  }

  search({ text, kind, limit }: Question): api.CatalogHit[] {
    const asWritten = text.trim();
    const typed = typedOf(asWritten);
    if (typed.folded === "") return [];
    const look = new Look(this.#texts, typed, this.#ofGroups);
    const found: Found[] = [];
    /** One number for each hit, in which they are in order: score, other words, length of the text, entry. */
    const keys: number[] = [];
    this.#entries.forEach((entry, position) => {
      if (kind !== null && entry.kind !== kind) return;
      const best = entry.short_code === asWritten ? { score: CODE_AS_WRITTEN, placed: entry.own[0]!, others: 0 } : look.at(entry);
      if (best === undefined) return;
      found[position] = best;
      const length = Math.min(this.#texts.at(best.placed[0]).folded.length, LENGTHS - 1);
      keys.push((((CODE_AS_WRITTEN - best.score) * OTHERS + (OTHERS - 1 - best.others)) * LENGTHS + length) * ENTRIES + position);
    });
    const first = new Float64Array(keys).sort().subarray(0, limit);
    return Array.from(first, (key) => {
      const position = key % ENTRIES;
      const { kind, short_code, label } = this.#entries[position]!;
      const { score, placed: [text, place] } = found[position]!;
      return { kind, short_code, label, matched: MATCHED[place]!, term: this.#texts.at(text).written, score };
    });
  }
}

/** One look through all entries. */
class Look {
  #texts: Texts;
  #typed: Typed;
  #groups: readonly (readonly Placed[])[];
  /** For each text, how well it has each needed word, one after the other; and how well it has all. */
  #each: Uint8Array;
  #all: Uint8Array;
  /** A bit for each needed word: which a text has, and which the texts of a group. */
  #words: Uint16Array;
  #wordsInGroups: number[];
  #bestOfGroups: (Found | undefined)[];
  #placesOfGroups: ((Found | undefined)[])[] = [];

  constructor(texts: Texts, typed: Typed, groups: readonly (readonly Placed[])[]) {
    [this.#texts, this.#typed, this.#groups] = [texts, typed, groups];
    this.#each = texts.qualities(typed.needed);
    this.#all = new Uint8Array(texts.length);
    this.#words = new Uint16Array(texts.length);
    this.#lookAtTexts();
    this.#wordsInGroups = groups.map((placed) => this.#wordsIn(placed));
    this.#bestOfGroups = groups.map((placed) => this.#best(placed));
  }

  #lookAtTexts(): void {
    const { folded, needed } = this.#typed;
    for (let text = 0; text < this.#all.length; text++) {
      let [least, words]: [number, number] = [needed.length === 0 ? 0 : WHOLE, 0];
      for (let column = 0; column < needed.length; column++) {
        const quality = this.#each[text * needed.length + column]!;
        least = Math.min(least, quality);
        if (quality > 0) words |= 1 << column;
      }
      const its = this.#texts.at(text).folded;
      this.#all[text] = !its.startsWith(folded) ? least : its.length === folded.length ? WHOLE : BEGINS;
      this.#words[text] = words;
    }
  }

  #wordsIn(texts: readonly Placed[]): number {
    return texts.reduce((words, [text]) => words | this.#words[text]!, 0);
  }

  at({ own, groups }: Entry): Found | undefined {
    const best = groups.reduce((best, group) => better(best, this.#bestOfGroups[group]), this.#best(own));
    if (best !== undefined) return best;
    const words = groups.reduce((words, group) => words | this.#wordsInGroups[group]!, this.#wordsIn(own));
    return words === (1 << this.#typed.needed.length) - 1 ? this.#spread(own, groups) : undefined;
  }

  /** Where one text has all that is needed. */
  #best(texts: readonly Placed[]): Found | undefined {
    return texts.reduce((best: Found | undefined, placed) => better(best, this.#found(this.#all[placed[0]]!, placed)), undefined);
  }

  /** Where no text has all words, but the texts together have: as well as the one that is found worst, at the place of the first. */
  #spread(own: readonly Placed[], groups: readonly number[]): Found {
    let words = this.#placesOf(own);
    for (const group of groups) {
      const ofGroup = (this.#placesOfGroups[group] ??= this.#placesOf(this.#groups[group]!));
      words = words.map((best, column) => better(best, ofGroup[column]));
    }
    return { ...words[0]!, score: Math.min(...words.map((found) => found!.score)) - SPREAD };
  }

  /** Where each needed word is found best. */
  #placesOf(texts: readonly Placed[]): (Found | undefined)[] {
    const { needed } = this.#typed;
    return needed.map((_, column) =>
      texts.reduce((best: Found | undefined, placed) => better(best, this.#found(this.#each[placed[0] * needed.length + column]!, placed)), undefined),
    );
  }

  #found(quality: number, placed: Placed): Found | undefined {
    if (quality === 0) return undefined;
    const { others } = this.#typed;
    const words = others.length === 0 ? "" : ` ${this.#texts.at(placed[0]).folded} `;
    return { score: SCORES[quality]! + WEIGHTS[placed[1]]!, placed, others: others.filter((word) => words.includes(` ${word} `)).length };
  }
}

function better(best: Found | undefined, other: Found | undefined): Found | undefined {
  if (best === undefined || other === undefined) return best ?? other;
  return other.score > best.score || (other.score === best.score && other.others > best.others) ? other : best;
}

function entry(kind: Kind, { short_code, label = null }: Named, own: readonly Placed[], groups: readonly number[]): Entry {
  return { kind, short_code, label, own, groups };
}

function placed(place: number, texts: readonly number[]): Placed[] {
  return texts.map((text) => [text, place]);
}

function add(lists: Map<string, number[]>, code: string, texts: readonly number[]): void {
  const list = lists.get(code);
  if (list) list.push(...texts);
  else lists.set(code, [...texts]);
}
