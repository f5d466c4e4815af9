/** What is the coverage held to, and on which day? As it was chosen, or else what goes without saying. */
import { computed } from "@preact/signals";
import type { ActTariff } from "../../engine/engine";
import { compliance, noChoice } from "../../store/work";

export const choice = computed(() => compliance.value ?? noChoice);

/** The day that is asked, as ISO date. */
export const askedDate = computed(() => choice.value.date ?? new Date().toLocaleDateString("sv"));

/** Tariffs that are given in full: a base and a rate. */
export const givenTariffs = computed((): Record<string, ActTariff[]> => {
  const given = Object.entries(choice.value.tariffs).flatMap(([name, { brss, rate_percent, plv, hlf }]) =>
    brss && rate_percent ? [[name, [{ brss, rate_percent, ...(plv && { plv }), ...(hlf && { hlf }) }]] as [string, ActTariff[]]] : [],
  );
  return Object.fromEntries(given);
});
