/** Fields for exact decimals and for whole numbers. */
import { parseDecimal, parseInteger, type Unit } from "./numbers";
import { type Read, TypedField, type TypedProps } from "./typed-field";

interface Bounds {
  /** Numbers below 0 are taken, too. */
  isSigned?: boolean;
}

type Refused = "other_unit" | "negative";
export type DecimalWhy = "empty" | "not_a_number" | "ambiguous" | Refused;
export type IntegerWhy = "empty" | "not_a_number" | "not_whole" | Refused;

export function DecimalField(props: TypedProps<DecimalWhy> & Bounds) {
  return <TypedField {...props} inputMode="decimal" read={(text) => within(parseDecimal(text), props)} />;
}

export function IntegerField(props: TypedProps<IntegerWhy> & Bounds) {
  return <TypedField {...props} inputMode="numeric" read={(text) => within(parseInteger(text), props)} />;
}

/** 50 % is not 50 €; a field without a unit takes each of them. */
function within<Why extends string>(
  read: { ok: true; value: string; unit: Unit | null } | { ok: false; why: Why },
  { unit, isSigned }: { unit?: string; isSigned?: boolean },
): Read<Why | Refused> {
  if (!read.ok) return read;
  if (read.unit !== null && unit !== undefined && !unit.includes(read.unit)) return { ok: false, why: "other_unit" };
  return read.value.startsWith("-") && !isSigned ? { ok: false, why: "negative" } : read;
}
