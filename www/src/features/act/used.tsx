/** What was used of the limits before the act of the form, where an example says so: counted, until somebody begins anew. */
import { replaceWork } from "../../store/replace";
import { draft, yearAct } from "../../store/work";
import { euros, plainNumber } from "../common/counting";
import { complianceWords } from "../compliance/words";

const w = () => complianceWords.used;

export function Used() {
  const { counters = [] } = draft.value;
  if (yearAct.value !== null || counters.length === 0) return null;
  const { counters: _, ...unused } = draft.value;
  return (
    <section class="card of-year" aria-label={w().title}>
      <p>{w().lead}</p>
      <ul class="hint">
        {counters.map(({ key, scope_id, amount, count }) => (
          <li key={`${key} ${scope_id}`}>
            <code>{key}</code> {w().limit(euros(amount), plainNumber(count))}
          </li>
        ))}
      </ul>
      <div class="bar">
        <button type="button" onClick={() => replaceWork({ draft: unused }, w().forgotten)}>
          {w().forget}
        </button>
      </div>
    </section>
  );
}
