/** Which guarantees select this care type, and why? */
import { commonWords } from "../common/words";
import { coverageWords } from "./words";
import { actWords } from "../act/words";
import { withCareType } from "../act/draft";
import { careTypeOptions, fullReason, guaranteeName, selectedWords, typeLabel } from "../common/care-types";
import { Combobox } from "../../kit/combobox";
import type { ComponentChildren } from "preact";
import type { LoadedCoverage } from "../../engine/engine";
import { getState, update, updateWork, type State } from "../../store/state";

export function askedCareType({ askedCareType: asked }: State, coverage: LoadedCoverage): ComponentChildren {
  const options = careTypeOptions(coverage.catalog);
  return (
    <div class="card">
      <Combobox
        label={coverageWords.ask}
        id="asked-care-type"
        options={options}
        value={asked}
        placeholder={actWords.careTypeHint}
        onchoose={(value) => update({ askedCareType: value ?? null })}
        hint={coverageWords.askHint}
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
        <p class="empty">{coverageWords.askedNowhere(typeLabel(coverage.catalog, asked))}</p>
      ) : (
        <ul class="answers">
          {found.map(({ name, mapping, row }) => (
            <li>
              {selectedWords(row.selected)}
              <div>
                <p>
                  <strong>{guaranteeName(name)}</strong> <span class="muted">{commonWords.mapping(mapping + 1)}</span>
                </p>
                <p class="why">{fullReason(coverage.catalog, row.decided_by, row.overridden)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="#act" onClick={() => tryAsAct(coverage, asked)}>
          {coverageWords.tryAct}
        </a>
      </p>
    </>
  );
}

function tryAsAct({ catalog }: LoadedCoverage, careType: string): void {
  updateWork({ draft: withCareType(getState().work.draft, careType, catalog) });
}
