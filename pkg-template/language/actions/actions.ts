// What can be done where the cursor is, or with what is selected?
import type * as api from "../../care-coverage-language";
import type { Context } from "../context.ts";
import type { Span } from "../types.ts";
import { groupsIn, sortIn } from "./codes.ts";
import { fixesIn, unusedIn } from "./fixes.ts";
import { missingIn, newGroupIn } from "./missing.ts";
import { splitIn } from "./optam.ts";

export function actionsIn(context: Context, range: Span): api.CodeAction[] {
  const { steps } = context.tree.pathAt(range.start);
  const ofCoverage = context.kind === "coverage" ? splitIn(context, steps) : [];
  return [
    ...fixesIn(context, range), ...missingIn(context, steps), ...groupsIn(context, steps), ...newGroupIn(context, range), ...ofCoverage,
    ...sortIn(context, steps), ...unusedIn(context, range),
  ];
}
