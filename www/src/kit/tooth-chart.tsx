/** Which teeth? A chart of toggle buttons, as a dentist sees the mouth: the patient's right side is on the left. */

const row = (right: number, left: number, units: number) => [
  Array.from({ length: units }, (_, index) => right * 10 + units - index),
  Array.from({ length: units }, (_, index) => left * 10 + index + 1),
];
const PERMANENT = [row(1, 2, 8), row(4, 3, 8)];
const DECIDUOUS = [row(5, 6, 5), row(8, 7, 5)];

export interface ToothChartWords {
  permanent: string;
  deciduous: string;
  tooth: (number: number) => string;
}

interface Props {
  selected: readonly number[];
  words: ToothChartWords;
  onchange: (teeth: number[]) => void;
}

export function ToothChart({ selected, words, onchange }: Props) {
  const toggle = (tooth: number) =>
    onchange(selected.includes(tooth) ? selected.filter((other) => other !== tooth) : [...selected, tooth].sort((a, b) => a - b));
  const shared = { selected, toggle, nameOf: words.tooth };
  return (
    <>
      <Chart label={words.permanent} rows={PERMANENT} {...shared} />
      <Chart label={words.deciduous} rows={DECIDUOUS} {...shared} />
    </>
  );
}

interface ChartProps {
  label: string;
  rows: number[][][];
  selected: readonly number[];
  nameOf: (tooth: number) => string;
  toggle: (tooth: number) => void;
}

function Chart({ label, rows, selected, nameOf, toggle }: ChartProps) {
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
                aria-label={nameOf(tooth)}
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
