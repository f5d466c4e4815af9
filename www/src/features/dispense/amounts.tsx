/** Is each discount within what is allowed? The inequality with its numbers. */
import type { ComponentChildren } from "preact";
import { type DispenseReport, type JudgedDispense, judgeDiscount } from "../../engine/engine";
import { decimal } from "../../kit/decimals";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { More } from "../common/lists";
import { showPlace } from "./actions";
import { detailOf, figuresOf, inequalities, medicationName, show } from "./snapshots";
import { dispenseWords as d } from "./words";

type Amount = DispenseReport["amounts"][number];

const LIST = "dispense/amounts";
const SHOWN_FIRST = 10;
const MORE = 50;

export function DispenseAmounts({ judged }: { judged: JudgedDispense }) {
  const { amounts, checks } = judged.report;
  const asked = checks.filter(({ id }) => id === "discount_amount").length;
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  if (asked === 0) return null;
  return (
    <section class="card" aria-labelledby="dispense-amounts">
      <h2 id="dispense-amounts">{d.amounts}</h2>
      <ul class="amounts">
        {amounts.slice(0, shown).map((amount) => (
          <li key={amount.pointer}>
            <Item judged={judged} amount={amount} />
          </li>
        ))}
      </ul>
      <More list={LIST} length={amounts.length} shown={shown} step={MORE} />
      {asked > amounts.length && <p class="hint">{d.notComputed(asked - amounts.length)}</p>}
    </section>
  );
}

function Item({ judged: { snapshot }, amount }: { judged: JudgedDispense; amount: Amount }) {
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
          {d.place.detail(detail + 1)}
          <span class="muted">{` ${medicationName(snapshot, detail)}`}</span>
        </h3>
        <Status tone={amount.allowed ? "good" : "bad"} word={amount.allowed ? d.within : d.beyond} />
      </div>
      {isSame &&
        written.map(({ rule, numbers, holds }) => (
          <div class="inequality">
            <p class="why">{rule}</p>
            <p class="numbers">
              <Status tone={holds ? "good" : "bad"} word={holds ? d.holds : d.fails} />
              <span>{numbers}</span>
            </p>
          </div>
        ))}
      <dl class="answer">
        <Entry
          term={d.discount}
          words={
            <button type="button" class="link" onClick={() => showPlace(amount.pointer)}>
              {show(decimal(amount.discount_amount))}
            </button>
          }
        />
        <Entry term={d.allowedAmount} words={show(decimal(amount.allowed_amount))} />
        {excess !== "0" && <Entry term={d.excess} words={show(decimal(excess))} />}
      </dl>
    </>
  );
}

function Entry({ term, words }: { term: string; words: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{words}</dd>
    </div>
  );
}
