/**
 * What may settle a problem of the text, besides the fix of the engine: what was probably meant, and taking out what cannot be.
 *
 * Which of it does settle the problem, and makes nothing else wrong, is tried.
 */
import type { LoadedCatalog, TextDiagnostic } from "../../engine/engine";
import type { Operation } from "../../kit/json/patch";
import type { Parsed } from "../../kit/json/parse";
import { isObject } from "../../kit/json/values";
import type { Candidate } from "./candidates";
import { lastName, parentOf, valueAt } from "./json";
import { careTypesMeant, fieldMeant, inOtherForm, valuesMeant } from "./guesses";
import { freeKey, freeName, guaranteeSkeleton, MAPPING, missingFields } from "./skeletons";
import { choiceWords, skeletonWords } from "./words";

interface Context {
  problem: TextDiagnostic;
  pointer: string;
  value: unknown;
  params: Readonly<Record<string, unknown>>;
  json: Parsed;
  catalog: LoadedCatalog | null;
  /** Of all problems: what else the object at the pointer lacks. */
  missing: readonly string[];
}

const replace = (path: string, value: unknown): Operation => ({ op: "replace", path, value });
const remove = (path: string): Operation => ({ op: "remove", path });
const add = (path: string, value: unknown): Operation => ({ op: "add", path, value });

function candidate(title: () => string, ...operations: Operation[]): Candidate {
  return { title, operations };
}

export function problemCandidates(problem: TextDiagnostic, problems: readonly TextDiagnostic[], json: Parsed, catalog: LoadedCatalog | null): Candidate[] {
  const { code, pointer } = problem;
  const missing = problems.flatMap((other) => (other.code === "missing_field" && other.pointer === pointer && "field" in other.params ? [other.params.field] : []));
  const context: Context = { problem, pointer, value: valueAt(json, pointer), params: problem.params as Context["params"], json, catalog, missing };
  return [...(BY_CODE[code]?.(context) ?? []), ...takingOut(context)];
}

const BY_CODE: Readonly<Partial<Record<string, (context: Context) => Candidate[]>>> = {
  missing_field: ({ json, pointer, missing }) => {
    const fields = missingFields(json, pointer, missing);
    const added = Object.entries(fields);
    return added.length === 0 ? [] : [candidate(() => choiceWords.addFields(Object.keys(fields)), ...added.map(([field, value]) => add(`${pointer}/${field}`, value)))];
  },
  unknown_field: fieldMeant,
  unknown_care_type: careTypesMeant,
  unknown_care_type_group: careTypesMeant,
  unknown_practitioner: valuesMeant,
  unknown_lens_complexity: valuesMeant,
  unknown_nature_de_soins: valuesMeant,
  unknown_treatment_mode: valuesMeant,
  treatment_mode_format: valuesMeant,
  wrong_type: inOtherForm,
  amount_format: inOtherForm,
  amount_precision: inOtherForm,
  negative_amount: inOtherForm,
  invalid_string: inOtherForm,
  age_reversed: ({ pointer, params: { min, max } }) => {
    const filter = parentOf(pointer);
    const [low, high] = [`${filter}/min_age`, `${filter}/max_age`];
    return [
      candidate(() => choiceWords.swapAges(Number(max), Number(min)), replace(low, max), replace(high, min)),
      candidate(() => choiceWords.onlyFrom(Number(min)), remove(high)),
      candidate(() => choiceWords.onlyTo(Number(max)), remove(low)),
    ];
  },
  no_guarantee: ({ json }) => [candidate(() => choiceWords.addGuarantee, add("/guarantees", [guaranteeSkeleton(json)]))],
  no_mapping: ({ pointer }) => [candidate(() => choiceWords.addMapping, add(pointer, [MAPPING]))],
  duplicate_guarantee: ({ pointer, json, params }) => renamed(pointer, freeName(json, String(params["name"]))),
  empty_name: ({ pointer, json }) => renamed(pointer, pointer === "/name" ? skeletonWords.coverage : freeName(json, skeletonWords.guarantee)),
  selects_nothing: ({ pointer, value }) => {
    const excludes = isObject(value) ? Object.keys(value).filter((field) => field.startsWith("exclude_")) : [];
    return excludes.length === 0 ? [] : [candidate(() => choiceWords.removeExcludes, ...excludes.map((field) => remove(`${pointer}/${field}`)))];
  },
  exclude_without_include: ({ pointer, value }) =>
    isObject(value) ? [candidate(() => choiceWords.includeInstead, ...Object.keys(value).filter((field) => field.startsWith("exclude_")).map(included(pointer)))] : [],
  include_also_excluded: ({ pointer, problem, json }) => [
    ...problem.related.map((other) => candidate(() => choiceWords.removeExclude(String(valueAt(json, other.pointer))), remove(other.pointer))),
    candidate(() => choiceWords.removeInclude, remove(pointer)),
  ],
  empty_rule: ({ pointer }) => [candidate(() => choiceWords.fullBase, add(pointer, [{ kind: "brss_percent", percent: "100" }]))],
  opaque_rule: ({ pointer, params: { field } }) =>
    typeof field === "string" ? [candidate(() => choiceWords.rename("components"), { op: "move", from: `${pointer}/${field}`, path: `${pointer}/components` })] : [],
  base_rule_on_unreimbursed: ({ pointer, problem }) => [
    candidate(() => choiceWords.ofTheCosts, replace(`${pointer}/kind`, "actual_costs")),
    ...problem.related.slice(0, 1).map((other) => candidate(() => choiceWords.removeCondition, remove(other.pointer))),
  ],
  limit_needs_one_maximum: ({ pointer, value }) => {
    const given = isObject(value) ? Object.keys(value).filter((field) => field.startsWith("max_")) : [];
    return given.length < 2 ? [] : given.map((kept) => candidate(() => choiceWords.keepMaximum(kept), ...given.filter((field) => field !== kept).map((field) => remove(`${pointer}/${field}`))));
  },
  repeated_limit_key: ({ pointer, value, json }) => {
    const [at, key] = isObject(value) ? [`${pointer}/key`, value["key"]] : [pointer, value];
    const own = freeKey(json, String(key));
    return [candidate(() => choiceWords.ownCounter(own), replace(at, own))];
  },
  limit_key_mismatch: ({ pointer, value, json, problem }) => {
    const key = isObject(value) && typeof value["key"] === "string" ? value["key"] : "";
    const own = freeKey(json, key);
    const same = problem.related.slice(0, 1).map((other) => candidate(() => choiceWords.sameLimit, replace(pointer, valueAt(json, other.pointer))));
    return [candidate(() => choiceWords.ownCounter(own), replace(`${pointer}/key`, own)), ...same];
  },
};

function renamed(pointer: string, name: string): Candidate[] {
  return [candidate(() => choiceWords.callIt(name), replace(pointer, name))];
}

function included(pointer: string): (field: string) => Operation {
  return (field) => ({ op: "move", from: `${pointer}/${field}`, path: `${pointer}/${field.replace("exclude_", "include_")}` });
}

/** What is missing cannot go; who gives way in an overlap is known once the coverage can be read. */
const NEVER_TAKEN_OUT = new Set(["missing_field", "overlap"]);

/** What is at the place, and around it, can go. From the inside out. */
function takingOut({ pointer, value, json, problem }: Context): Candidate[] {
  if (NEVER_TAKEN_OUT.has(problem.code) || problem.severity === "info") return [];
  const condition = /^(\/guarantees\/\d+\/care_type_mappings\/\d+\/filter\/[^/]+)(\/\d+)?$/.exec(pointer);
  const isEntry = /\/\d+$/.test(pointer);
  const parent = valueAt(json, parentOf(pointer));
  const candidates: Candidate[] = [];
  if (isEntry && typeof value === "string") candidates.push(candidate(() => choiceWords.removeEntry(value), remove(pointer)));
  if (condition) candidates.push(candidate(() => choiceWords.removeCondition, remove(condition[1]!)));
  if (/\/limits\/\d+$/.test(pointer)) candidates.push(candidate(() => choiceWords.removeLimit, remove(pointer)));
  if (/\/(?:components|options\/\d+)\/\d+\/\w+$/.test(pointer)) candidates.push(candidate(() => choiceWords.removeComponent, remove(parentOf(pointer))));
  const mapping = /^(\/guarantees\/\d+)(\/care_type_mappings)\/\d+(?=\/selector|$)/.exec(pointer);
  const siblings = mapping ? valueAt(json, mapping[1]! + mapping[2]!) : null;
  if (mapping && Array.isArray(siblings) && !isEntryOfSelector(pointer)) {
    candidates.push(siblings.length > 1 ? candidate(() => choiceWords.removeThisMapping, remove(mapping[0])) : candidate(() => choiceWords.removeItsGuarantee, remove(mapping[1]!)));
  }
  if (problem.code === "no_mapping") candidates.push(candidate(() => choiceWords.removeItsGuarantee, remove(parentOf(pointer))));
  if (problem.code === "wrong_type" && isObject(parent) && !condition) candidates.push(candidate(() => choiceWords.removeField(lastName(pointer)), remove(pointer)));
  return candidates;
}

function isEntryOfSelector(pointer: string): boolean {
  return /\/selector\/\w+\/\d+$/.test(pointer);
}
