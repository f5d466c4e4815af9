// What may be written where the cursor is? Only what the place takes, also while the text is unfinished.
import type * as api from "../care-coverage-language";
import { codesFor } from "./codes-for.ts";
import type { Context } from "./context.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { rankOf } from "./match.ts";
import { constantsOf, flat, objectOf, objectsAt, objectsOf, type Place, placeAt, sampleOf, type Scalar, type Schema, takes, takesWritten, wholeOf } from "./shapes.ts";
import { factOf, plain } from "./speech.ts";
import { textOfNode, valueOf } from "./nodes.ts";

/** What may be chosen, before it is known how the text around it is. */
export interface Choice {
  label: string;
  detail: string;
  documentation: string;
  /** As JSON. */
  json: string;
  kind: api.CompletionKind;
  /** Other words by which it is found. */
  words?: string | undefined;
  /** The lower the earlier, whatever was typed. */
  last?: number;
  /** Chosen already by what was typed. */
  rank?: number;
}

export function completionsAt(context: Context, offset: number): api.Completion[] {
  const cursor = cursorAt(context.tree, offset);
  if (cursor === null) return [];
  const choices = cursor.at === "key" ? fieldsFor(context, cursor) : valuesFor(context, cursor);
  const fitting = choices.flatMap((choice) => {
    const rank = choice.rank ?? rankOf(cursor.typed, [choice.label, choice.detail, choice.words]);
    return rank === undefined ? [] : [{ choice, rank }];
  });
  const order = fitting.sort((a, b) => (a.choice.last ?? 0) - (b.choice.last ?? 0) || a.rank - b.rank);
  return order.map(({ choice }, position) => written(choice, cursor, position));
}

function written({ label, detail, documentation, json, kind }: Choice, { range, before, after }: Cursor, position: number): api.Completion {
  const insert = before + json + after;
  const gap = gapIn(json);
  const at = before.length + (gap ?? json.length);
  return { label, detail, documentation, insert, range, kind, sortText: String(position).padStart(5, "0"), cursor: at };
}

/** Where what is not said yet goes: into the first empty text, list or object. */
function gapIn(json: string): number | undefined {
  const found = /""|\[\]|\{\}/.exec(json);
  return found ? found.index + 1 : undefined;
}

// ───────────── names of fields ─────────────

const NOTES = ["$schema", "description"];

/** The fields that an object may still have. */
function fieldsFor({ tree: { text }, kind, speech }: Context, { steps, hasValue, value }: Cursor): Choice[] {
  const { node, part } = steps.at(-1)!;
  const place = placeAt(text, kind, steps.slice(0, -1));
  const objects = objectsAt(text, place, node, node.parts.indexOf(part));
  const taken = new Set(node.parts.flatMap((other) => (other === part || other.key === null ? [] : other.key.name)));
  const fields = new Map<string, { schema: Schema; of: Schema; isRequired: boolean }>();
  for (const of of objects) {
    for (const [name, schema] of Object.entries(of.properties ?? {})) {
      if (taken.has(name) || fields.has(name) || schema.maxItems === 0 || (value !== "" && !takesWritten(schema, value))) continue;
      fields.set(name, { schema, of, isRequired: of.required?.includes(name) ?? false });
    }
  }
  return Array.from(fields, ([name, { schema, of, isRequired }]) => {
    const { title, text: said } = speech.field(name, schema, of);
    const key = JSON.stringify(name);
    return {
      label: name, detail: isRequired ? `${title} (${speech.words.required})` : title, documentation: plain(said), kind: "field",
      json: hasValue ? key : `${key}: ${sampleOf(schema)}`, last: NOTES.includes(name) ? 2 : isRequired ? 0 : 1,
    };
  });
}

// ───────────── values ─────────────

function valuesFor(context: Context, cursor: Cursor): Choice[] {
  const { tree: { text }, kind } = context;
  const place = cursor.steps.length === 0 ? wholeOf(kind) : placeAt(text, kind, cursor.steps);
  if (isFull(context, cursor)) return [];
  const taken = othersInList(context, cursor);
  const named = place.field?.defines ? [] : namesFor(context, place, cursor, taken);
  return [...named, ...constantsFor(context, place, cursor, taken), ...objectsFor(context, place, cursor)];
}

/** Whether the list can have no more entries. */
function isFull({ tree: { text }, kind }: Context, { steps }: Cursor): boolean {
  const last = steps.at(-1);
  if (last?.node.kind !== "array") return false;
  const lists = placeAt(text, kind, steps.slice(0, -1)).shapes.filter((shape) => takes(shape, "array"));
  const most = Math.max(...lists.map(({ maxItems = Infinity }) => maxItems));
  return lists.length > 0 && last.node.parts.length + (Number.isInteger(last.index) ? 0 : 1) > most;
}

function namesFor(context: Context, { role }: Place, cursor: Cursor, taken: ReadonlySet<string>): Choice[] {
  if (role === undefined) return [];
  if (role === "care_type" || role === "care_type_group") return codesFor(context, role, cursor.typed, taken);
  if (role === "group_id") return groupIdsFor(context, taken);
  if (role.startsWith("known:")) return knownFor(context, role.slice("known:".length), taken);
  return definedFor(context, role as "limit_key" | "class", cursor, taken);
}

/** What the other entries of a list are. */
function othersInList({ tree: { text } }: Context, { steps }: Cursor): ReadonlySet<string> {
  const last = steps.at(-1);
  if (last?.node.kind !== "array") return new Set();
  return new Set(last.node.parts.flatMap(({ value }, index) => (index === last.index || value === null ? [] : text.slice(value.start, value.end))));
}

function knownFor({ codes, speech }: Context, fact: string, taken: ReadonlySet<string>): Choice[] {
  return codes.known[factOf(fact).knownValues!].filter((value) => !taken.has(JSON.stringify(value))).map((value) => ({
    label: value, detail: speech.known(fact, value), documentation: "", json: JSON.stringify(value), kind: "value",
  }));
}

/** The ids of the groups of a catalogue that is being written. */
function groupIdsFor({ tree, mentions }: Context, taken: ReadonlySet<string>): Choice[] {
  const given = new Map(mentions.of("group_id").filter(({ defines }) => defines).map(({ name, at }) => [name, at]));
  return Array.from(given, ([id, at]): Choice => {
    const { node } = tree.pathAt(at.start).steps.at(-1)!;
    const names = ["short_code", "label"].flatMap((field) => textOfNode(tree.text, valueOf(node, field)) ?? []);
    return { label: id, detail: names.join(" · "), documentation: "", json: id, kind: "group_id" };
  }).filter(({ json }) => !taken.has(json));
}

/** Names that this document gives, or uses elsewhere. */
function definedFor({ mentions, speech }: Context, role: "limit_key" | "class", { steps }: Cursor, taken: ReadonlySet<string>): Choice[] {
  const own = steps.at(-1)!.part.value;
  const counts = new Map<string, number>();
  for (const { name, at, defines } of mentions.of(role)) {
    if (at === own || (role === "class" && !defines)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Array.from(counts, ([name, count]): Choice => ({
    label: name, detail: role === "limit_key" ? speech.words.uses(count) : "", documentation: "", json: JSON.stringify(name), kind: role,
  })).filter(({ json }) => !taken.has(json));
}

function constantsFor({ speech }: Context, { shapes, role }: Place, { isQuoted }: Cursor, taken: ReadonlySet<string>): Choice[] {
  // A fact of a filter has values that are known, and null.
  const constants = shapes.flatMap((shape) => constantsOf(shape).map((value) => [value, shape] as const));
  const seen = new Set<Scalar>();
  const choices: Choice[] = [];
  for (const [value, shape] of constants) {
    if (seen.has(value) || taken.has(JSON.stringify(value)) || (isQuoted && typeof value !== "string")) continue;
    seen.add(value);
    choices.push({ label: String(value), detail: speech.value(value, [shape]) ?? "", documentation: "", json: JSON.stringify(value), kind: "value" });
  }
  if (role === undefined && choices.length === 0 && shapes.some((shape) => takes(shape, "boolean"))) {
    for (const value of [true, false]) if (!isQuoted) choices.push({ label: String(value), detail: speech.value(value, shapes) ?? "", documentation: "", json: String(value), kind: "value" });
  }
  return choices;
}

/** Whole objects, one for each of their kinds. */
function objectsFor(context: Context, place: Place, { isQuoted }: Cursor): Choice[] {
  if (isQuoted) return [];
  const lists = place.shapes.filter((shape) => takes(shape, "array") && shape.maxItems !== 0);
  const objects = objectsOf(place).filter(({ properties }) => properties !== undefined);
  const [list] = lists;
  const ofList: Choice[] = list ? [{ label: "[ ]", detail: context.speech.type(list), documentation: "", json: sampleOf(list), kind: "object" }] : [];
  return [...objects.flatMap((shape) => kindsOf(context, shape, objects)), ...ofList];
}

function kindsOf({ speech }: Context, shape: Schema, all: readonly Schema[]): Choice[] {
  const { properties = {}, required = [], description = "" } = shape;
  const documentation = speech.language === "en" ? plain(description) : "";
  // What the others need not have.
  const own = all.length > 1 ? required.find((name) => all.every((other) => other === shape || !other.required?.includes(name))) : undefined;
  const ownTitle = own === undefined ? undefined : speech.field(own, properties[own], shape).title;
  const kinds = kindsIn(shape);
  if (kinds.length > 0) {
    const isOnly = (kind: Scalar) => all.every((other) => other === shape || !kindsIn(other).includes(kind));
    return kinds.map((kind): Choice => {
      const detail = speech.value(kind, [shape]) ?? "";
      return {
        label: String(kind), detail: isOnly(kind) || ownTitle === undefined ? detail : `${detail} (${ownTitle})`, documentation,
        json: objectOf(shape, 0, { kind: JSON.stringify(kind) }), kind: "object",
      };
    });
  }
  return [{ label: own ?? "{ }", detail: ownTitle ?? speech.type(shape), documentation, json: objectOf(shape), kind: "object" }];
}

/** The kinds that an object of a shape may be of. */
function kindsIn({ properties = {}, required = [] }: Schema): Scalar[] {
  return required.includes("kind") ? flat(properties.kind!).flatMap(constantsOf) : [];
}
