// Medication dispense, as src/wasm/dispense.rs has it.
import * as core from "#glue";
import { ask } from "../ask.ts";
import type * as api from "../care-coverage";
import { textOf } from "./text.ts";

export function checkDiscountAmount(
  ...[input]: Parameters<typeof api.checkDiscountAmount>
): ReturnType<typeof api.checkDiscountAmount> {
  return ask(() => core.checkDiscountAmount(input));
}

export function selectContracts(query: api.AsJson<api.ContractQuery>): api.ContractSelection {
  return ask(() => core.selectContracts(query));
}

export function checkDispense(snapshot: api.AsJson<api.DispenseSnapshot>): api.DispenseReport {
  return ask(() => core.checkDispense(snapshot));
}

export function checkDispenseText(text: string | Uint8Array): api.DispenseReport {
  return ask(() => core.checkDispenseText(textOf(text)));
}
