/** One question that is always asked of the coverage in hand: what is left to pay of this act? */
import { computed, signal } from "@preact/signals";
import { parseDecimal } from "../../kit/fields/numbers";
import { compiled } from "../../store/readings";
import { ACTS, type KnownAct } from "./acts";

/** `charged`: as typed; null while it is that of the act. */
export const asked = signal<{ name: KnownAct; charged: string | null }>({ name: "crown", charged: null });

/** The acts whose care types the catalogue in hand has. */
export const known = computed((): KnownAct[] => {
  const types = compiled.value?.catalog.types;
  return types ? (Object.keys(ACTS) as KnownAct[]).filter((name) => types.has(ACTS[name].act.care_type)) : [];
});

/** The one that is asked; where the catalogue lacks it, the first that it has. */
export const chosen = computed((): KnownAct | null => (known.value.includes(asked.value.name) ? asked.value.name : (known.value[0] ?? null)));

/** The act and its amounts; null where what is typed is no amount. */
export const question = computed(() => {
  const name = chosen.value;
  if (name === null) return null;
  const { act, amounts } = ACTS[name];
  const charged = asked.value.charged === null ? amounts.charged : amountIn(asked.value.charged);
  return charged === null ? null : { act, amounts: { ...amounts, charged } };
});

export const decision = computed(() => (question.value && compiled.value ? compiled.value.explain(question.value.act) : null));
export const money = computed(() => {
  const now = question.value;
  return now && compiled.value ? compiled.value.reimburse({ ...now.act, ...now.amounts }) : null;
});

/** An amount as people write it in either language, as the engine takes it; null where it is none, to the cent. */
function amountIn(typed: string): string | null {
  const read = parseDecimal(typed);
  return read.ok && read.unit !== "%" && /^\d{1,9}(\.\d{1,2})?$/.test(read.value) ? read.value : null;
}
