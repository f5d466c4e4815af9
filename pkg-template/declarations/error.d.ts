import type { DiagnosticCode } from "./codes";
import type { Diagnostic } from "./diagnostics";
import type { DeepReadonly } from "./json";

/** An input that cannot be used; or the end of an engine, with the codes "out_of_memory" and "internal" and what was thrown as its
 *  `cause`. `instanceof` also knows those of another copy of the package, as `import` and `require` in one program are. */
export class CoverageError extends Error {
  /** The code of the first error among `diagnostics`. */
  readonly code: DiagnosticCode;
  /** Every problem that made the input unusable, sorted by pointer, then code. */
  readonly diagnostics: Diagnostic[];
  constructor(diagnostics: DeepReadonly<Diagnostic[]>);
  /** What `JSON.stringify` writes; of an `Error` it would leave the message out. */
  toJSON(): { name: string; code: DiagnosticCode; message: string; diagnostics: Diagnostic[] };
}
