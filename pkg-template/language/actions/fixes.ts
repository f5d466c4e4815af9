// What mends a problem, and what takes away all that does nothing.
import type * as api from "../../care-coverage-language";
import type * as main from "../../care-coverage";
import type { Context } from "../context.ts";
import { difference, edited, removing, touches } from "../edits.ts";
import { jsonOf } from "../nodes.ts";
import { Tree } from "../tree.ts";
import type { Span, TextEdit } from "../types.ts";

/** What may be removed without changing what the document says. */
const UNUSED: readonly main.DiagnosticCode[] = ["useless_exclude", "redundant_include", "redundant_mapping", "duplicate_value", "irrelevant_condition", "beyond_without_limit"];

export function fixesIn({ found, speech }: Context, range: Span): api.CodeAction[] {
  const here = found().filter(({ mark, edits, accepted }) => edits !== null && accepted === undefined && touches(mark, range));
  return speech.translated(here).map(({ code, fix_title, edits, message }) => ({ title: fix_title ?? message, kind: "fix", edits: edits!, fixes: code }));
}

export function unusedIn(context: Context, range: Span): api.CodeAction[] {
  const { kind } = context;
  const [edits, count] = kind === "coverage" ? ofCoverage(context, range) : kind === "profile" ? classesOf(context, range) : kind === "catalog" ? groupsOf(context, range) : [[], 0];
  return edits.length === 0 ? [] : [{ title: context.speech.words.actions.removeUnused(count), kind: "remove_unused", edits, fixes: null }];
}

function ofCoverage(context: Context, range: Span): [TextEdit[], number] {
  const { tree, found, check } = context;
  const before = found();
  const unused = before.filter(({ code, fix, accepted }) => UNUSED.includes(code) && accepted === undefined && fix?.length === 1 && fix[0]!.op === "remove");
  if (!unused.some(({ mark }) => touches(mark, range))) return [[], 0];
  const removed = new Removed(context);
  for (const { code, fix } of unused) removed.take(code, fix![0]!.path);
  const [edits, count] = without(tree, removed.paths.flatMap((path) => tree.pathTo(path).at(-1)?.part ?? []), null);
  // What does nothing alone may do something without the others.
  const errors = (found: readonly main.TextDiagnostic[]) => found.filter(({ severity }) => severity === "error").length;
  return edits.length > 0 && errors(check(edited(tree.text, edits))) <= errors(before) ? [edits, count] : [[], 0];
}

/** What is removed together. Of a selector, each code that the selection does not need without those before it. */
class Removed {
  readonly paths: string[] = [];
  readonly #context: Context;
  /** By the pointer of a selector, what is left of it. */
  readonly #selectors = new Map<string, Record<string, (string | undefined)[]>>();

  constructor(context: Context) {
    this.#context = context;
  }

  take(code: main.DiagnosticCode, path: string): void {
    // What is within something that goes, goes with it.
    if (this.paths.some((other) => path === other || path.startsWith(`${other}/`))) return;
    if ((code === "redundant_include" || code === "useless_exclude") && !this.#isNotNeeded(path)) return;
    this.paths.push(path);
  }

  #isNotNeeded(path: string): boolean {
    const [, pointer = "", field = "", index = ""] = /^(.*)\/(\w+)\/(\d+)$/.exec(path) ?? [];
    const { tree, selections } = this.#context;
    const left = this.#selectors.get(pointer) ?? (jsonOf(tree.text, tree.nodeAt(pointer)) as Record<string, (string | undefined)[]> | undefined);
    const list = left?.[field];
    if (!left || !Array.isArray(list)) return false;
    const now = { ...left, [field]: list.map((code, at) => (at === Number(index) ? undefined : code)) };
    const [all, fewer] = [selections.ofValue(left), selections.ofValue(now)];
    const isSame = all.size === fewer.size && [...all].every((code) => fewer.has(code));
    this.#selectors.set(pointer, isSame ? now : left);
    return isSame;
  }
}

/** Classes that no requirement names. */
function classesOf({ tree, mentions }: Context, range: Span): [TextEdit[], number] {
  const named = new Set(mentions.of("class").filter(({ defines }) => !defines).map(({ name }) => name));
  // What is asked of an equipment without a frame is asked of the class of that name.
  named.add("frame");
  return without(tree, mentions.of("class").filter(({ defines, name }) => defines && !named.has(name)).map(({ at }) => at), range);
}

/** Groups without care types. */
function groupsOf({ tree, mentions }: Context, range: Span): [TextEdit[], number] {
  const all = mentions.of("group_id");
  const named = new Set(all.filter(({ defines }) => !defines).map(({ name }) => name));
  const groups = all.filter(({ defines, name }) => defines && !named.has(name));
  const entries = groups.map(({ at }) => tree.pathAt(at.start).steps.at(-2)!.part);
  return without(tree, entries, range);
}

/** The text without some members or entries, by where they begin, if one of them is in a range. */
function without({ text, isWhole }: Tree, places: readonly Span[], range: Span | null): [TextEdit[], number] {
  if (!isWhole || (range !== null && !places.some((place) => touches(place, range)))) return [[], 0];
  const now = new Tree(text);
  for (const { start } of [...places].sort((a, b) => b.start - a.start)) {
    const { node, index } = now.pathAt(start).steps.at(-1)!;
    const edit = removing(node, index);
    now.edit(edit.start, edit.end, edit.text);
  }
  return [difference(text, now.text), places.length];
}

