/** Acts that nothing covers, by what decides it: all of a group are accepted with one note, or single ones, or covered. */
import type { LoadedCoverage } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { useEditor } from "../common/editor";
import { factName } from "../common/act-words";
import { More, Unfolding } from "../common/lists";
import { RegionWords, TryButton } from "../common/region";
import { conditionWords } from "../common/regions";
import { withCapital } from "../common/sentences";
import { commonWords } from "../common/words";
import { AcceptButton } from "./accept-form";
import type { ListedAt } from "./actions";
import { gapParts } from "./by-guarantee";
import { Choices } from "./choices-list";
import type { GapFinding } from "./findings";
import { type GapGroup, gapGroups } from "./gap-groups";
import { focusNext } from "./model";
import { GuaranteeLink } from "./place";
import { actsWords } from "./region-words";
import { worklistWords } from "./words";

const SHOWN_FIRST = 10;
const MORE = 50;
/** Of more guarantees that select the care types of a gap, the cards show what can be done. */
const GUARANTEES_SHOWN = 8;

export function ProbablyMeant({ coverage }: { coverage: LoadedCoverage }) {
  const editor = useEditor();
  const groups = gapGroups(editor).value;
  const next = focusNext(editor).value?.part === "meant" ? focusNext(editor).value : null;
  const focused = next && Math.min(next.index, groups.length - 1);
  if (groups.length === 0) return <p class="empty">{worklistWords.noneMeant}</p>;
  return (
    <>
      <p class="hint">{worklistWords.meantHint}</p>
      <ul class="gap-groups">
        {groups.map((group, index) => (
          <li key={group.key} tabindex={-1} ref={takesFocus(index === focused ? next!.request : null)}>
            <Group group={group} coverage={coverage} at={{ part: "meant", index }} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Group({ group, coverage, at }: { group: GapGroup; coverage: LoadedCoverage; at: ListedAt }) {
  const editor = useEditor();
  const { gaps, openFacts } = group;
  const facts = openFacts.map(factName);
  const title = titleOf(group);
  const careTypes = gaps.reduce((sum, { region }) => sum + region.care_types.length, 0);
  const list = `gap-groups/${group.key}`;
  const shown = editor.listState(list).shown.value ?? SHOWN_FIRST;
  return (
    <>
      <h4>
        <Status tone="gap" word={title} />
      </h4>
      <p class="hint">
        {gaps.length > 1 && `${worklistWords.gaps(gaps.length)} · `}
        {`${commonWords.careTypes(careTypes)}. ${worklistWords.causeHint(facts)}`}
      </p>
      {gaps.length > 1 && (
        <p>
          <AcceptButton findings={gaps} at={at} what={title} />
        </p>
      )}
      {gaps.length === 1 ? (
        <Gap gap={gaps[0]!} coverage={coverage} at={at} isConditionSaid={title === withCapital(conditionWords(gaps[0]!.region.conditions))} />
      ) : (
        <Unfolding part={list} summary={worklistWords.single}>
          {() => (
            <>
              <ul class="regions">
                {gaps.slice(0, shown).map((gap) => (
                  <li key={gap.key}>
                    <Gap gap={gap} coverage={coverage} at={at} />
                  </li>
                ))}
              </ul>
              <More list={list} length={gaps.length} shown={shown} step={MORE} />
            </>
          )}
        </Unfolding>
      )}
    </>
  );
}

/** What its gaps have in common, or the facts that decide. */
function titleOf({ conditions, openFacts }: GapGroup): string {
  const isSaid = openFacts.length > 0 && openFacts.every((fact) => fact in conditions);
  return withCapital(isSaid ? conditionWords(conditions) : worklistWords.cause(openFacts.map(factName)));
}

/** One gap: its acts, and what can be done about it. */
export function Gap({ gap, coverage, at, isConditionSaid = false }: { gap: GapFinding; coverage: LoadedCoverage; at: ListedAt; isConditionSaid?: boolean }) {
  const { catalog } = coverage;
  return (
    <div class="finding">
      <RegionWords catalog={catalog} place={gap.key} region={gap.region} isConditionSaid={isConditionSaid} />
      <p class="bar">
        <AcceptButton findings={[gap]} at={at} what={actsWords(catalog, gap.region)} />
        <TryButton catalog={catalog} region={gap.region} />
      </p>
      <Unfolding part={`cover/${gap.key}`} class="cover" summary={worklistWords.cover}>
        {() => <Cover gap={gap} coverage={coverage} at={at} />}
      </Unfolding>
    </div>
  );
}

/** By each guarantee that selects some of its care types. */
function Cover({ gap, coverage, at }: { gap: GapFinding; coverage: LoadedCoverage; at: ListedAt }) {
  const editor = useEditor();
  const parts = [...gapParts(coverage, gap)];
  const list = `cover/${gap.key}`;
  const shown = editor.listState(list).shown.value ?? GUARANTEES_SHOWN;
  return (
    <>
      {parts.slice(0, shown).map(([guarantee, part]) => (
        <div key={part.key} class="finding">
          {parts.length > 1 && (
            <p class="place">
              <GuaranteeLink index={guarantee} />
              <span>{actsWords(coverage.catalog, part.region)}</span>
            </p>
          )}
          <Choices finding={part} at={at} what={actsWords(coverage.catalog, part.region)} />
        </div>
      ))}
      <More list={list} length={parts.length} shown={shown} step={GUARANTEES_SHOWN} />
    </>
  );
}
