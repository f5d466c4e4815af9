/** What was meant by a name, a code or a value that nobody knows? By nearness, by other words, and by what the catalogue finds. */
import { FACTS, knownFactValues, type LoadedCatalog, type TextFact } from "../../engine/engine";
import { parseDecimal } from "../../kit/fields/numbers";
import { parseYesNo } from "../../kit/fields/yes-no";
import type { Operation } from "../../kit/json/patch";
import type { Parsed } from "../../kit/json/parse";
import { isObject } from "../../kit/json/values";
import { groupLabel, typeLabel } from "../common/labels";
import { valueWords } from "../common/values";
import { fieldsMeant, valueRank } from "./aliases";
import type { Candidate } from "./candidates";
import { lastName, parentOf, segment, valueAt } from "./json";
import { choiceWords } from "./words";

interface Place {
  pointer: string;
  value: unknown;
  params: Readonly<Record<string, unknown>>;
  json: Parsed;
  catalog: LoadedCatalog | null;
}

const MOST_MEANT = 5;

/** Under another name, as it is or in another form; as a note, which the engine leaves alone; or gone. */
export function fieldMeant({ pointer, value, params, json }: Place): Candidate[] {
  const parent = parentOf(pointer);
  const object = valueAt(json, parent);
  const field = lastName(pointer);
  const nearest = typeof params["nearest"] === "string" ? [params["nearest"]] : [];
  const free = [...new Set([...nearest, ...fieldsMeant(field)])].filter((name) => isObject(object) && !Object.hasOwn(object, name));
  const renamed = free.flatMap((name): Candidate[] => {
    const move: Operation = { op: "move", from: pointer, path: `${parent}/${name}` };
    const forms = [value, ...otherForms(value)];
    return forms.map((form, index) => ({
      title: () => (index === 0 ? choiceWords.rename(name) : choiceWords.renameAs(name, written(form))),
      operations: index === 0 ? [move] : [move, { op: "replace", path: `${parent}/${name}`, value: form }],
    }));
  });
  const note = `x-${field.trim().replace(/\s+/g, "-")}`;
  return [
    ...renamed,
    { title: () => choiceWords.keepAsNote(note), operations: [{ op: "move", from: pointer, path: `${parent}/${segment(note)}` }] },
    { title: () => choiceWords.removeField(field), operations: [{ op: "remove", path: pointer }] },
  ];
}

/** Care types and groups that are found by what is written, each in the field of its kind. */
export function careTypesMeant({ pointer, params, json, catalog }: Place): Candidate[] {
  const written = String(params["value"] ?? "");
  if (catalog === null) return [];
  return hitsOf(catalog, written).map(({ kind, short_code: code }): Candidate => {
    const isGroup = kind === "care_type_group";
    const title = () => (isGroup ? choiceWords.replaceByGroup(groupLabel(catalog, code), code) : choiceWords.replaceBy(typeLabel(catalog, code), code));
    return { title, operations: typeInstead(json, pointer, isGroup, code) };
  });
}

/** A care type or a group instead of the one at this place, in the field of its kind. */
export function typeInstead(json: Parsed, pointer: string, isGroup: boolean, code: string): Operation[] {
  const [selector, field] = [parentOf(parentOf(pointer)), lastName(parentOf(pointer))];
  const other = field.replace(/_care_types$|_care_type_groups$/, isGroup ? "_care_type_groups" : "_care_types");
  if (other === field) return [{ op: "replace", path: pointer, value: code }];
  const here = valueAt(json, parentOf(pointer));
  const removal = Array.isArray(here) && here.length === 1 ? parentOf(pointer) : pointer;
  return [{ op: "remove", path: removal }, typeAdded(json, selector, other, code)];
}

/** At the end of a list of the selector, which is made where there is none. */
export function typeAdded(json: Parsed, selector: string, field: string, code: string): Operation {
  const path = `${selector}/${field}`;
  return Array.isArray(valueAt(json, path)) ? { op: "add", path: `${path}/-`, value: code } : { op: "add", path, value: [code] };
}

function hitsOf(catalog: LoadedCatalog, written: string) {
  // A code of the other kind is what is meant.
  if (catalog.groups.has(written)) return [{ kind: "care_type_group" as const, short_code: written }];
  if (catalog.types.has(written)) return [{ kind: "care_type" as const, short_code: written }];
  const words = written.replace(/[_\s]+/g, " ").trim();
  const found = catalog.search(words, { limit: MOST_MEANT });
  if (found.length > 0) return found;
  const byWord = words.split(" ").filter((word) => word.length > 2).flatMap((word) => catalog.search(word, { limit: MOST_MEANT }));
  return [...new Map(byWord.map((hit) => [`${hit.kind}/${hit.short_code}`, hit])).values()].slice(0, MOST_MEANT);
}

/** The fact whose values are at this place of a filter. */
export function factAt(pointer: string): TextFact | null {
  const field = /\/filter\/(\w+)(?:\/\d+)?$/.exec(pointer)?.[1];
  const fact = FACTS.find(({ condition, kind }) => condition === field && kind === "text");
  return fact && fact.kind === "text" ? fact.name : null;
}

export function valuesMeant({ pointer, params }: Place): Candidate[] {
  const fact = factAt(pointer);
  if (fact === null) return [];
  const written = String(params["value"] ?? "");
  const ranked = knownFactValues[fact].map((value) => ({ value, rank: valueRank(written, value, valueWords(fact, value)) })).filter(({ rank }) => rank > 0);
  const best = Math.max(0, ...ranked.map(({ rank }) => rank));
  return ranked
    .filter(({ rank }) => rank === best)
    .slice(0, MOST_MEANT)
    .map(({ value }): Candidate => ({ title: () => choiceWords.replaceBy(valueWords(fact, value), value), operations: [{ op: "replace", path: pointer, value }] }));
}

/** The same value as another kind of value: `"18"` as 18, `"oui"` as true, one as a list of one. */
export function inOtherForm({ pointer, value }: Place): Candidate[] {
  return otherForms(value).map((form) => ({ title: () => choiceWords.useValue(written(form)), operations: [{ op: "replace", path: pointer, value: form }] }));
}

/** A text without its quotes: what it is written as is the matter of the text. */
function written(form: unknown): string {
  return typeof form === "string" ? form : JSON.stringify(form);
}

function otherForms(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.length === 1 ? [value[0], ...otherForms(value[0])] : [];
  if (typeof value === "number") return [...(value < 0 ? [-value] : []), String(value), Math.round(value)];
  if (typeof value !== "string") return [];
  const text = value.trim();
  const [yesNo, decimal] = [parseYesNo(text), parseDecimal(text)];
  // What is below 0 was probably meant above it.
  const amount = decimal.ok ? [decimal.value.replace("-", ""), Number(decimal.value)] : [];
  return [...(yesNo.ok ? [yesNo.value] : []), ...amount, ...(text === value ? [] : [text]), [value]];
}
