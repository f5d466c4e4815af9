// The entries of a catalogue by code, made once of its three look-ups, frozen and shared.
import type * as api from "../care-coverage";
import { type Question, SearchIndex } from "./search.ts";

export class LookUps {
  readonly careTypes: ReadonlyMap<string, api.CareTypeEntry>;
  readonly groups: ReadonlyMap<string, api.CareTypeGroupEntry>;
  readonly membersOf: ReadonlyMap<string, readonly api.CareTypeEntry[]>;
  readonly groupsOf: ReadonlyMap<string, readonly api.CareTypeGroupEntry[]>;
  #synonyms: readonly api.CareTypeSynonyms[];
  #index: SearchIndex | undefined;

  constructor(mappings: api.CareTypeMappings, synonyms: readonly api.CareTypeSynonyms[]) {
    this.#synonyms = synonyms;
    // What may be left out of an input is always there.
    const careTypes = byCode(mappings.internal_care_type_by_short_code as Record<string, api.CareTypeEntry>);
    const groups = byCode(mappings.care_type_group_by_short_code as Record<string, api.CareTypeGroupEntry>);
    const members = Array.from(groups.values(), ({ id, short_code }) => {
      const listed = mappings.care_type_group_to_internal_care_types[id] ?? [];
      return [short_code, listed.map((member) => careTypes.get(member.short_code)!)] as const;
    });
    const groupsOf = new Map(Array.from(careTypes.keys(), (code): [string, api.CareTypeGroupEntry[]] => [code, []]));
    for (const [code, listed] of members) for (const { short_code } of listed) groupsOf.get(short_code)!.push(groups.get(code)!);
    for (const entry of [...careTypes.values(), ...groups.values()]) freeze(entry);
    for (const list of [...members.map(([, listed]) => listed), ...groupsOf.values()]) Object.freeze(list);
    [this.careTypes, this.groups, this.membersOf, this.groupsOf] = [careTypes, groups, new Map(members), groupsOf];
  }

  search(question: Question): api.CatalogHit[] {
    this.#index ??= new SearchIndex(this.careTypes.values(), this.groups.values(), this.groupsOf, this.#synonyms);
    return this.#index.search(question);
  }
}

/** With what its author noted in it. */
function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.values(value).forEach(freeze);
  Object.freeze(value);
}

/** Ascending by short code: the keys of an object are not, where some are numbers. */
function byCode<T>(record: Record<string, T>): Map<string, T> {
  return new Map(Object.entries(record).sort(([a], [b]) => byCodePoint(a, b)));
}

function byCodePoint(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return rank(a, index) - rank(b, index);
}

/** Half a character is of a code point above all that are one unit. */
function rank(text: string, index: number): number {
  if (index >= text.length) return -1;
  const unit = text.charCodeAt(index);
  return (unit & 0xf800) === 0xd800 ? unit + 0x10000 : unit;
}
