/** Benefit tables as files of spreadsheet programs. What reads and writes them is fetched when it is first asked. */
import type { BenefitTable } from "care-coverage/benefit-table";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Rejects where the writer cannot be fetched. */
export async function spreadsheetOf(table: BenefitTable): Promise<Blob> {
  const { benefitTableXlsx } = await import("care-coverage/spreadsheet");
  return new Blob([(await benefitTableXlsx(table)) as Uint8Array<ArrayBuffer>], { type: XLSX });
}
