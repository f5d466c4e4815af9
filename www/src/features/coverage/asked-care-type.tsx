/** Which guarantees select this care type, and why? */
import type { LoadedCoverage } from "../../engine/engine";
import { useEditor } from "../common/editor";
import { GuaranteeName, SelectedWords } from "../common/care-types";
import { fullReason, typeLabel } from "../common/labels";
import { commonWords } from "../common/words";
import { CareTypeField } from "../picker/care-type-field";
import { askedCareType } from "./model";
import { coverageWords } from "./words";

export function AskedCareType({ coverage }: { coverage: LoadedCoverage }) {
  const editor = useEditor();
  const asked = askedCareType(editor).value;
  return (
    <div class="card asked-care-type">
      <CareTypeField
        catalog={coverage.catalog}
        label={coverageWords.ask}
        id="asked-care-type"
        chosen={asked}
        onchoose={(code) => (askedCareType(editor).value = code)}
        hint={coverageWords.askHint}
      />
      <div role="status">{asked !== null && coverage.catalog.types.has(asked) && <Answer coverage={coverage} asked={asked} />}</div>
    </div>
  );
}

function Answer({ coverage, asked }: { coverage: LoadedCoverage; asked: string }) {
  const { acts } = useEditor().surroundings;
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
              <SelectedWords selected={row.selected} />
              <div>
                <p>
                  <strong>
                    <GuaranteeName name={name} />
                  </strong>{" "}
                  <span class="muted">{commonWords.mapping(mapping + 1)}</span>
                </p>
                <p class="why">{fullReason(coverage.catalog, row.decided_by, row.overridden)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {acts && (
        <p>
          <a href={acts.address} onClick={() => acts.takeCareType(coverage.catalog, asked)}>
            {coverageWords.tryAct}
          </a>
        </p>
      )}
    </>
  );
}
