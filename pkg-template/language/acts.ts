// What is wrong with acts? An act is read as a coverage would read it; a care type that the catalogue does not know is a warning, since a coverage
// answers for it.
import type * as main from "../care-coverage";
import { readJsonText } from "#core";
import { isRefusal } from "../error.ts";
import { entriesOf, isContainer, jsonOf, type Node, textOfNode, valueOf } from "./nodes.ts";
import type { Tree } from "./tree.ts";

type Found = main.TextDiagnostic;

/** A coverage that pays for nothing reads acts. */
const NOTHING = { name: "ACTS", version: 1, guarantees: [] };
const CARE_TYPE = '{ "care_type": "A", ';

/** More than somebody types of one text. */
const MOST_SAID = 1_000;

export class ActReader {
  readonly #catalog: main.CareTypeCatalog;
  #coverage: main.Coverage | undefined;
  /** What was found in an act, by its text; of the texts of the last time. */
  #known = new Map<string, readonly Found[]>();
  #now = new Map<string, readonly Found[]>();
  /** By code, what is said of one that the catalogue does not have. */
  #said = new Map<string, main.Diagnostic | undefined>();

  constructor(catalog: main.CareTypeCatalog) {
    this.#catalog = catalog;
  }

  /** Of one act. */
  ofAct(tree: Tree): Found[] {
    const { root } = tree;
    return this.#whole(tree) ?? this.#turn(() => this.#act(new Lines(tree.text), root!, ""));
  }

  /** Of a list of acts, each as it is, or with its name and its amounts. */
  ofActs(tree: Tree): Found[] {
    const { text, root } = tree;
    const found = this.#whole(tree) ?? [];
    const lines = new Lines(text);
    if (root !== null && root.kind !== "array") return found.length > 0 ? found : this.#notAList(lines, root);
    return this.#turn(() => [...found, ...entriesOf(root).flatMap((node, index) => (node.mistakes > 0 ? [] : this.#entry(lines, node, `/${index}`)))]);
  }

  /** As the engine says it of another list. */
  #notAList(lines: Lines, root: Node): Found[] {
    const value = jsonOf(lines.text, root);
    const found = this.#catalog.validateCoverage({ ...NOTHING, guarantees: isContainer(root) ? {} : value }).filter(({ pointer }) => pointer === "/guarantees");
    const range = lines.rangeOf(root.start, root.end);
    return found.map((found) => ({ ...found, pointer: "", range, mark: lines.rangeOf(root.start, Math.min(root.end, root.start + 1)), edits: null, fix: null, fix_title: null, related: [] }));
  }

  free(): void {
    this.#coverage?.free();
    this.#coverage = undefined;
  }

  /** What is wrong with the text as JSON; undefined where it is whole. */
  #whole({ text, isWhole }: Tree): Found[] | undefined {
    const found = refusalOf(() => readJsonText(text));
    return found.length > 0 || !isWhole ? found : undefined;
  }

  #turn(find: () => Found[]): Found[] {
    const found = find();
    [this.#known, this.#now] = [this.#now, new Map()];
    return found;
  }

  #entry(lines: Lines, node: Node, pointer: string): Found[] {
    const act = valueOf(node, "act");
    if (act === null) return this.#act(lines, node, pointer);
    const amounts = valueOf(node, "amounts");
    return [...this.#act(lines, act, `${pointer}/act`), ...(amounts?.kind === "object" && amounts.parts.length > 0 ? this.#amounts(lines, amounts, `${pointer}/amounts`) : [])];
  }

  #act(lines: Lines, node: Node, pointer: string): Found[] {
    const text = lines.text.slice(node.start, node.end);
    const code = valueOf(node, "care_type");
    const wrong = this.#inText(text).map((found) => lines.moved(found, node.start, pointer));
    const unknown = code === null ? undefined : this.#unknown(lines, code, textOfNode(lines.text, code), `${pointer}/care_type`);
    return unknown ? [...wrong, unknown] : wrong;
  }

  /** Amounts are read with an act around them. */
  #amounts(lines: Lines, node: Node, pointer: string): Found[] {
    const text = CARE_TYPE + lines.text.slice(node.start + 1, node.end);
    return this.#inText(text).map((found) => lines.moved(found, node.start + 1 - CARE_TYPE.length, pointer));
  }

  #inText(text: string): readonly Found[] {
    const found = this.#now.get(text) ?? this.#known.get(text) ?? refusalOf(() => (this.#coverage ??= this.#catalog.compileCoverage(NOTHING)).guaranteesForText(text));
    this.#now.set(text, found);
    return found;
  }

  #unknown(lines: Lines, { start, end }: Node, code: string | undefined, pointer: string): Found | undefined {
    if (code === undefined || code === "" || code.length > 128 || /\p{Cs}/u.test(code) || this.#catalog.careType(code) !== null) return undefined;
    const found = this.#sayUnknown(code);
    if (found === undefined) return undefined;
    const [step] = found.fix ?? [];
    const range = lines.rangeOf(start, end);
    const fix = step && "value" in step && step.op === "replace" ? [{ ...step, path: pointer }] : null;
    const edits = fix && [{ start, end, text: JSON.stringify(fix[0]!.value) }];
    return { ...found, severity: "warning", pointer, fix, edits, range, mark: range, related: [] } as Found;
  }

  #sayUnknown(code: string): main.Diagnostic | undefined {
    if (!this.#said.has(code)) {
      const guarantee = { name: "A", care_type_mappings: [{ selector: { include_care_types: [code] }, filter: {} }], coverage_rule: {} };
      const found = this.#catalog.validateCoverage({ name: "A", version: 1, guarantees: [guarantee] }, { analysis: false });
      if (this.#said.size >= MOST_SAID) this.#said.clear();
      this.#said.set(code, found.find(({ code }) => code === "unknown_care_type"));
    }
    return this.#said.get(code);
  }
}

function refusalOf(read: () => unknown): Found[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.diagnostics as Found[];
  }
}

/** Lines and columns of a text. */
class Lines {
  readonly text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  rangeOf(start: number, end: number): main.TextRange {
    this.#starts ??= [0, ...Array.from(this.text.matchAll(/\r\n|\n|\r/g), (found) => found.index + found[0].length)];
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= start) low = middle;
      else high = middle;
    }
    return { start, end, line: low + 1, column: start - this.#starts[low]! + 1 };
  }

  /** What was found in a part, as in the whole. */
  moved(found: Found, by: number, pointer: string): Found {
    const range = (range: main.TextRange) => this.rangeOf(range.start + by, range.end + by);
    return {
      ...found, pointer: pointer + found.pointer, range: range(found.range), mark: range(found.mark),
      related: found.related.map((other) => ({ ...other, pointer: pointer + other.pointer, range: range(other.range) })),
      fix: found.fix && found.fix.map((step) => ({ ...step, path: pointer + step.path, ...(step.op === "move" && { from: pointer + step.from }) }) as main.JsonPatchOperation),
      edits: found.edits && found.edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text })),
    };
  }
}

