// Several fixes of a text at once, and again until none is left. It asks no engine.
import type * as api from "./care-coverage";

/** Judging a text again costs milliseconds; what is not mended after so many times is left. */
const MOST_ROUNDS = 1000;

export function applyFixes<D extends api.Diagnostic>(
  text: string,
  diagnostics: readonly D[],
  { again }: api.ApplyFixesOptions<D> = {},
): api.AppliedFixes<D> {
  const applied: D[] = [];
  let left = [...diagnostics];
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    let chosen = compatible(left);
    if (chosen.length === 0) break;
    if (!again) {
      const taken = new Set<D>(chosen);
      return { text: edited(text, chosen), applied: chosen, left: left.filter((diagnostic) => !taken.has(diagnostic)) };
    }
    let next = edited(text, chosen);
    let found = again(next);
    // Each fix brings no new error, but two of them may: the names of two guarantees can become one.
    while (chosen.length > 1 && errorsIn(found) > errorsIn(left)) {
      chosen = chosen.slice(0, chosen.length >> 1);
      next = edited(text, chosen);
      found = again(next);
    }
    applied.push(...chosen);
    [text, left] = [next, found];
  }
  return { text, applied, left };
}

/** Those whose edits lie apart from one another, and that make no field and no name of a guarantee twice; of two that do not go together,
 *  the first in the text. What is accepted is meant as it is. */
function compatible<D extends api.Diagnostic>(diagnostics: readonly D[]): D[] {
  const chosen: D[] = [];
  const made = new Set<string>();
  let last: api.TextEdit | undefined;
  for (const diagnostic of inOrder(diagnostics)) {
    const edits = diagnostic.edits!;
    const paths = (diagnostic.fix ?? []).flatMap(madeBy);
    if ((last && touch(last, edits[0]!)) || paths.some((path) => made.has(path))) continue;
    for (const path of paths) made.add(path);
    last = edits.at(-1)!;
    chosen.push(diagnostic);
  }
  return chosen;
}

function inOrder<D extends api.Diagnostic>(diagnostics: readonly D[]): D[] {
  const start = ({ edits }: D) => edits![0]!.start;
  return diagnostics.filter(({ accepted, edits }) => accepted === undefined && edits?.length).sort((a, b) => start(a) - start(b));
}

/** What a step makes of which there may be one: a field, or the name of a guarantee. */
function madeBy(step: api.JsonPatchOperation): string[] {
  if (step.op === "add" || step.op === "move") return [step.path];
  return step.op === "replace" && /^\/guarantees\/\d+\/name$/.test(step.path) ? [`name ${step.value}`] : [];
}

/** What is put in says what is before it; so it may only follow what is put in at the same place and begins with a comma, too. */
function touch(before: api.TextEdit, after: api.TextEdit): boolean {
  if (after.start !== before.end) return after.start < before.end;
  const inserts = (edit: api.TextEdit) => edit.start === edit.end;
  if (!inserts(before) && !inserts(after)) return false;
  return !(inserts(before) && inserts(after) && before.text.startsWith(",") && after.text.startsWith(","));
}

function edited(text: string, chosen: readonly api.Diagnostic[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text: replacement } of chosen.flatMap(({ edits }) => edits!)) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

function errorsIn(diagnostics: readonly api.Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === "error").length;
}
