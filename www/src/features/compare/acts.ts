/** Which acts is a comparison said in euros for? Those of the year in hand, or the example acts. */
import { computed, signal } from "@preact/signals";
import type { ActAmounts, CareAct } from "../../engine/engine";
import { language } from "../../store/language";
import { exampleActs } from "../documents/model";
import { year } from "../year/model";
import { sides } from "./model";

export type ActSource = "year" | "examples";

export interface PricedAct {
  label: string | null;
  act: CareAct;
  amounts: ActAmounts;
}

const yearActs = computed((): PricedAct[] => {
  const reading = year.value;
  return reading?.state === "ready" ? reading.rows.flatMap(({ label, act, amounts }) => (act === null ? [] : priced(label, act, amounts))) : [];
});

/** Of care types that neither catalogue has, nothing can be said. */
const examples = computed((): PricedAct[] => {
  if (sides.value === null) return [];
  const { before, after } = sides.value;
  const known = exampleActs.value.filter(({ act }) => before.catalog.types.has(act.care_type) || after.catalog.types.has(act.care_type));
  return known.flatMap(({ label, label_fr, act, amounts }) => priced(language() === "fr" ? label_fr : label, act, amounts ?? {}));
});

export const pricedActs = { year: yearActs, examples };

/** The example acts are fetched when they are first needed. */
export const examplesState = signal<"none" | "loading" | "ready" | "failed">("none");

/** What the person asked for; null until they did. */
export const chosenSource = signal<ActSource | null>(null);

/** The acts of a year say more of a family than single ones, so they come first. */
export const source = computed((): ActSource | null => {
  const sources = (["year", "examples"] as const).filter((name) => pricedActs[name].value.length > 0);
  return sources.find((name) => name === chosenSource.value) ?? sources[0] ?? null;
});

function priced(label: string | null, act: CareAct, { charged, ...others }: Partial<ActAmounts>): PricedAct[] {
  return charged === undefined || charged === null ? [] : [{ label, act, amounts: { charged, ...others } }];
}
