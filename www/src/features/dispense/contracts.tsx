/** Which contract is used, and which of the seven conditions does each satisfy? */
import type { ContractSelection, JudgedDispense } from "../../engine/engine";
import { ScrollBox } from "../../kit/scroll-box";
import { Status, type Tone } from "../../kit/status";
import { listState } from "../../store/lists";
import { More } from "../common/lists";
import { showPlace } from "./actions";
import { dispenseWords as d } from "./words";

type Candidate = ContractSelection["candidates"][number];
type Condition = keyof Candidate["conditions"];

const CONDITIONS: readonly Condition[] = ["type", "status", "dates", "legal_entity", "division", "program", "not_suspended"];
const LIST = "dispense/contracts";
const SHOWN_FIRST = 20;
const MORE = 100;

export function DispenseContracts({ judged }: { judged: JudgedDispense }) {
  const { contract } = judged.report;
  return (
    <section class="card" aria-labelledby="dispense-contracts">
      <h2 id="dispense-contracts">{d.contracts}</h2>
      {contract === null ? (
        <p class="empty">{whyNone(judged)}</p>
      ) : contract.candidates.length === 0 ? (
        <p class="empty">{d.emptyContracts}</p>
      ) : (
        <Matrix contractSelection={contract} />
      )}
    </section>
  );
}

function whyNone({ snapshot }: JudgedDispense): string {
  if (snapshot.operation === "qualify") return d.noContracts.qualify;
  if (snapshot.contracts === null) return d.emptyContracts;
  const dispense = snapshot.request?.medication_dispense;
  return dispense && (dispense.medical_program_id ?? null) === null ? d.noContracts.noProgram : d.noContracts.unknown;
}

function Matrix({ contractSelection: { candidates, selected } }: { contractSelection: ContractSelection }) {
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  const used = new Set(selected);
  return (
    <>
      <p class="hint">{d.contractsHint}</p>
      <ScrollBox label={d.matrix} hint={d.scrolls}>
        <table>
          <thead>
            <tr>
              <th scope="col">{d.contract}</th>
              {CONDITIONS.map((condition) => (
                <th scope="col">{d.conditions[condition]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {candidates.slice(0, shown).map(({ id, conditions }, index) => (
              <tr key={index}>
                <th scope="row">
                  <button type="button" class="link" onClick={() => showPlace(`/contracts/${index}`)}>
                    {id}
                  </button>
                  {used.has(id) && (
                    <p>
                      <Status tone="good" word={d.used} />
                    </p>
                  )}
                </th>
                {CONDITIONS.map((condition) => (
                  <td>
                    <Value holds={conditions[condition]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <More list={LIST} length={candidates.length} shown={shown} step={MORE} />
    </>
  );
}

function Value({ holds }: { holds: boolean | null }) {
  const [tone, word]: [Tone, string] =
    holds === null ? ["open", d.conditionValues.unknown] : holds ? ["good", d.conditionValues.yes] : ["bad", d.conditionValues.no];
  return <Status tone={tone} word={word} />;
}
