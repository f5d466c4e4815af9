/** Why has an act of the year no amounts? */
import type { LoadedCoverage } from "../../engine/engine";
import { Status } from "../../kit/status";
import { isRuleError } from "../act/state";
import { amountWords } from "../act/words";
import { factName, outcomeWords } from "../common/act-words";
import { typeLabel } from "../common/labels";
import { nearestCareTypes } from "../picker/nearest";
import { plainSentence } from "../common/sentences";
import { problemWords } from "../common/words";
import { editAct } from "./actions";
import type { YearRow } from "./model";

import { yearWords } from "./words";

export function Why({ coverage, row }: { coverage: LoadedCoverage; row: YearRow }) {
  const { act, result, problems } = row;
  if (act?.care_type === "") return <Status tone="open" word={yearWords.chooseCareType} />;
  if (!result) return <Problems problems={problems} />;
  const { outcome, guarantee, missing } = result;
  if (outcome === "undetermined" && guarantee !== null)
    return <Status tone="open" word={missing.length === 0 ? yearWords.opaque : yearWords.missing(missing.map(factName))} />;
  if (outcome === "undetermined") return <Status tone="open" word={amountWords.missingFacts(missing.map(factName))} />;
  if (outcome === "ambiguous") return <Status tone="open" word={outcomeWords.words.ambiguous} />;
  if (outcome === "unknown_care_type") return <Unknown coverage={coverage} row={row} />;
  return <Status tone="bad" word={yearWords.notCovered} />;
}

function Problems({ problems }: Pick<YearRow, "problems">) {
  return (
    <>
      {problems.some(isRuleError) && (
        <p>
          <Status tone="bad" word={yearWords.brokenRule} />
        </p>
      )}
      <ul class="row-problems">
        {problems.map((problem) => (
          <li>
            <Status tone="bad" word={problemWords.severity.error} /> {problemSentence(problem)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which field it is about, in its words. */
function problemSentence({ message, pointer }: YearRow["problems"][number]): string {
  const field = pointer.split("/").at(-1) ?? "";
  const name = factName(field);
  return isRuleError({ pointer }) || name === field ? plainSentence(message) : yearWords.problemOf(name, plainSentence(message));
}

function Unknown({ coverage: { catalog }, row: { act, index } }: { coverage: LoadedCoverage; row: YearRow }) {
  const careType = typeLabel(catalog, act!.care_type);
  const near = nearestCareTypes(catalog, act!.care_type);
  return (
    <>
      <p>
        <Status
          tone="bad"
          word={outcomeWords.sentence({ outcome: "unknown_care_type", guarantees: [], undetermined: [] }, careType, 0)}
        />
      </p>
      {near.length > 0 && (
        <p class="row-actions">
          <span class="why">{outcomeWords.didYouMean}</span>
          {near.map(({ shortCode, label }) => (
            <button type="button" class="link" onClick={() => editAct(index, { care_type: shortCode })}>
              {label}
            </button>
          ))}
        </p>
      )}
    </>
  );
}
