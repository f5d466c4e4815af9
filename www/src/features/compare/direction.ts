/**
 * Does a rule pay members more or less than another? By what the rules say, for every act: a higher percentage pays more or the same, and
 * so does a limit that leaves more. Where two changes pull apart, the answer is "mixed"; where nothing can be said, "unknown".
 */
import { decimal, isAtMost } from "../../kit/decimals";
import { isObject, type Json, listIn } from "../../kit/json/values";

export type Direction = "more" | "less" | "same" | "mixed" | "unknown";

const SCOPES = ["family", "beneficiary"];

export function directionOf(before: unknown, after: unknown): Direction {
  if (isSame(before, after)) return "same";
  if (!isRule(before) || !isRule(after)) return "unknown";
  return together([
    components(before["components"], after["components"]),
    order(["included", "excluded"], before["secu_share"] ?? "included", after["secu_share"] ?? "included"),
    order(["left_to_member", "covered"], before["pathway_surcharge"] ?? "left_to_member", after["pathway_surcharge"] ?? "left_to_member"),
    cap(before["price_cap"], after["price_cap"]),
    limits(before["limits"], after["limits"]),
    beyond(before["beyond_limits"], after["beyond_limits"]),
  ]);
}

/** What several changes come to. */
export function together(directions: readonly Direction[]): Direction {
  const found = new Set(directions.filter((direction) => direction !== "same"));
  if (found.size === 0) return "same";
  if (found.has("unknown")) return "unknown";
  return found.size === 1 ? [...found][0]! : "mixed";
}

function isRule(value: unknown): value is Json {
  return isObject(value) && Array.isArray(value["components"]);
}

/** In whatever order the fields are written. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isObject(a) || !isObject(b)) return a === b || ((a ?? null) === null && (b ?? null) === null);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => isSame(a[field], b[field]));
}

function order(fromLess: readonly unknown[], before: unknown, after: unknown): Direction {
  if (before === after) return "same";
  const [was, is] = [fromLess.indexOf(before), fromLess.indexOf(after)];
  return was < 0 || is < 0 ? "unknown" : was < is ? "more" : "less";
}

function figures(before: unknown, after: unknown): Direction {
  const isFigure = (value: unknown): value is string | number => (typeof value === "string" || typeof value === "number") && /^\d+(\.\d+)?$/.test(String(value));
  if (!isFigure(before) || !isFigure(after)) return isSame(before, after) ? "same" : "unknown";
  const [was, is] = [decimal(before), decimal(after)];
  return isAtMost(was, is) ? (isAtMost(is, was) ? "same" : "more") : "less";
}

/** Pairs what has the same key, in order; what is alone is null on the other side. */
function paired(before: unknown, after: unknown, keyOf: (entry: Json) => string): [Json | null, Json | null][] {
  const lists = [before, after].map((list) => (Array.isArray(list) ? list.filter(isObject) : []));
  const [was, rest] = [lists[0]!, [...lists[1]!]];
  const pairs = was.map((entry): [Json, Json | null] => {
    const index = rest.findIndex((other) => keyOf(other) === keyOf(entry));
    return [entry, index < 0 ? null : rest.splice(index, 1)[0]!];
  });
  return [...pairs, ...rest.map((entry): [null, Json] => [null, entry])];
}

function components(before: unknown, after: unknown): Direction {
  const pairs = paired(before, after, ({ kind, per = "act" }) => `${kind} ${per}`);
  const gone = pairs.filter(([, is]) => is === null).length;
  // One part in place of another, or another one limited first: it depends on the act.
  if (gone > 0 && pairs.some(([was]) => was === null)) return "unknown";
  if (!isSame(limitedIn(before, after), limitedIn(after, before))) return "unknown";
  return together(pairs.map(([was, is]) => (was === null ? "more" : is === null ? "less" : component(was, is))));
}

/** The limits of components in the order in which these are counted, as far as the other rule has them, too. */
function limitedIn(list: unknown, other: unknown): unknown[] {
  const keysIn = (list: unknown) => (Array.isArray(list) ? list : []).flatMap((component) => listIn(component, "limits").map((limit) => (isObject(limit) ? limit["key"] : null)));
  const others = new Set(keysIn(other));
  return keysIn(list).filter((key) => others.has(key));
}

function component(was: Json, is: Json): Direction {
  const options = [was["options"], is["options"]];
  const inner = options.every(Array.isArray) ? optionsOf(was, is) : together([figures(was["percent"], is["percent"]), figures(was["amount"], is["amount"])]);
  return together([inner, limits(was["limits"], is["limits"])]);
}

function optionsOf(was: Json, is: Json): Direction {
  const [before, after] = [was["options"], is["options"]] as [unknown[], unknown[]];
  return before.length === after.length ? together(before.map((option, index) => components(option, after[index]))) : "unknown";
}

function cap(before: unknown, after: unknown): Direction {
  if (isSame(before, after)) return "same";
  if (!isObject(before)) return "less";
  if (!isObject(after)) return "more";
  return before["kind"] === "amount" && after["kind"] === "amount" ? figures(before["amount"], after["amount"]) : "unknown";
}

function limits(before: unknown, after: unknown): Direction {
  const pairs = paired(before, after, ({ key }) => String(key));
  return together(pairs.map(([was, is]) => (was === null ? "less" : is === null ? "more" : limit(was, is))));
}

function limit(was: Json, is: Json): Direction {
  if (!isSame(was["period"], is["period"])) return "unknown";
  return together([
    ...["max_amount", "max_pmss_percent", "max_count", "max_days"].map((maximum) => figures(was[maximum], is[maximum])),
    order(["total", "complementary"], was["counts"] ?? "complementary", is["counts"] ?? "complementary"),
    order(SCOPES, was["scope"] ?? "beneficiary", is["scope"] ?? "beneficiary"),
  ]);
}

function beyond(before: unknown, after: unknown): Direction {
  if (isSame(before, after)) return "same";
  if (!isObject(before)) return "more";
  if (!isObject(after)) return "less";
  return directionOf(before, after);
}
