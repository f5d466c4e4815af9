/**
 * Problems under the fields of a form: as rjsf, JSON Forms and react-hook-form take them. It imports nothing of any of them.
 *
 *     import { toFormResolver, toJsonFormsErrors, toRjsfErrors } from "care-coverage/forms";
 *
 *     <Form schema={schema} validator={validator} formData={payload} extraErrors={toRjsfErrors(catalog.validateCoverage(payload))} />
 *     <JsonForms data={payload} additionalErrors={toJsonFormsErrors(catalog.validateCoverage(payload))} … />
 *     useForm({ resolver: toFormResolver((values) => catalog.validateCoverage(values)) });
 *
 * In French: `catalog.validateCoverage(payload).map((problem) => translate(problem, "fr"))`, with `translate` of "care-coverage/words".
 */
import type { Diagnostic, Severity } from "./index.js";

export interface FormOptions {
  /** Which problems are shown; the others are left out. Default `["error"]`: most forms let nobody save while there is one. */
  severities?: readonly Severity[] | undefined;
  /** The JSON Pointer of the part that the form is of, such as "/guarantees/3". Problems elsewhere are left out. */
  within?: string | undefined;
}

/** An error schema of rjsf: messages under the names of fields. */
export interface RjsfErrors { [name: string]: any }

/** For `extraErrors`. */
export function toRjsfErrors(diagnostics: readonly Diagnostic[], options?: FormOptions): RjsfErrors;

/** As Ajv says an error. */
export interface JsonFormsError {
  /** The place: a JSON Pointer. */
  instancePath: string;
  /** It comes from no schema: "". */
  schemaPath: string;
  /** The code of the problem. */
  keyword: string;
  params: Record<string, never>;
  /** Of no alternative of a schema: else JSON Forms hides it wherever a value fits none of the alternatives. */
  parentSchema: { type: "object" };
  message: string;
}

/** For `additionalErrors`. */
export function toJsonFormsErrors(diagnostics: readonly Diagnostic[], options?: FormOptions): JsonFormsError[];

/** A resolver of react-hook-form. */
export type FormResolver<T extends object> = (
  values: T,
  context?: unknown,
  options?: { fields?: any; criteriaMode?: "firstError" | "all" | undefined },
) => Promise<{ values: T; errors: Record<string, never> } | { values: Record<string, never>; errors: any }>;

/** For the option `resolver` of `useForm`. Of a field, the first problem is its error, with the code as `type`; with the criteria mode "all" the
 *  others are in `types`. What is wrong with a list or an object as a whole is under its name as `root`, as field arrays have it. */
export function toFormResolver<T extends object>(
  validate: (values: T) => readonly Diagnostic[] | Promise<readonly Diagnostic[]>,
  options?: FormOptions,
): FormResolver<T>;
