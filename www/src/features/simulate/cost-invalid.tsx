/** Which rows are in no sum, by reason, with their lines, and what is to be done about them? */
import type { Simulation } from "../../engine/engine";
import { translated } from "../../engine/words";
import { wholeNumber } from "../common/counting";
import { Unfolding } from "../common/lists";
import { sentence } from "../common/problems";
import { withCapital } from "../common/sentences";
import { columnAt } from "./claims";
import { headingOf } from "./columns";
import type { Answer } from "./cost-model";
import { costWords as c } from "./cost-words";
import { actsFile } from "./model";

const LINES_SHOWN = 5;
const ROWS_SHOWN = 50;

type Invalid = Simulation["invalid"][number];

export function CostInvalid({ answer: { simulation, linesBefore } }: { answer: Answer }) {
  const sorted = simulation.invalid.toSorted((left, right) => right.rows - left.rows);
  if (sorted.length === 0) return null;
  return (
    <section class="card" aria-labelledby="cost-invalid">
      <h3 id="cost-invalid">{c.invalid.title}</h3>
      <p class="hint">{c.invalid.lead}</p>
      <table class="stacking file-kinds" aria-labelledby="cost-invalid">
        <thead>
          <tr>
            <th scope="col">{c.invalid.reason}</th>
            <th scope="col" class="number">
              {c.invalid.rows}
            </th>
            <th scope="col">{c.invalid.first}</th>
            <th scope="col">{c.invalid.help}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((found) => (
            <tr>
              <th scope="row">{c.invalid.reasons[found.reason][0]}</th>
              <td class="number" data-label={c.invalid.rows}>
                {wholeNumber(found.rows)}
              </td>
              <td class="muted" data-label={c.invalid.first}>
                <First found={found} linesBefore={linesBefore} />
              </td>
              <td>{c.invalid.reasons[found.reason][1]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.map((found) => (
        <Rows key={found.reason} found={found} linesBefore={linesBefore} />
      ))}
    </section>
  );
}

function First({ found: { first, rows }, linesBefore }: { found: Invalid; linesBefore: number }) {
  const places = first.slice(0, LINES_SHOWN).map((row) => placeOf(row, linesBefore));
  return <>{[...places, ...(rows > LINES_SHOWN ? [c.invalid.more(rows - LINES_SHOWN)] : [])].join(" · ")}</>;
}

/** What the engine has against each. */
function Rows({ found: { reason, first }, linesBefore }: { found: Invalid; linesBefore: number }) {
  if (first.length === 0 || first.every(({ message }) => message === "")) return null;
  const shown = first.slice(0, ROWS_SHOWN);
  return (
    <Unfolding part={`costs/invalid/${reason}`} class="inline-details" summary={c.invalid.show(c.invalid.reasons[reason][0]!, shown.length)}>
      {() => (
        <ul class="cost-rows">
          {shown.map((row) => (
            <li>
              <span class="muted">{[withCapital(placeOf(row, linesBefore)), row.column !== null && c.invalid.column(headingOfColumn(row.column))].filter(Boolean).join(", ")}</span>{" "}
              {row.code === null && row.variant === "" ? <span lang="en">{sentence(row.message)}</span> : sentence(translated(row).message)}
            </li>
          ))}
        </ul>
      )}
    </Unfolding>
  );
}

function placeOf({ row, line }: Invalid["first"][number], linesBefore: number): string {
  return line === null ? c.invalid.row(row + 1) : c.invalid.line(line + linesBefore);
}

/** As the file calls it. */
function headingOfColumn(name: string): string {
  const now = actsFile.value;
  const column = now ? columnAt(name, now) : null;
  return now?.look?.table && column !== null ? headingOf(now.look.table, column) : name;
}
