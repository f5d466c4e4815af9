/** What did a person say that the columns of a file mean? Remembered in the browser for files of the same columns: names alone, no value of a file. */
import { keep, stored } from "./storage";

const MAPPINGS = "care-coverage:columns";
const MOST = 50;
/** A heading may be anything. */
const LONGEST = 20_000;

type Entry = readonly [names: string, fields: readonly (string | null)[]];

/** Null where nothing is remembered of these columns. */
export function rememberedFields(header: readonly string[]): readonly (string | null)[] | null {
  const names = JSON.stringify(header);
  const fields = entries().find(([known]) => known === names)?.[1];
  return fields?.length === header.length ? fields : null;
}

export function rememberFields(header: readonly string[], fields: readonly (string | null)[]): void {
  const names = JSON.stringify(header);
  if (names.length > LONGEST) return;
  const others = entries().filter(([known]) => known !== names);
  keep(() => localStorage, MAPPINGS, JSON.stringify([[names, fields] satisfies Entry, ...others].slice(0, MOST)));
}

function entries(): Entry[] {
  try {
    const kept: unknown = JSON.parse(stored(() => localStorage, MAPPINGS) ?? "[]");
    return Array.isArray(kept) ? kept.filter((entry): entry is Entry => Array.isArray(entry) && typeof entry[0] === "string" && Array.isArray(entry[1])) : [];
  } catch {
    return [];
  }
}
