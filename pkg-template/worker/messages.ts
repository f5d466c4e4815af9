// What the two sides of a worker say to each other.
import type * as api from "../care-coverage";

/** A question about an object of the worker: 0 is the package itself. What it makes is kept under the number that the asking side
 *  gives, so that it can also be freed by one who no longer waits for the answer. */
export interface Call {
  id: number;
  on: number;
  method: string;
  given: readonly unknown[];
  makes: number | null;
}

/** Gives an object's memory back. */
export interface Free {
  free: number;
}

/** The second module, for a worker that wants it; none where the asking side has none either. */
export interface Brought {
  amounts: WebAssembly.Module | null;
}

export type Message = Call | Free | Brought;

/** The worker could not fetch the second module. The questions that need it wait. */
export interface Wanted {
  wants: "amounts";
}

export type Reply = ({ id: number } & Answer) | Wanted;
export type Answer = { value: unknown } | { diagnostics: api.Diagnostic[] } | { failed: string };

/** The answer of `compileCoverage`. */
export interface Compiled {
  name: string;
  version: number;
  guaranteeNames: readonly string[];
}

/** The answer of `tryCompile`: nothing is compiled where it is null. */
export interface Tried {
  compiled: Compiled | null;
  diagnostics: api.Diagnostic[];
}

/** What a catalogue was made of, as far as it does not change. */
export interface Made {
  careTypeCount: number;
  careTypeGroupCount: number;
  diagnostics: api.Diagnostic[];
}

type Methods<T, Others extends PropertyKey> = Record<Exclude<keyof T, Others | "free" | "toJSON" | typeof Symbol.dispose>, number>;

/** The methods whose arguments and answers are values, which the worker asks its object as they are: how many arguments each takes before
 *  its options. All others are named here, so that a method that is added to the package does not compile until it is listed. */
export const QUESTIONS = {
  catalog: {
    getCareTypeMappings: 0, careType: 1, group: 1, membersOf: 1, groupsOf: 1, search: 1, knownValues: 0, jsonSchema: 0,
    getCareTypesFromSelector: 1, explainSelector: 1, headings: 1, validateCoverage: 1, validateCoverageText: 1, validateGuarantee: 1,
  } satisfies Methods<api.CareTypeCatalog, keyof Made | "compileCoverage" | "tryCompile" | "tryCompileText">,
  coverage: {
    toPayload: 0, careTypesOf: 1, guaranteesFor: 1, guaranteesForText: 1, explain: 1, explainText: 1, evaluateColumns: 1, reimburseColumns: 1, actCodes: 0,
    analyze: 0, checkRequirements: 1, validate: 1, validateText: 1, reimburse: 2, reimburseText: 2, reimburseMany: 2,
  } satisfies Methods<api.Coverage, keyof Compiled | "withPayload" | "diff" | "compareAmounts" | "evaluate" | "evaluateText">,
};
