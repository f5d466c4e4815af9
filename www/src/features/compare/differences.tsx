/** The differences of two versions in words and in euros. */
import { Status } from "../../kit/status";
import { Truncated } from "../findings/truncated";
import { AmountChanges } from "./amount-changes";
import { DecisionChanges } from "./decision-changes";
import { EuroChanges } from "./euro-changes";
import { GuaranteeChanges } from "./guarantee-changes";
import { comparison, sides } from "./model";
import { RuleChanges } from "./rule-changes";
import { compareWords } from "./words";

export function Differences() {
  const [compared, found] = [sides.value, comparison.value];
  if (compared === null || found === null) return null;
  const { renames, diff } = found;
  const { added_guarantees: added, removed_guarantees: removed, decision_changes: decisions } = diff;
  const counts = {
    renamed: renames.length,
    decisions: decisions.length,
    rules: found.rules.length,
    added: added.length,
    removed: removed.length,
  };
  const same = Object.values(counts).every((count) => count === 0);
  return (
    <>
      <div role="status" class="summary">
        {same && diff.truncated === null ? (
          <>
            <p>
              <Status tone="good" word={compareWords.none} />
            </p>
            <p>{compareWords.noneWords}</p>
          </>
        ) : (
          <p>{same ? compareWords.noneSoFar : `${compareWords.summary(counts)}.`}</p>
        )}
      </div>
      <Truncated catalog={compared.after.catalog} truncated={diff.truncated} title={compareWords.truncated} />
      {!same && (
        <div class="columns differences">
          <div class="column">
            <EuroChanges sides={compared} />
            {counts.renamed + added.length + removed.length > 0 && (
              <GuaranteeChanges renames={renames} added={added} removed={removed} />
            )}
            {counts.rules > 0 && <RuleChanges sides={compared} comparison={found} />}
          </div>
          <div class="column">
            <AmountChanges sides={compared} />
            <DecisionChanges sides={compared} comparison={found} />
          </div>
        </div>
      )}
    </>
  );
}
