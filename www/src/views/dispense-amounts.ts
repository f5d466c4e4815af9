/** Is each discount within what is allowed? The inequality with its numbers. */
import { h, type Child } from "../dom";
import { judgeDiscount, type DispenseReport, type JudgedDispense } from "../engine";
import { decimal, show } from "../decimals";
import { more } from "../lists";
import { dispenseMessages as d } from "../messages-dispense";
import { detailOf, figuresOf, inequalities, medicationName } from "../snapshots";
import type { State } from "../state";
import { status } from "../status";
import { showPlace } from "./dispense-text";

type Amount = DispenseReport["amounts"][number];

const LIST = "dispense/amounts";
const SHOWN_FIRST = 10;
const MORE = 50;

export function dispenseAmounts(state: State, judged: JudgedDispense): Child {
  const { amounts, checks } = judged.report;
  const asked = checks.filter(({ id }) => id === "discount_amount").length;
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  if (asked === 0) return null;
  return h("section", { class: "card", "aria-labelledby": "dispense-amounts" },
    h("h2", { id: "dispense-amounts" }, d.amounts),
    h("ul", { class: "amounts" }, amounts.slice(0, shown).map((amount) => h("li", { key: amount.pointer }, item(judged, amount)))),
    more(LIST, amounts.length, shown, MORE),
    asked > amounts.length && h("p", { class: "hint" }, d.notComputed(asked - amounts.length)));
}

function item({ snapshot }: JudgedDispense, amount: Amount): Child {
  const detail = detailOf(amount.pointer) ?? 0;
  const figures = figuresOf(snapshot, amount);
  const written = figures ? inequalities(snapshot, figures) : [];
  // Of a ruleset whose inequalities this page does not know, only the answer is shown.
  const isSame = written.every(({ holds }) => holds) === amount.allowed;
  const judgement = figures && judgeDiscount(figures);
  const excess = judgement?.ok ? judgement.value.excess : "0";
  return [
    h("div", { class: "list-head" },
      h("h3", {}, d.detail(detail + 1), h("span", { class: "muted" }, ` ${medicationName(snapshot, detail)}`)),
      status(amount.allowed ? "good" : "bad", amount.allowed ? d.within : d.beyond)),
    isSame && written.map(({ rule, numbers, holds }) =>
      h("div", { class: "inequality" },
        h("p", { class: "why" }, rule),
        h("p", { class: "numbers" }, status(holds ? "good" : "bad", holds ? d.holds : d.fails), h("span", {}, numbers)))),
    h("dl", { class: "answer" },
      entry(d.discount, h("button", { type: "button", class: "link", onclick: () => showPlace(amount.pointer) }, show(decimal(amount.discount_amount)))),
      entry(d.allowedAmount, show(decimal(amount.allowed_amount))),
      excess !== "0" && entry(d.excess, show(decimal(excess)))),
  ];
}

function entry(term: string, words: Child): Child {
  return h("div", {}, h("dt", {}, term), h("dd", {}, words));
}
