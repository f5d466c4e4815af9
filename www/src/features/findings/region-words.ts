/** Which care types are these, in a few words? */
import type { ActRegion, LoadedCatalog } from "../../engine/engine";
import { regionWords } from "../common/act-words";
import { list } from "../common/counting";
import { groupLabel, typeLabel } from "../common/labels";
import { conditionWords, groupOf } from "../common/regions";

/** Of a longer list the first ones are named. */
const NAMED = 2;

export function typesWords(catalog: LoadedCatalog, careTypes: readonly string[]): string {
  const group = groupOf(catalog, careTypes);
  if (group !== undefined) return regionWords.group(groupLabel(catalog, group));
  const named = careTypes.slice(0, careTypes.length === NAMED + 1 ? NAMED + 1 : NAMED).map((code) => typeLabel(catalog, code));
  const more = careTypes.length - named.length;
  return more > 0 ? `${named.join(", ")} ${regionWords.andMore(more)}` : list(named);
}

/** `careTypes`: those that are known from what is around the words, and so not said. */
export function actsWords(catalog: LoadedCatalog, { conditions, care_types }: ActRegion, careTypes: readonly string[] = []): string {
  const words = conditionWords(conditions);
  const isKnown = care_types.length === careTypes.length && care_types.every((code) => careTypes.includes(code));
  return isKnown ? words : `${typesWords(catalog, care_types)}, ${words}`;
}
