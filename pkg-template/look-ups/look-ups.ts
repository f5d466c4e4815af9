// The entries of a catalogue by code, made once of its three look-ups, frozen and shared.
import type * as api from "../care-coverage";
import { type Question, SearchIndex } from "./search.ts";

export class LookUps {
  readonly careTypes: ReadonlyMap<string, api.InternalCareType>;
  readonly groups: ReadonlyMap<string, api.CareTypeGroup>;
  readonly membersOf: ReadonlyMap<string, readonly api.InternalCareType[]>;
  readonly groupsOf: ReadonlyMap<string, readonly api.CareTypeGroup[]>;
  #synonyms: readonly api.CareTypeSynonyms[];
  #index: SearchIndex | undefined;

  constructor(mappings: api.CareTypeMappings, synonyms: readonly api.CareTypeSynonyms[]) {
    this.#synonyms = synonyms;
    const careTypes = byCode(mappings.internal_care_type_by_short_code);
    const groups = byCode(mappings.care_type_group_by_short_code);
    const members = Array.from(groups.values(), ({ id, short_code }) => {
      const listed = mappings.care_type_group_to_internal_care_types[id] ?? [];
      return [short_code, listed.map((member) => careTypes.get(member.short_code)!)] as const;
    });
    const groupsOf = new Map(Array.from(careTypes.keys(), (code): [string, api.CareTypeGroup[]] => [code, []]));
    for (const [code, listed] of members) for (const { short_code } of listed) groupsOf.get(short_code)!.push(groups.get(code)!);
    for (const entry of careTypes.values()) {
      Object.freeze(entry.care_type_group_ids);
      Object.freeze(entry.applicable_facts);
    }
    for (const shared of [...careTypes.values(), ...groups.values(), ...members.map(([, listed]) => listed), ...groupsOf.values()]) Object.freeze(shared);
    [this.careTypes, this.groups, this.membersOf, this.groupsOf] = [careTypes, groups, new Map(members), groupsOf];
  }

  search(question: Question): api.CatalogHit[] {
    this.#index ??= new SearchIndex(this.careTypes.values(), this.groups.values(), this.groupsOf, this.#synonyms);
    return this.#index.search(question);
  }
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
