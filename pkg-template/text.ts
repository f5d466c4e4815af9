// What needs no engine, for a program that has the engine in a worker or on a server.
export { CoverageError, OUTCOME_CODES, applyFixes, formatDiagnostics } from "./base.ts";
