/// <reference lib="esnext.disposable" />
/**
 * care-coverage: which guarantees of a health coverage match a care act, why, and how much they reimburse; and would a dispense
 * of medication be accepted?
 *
 * Ready at import, synchronously:
 *
 *     import { CareTypeCatalog } from "care-coverage";
 *
 * Rules that hold everywhere
 *  - An input that cannot be used is thrown as a `CoverageError` with every problem found. What the rules answer (not
 *    covered, undetermined) is returned.
 *  - Inputs are JSON-like values: plain objects (of any realm, or without prototype), arrays, strings, finite numbers,
 *    booleans, null. A `Set` may be given for an array. A property that is `undefined` is left out. Unknown fields are
 *    errors, except inside the entities of a dispense snapshot; documents may have `$schema`, `description` and fields whose name
 *    begins with `x-`, which are kept and mean nothing. So is everything else (functions, symbols, bigints, Dates, Maps, class instances, NaN, cycles, getters that
 *    throw), and the module stays usable after it.
 *  - Outputs are plain objects and arrays, arrays in the documented order; optional values are `null`, never `undefined`.
 *  - Decimals come in as a string ("18.65": no sign, exponent or blanks) or as a number read as its shortest decimal, and go
 *    out as strings. At most 12 digits before the point and 4 after it, 6 in a percentage; more is "amount_precision".
 *  - Dates are "YYYY-MM-DD" calendar dates of the years 0001 to 9999. The engine never reads a clock.
 *  - Pointers are RFC 6901 JSON Pointers into the value that was given; "" is the whole. Where a call takes two values,
 *    the message begins with the argument's name.
 *  - Nothing that is handed in stops the engine. Where it needs more memory than it may have ("out_of_memory"), or fails otherwise
 *    ("internal"), the call throws a `CoverageError` with that code, another instance takes its place, and the next call works; a
 *    `CareTypeCatalog` and a `Coverage` made before answer with the code "stale": make them again.
 *  - An object used after `free()` throws a `CoverageError` with the code "freed". `free()` itself may be called again.
 *    A `Coverage` survives its catalogue's `free()`.
 *
 * Wire fields are snake_case, as in the insurer's documents; functions, methods and options are camelCase.
 */

export interface InitOptions {
  /** The most bytes of memory that the engine may take: 2 MiB to 4 GiB, in whole pages of 64 KiB. Default: what the platform gives. */
  maxMemory?: number | null | undefined;
}

/** Bounds what the engine may take from now on; without a bound, the platform alone bounds it. A question that needs more throws a
 *  `CoverageError` "out_of_memory" before the platform runs out. Another bound than before starts the engine again: call it first,
 *  because a `CareTypeCatalog` or a `Coverage` made before is "stale" then.
 *  @throws "wrong_type", "out_of_range", "unknown_field" for the options; "unreadable_value" where a getter of an input calls it. */
export function init(options?: InitOptions): void;

/** The version of this package, for example "1.2.3". */
export function packageVersion(): string;

export * from "./declarations/codes";
export * from "./declarations/json";
export * from "./declarations/diagnostics";
export * from "./declarations/error";
export * from "./declarations/text-fixes";
export * from "./declarations/facts";
export * from "./declarations/care-types";
export * from "./declarations/coverage-payload";
export * from "./declarations/acts";
export * from "./declarations/analysis";
export * from "./declarations/amount-comparison";
export * from "./declarations/acceptances";
export * from "./declarations/batches";
export * from "./declarations/reimbursement";
export * from "./declarations/simulation";
export * from "./declarations/requirements";
export * from "./declarations/claims";
export * from "./declarations/benefit-tables";
export * from "./declarations/look-ups";
export * from "./declarations/catalog";
export * from "./declarations/coverage";
export * from "./declarations/functions";
export * from "./declarations/versions";
export * from "./declarations/stores";
export * from "./declarations/dispense-checks";
export * from "./declarations/dispense";
