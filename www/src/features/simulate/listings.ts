/** Which rows are to be looked at? Those that are listed, and what is wrong by its kind. */
import type { CareAct, Diagnostic } from "../../engine/engine";

export interface ListedRow {
  /** From 0. */
  index: number;
  /** On which it begins, from 1. */
  line: number;
  text: string;
  /** What was read of it; null where nothing could. */
  act: CareAct | null;
  /** What the engine has against it; null where it is not a row of so many cells. */
  wrong?: readonly Diagnostic[] | null;
}

export type Place = Pick<ListedRow, "index" | "line">;

/** One kind of what is wrong: the same code for the same field. */
export interface WrongKind {
  code: string;
  /** Null: of the row as a whole. */
  field: string | null;
  count: number;
  first: Place[];
  /** What is written there, each once. */
  values: string[];
  /** The first, in the engine's words; null where the row is torn, or has not as many cells as the header. */
  diagnostic: Diagnostic | null;
  cells: { expected: number; got: number } | null;
}

export interface UnknownCode {
  code: string;
  count: number;
  first: Place[];
}

export interface Listing {
  listed: Readonly<Record<string, readonly ListedRow[]>>;
  wrong: readonly WrongKind[];
  unknown: readonly UnknownCode[];
  /** For want of which facts rows are not decided, and how many. */
  missing: readonly (readonly [fact: string, count: number])[];
}

/** So many rows of each outcome are shown. */
export const MOST_ROWS = 100;
const MOST_KINDS = 1_000;
const FIRST_SHOWN = 5;
const VALUES_SHOWN = 4;
const LONGEST_SHOWN = 1 << 12;

export class Listings {
  private readonly listed: Record<string, ListedRow[]> = {};
  private readonly kinds = new Map<string, WrongKind>();
  private readonly codes = new Map<string, UnknownCode>();
  private readonly missing = new Map<string, number>();

  list(outcome: string, row: ListedRow | (() => ListedRow)): void {
    const rows = (this.listed[outcome] ??= []);
    if (rows.length === MOST_ROWS) return;
    const { text, ...rest } = typeof row === "function" ? row() : row;
    rows.push({ ...rest, text: text.slice(0, LONGEST_SHOWN) });
  }

  torn(place: Place & { text: string }, cells: WrongKind["cells"]): void {
    this.count(cells ? "cells" : "torn", place, { code: "invalid_csv", field: null, diagnostic: null, cells }, null);
  }

  /** Each kind counts once for a row. */
  wrong(place: Place, valueOf: (field: string) => string | null, diagnostics: readonly Diagnostic[]): void {
    const seen = new Set<string>();
    for (const diagnostic of diagnostics) {
      // The care type alone must be there.
      const field = diagnostic.code === "missing_field" ? "care_type" : (diagnostic.pointer.split("/")[1] ?? null);
      const key = `${diagnostic.code}/${field}/${diagnostic.variant}`;
      if (seen.has(key)) continue;
      seen.add(key);
      this.count(key, place, { code: diagnostic.code, field, diagnostic, cells: null }, field === null ? null : valueOf(field));
    }
  }

  unknown(place: Place, code: string): void {
    const known = this.codes.get(code);
    if (known) {
      known.count += 1;
      if (known.first.length < FIRST_SHOWN) known.first.push({ index: place.index, line: place.line });
    } else if (this.codes.size < MOST_KINDS) this.codes.set(code, { code, count: 1, first: [{ index: place.index, line: place.line }] });
  }

  undecided(missing: readonly string[]): void {
    for (const fact of missing) this.missing.set(fact, (this.missing.get(fact) ?? 0) + 1);
  }

  listing(): Listing {
    const byCount = <T extends { count: number }>(kinds: Iterable<T>) => [...kinds].sort((left, right) => right.count - left.count);
    const missing = [...this.missing].sort(([, left], [, right]) => right - left);
    return { listed: this.listed, wrong: byCount(this.kinds.values()), unknown: byCount(this.codes.values()), missing };
  }

  private count(key: string, { index, line }: Place, kind: Pick<WrongKind, "code" | "field" | "diagnostic" | "cells">, value: string | null): void {
    let found = this.kinds.get(key);
    if (!found) {
      if (this.kinds.size === MOST_KINDS) return;
      this.kinds.set(key, (found = { ...kind, count: 0, first: [], values: [] }));
    }
    found.count += 1;
    if (found.first.length < FIRST_SHOWN) found.first.push({ index, line });
    if (value !== null && value !== "" && found.values.length < VALUES_SHOWN && !found.values.includes(value)) found.values.push(value.slice(0, 80));
  }
}
