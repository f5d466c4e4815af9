/** Which profile and which classes of acts is the coverage held to: read from what ships, or from files of one's own? */
import { computed } from "@preact/signals";
import type { RequirementProfile } from "../../engine/engine";
import { type Mistake, parseJson } from "../../kit/json/parse";
import { isObject } from "../../kit/json/values";
import { catalog } from "../../store/readings";
import { CLASSES } from "../../store/types";
import { documents } from "../../store/work";
import { choice } from "./choice";
import { type Classes, codesOf, isBound, withoutUnknown } from "./classes";
import { shipped, type ShippedName } from "./shipped";

/** A file that is fetched, or one's own. */
export type Source<T> =
  | { state: "loading" }
  | { state: "failed" }
  /** There is no file of one's own. */
  | { state: "none" }
  | { state: "broken"; mistake: Mistake }
  | { state: "read"; text: string; value: T };

export const profile = computed((): Source<RequirementProfile> => {
  const name = choice.value.profile;
  return name === "own" ? own("profile") : fetched<RequirementProfile>(name);
});

/** Those that are in hand, as chosen: without classes of their own, a profile's are. */
export const classesName = computed((): "example" | "national" | "profile" | "own" => {
  const chosen = choice.value.classes;
  if (chosen !== "fitting") return chosen;
  if (profile.value.state === "read" && isBound(profile.value.value.classes)) return "profile";
  const reading = catalog.value;
  if (reading.state !== "ready") return "example";
  const fit = CLASSES.map((name) => {
    const file = fetched<Classes>(name);
    return { name, ...(file.state === "read" ? codesOf(file.value, reading.value) : { unknown: [], known: 0 }) };
  });
  // Those of which the fewest are unknown, for what is known.
  return fit.toSorted((a, b) => b.known / (b.known + b.unknown.length || 1) - a.known / (a.known + a.unknown.length || 1))[0]!.name;
});

const chosenClasses = computed((): Source<Classes> | null => {
  const name = classesName.value;
  return name === "profile" ? null : name === "own" ? own("classes") : fetched<Classes>(name);
});

/** Null where the profile's own are meant. */
export const classes = computed((): Source<Classes> | null => {
  const [source, reading] = [chosenClasses.value, catalog.value];
  if (!choice.value.leavesOut || source?.state !== "read" || reading.state !== "ready") return source;
  const value = withoutUnknown(source.value, reading.value);
  return { ...source, text: `${JSON.stringify(value, null, 2)}\n`, value };
});

/** Codes of the classes that the catalogue lacks. */
export const unknownCodes = computed((): { unknown: string[]; known: number } => {
  const [source, reading] = [chosenClasses.value, catalog.value];
  return source?.state === "read" && reading.state === "ready" ? codesOf(source.value, reading.value) : { unknown: [], known: 0 };
});

/** The text of a file as the call of the package reads it; null where there is none. */
export function textOfSource(source: Source<unknown> | null): string | null {
  return source?.state === "read" ? source.text : null;
}

function own<T>(kind: "profile" | "classes"): Source<T> {
  const document = documents[kind];
  if (!document.isThere.value) return { state: "none" };
  const json = document.json.value;
  return json.ok ? { state: "read", text: document.read.value, value: json.value as T } : { state: "broken", mistake: json.mistake };
}

const parsed = new Map<string, unknown>();

function fetched<T>(name: ShippedName): Source<T> {
  const file = shipped(name);
  if (file.state !== "here") return file;
  if (!parsed.has(name)) parsed.set(name, valueOf(file.text));
  return { state: "read", text: file.text, value: parsed.get(name) as T };
}

function valueOf(text: string): unknown {
  const json = parseJson(text);
  return json.ok && isObject(json.value) ? json.value : {};
}
