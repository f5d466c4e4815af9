// A guarantee alone, as a coverage of one guarantee, with the places of the guarantee.
import type * as api from "../care-coverage";
import { CoverageError, problem } from "../error.ts";

const PLACE = "/guarantees/0";

export function draftOf(guarantee: unknown): unknown {
  return { name: "draft", version: 1, guarantees: [guarantee] };
}

/** A part of a coverage has a place in it, which a guarantee alone has not. */
export function refuseWithin(options: api.ValidateOptions | undefined): void {
  if (options?.within !== undefined) throw new CoverageError([problem("unknown_field", "a guarantee alone has no option `within`", "/within")]);
}

/** Those of the coverage, with places in the guarantee.
 *
 *  DECISION: what it leaves uncovered, other guarantees may cover: no gap is reported. Case: guarantee/no-gap
 *
 *  DECISION: an acceptance may be of another guarantee, so that none is stale. Case: guarantee/acceptances-of-others */
export function diagnosticsOf(diagnostics: readonly api.Diagnostic[]): api.Diagnostic[] {
  return diagnostics.filter((diagnostic) => !isOfAll(diagnostic as api.AnyDiagnostic)).map((diagnostic) => ({
    ...diagnostic,
    pointer: inGuarantee(diagnostic.pointer),
    related: diagnostic.related.map((related) => ({ ...related, pointer: inGuarantee(related.pointer) })),
    fix: diagnostic.fix && diagnostic.fix.map(stepInGuarantee),
  }));
}

/** Whether it says something of all guarantees together. */
function isOfAll(diagnostic: api.AnyDiagnostic): boolean {
  const { code, params } = diagnostic;
  return code === "gap" || code === "stale_acceptance" || (code === "diagnostics_truncated" && params.code === "gap");
}

function stepInGuarantee(step: api.JsonPatchOperation): api.JsonPatchOperation {
  const path = inGuarantee(step.path);
  return step.op === "move" ? { ...step, path, from: inGuarantee(step.from) } : { ...step, path };
}

function inGuarantee(pointer: string): string {
  return pointer.startsWith(PLACE) ? pointer.slice(PLACE.length) : pointer;
}
