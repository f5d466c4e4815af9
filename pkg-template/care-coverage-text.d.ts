/**
 * What of care-coverage needs no engine, a few kilobytes without a WebAssembly module: for a page whose engine is in a worker or on a
 * server, and that reads what they answer. In one program these are the same as those of "care-coverage".
 *
 *     import { applyFixes, formatDiagnostics } from "care-coverage/text";
 */
export { CoverageError, OUTCOME_CODES, applyFixes, formatDiagnostics } from "./index.js";
