// From a place in YAML to the same place in the JSON that it says, and back.
import type { Place, YamlText } from "../yaml/read.ts";

/** A key or a value, in both. */
export interface Pair { json: Place; yaml: Place }

const lengthOf = ({ start, end }: Place) => end - start;
const holds = (outer: Place, { start, end }: Place) => outer.start <= start && end <= outer.end;

export class Mapped {
  readonly #pairs: readonly Pair[];

  constructor(readonly source: string, readonly json: string, { places }: Pick<YamlText, "places">) {
    this.#pairs = [...places].map(([range, yaml]) => {
      const [start, end] = range.split(":").map(Number);
      return { json: { start: start!, end: end! }, yaml };
    });
  }

  /** The key or the plain value at an offset of the YAML, and the offset in the JSON; null at anything else. */
  at(offset: number): { pair: Pair; offset: number } | null {
    const around = this.#pairs.filter(({ yaml, json }) => holds(yaml, { start: offset, end: offset }) && !"[{".includes(this.json[json.start]!));
    // At the end of one, only where no other begins there.
    const within = around.filter(({ yaml }) => offset < yaml.end);
    const pair = least(within.length > 0 ? within : around, ({ yaml }) => yaml);
    if (pair === null) return null;
    const { json, yaml } = pair;
    const isText = this.json[json.start] === '"';
    const isQuoted = /["']/.test(this.source[yaml.start] ?? "");
    const far = offset - yaml.start + (isText ? 1 : 0) - (isQuoted ? 1 : 0);
    return { pair, offset: json.start + Math.min(Math.max(far, isText ? 1 : 0), lengthOf(json) - (isText ? 1 : 0)) };
  }

  /** Where in YAML is what a part of the JSON says; else what is around it. */
  placeOf(part: Place): Place {
    return least(this.#pairs.filter(({ json }) => holds(json, part)), ({ json }) => json)?.yaml ?? { start: 0, end: 0 };
  }

  /** The text that is put in place of a key or a text on one line, where an edit of the JSON is that; else null. */
  textOf(edit: Place & { text: string }): { pair: Pair; text: string } | null {
    const pair = least(this.#pairs.filter(({ json }) => holds(json, edit) && this.json[json.start] === '"'), ({ json }) => json);
    if (pair === null || /[\r\n]/.test(this.source.slice(pair.yaml.start, pair.yaml.end))) return null;
    try {
      const text: unknown = JSON.parse(`${this.json.slice(pair.json.start, edit.start)}${edit.text}${this.json.slice(edit.end, pair.json.end)}`);
      return typeof text === "string" ? { pair, text } : null;
    } catch {
      return null;
    }
  }
}

function least(pairs: readonly Pair[], of: (pair: Pair) => Place): Pair | null {
  return pairs.reduce<Pair | null>((found, pair) => (found === null || lengthOf(of(pair)) < lengthOf(of(found)) ? pair : found), null);
}
