// What the columns of a Parquet file are.
import type { FileMetaData, SchemaElement } from "hyparquet";
import type { ValueKind } from "./parquet-values.ts";
import type { StoredAs } from "./values.ts";

/** The columns that are no part of another, by name. */
export function topElements(schema: readonly SchemaElement[], count: number): Map<string, SchemaElement> {
  const found = new Map<string, SchemaElement>();
  const next = (position: number): number => {
    let after = position + 1;
    for (let child = schema[position]?.num_children ?? 0; child > 0; child--) after = next(after);
    return after;
  };
  for (let position = 1; found.size < count && position < schema.length; position = next(position)) found.set(schema[position]!.name, schema[position]!);
  return found;
}

const PER_DAY = { MILLIS: 86_400_000, MICROS: 86_400_000_000, NANOS: 86_400_000_000_000 };

export function storedAs({ type, repetition_type, converted_type, logical_type, num_children, scale }: SchemaElement): StoredAs {
  if (num_children || repetition_type === "REPEATED") return { is: "other", name: logical_type?.type ?? "group" };
  const logical = logical_type?.type;
  if (logical === "DECIMAL" || converted_type === "DECIMAL") return { is: "decimal", scale: (logical_type?.type === "DECIMAL" ? logical_type.scale : scale) ?? 0 };
  if (logical === "DATE" || converted_type === "DATE") return { is: "date" };
  if (logical_type?.type === "TIMESTAMP") return { is: "time", perDay: PER_DAY[logical_type.unit] };
  if (converted_type === "TIMESTAMP_MILLIS") return { is: "time", perDay: PER_DAY.MILLIS };
  if (converted_type === "TIMESTAMP_MICROS") return { is: "time", perDay: PER_DAY.MICROS };
  if (type === "INT96") return { is: "time", perDay: PER_DAY.NANOS };
  if (logical === "TIME" || logical === "UUID" || logical === "FLOAT16" || logical === "INTERVAL" || converted_type === "INTERVAL") return { is: "other", name: logical ?? "INTERVAL" };
  switch (type) {
    case "BOOLEAN": return { is: "boolean" };
    case "INT32":
    case "INT64": return { is: "integer" };
    case "FLOAT": return { is: "float32" };
    case "DOUBLE": return { is: "float" };
    case "BYTE_ARRAY": return { is: "text" };
    default: return { is: "other", name: String(type) };
  }
}

/** The same file, of which hyparquet reads all but texts as they are stored: it makes dates and decimals of them otherwise, as floats. */
export function withoutMeanings(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element): SchemaElement => {
    if (element.num_children || isUnsigned(element)) return element;
    const { converted_type, logical_type, ...plain } = element;
    return storedAs(element).is === "text" ? { ...plain, converted_type: "UTF8" } : plain;
  });
  return { ...metadata, schema };
}

function isUnsigned({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type?.startsWith("UINT") || (logical_type?.type === "INTEGER" && !logical_type.isSigned);
}

/** How its values are stored; undefined where that is none of those that are taken. */
export function valueKind(element: SchemaElement): ValueKind | undefined {
  const { type, type_length } = element;
  const isDecimal = storedAs(element).is === "decimal";
  switch (type) {
    case "BOOLEAN": return "boolean";
    case "INT32": return isUnsigned(element) ? "unsigned" : "integer";
    case "INT64": return isUnsigned(element) ? "long unsigned" : "long";
    case "INT96": return "int96";
    case "FLOAT": return "float";
    case "DOUBLE": return "double";
    case "BYTE_ARRAY": return isDecimal ? "bytes" : "text";
    default: return isDecimal ? type_length : undefined;
  }
}
