/** What pays today, what under the draft, and what groups are made of? */
import { useEffect } from "preact/hooks";
import { lookUpChoices, setSide, swapSides } from "./cost-actions";
import { part } from "./cost-model";
import { costWords as c } from "./cost-words";
import { GroupsChoice } from "./groups-choice";
import { PartsSwitch } from "./parts-switch";
import { type Choice, choiceName, choices, isSameChoice, sides } from "./sides";

export function SidesPart() {
  useEffect(() => void lookUpChoices(), []);
  const { draft } = sides.value;
  return (
    <section class="card sides" aria-labelledby="cost-sides">
      <div class="list-head">
        <h2 id="cost-sides">{c.sides.title}</h2>
        {draft !== null && (
          <button type="button" class="no-print" onClick={swapSides}>
            {c.sides.swap}
          </button>
        )}
      </div>
      <p class="hint">{c.sides.lead}</p>
      <div class="two-sides">
        <Side side="current" stack={sides.value.current} />
        <Side side="draft" stack={draft ?? []} />
      </div>
      {choices.value.length === 1 && <p class="hint">{c.sides.hint}</p>}
      <div class="side-choices">
        <PartsSwitch />
        {part.value === "costs" && <GroupsChoice />}
      </div>
    </section>
  );
}

function Side({ side, stack }: { side: "current" | "draft"; stack: readonly Choice[] }) {
  const [base, ...options] = stack;
  const put = (position: number, choice: Choice | null) => {
    const next = stack.filter((_, at) => at !== position);
    setSide(side, choice === null ? (position === 0 ? [] : next) : stack.with(position, choice));
  };
  const free = choices.value.find((choice) => !stack.some((taken) => isSameChoice(taken, choice)));
  return (
    <fieldset>
      <legend class="term">{c.sides[side]}</legend>
      <Select label={c.sides.coverageOf[side]} choice={base ?? null} isOptional={side === "draft"} onPick={(choice) => (base === undefined ? choice && setSide(side, [choice]) : put(0, choice))} />
      {options.map((option, index) => (
        <div class="side-option" key={index}>
          <span class="muted" aria-hidden="true">
            +
          </span>
          <Select label={c.sides.optionOf(c.sides[side], index + 1)} choice={option} isOptional={false} onPick={(choice) => put(index + 1, choice)} />
          <button type="button" aria-label={c.sides.removeOption(choiceName(option))} onClick={() => put(index + 1, null)}>
            {c.sides.remove}
          </button>
        </div>
      ))}
      {base !== undefined && free !== undefined && (
        <button type="button" class="link no-print" aria-label={c.sides.addTo[side]} onClick={() => setSide(side, [...stack, free])}>
          {c.sides.add}
        </button>
      )}
    </fieldset>
  );
}

interface Picked {
  label: string;
  choice: Choice | null;
  isOptional: boolean;
  onPick: (choice: Choice | null) => void;
}

function Select({ label, choice, isOptional, onPick }: Picked) {
  const all = choices.value;
  // One that is chosen stays in the list when its version is gone.
  const shown = choice === null || all.some((other) => isSameChoice(other, choice)) ? all : [...all, choice];
  const [now, stored] = [shown.filter((other) => typeof other === "string"), shown.filter((other) => typeof other === "object")];
  return (
    <select
      aria-label={label}
      value={choice === null ? "" : keyOf(choice)}
      onChange={({ currentTarget: { value } }) => onPick(shown.find((other) => keyOf(other) === value) ?? null)}
    >
      {isOptional && <option value="">{c.sides.none}</option>}
      <Options label={c.sides.places.now} choices={now} />
      <Options label={c.sides.places.stored} choices={stored} />
    </select>
  );
}

function Options({ label, choices }: { label: string; choices: readonly Choice[] }) {
  if (choices.length === 0) return null;
  return (
    <optgroup label={label}>
      {choices.map((choice) => (
        <option value={keyOf(choice)}>{choiceName(choice, true)}</option>
      ))}
    </optgroup>
  );
}

function keyOf(choice: Choice): string {
  return typeof choice === "string" ? choice : `${choice.version} ${choice.name}`;
}
