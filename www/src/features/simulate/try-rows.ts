/** How does an act of the answer come into the Act view, or the acts of a person into the Year view? */
import type { ActAmounts, CareAct, PersonAct } from "../../engine/engine";
import { catalog } from "../../store/readings";
import { replaceWork } from "../../store/replace";
import { fromAct } from "../act/draft";
import { openAct } from "../act/try-act";
import { typeLabel } from "../common/labels";
import { textOfEntries } from "../year/actions";
import { costWords as c } from "./cost-words";
import { ACT_FIELDS, AMOUNT_FIELDS, type Field } from "./fields";

/** `name`: of the person whose they are, who has `count` in all; `source`: of the file. */
export function tryActs(acts: readonly PersonAct[], name: string, count: number, source: string): void {
  const types = catalog.value;
  const [first] = acts;
  if (types.state !== "ready" || !first) return;
  const entries = acts.map(({ act }) => ({ label: typeLabel(types.value, act.care_type), ...entryOf(act) }));
  if (count === 1) return openAct(fromAct(entries[0]!.act, entries[0]!.amounts), c.persons.triedAct(first.row + 1, source));
  location.hash = "year";
  const words = count > acts.length ? c.persons.triedFirst(name, acts.length) : c.persons.tried(name);
  replaceWork({ year: { text: textOfEntries(entries), source }, yearAct: null }, words);
}

/** Whose an act is becomes its beneficiary, so that limits are counted for the person. */
function entryOf(row: PersonAct["act"]): { act: CareAct; amounts: Partial<ActAmounts> } {
  const pick = (fields: readonly Field[]) => Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field as Field)));
  const beneficiary = row.beneficiary ?? row.person ?? null;
  return { act: pick(ACT_FIELDS) as unknown as CareAct, amounts: { ...pick(AMOUNT_FIELDS), ...(beneficiary !== null && { beneficiary }) } as Partial<ActAmounts> };
}
