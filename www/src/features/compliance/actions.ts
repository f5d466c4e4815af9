/** What a person can do: choose what the coverage is held to, declare what amounts cannot show, and try an act that shows something. */
import type { CareAct, ActAmounts, LimitCounter } from "../../engine/engine";
import { history } from "../../store/history";
import { say } from "../../store/page";
import { compiled } from "../../store/readings";
import type { ComplianceChoice, TariffDraft } from "../../store/types";
import { compliance } from "../../store/work";
import { isAmount } from "../act/amount-fields";
import { fromAct } from "../act/draft";
import { openAct } from "../act/try-act";
import { regionWords } from "../common/act-words";
import { load } from "../documents/actions";
import { noticeWords } from "../documents/words";
import { choice } from "./choice";
import { complianceWords } from "./words";

export function choose(change: Partial<ComplianceChoice>): void {
  compliance.value = { ...choice.peek(), ...change };
}

/** `holds`: null takes back what was declared. */
export function declare(id: string, title: string, holds: boolean | null): void {
  const { [id]: _, ...others } = choice.peek().declarations;
  history.announce(complianceWords.declared(title, holds));
  choose({ declarations: holds === null ? others : { ...others, [id]: holds } });
}

export function setTariff(name: string, change: TariffDraft): void {
  const { [name]: before, ...others } = choice.peek().tariffs;
  const typed = Object.entries({ ...before, ...change }).filter(([, text]) => text !== "");
  choose({ tariffs: typed.length === 0 ? others : { ...others, [name]: Object.fromEntries(typed) } });
}

export function forgetTariff(name: string): void {
  const { [name]: _, ...others } = choice.peek().tariffs;
  choose({ tariffs: others });
}

/** A file of one's own is used from then on. */
export async function openOwn(kind: "profile" | "classes", files: readonly File[]): Promise<void> {
  const [file] = files;
  if (!file) return;
  const text = await file.text().catch(() => null);
  const failure = text === null ? ({ tone: "failed", text: noticeWords.fileFailed(file.name) } as const) : load({ text, source: file.name }, kind, "hand");
  if (failure) say(failure);
}

type PricedAct = CareAct & ActAmounts;

/** One of the acts of an example in the Act view, after those before it. `counters`: what was used before the first. */
export function tryPriced(acts: readonly PricedAct[], at: number, counters: readonly LimitCounter[]): void {
  const entries = Object.entries(acts[at]!);
  const act = Object.fromEntries(entries.filter(([field]) => !isAmount(field))) as unknown as CareAct;
  const amounts = Object.fromEntries(entries.filter(([field]) => isAmount(field))) as Partial<ActAmounts>;
  const before = usedBefore(acts.slice(0, at), counters);
  openAct({ ...fromAct(act, amounts), ...(before.length > 0 && { counters: before }) }, regionWords.tried);
}

function usedBefore(acts: readonly PricedAct[], counters: readonly LimitCounter[]): readonly LimitCounter[] {
  const coverage = compiled.peek();
  if (acts.length === 0 || coverage === null) return counters;
  const answer = coverage.reimburseMany(acts, "last", counters);
  return answer.ok ? answer.value.counters : counters;
}
