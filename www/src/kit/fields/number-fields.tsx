/** Fields for exact decimals and for whole numbers. */
import { parseDecimal, parseInteger, type Unit } from "./numbers";
import { type Read, TypedField, type TypedProps } from "./typed-field";

export type DecimalWhy = "empty" | "not_a_number" | "ambiguous" | "other_unit";
export type IntegerWhy = "empty" | "not_a_number" | "not_whole" | "other_unit";

export function DecimalField(props: TypedProps<DecimalWhy>) {
  return <TypedField {...props} inputMode="decimal" read={(text) => inUnit(parseDecimal(text), props.unit)} />;
}

export function IntegerField(props: TypedProps<IntegerWhy>) {
  return <TypedField {...props} inputMode="numeric" read={(text) => inUnit(parseInteger(text), props.unit)} />;
}

/** 50 % is not 50 €; a field without a unit takes each of them. */
function inUnit<Why extends string>(
  read: { ok: true; value: string; unit: Unit | null } | { ok: false; why: Why },
  unit: string | undefined,
): Read<Why | "other_unit"> {
  const isOther = read.ok && read.unit !== null && unit !== undefined && !unit.includes(read.unit);
  return isOther ? { ok: false, why: "other_unit" } : read;
}
