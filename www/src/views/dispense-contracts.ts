/** Which contract is used, and which of the seven conditions does each satisfy? */
import { h, type Child } from "../dom";
import type { ContractSelection, JudgedDispense } from "../engine";
import { more } from "../lists";
import { dispenseMessages as d } from "../messages-dispense";
import type { State } from "../state";
import { status, type Tone } from "../status";
import { showPlace } from "./dispense-text";

type Candidate = ContractSelection["candidates"][number];
type Condition = keyof Candidate["conditions"];

const CONDITIONS = Object.keys(d.conditions) as Condition[];
const LIST = "dispense/contracts";
const SHOWN_FIRST = 20;
const MORE = 100;

export function dispenseContracts(state: State, judged: JudgedDispense): Child {
  const { contract } = judged.report;
  return h("section", { class: "card", "aria-labelledby": "dispense-contracts" },
    h("h2", { id: "dispense-contracts" }, d.contracts),
    contract === null
      ? h("p", { class: "empty" }, whyNone(judged))
      : contract.candidates.length === 0 ? h("p", { class: "empty" }, d.emptyContracts) : matrix(state, contract));
}

function whyNone({ snapshot }: JudgedDispense): string {
  if (snapshot.operation === "qualify") return d.noContracts.qualify;
  if (snapshot.contracts === null) return d.emptyContracts;
  const dispense = snapshot.request?.medication_dispense;
  return dispense && (dispense.medical_program_id ?? null) === null ? d.noContracts.noProgram : d.noContracts.unknown;
}

function matrix(state: State, { candidates, selected }: ContractSelection): Child {
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  const used = new Set(selected);
  return [
    h("p", { class: "hint" }, d.contractsHint),
    // It can be scrolled by the keyboard, too.
    h("div", { class: "matrix", role: "region", "aria-label": d.contracts, tabindex: 0 },
      h("table", {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, d.contract), CONDITIONS.map((condition) => h("th", { scope: "col" }, d.conditions[condition])))),
        h("tbody", {}, candidates.slice(0, shown).map(({ id, conditions }, index) =>
          h("tr", { key: index },
            h("th", { scope: "row" },
              h("button", { type: "button", class: "link", onclick: () => showPlace(`/contracts/${index}`) }, id),
              used.has(id) && h("p", {}, status("good", d.used))),
            CONDITIONS.map((condition) => h("td", {}, value(conditions[condition])))))))),
    more(LIST, candidates.length, shown, MORE),
  ];
}

function value(holds: boolean | null): Child {
  const [tone, word]: [Tone, string] = holds === null ? ["open", d.conditionValues.unknown] : holds ? ["good", d.conditionValues.yes] : ["bad", d.conditionValues.no];
  return status(tone, word);
}
