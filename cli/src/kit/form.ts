// The form of a document that the engine does not read itself. What has another form is said with its place.
import { Failure } from "./failure.ts";
import { nearest } from "./nearest.ts";
import type { Words } from "./words.ts";

export type Fields = Record<string, unknown>;

export class Form {
  /** `lineOf`: the line of a pointer, where it is known. */
  constructor(readonly file: string, readonly words: Words, readonly lineOf: (pointer: string) => number | null = () => null) {}

  /** `fields`: those that it may have, besides notes; null: any. */
  object(value: unknown, at: string, fields: readonly string[] | null): Fields {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return this.fail(at, this.words.anObject);
    const unknown = Object.keys(value).find((field) => fields && !fields.includes(field) && !field.startsWith("x-"));
    if (unknown === undefined) return value as Fields;
    return this.fail(`${at}/${unknown}`, this.words.unknownField(fields!, nearest(unknown, fields!)));
  }

  list(value: unknown, at: string): unknown[] {
    return Array.isArray(value) ? value : this.fail(at, this.words.aList);
  }

  texts(value: unknown, at: string): string[] {
    return this.list(value, at).map((item, index) => this.text(item, `${at}/${index}`));
  }

  text(value: unknown, at: string): string {
    return typeof value === "string" ? value : this.fail(at, this.words.aText);
  }

  fail(at: string, message: string): never {
    const line = this.lineOf(at);
    throw new Failure(`${this.file}${line === null ? "" : `:${line}`}#${at}: ${message}`);
  }
}
