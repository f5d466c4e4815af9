/** Which place of the table a step was about, by what it changed. */
import { placeKey } from "./grid-to-read";
import type { Draft } from "./model";
import type { SheetRow } from "./spots";

/** Null: it was about none, but about a column, a sheet or the whole table. */
export function changedPlace(before: Draft, after: Draft, rows: readonly SheetRow[]): string | null {
  if (before.sheet !== after.sheet) return null;
  const ofRows = [...differing(before.leftRows, after.leftRows), ...differingKeys(before.careTypes, after.careTypes).map(Number)];
  if (ofRows.length > 0) return rows[ofRows[0]!]?.label?.key ?? null;
  const [place] = [...differing(before.left, after.left), ...differing(before.accepted, after.accepted)];
  if (place !== undefined) return place;
  const [source] = differingKeys(before.texts, after.texts);
  return rows.flatMap(({ spots }) => spots).find(({ origin }) => placeKey(...origin) === source)?.key ?? null;
}

/** What one list has and the other has not. */
function differing<T>(before: readonly T[], after: readonly T[]): T[] {
  return [...before.filter((one) => !after.includes(one)), ...after.filter((one) => !before.includes(one))];
}

function differingKeys(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  return Object.keys({ ...before, ...after }).filter((key) => before[key] !== after[key]);
}
