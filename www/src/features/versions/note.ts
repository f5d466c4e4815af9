/**
 * What a version says of itself: a note, who published it and when.
 *
 * It is an annotation of the payload, which the package keeps and nothing follows from, so that it goes with the version into files and into
 * other browsers:
 *
 *     { "name": "CONFORT", "version": 4, "x-version": { "note": "…", "author": "…", "date": "2026-03-12" }, … }
 */
import { patchedText } from "../../kit/json/patch";

export interface VersionNote {
  note: string;
  author: string;
  /** An ISO date. */
  date: string;
}

const FIELD = "x-version";

/** Anyone may have written the file: what is no text is none. */
export function noteOf(payload: unknown): VersionNote {
  const { [FIELD]: said } = (payload ?? {}) as Record<string, unknown>;
  const { note, author, date } = (said ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return { note: text(note), author: text(author), date: text(date) };
}

/** The text with this number and note, nothing else changed; null where it is no object. */
export function withVersion(text: string, version: number | null, { note, author, date }: VersionNote): string | null {
  const said = Object.fromEntries(Object.entries({ note: note.trim(), author: author.trim(), date }).filter(([, value]) => value !== ""));
  const number = version === null ? [] : [{ op: "add" as const, path: "/version", value: version }];
  return patchedText(text, [...number, { op: "add", path: `/${FIELD}`, value: said }]);
}

/** Today where the person is. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
