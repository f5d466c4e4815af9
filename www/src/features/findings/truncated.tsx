/** What is said where the engine could not finish. */
import type { LoadedCatalog, Truncation } from "../../engine/engine";
import { Status } from "../../kit/status";
import { findingWords } from "./words";
import { Unfolding } from "../common/lists";
import { sentence } from "../common/problems";
import { CareTypeList } from "../common/region";

/** A bound was reached: what is shown is right, but not all of it. */
export function Truncated({ catalog, truncated, title }: { catalog: LoadedCatalog; truncated: Truncation; title: string }) {
  if (truncated === null) return null;
  const { care_types, reason } = truncated;
  return (
    <div class="card open-card">
      <p>
        <Status tone="open" word={title} />
      </p>
      <p>{sentence(findingWords.truncatedWords(reason, care_types.length))}</p>
      {care_types.length > 0 && (
        <Unfolding part={`unfinished/${title}`} summary={findingWords.unfinished}>
          {() => (
            <CareTypeList catalog={catalog} list={`unfinished/${title}`} careTypes={care_types} words={findingWords.unfinishedTypes} />
          )}
        </Unfolding>
      )}
    </div>
  );
}
