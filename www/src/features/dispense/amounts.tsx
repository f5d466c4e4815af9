/** Is each discount within what is allowed? The inequality with its numbers. */
import type { ComponentChildren } from "preact";
import { judgeDiscount, type DispenseReport, type JudgedDispense } from "../../engine/engine";
import { decimal, show } from "../../kit/decimals";
import { more } from "../common/lists";
import { dispenseWords as d } from "./words";
import { detailOf, figuresOf, inequalities, medicationName } from "./snapshots";
import type { State } from "../../store/state";
import { status } from "../../kit/status";
import { showPlace } from "./text";

type Amount = DispenseReport["amounts"][number];

const LIST = "dispense/amounts";
const SHOWN_FIRST = 10;
const MORE = 50;

export function dispenseAmounts(state: State, judged: JudgedDispense): ComponentChildren {
  const { amounts, checks } = judged.report;
  const asked = checks.filter(({ id }) => id === "discount_amount").length;
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  if (asked === 0) return null;
  return (
    <section class="card" aria-labelledby="dispense-amounts">
      <h2 id="dispense-amounts">{d.amounts}</h2>
      <ul class="amounts">
        {amounts.slice(0, shown).map((amount) => (
          <li key={amount.pointer}>{item(judged, amount)}</li>
        ))}
      </ul>
      {more(LIST, amounts.length, shown, MORE)}
      {asked > amounts.length && <p class="hint">{d.notComputed(asked - amounts.length)}</p>}
    </section>
  );
}

function item({ snapshot }: JudgedDispense, amount: Amount): ComponentChildren {
  const detail = detailOf(amount.pointer) ?? 0;
  const figures = figuresOf(snapshot, amount);
  const written = figures ? inequalities(snapshot, figures) : [];
  // Of a ruleset whose inequalities this page does not know, only the answer is shown.
  const isSame = written.every(({ holds }) => holds) === amount.allowed;
  const judgement = figures && judgeDiscount(figures);
  const excess = judgement?.ok ? judgement.value.excess : "0";
  return (
    <>
      <div class="list-head">
        <h3>
          {d.detail(detail + 1)}
          <span class="muted">{` ${medicationName(snapshot, detail)}`}</span>
        </h3>
        {status(amount.allowed ? "good" : "bad", amount.allowed ? d.within : d.beyond)}
      </div>
      {isSame &&
        written.map(({ rule, numbers, holds }) => (
          <div class="inequality">
            <p class="why">{rule}</p>
            <p class="numbers">
              {status(holds ? "good" : "bad", holds ? d.holds : d.fails)}
              <span>{numbers}</span>
            </p>
          </div>
        ))}
      <dl class="answer">
        {entry(
          d.discount,
          <button type="button" class="link" onClick={() => showPlace(amount.pointer)}>
            {show(decimal(amount.discount_amount))}
          </button>,
        )}
        {entry(d.allowedAmount, show(decimal(amount.allowed_amount)))}
        {excess !== "0" && entry(d.excess, show(decimal(excess)))}
      </dl>
    </>
  );
}

function entry(term: string, words: ComponentChildren): ComponentChildren {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{words}</dd>
    </div>
  );
}
