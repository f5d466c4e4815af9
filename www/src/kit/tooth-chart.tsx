/** Which teeth? A chart of toggle buttons, as a dentist sees the mouth: the patient's right side is on the left. */
import { actWords } from "../features/act/words";
import type { ComponentChildren } from "preact";

const row = (right: number, left: number, units: number) => [
  Array.from({ length: units }, (_, index) => right * 10 + units - index),
  Array.from({ length: units }, (_, index) => left * 10 + index + 1),
];
const PERMANENT = [row(1, 2, 8), row(4, 3, 8)];
const DECIDUOUS = [row(5, 6, 5), row(8, 7, 5)];

export function toothChart(selected: readonly number[], onchange: (teeth: number[]) => void): ComponentChildren {
  const toggle = (tooth: number) =>
    onchange(selected.includes(tooth) ? selected.filter((other) => other !== tooth) : [...selected, tooth].sort((a, b) => a - b));
  return [chart(actWords.teethPermanent, PERMANENT, selected, toggle), chart(actWords.teethDeciduous, DECIDUOUS, selected, toggle)];
}

function chart(label: string, rows: number[][][], selected: readonly number[], toggle: (tooth: number) => void): ComponentChildren {
  const all = rows.flat(2);
  // One stop for the Tab key; the arrow keys move inside.
  const stop = all.find((tooth) => selected.includes(tooth)) ?? all[0];
  return (
    <div class="teeth" role="group" aria-label={label} onKeyDown={(event: KeyboardEvent) => move(event, all.length / 2)}>
      <p class="hint">{label}</p>
      <div class={`teeth-rows units-${all.length / 4}`}>
        {rows.flat().map((quadrant) => (
          <div class="teeth-quadrant">
            {quadrant.map((tooth) => (
              <button
                type="button"
                aria-pressed={selected.includes(tooth)}
                aria-label={actWords.tooth(tooth)}
                tabindex={tooth === stop ? 0 : -1}
                onClick={() => toggle(tooth)}
              >
                {tooth}
              </button>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function move(event: KeyboardEvent, perRow: number): void {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -perRow, ArrowDown: perRow }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...(event.currentTarget as Element).querySelectorAll("button")];
  buttons[buttons.indexOf(event.target as HTMLButtonElement) + step]?.focus();
}
