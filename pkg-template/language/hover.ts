// What is said of the place that a person points at? A code, a condition, a rule, a guarantee, a field or a value.
import { describeFilter, describeRule, describeSelector } from "#words";
import type * as api from "../care-coverage-language";
import type * as main from "../care-coverage";
import { groupsIn } from "./codes-for.ts";
import type { Context } from "./context.ts";
import type { Mention } from "./mentions.ts";
import { constantsOf, memberOf, objectsAt, placeAt, type Role, wholeOf } from "./shapes.ts";
import { code, plain } from "./speech.ts";
import { entriesOf, isContainer, jsonOf, type Node, type Step, textOfNode, valueOf } from "./nodes.ts";
import { last } from "./last.ts";

export function hoverAt(context: Context, offset: number): api.Hover | null {
  const { tree } = context;
  const { steps } = tree.pathAt(offset);
  const step = steps.at(-1);
  if (step === undefined) return null;
  const { key, value } = step.part;
  if (key !== null && offset >= key.start && offset <= key.end) return said(key, [keyWords(context, steps), ...aboutOf(context, steps)]);
  if (value === null || isContainer(value) || offset < value.start || offset > value.end) return null;
  return said(value, valueWords(context, steps, value, offset));
}

function said({ start, end }: { start: number; end: number }, parts: readonly (string | undefined)[]): api.Hover | null {
  const markdown = parts.filter((part) => part !== undefined && part !== "").join("\n\n");
  return markdown === "" ? null : { range: { start, end }, markdown };
}

/** The name of a field. */
function keyWords({ tree: { text }, kind, speech }: Context, steps: readonly Step[]): string | undefined {
  const { node, part } = steps.at(-1)!;
  const place = steps.length === 1 ? wholeOf(kind) : placeAt(text, kind, steps.slice(0, -1));
  const objects = objectsAt(text, place, node);
  const { name } = part.key!;
  const { field } = memberOf(objects, name);
  if (field === undefined || place.field?.keys !== undefined) return undefined;
  const { title, text: sentence } = speech.field(name, field, objects[0]);
  return `**${plain(title)}**${sentence === "" ? "" : ` — ${plain(sentence)}`}`;
}

/** What the value of a field comes to. */
function aboutOf(context: Context, steps: readonly Step[]): string[] {
  const { part: { key, value } } = steps.at(-1)!;
  if (key === null || value === null) return [];
  const { speech: { words, language }, tree: { text } } = context;
  switch (key.name) {
    case "coverage_rule": case "rule": case "components": case "limits": case "beyond_limits":
      return ruleAround(context, steps);
    case "selector": return [selectionOf(context, value)];
    case "filter": return inWords(() => words.asks(plain(describeFilter(jsonOf(text, value) as main.CoverageCareTypeFilter, { language }))), isObject(jsonOf(text, value)));
    case "guarantees": return [];
    case "care_type_mappings": case "coverage": return [];
    default: return isContainer(value) ? [] : conditionWords(context, steps);
  }
}

/** A condition of a filter alone: "by a dentist". */
function conditionWords({ tree: { text }, speech: { language, words } }: Context, steps: readonly Step[]): string[] {
  const parent = steps.at(-2)?.part.key?.name;
  const { key, value } = steps.at(-1)!.part;
  if (parent !== "filter" || key === null) return [];
  return inWords(() => words.asks(plain(describeFilter({ [key.name]: jsonOf(text, value) }, { language }))), true);
}

/** The sentence of the rule that a place is in. */
function ruleAround({ tree: { text }, speech: { words, language } }: Context, steps: readonly Step[]): string[] {
  const rule = last(steps, ({ part: { key } }) => key?.name === "coverage_rule" || key?.name === "rule")?.part.value;
  const value = jsonOf(text, rule);
  return inWords(() => words.pays(plain(describeRule(value as main.CoverageRule, { language }))), isObject(value));
}

/** Words for what may be unfinished: none then. */
function inWords(say: () => string, canBe: boolean): string[] {
  if (!canBe) return [];
  try {
    return [say()];
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return [];
    throw error;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function selectionOf({ tree: { text }, selections, catalog, speech: { words, language } }: Context, selector: Node | null): string {
  const { size } = selections.ofSelector(selector);
  const value = jsonOf(text, selector);
  if (size === 0 || !isObject(value)) return words.selectsNothing;
  const label = (short: string, of: "care_type" | "group") => labelOf(catalog, of === "group" ? "care_type_group" : "care_type", short);
  const [said] = inWords(() => plain(describeSelector(value as main.CoverageCareTypeSelector, { language, label })), true);
  return said === undefined ? words.selectsNothing : words.selects(size, said);
}

function labelOf(catalog: main.CareTypeCatalog, role: "care_type" | "care_type_group", short: string): string | null {
  return entryOf(catalog, role, short)?.label ?? null;
}

export function entryOf(catalog: main.CareTypeCatalog, role: Role, short: string): main.CareTypeEntry | main.CareTypeGroupEntry | null {
  if (short.length > 128 || /\p{Cs}/u.test(short)) return null;
  return role === "care_type" ? catalog.careType(short) : role === "care_type_group" ? catalog.group(short) : null;
}

/** A value that is no object and no list. */
function valueWords(context: Context, steps: readonly Step[], value: Node, offset: number): string[] {
  const { tree: { text }, kind, speech } = context;
  const mention = context.mentions.at(offset);
  if (mention !== undefined && mention.at === value) return mentionWords(context, mention, steps);
  const place = placeAt(text, kind, steps);
  const json = jsonOf(text, value);
  if (place.role?.startsWith("known:") && typeof json === "string") {
    const said = speech.known(place.role.slice("known:".length), json);
    return [`${code(json)} — ${plain(said)}`];
  }
  const isConstant = place.shapes.some((shape) => constantsOf(shape).includes(json as never));
  const words = isConstant ? speech.value(json as never, place.shapes) : undefined;
  if (words === undefined) return conditionWords(context, steps);
  return [`${code(String(json))} — ${plain(words)}`, ...conditionWords(context, steps), ...componentWords(context, steps)];
}

/** Of a kind: what its component pays. */
function componentWords(context: Context, steps: readonly Step[]): string[] {
  if (steps.at(-1)!.part.key?.name !== "kind") return [];
  return steps.some(({ part: { key } }) => key?.name === "components") ? ruleAround(context, steps) : [];
}

function mentionWords(context: Context, { role, name }: Mention, steps: readonly Step[]): string[] {
  const { speech, mentions } = context;
  const { words } = speech;
  if (role === "care_type" || role === "care_type_group") return codeWords(context, role, name);
  if (role === "limit_key") return [`${code(name)} — ${words.uses(mentions.of("limit_key", name).length)}`];
  if (role === "guarantee") return guaranteeWords(context, steps.at(-1)!.node, name);
  if (role === "class") return classWords(context, name);
  if (role !== "group_id") return [];
  const group = mentions.of("group_id", name).find(({ defines }) => defines);
  const node = group && context.tree.pathAt(group.at.start).steps.at(-1)?.node;
  const [short, label] = ["short_code", "label"].map((field) => textOfNode(context.tree.text, valueOf(node, field)));
  return short === undefined ? [words.unknownCode] : [`${code(short)}${label ? ` — ${plain(label)}` : ""}`];
}

function codeWords({ catalog, speech, kind, selections }: Context, role: "care_type" | "care_type_group", name: string): string[] {
  const { words } = speech;
  const entry = entryOf(catalog, role, name);
  const head = `${code(name)} — ${entry === null ? words.unknownCode : plain(entry.label ?? words[role])}`;
  if (entry === null) return [head];
  const members = role === "care_type" ? [] : (catalog.membersOf(name) ?? []);
  const of = role === "care_type" ? groupsIn(speech, catalog.groupsOf(name) ?? []) : words.members(members.length);
  if (kind !== "coverage") return [head, of];
  const codes = role === "care_type" ? [name] : members.map(({ short_code }) => short_code);
  const guarantees = selections.all().filter(({ codes: its }) => codes.some((code) => its.has(code)));
  const names = [...new Set(guarantees.map(({ guarantee }) => code(guarantee)))];
  return [head, of, names.length === 0 ? words.selectedByNone : words.selectedBy(names)];
}

function guaranteeWords(context: Context, node: Node, name: string): string[] {
  const { tree: { text }, speech: { words, language } } = context;
  const rule = jsonOf(text, valueOf(node, "coverage_rule"));
  const selectors = entriesOf(valueOf(node, "care_type_mappings")).map((mapping) => `- ${mappingWords(context, mapping)}`);
  return [
    `**${plain(name)}**`,
    selectors.length === 0 ? words.selectsNothing : selectors.join("\n"),
    ...inWords(() => words.pays(plain(describeRule(rule as main.CoverageRule, { language }))), isObject(rule)),
  ];
}

function mappingWords(context: Context, mapping: Node): string {
  const { tree: { text }, speech: { words, language } } = context;
  const filter = jsonOf(text, valueOf(mapping, "filter"));
  const asked = isObject(filter) && Object.keys(filter as object).length > 0 ? inWords(() => describeFilter(filter as main.CoverageCareTypeFilter, { language }), true)[0] : undefined;
  return [selectionOf(context, valueOf(mapping, "selector")), asked && words.asks(plain(asked))].filter(Boolean).join(" ");
}

/** A class of a profile: what it selects. */
function classWords(context: Context, name: string): string[] {
  const node = valueOf(valueOf(context.tree.root, "classes"), name);
  return node === null ? [] : [`**${plain(name)}**`, mappingWords(context, node)];
}
