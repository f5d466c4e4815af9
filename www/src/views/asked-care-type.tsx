/** Which guarantees select this care type, and why? */
import { withCareType } from "../act-draft";
import { careTypeOptions, fullReason, guaranteeName, selectedWords, typeLabel } from "../care-types";
import { Combobox } from "../combobox";
import type { ComponentChildren } from "preact";
import type { LoadedCoverage } from "../engine";
import { messages as m } from "../messages";
import { getState, update, updateWork, type State } from "../state";

export function askedCareType({ askedCareType: asked }: State, coverage: LoadedCoverage): ComponentChildren {
  const options = careTypeOptions(coverage.catalog);
  return (
    <div class="card">
      <Combobox
        label={m.coverage.ask}
        id="asked-care-type"
        options={options}
        value={asked}
        placeholder={m.act.careTypeHint}
        onchoose={(value) => update({ askedCareType: value ?? null })}
        hint={m.coverage.askHint}
      />
      <div role="status">{asked !== null && coverage.catalog.types.has(asked) && answer(coverage, asked)}</div>
    </div>
  );
}

function answer(coverage: LoadedCoverage, asked: string): ComponentChildren {
  const found = coverage.payload.guarantees.flatMap((guarantee, index) =>
    guarantee.care_type_mappings.flatMap((_, mapping) => {
      const row = coverage.selection(index, mapping).find((row) => row.short_code === asked);
      return row ? [{ name: guarantee.name, mapping, row }] : [];
    }),
  );
  return (
    <>
      {found.length === 0 ? (
        <p class="empty">{m.coverage.askedNowhere(typeLabel(coverage.catalog, asked))}</p>
      ) : (
        <ul class="answers">
          {found.map(({ name, mapping, row }) => (
            <li>
              {selectedWords(row.selected)}
              <div>
                <p>
                  <strong>{guaranteeName(name)}</strong> <span class="muted">{m.coverage.mapping(mapping + 1)}</span>
                </p>
                <p class="why">{fullReason(coverage.catalog, row.decided_by, row.overridden)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="#act" onClick={() => tryAsAct(coverage, asked)}>
          {m.coverage.tryAct}
        </a>
      </p>
    </>
  );
}

function tryAsAct({ catalog }: LoadedCoverage, careType: string): void {
  updateWork({ draft: withCareType(getState().work.draft, careType, catalog) });
}
