/** Which teeth? A chart of toggle buttons, as a dentist sees the mouth: the patient's right side is on the left. */
import { h, type Child } from "./dom";
import { messages as m } from "./messages";

const row = (right: number, left: number, units: number) => [
  Array.from({ length: units }, (_, index) => right * 10 + units - index),
  Array.from({ length: units }, (_, index) => left * 10 + index + 1),
];
const PERMANENT = [row(1, 2, 8), row(4, 3, 8)];
const DECIDUOUS = [row(5, 6, 5), row(8, 7, 5)];

export function toothChart(selected: readonly number[], onchange: (teeth: number[]) => void): Child {
  const toggle = (tooth: number) =>
    onchange(selected.includes(tooth) ? selected.filter((other) => other !== tooth) : [...selected, tooth].sort((a, b) => a - b));
  return [chart(m.act.teethPermanent, PERMANENT, selected, toggle), chart(m.act.teethDeciduous, DECIDUOUS, selected, toggle)];
}

function chart(label: string, rows: number[][][], selected: readonly number[], toggle: (tooth: number) => void): Child {
  const all = rows.flat(2);
  // One stop for the Tab key; the arrow keys move inside.
  const stop = all.find((tooth) => selected.includes(tooth)) ?? all[0];
  return h("div", { class: "teeth", role: "group", "aria-label": label, onkeydown: (event: KeyboardEvent) => move(event, all.length / 2) },
    h("p", { class: "hint" }, label),
    h("div", { class: `teeth-rows units-${all.length / 4}` }, rows.flat().map((quadrant) =>
      h("div", { class: "teeth-quadrant" }, quadrant.map((tooth) =>
        h("button", {
          type: "button",
          "aria-pressed": String(selected.includes(tooth)),
          "aria-label": m.act.tooth(tooth),
          tabindex: tooth === stop ? 0 : -1,
          onclick: () => toggle(tooth),
        }, tooth))))),
  );
}

function move(event: KeyboardEvent, perRow: number): void {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -perRow, ArrowDown: perRow }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...(event.currentTarget as Element).querySelectorAll("button")];
  buttons[buttons.indexOf(event.target as HTMLButtonElement) + step]?.focus();
}
