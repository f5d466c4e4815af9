// How is a fix made in YAML, so that its layout and its comments stay? A step is made where it is plain how, and is compared with what it should
// say; else the fix is left to people.
import { isMap, isPair, isScalar, isSeq } from "yaml";
import type { Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { JsonPatchOperation, TextEdit } from "care-coverage/slim";
import { patched, partsOf } from "../kit/patch.ts";
import { readYaml } from "./read.ts";
import type { YamlText } from "./read.ts";

/** The edits of a fix, or null where it is not known how to write it. */
export function yamlEdits(source: string, yaml: YamlText, fix: readonly JsonPatchOperation[] | null): TextEdit[] | null {
  if (!fix || fix.length !== 1 || yaml.json === null) return null;
  const [step] = fix;
  const edit = editOf(source, yaml.document, step!);
  if (!edit) return null;
  const again = readYaml(`${source.slice(0, edit.start)}${edit.text}${source.slice(edit.end)}`).json;
  if (again === null) return null;
  const wanted = patched(JSON.parse(yaml.json), fix);
  return wanted !== undefined && sameJson(JSON.parse(again), wanted.value) ? [edit] : null;
}

function editOf(source: string, document: Document, step: JsonPatchOperation): TextEdit | null {
  const path = partsOf(step.path);
  const last = path.pop();
  if (last === undefined) return null;
  const parent = nodeAt(document, path);
  switch (step.op) {
    case "replace": return replace(source, valueIn(parent, last), step.value);
    case "remove": return remove(source, parent, last);
    case "add": return isMap(parent) ? add(source, parent as YAMLMap, last, step.value) : null;
    case "move": return rename(source, parent, partsOf(step.from), path, last);
  }
}

function replace(source: string, node: unknown, value: unknown): TextEdit | null {
  if (!isScalar(node) || !node.range || node.anchor || (value !== null && typeof value === "object")) return null;
  const [start, end] = node.range;
  if (/[\r\n]/.test(source.slice(start, end))) return null;
  return { start, end, text: scalarText(value, node.type) };
}

/** As it was written before, where that says it. */
export function scalarText(value: unknown, type: Scalar.Type | undefined): string {
  if (typeof value !== "string") return JSON.stringify(value);
  if (type === "QUOTE_SINGLE" && !/['\u0000-\u001f\u007f-\u009f]/.test(value)) return `'${value}'`;
  return type === "PLAIN" && /^[A-Za-z][A-Za-z0-9_]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value) ? value : JSON.stringify(value);
}

function remove(source: string, parent: unknown, last: string): TextEdit | null {
  if (!isMap(parent) && !isSeq(parent)) return null;
  const items = parent.items as unknown[];
  const position = isMap(parent) ? items.findIndex((item) => keyOf(item) === last) : Number(last);
  const item = items[position];
  if (item === undefined || items.length === 1) return null;
  if (parent.flow) {
    const bounds = boundsOf(item);
    const [next, before] = [items[position + 1], items[position - 1]].map((other) => (other === undefined ? undefined : boundsOf(other)));
    if (!bounds) return null;
    return next ? { start: bounds.start, end: next.start, text: "" } : before ? { start: before.end, end: bounds.end, text: "" } : null;
  }
  const bounds = boundsOf(item);
  if (!bounds) return null;
  // Whole lines: from that of the item to that of the next one.
  const start = source.lastIndexOf("\n", bounds.start - 1) + 1;
  if (!/^[ ]*(- +)?$/.test(source.slice(start, bounds.start))) return null;
  const newline = source.indexOf("\n", bounds.end);
  return { start, end: newline < 0 ? source.length : newline + 1, text: "" };
}

function add(source: string, map: YAMLMap, key: string, value: unknown): TextEdit | null {
  if (value !== null && typeof value === "object" && Object.keys(value).length > 0) return null;
  const written = `${scalarText(key, "PLAIN")}: ${scalarText(value, undefined)}`;
  const bounds = map.items.length > 0 ? boundsOf(map.items.at(-1)) : undefined;
  if (map.flow) {
    const end = bounds?.end ?? (map.range ? map.range[0] + 1 : undefined);
    return end === undefined ? null : { start: end, end, text: bounds ? `, ${written}` : ` ${written} ` };
  }
  const first = map.items[0] && boundsOf(map.items[0]);
  if (!bounds || !first) return null;
  const indent = first.start - (source.lastIndexOf("\n", first.start - 1) + 1);
  const newline = source.indexOf("\n", bounds.end);
  const end = newline < 0 ? source.length : newline;
  const eol = source[end - 1] === "\r" ? "\r\n" : "\n";
  const at = eol === "\r\n" ? end - 1 : end;
  return { start: at, end: at, text: `${eol}${" ".repeat(indent)}${written}` };
}

/** A field that gets another name in the same object. */
function rename(source: string, parent: unknown, from: string[], path: string[], last: string): TextEdit | null {
  const old = from.pop();
  if (!isMap(parent) || from.join("\0") !== path.join("\0")) return null;
  const pair = parent.items.find((item) => keyOf(item) === old);
  return pair ? replace(source, pair.key, last) : null;
}

function nodeAt(document: Document, path: string[]): unknown {
  return path.reduce<unknown>(valueIn, document.contents);
}

function valueIn(node: unknown, part: string): unknown {
  if (isMap(node)) return (node.items as Pair[]).find((item) => keyOf(item) === part)?.value;
  return isSeq(node) ? (node as YAMLSeq).items[Number(part)] : undefined;
}

function keyOf(item: unknown): string | undefined {
  return isPair(item) && isScalar(item.key) ? String(item.key.value) : undefined;
}

function boundsOf(item: unknown): { start: number; end: number } | undefined {
  const [from, to] = isPair(item) ? [(item.key as Node | null)?.range, (item.value as Node | null)?.range] : [(item as Node).range, (item as Node).range];
  return from ? { start: from[0], end: (to ?? from)[1] } : undefined;
}

function sameJson(left: unknown, right: unknown): boolean {
  if (left === null || right === null || typeof left !== "object" || typeof right !== "object") return left === right;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [mine, theirs] = [Object.entries(left), right as Record<string, unknown>];
  return mine.length === Object.keys(theirs).length && mine.every(([key, value]) => Object.hasOwn(theirs, key) && sameJson(value, theirs[key]));
}
