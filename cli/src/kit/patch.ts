// A JSON Patch (RFC 6902) on a value.
import type { JsonPatchOperation } from "care-coverage/slim";

/** The parts of a JSON Pointer. */
export function partsOf(pointer: string): string[] {
  return pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value with the steps made; undefined where a step leads nowhere. The given value may be changed. */
export function patched(value: unknown, steps: readonly JsonPatchOperation[]): { value: unknown } | undefined {
  const root: Record<string, unknown> = { "": value };
  for (const step of steps) {
    const made = step.op === "move" ? take(root, step.from) : step.op === "remove" ? undefined : { value: step.value };
    if (step.op === "remove" && !take(root, step.path)) return undefined;
    if (step.op === "remove") continue;
    if (!made || !put(root, step.path, made.value, step.op === "replace")) return undefined;
  }
  return { value: root[""] };
}

function holderOf(root: Record<string, unknown>, pointer: string): [Record<string, unknown> | unknown[], string] | undefined {
  const path = ["", ...partsOf(pointer)];
  const last = path.pop()!;
  let at: unknown = root;
  for (const part of path) {
    if (at === null || typeof at !== "object" || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return at !== null && typeof at === "object" ? [at as Record<string, unknown>, last] : undefined;
}

function take(root: Record<string, unknown>, pointer: string): { value: unknown } | undefined {
  const [holder, last] = holderOf(root, pointer) ?? [];
  if (!holder || last === undefined || !Object.hasOwn(holder, last)) return undefined;
  if (Array.isArray(holder)) return { value: holder.splice(Number(last), 1)[0] };
  const value = holder[last];
  delete holder[last];
  return { value };
}

function put(root: Record<string, unknown>, pointer: string, value: unknown, replaces: boolean): boolean {
  const [holder, last] = holderOf(root, pointer) ?? [];
  if (!holder || last === undefined || (replaces && !Object.hasOwn(holder, last))) return false;
  if (!Array.isArray(holder)) Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  else if (replaces) holder[Number(last)] = value;
  else holder.splice(last === "-" ? holder.length : Number(last), 0, value);
  return true;
}
