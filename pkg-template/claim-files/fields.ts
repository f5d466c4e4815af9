// Which columns of a file are read, and as which field of a claim: by the mapping, or by our own names.
import type * as api from "../care-coverage";
import { AMOUNTS, BYTES, DAYS, TEXTS, columnsOfGroups } from "../simulate/columns.ts";

export type FieldKind = "text" | "flag" | "whole" | "side" | "amount" | "date" | "other";

/** A column of the file that is read. */
export interface FileField {
  column: string;
  /** Our field; null for a column that groups are made of. */
  field: string | null;
  kind: FieldKind;
  /** Our value for each of theirs. */
  values: ReadonlyMap<string, unknown> | undefined;
  /** How dates are written where they are texts. */
  format: string | undefined;
}

export interface FileFields {
  fields: FileField[];
  /** The columns that groups are made of. */
  by: string[];
  /** Whether the mapping says more than which column and which text is which. */
  isWritten: boolean;
}

const WHOLE = ["member_age", "tooth", "age_band"];
/** What only the reader of rows knows how to take. */
const OTHERS = ["member_birth_date"];

function kindOf(field: string): FieldKind {
  if (TEXTS.includes(field)) return "text";
  if (WHOLE.includes(field)) return "whole";
  if (field === "side") return "side";
  if (BYTES.includes(field)) return "flag";
  if (AMOUNTS.includes(field)) return "amount";
  return DAYS.includes(field) ? "date" : "other";
}

interface Mapped {
  column?: unknown;
  values?: unknown;
  format?: unknown;
  fixed?: unknown;
}

/** The mapping is checked by the core, which is asked first. `columns` are those of the file. */
export function fieldsOf(columns: readonly string[], options: api.SimulateOptions): FileFields {
  const mapping = (options.mapping ?? {}) as { kind?: unknown; columns?: Record<string, string | Mapped>; values?: Record<string, unknown>; date_format?: unknown };
  const by = columnsOfGroups(options);
  const ofGroups = by.map((column): FileField => ({ column, field: null, kind: "text", values: undefined, format: undefined }));
  const known = [...TEXTS, ...BYTES, ...AMOUNTS, ...DAYS, ...OTHERS].filter((field) => field !== "age_band");
  const format = typeof mapping.date_format === "string" ? mapping.date_format : undefined;
  const given = mapping.columns ?? Object.fromEntries(known.filter((field) => columns.includes(field)).map((field) => [field, field]));
  const fields = Object.entries(given).flatMap(([field, mapped]): FileField[] => {
    const said: Mapped = typeof mapped === "string" ? { column: mapped } : mapped;
    if (typeof said.column !== "string") return [];
    const values = (said.values ?? mapping.values?.[field]) as Record<string, unknown> | undefined;
    return [{
      column: said.column, field, kind: kindOf(field), values: values && new Map(Object.entries(values)), format: typeof said.format === "string" ? said.format : format,
    }];
  });
  const isFixed = Object.values(given).some((mapped) => typeof mapped === "object" && "fixed" in mapped);
  const isWritten = isFixed || mapping.kind === "damir" || fields.some(({ kind, values }) => kind === "other" || (values && kind !== "text"));
  return { fields: [...fields, ...ofGroups], by, isWritten };
}
