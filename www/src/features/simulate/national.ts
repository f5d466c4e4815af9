/**
 * Is a file one of the national claims base (Open DAMIR), and which care types of the catalogue are its acts? Its lines are sums of equal acts;
 * the mapping that ships with the package says how they are read.
 */
import { computed, signal } from "@preact/signals";
import damir from "../../../../mappings/damir.json";
import type { ClaimMapping, LoadedCatalog } from "../../engine/engine";
import { catalog } from "../../store/readings";
import { nationalActs } from "../documents/examples";
import type { Table } from "./layout";

/** By the number of an act: its code in the national nomenclature, and its care type of the example catalogue. */
export type NationalActs = Readonly<Record<string, readonly [act: string, careType: string | null]>>;

/** Null until they are fetched. */
const fetched = signal<NationalActs | null>(null);

const NEEDED = Object.values(damir.columns).filter((column) => typeof column === "string");

/** By its header: all columns that the mapping reads are there. */
export function isNationalHeader(header: readonly string[]): boolean {
  return NEEDED.every((name) => header.includes(name));
}

/** Rejects where they cannot be fetched. */
export async function askForNationalActs(): Promise<NationalActs> {
  return (fetched.value ??= await nationalActs());
}

/** How a file of the national base is read for a catalogue; the separator is the file's. */
export async function nationalMapping({ separator }: Table, catalog: LoadedCatalog): Promise<ClaimMapping> {
  const values = careTypesOf(await askForNationalActs(), catalog);
  const columns = { ...damir.columns, care_type: { column: damir.columns.care_type, values } };
  return { ...damir, separator: separator === "\t" ? "tab" : separator, columns } as unknown as ClaimMapping;
}

/** How many of the national acts are care types of the catalogue in hand; null until it is known. */
export const knownActs = computed((): { known: number; all: number } | null => {
  const [acts, types] = [fetched.value, catalog.value];
  if (acts === null || types.state !== "ready") return null;
  return { known: Object.keys(careTypesOf(acts, types.value)).length, all: Object.keys(acts).length };
});

/** The catalogue has the national codes, or those of the example. */
function careTypesOf(acts: NationalActs, { types }: LoadedCatalog): Record<string, string> {
  return Object.fromEntries(Object.entries(acts).flatMap(([number, codes]) => codes.filter((code) => code !== null && types.has(code)).slice(0, 1).map((code) => [number, code as string])));
}
