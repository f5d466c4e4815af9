// What does a cell of a spreadsheet say, in the words of a French table? What its program shows: 1.5 as a percentage is « 150 % ».
import type { CellValue } from "hucre/xlsx";

/** Formats that say nothing of how a number is written. */
const PLAIN = new Set(["", "General", "@", "Standard"]);
/** A currency with its language, such as `[$€-40C]`. */
const CURRENCY = /\[\$([^\]-]*)(?:-[^\]]*)?\]/g;

export function cellText(value: CellValue, numFmt: string | undefined, format: (value: unknown, numFmt: string, options: { locale: string }) => string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.trim();
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (value instanceof Date) return dayOf(value);
  if (PLAIN.has(numFmt ?? "")) return decimal(value);
  const shown = format(value, numFmt!.replaceAll(CURRENCY, (_, sign: string) => (sign === "" ? "" : `"${sign}"`)), { locale: "fr-FR" });
  return shown.replace(/(\d)%/g, "$1 %").trim();
}

/** Without what binary fractions add: 26.1 is not 26.100000000000001. */
function decimal(value: number): string {
  return String(Number(value.toPrecision(15))).replace(".", ",");
}

function dayOf(date: Date): string {
  const [year, month, day] = date.toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}
