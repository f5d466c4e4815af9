/** Which acts are decided otherwise: by the guarantees before and after, each with an example to try. */
import type { CareAct, CoverageDiff, LoadedCoverage } from "../../engine/engine";
import { fold, foldLabel } from "../../kit/search";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { tryAct } from "../act/try-act";
import { outcomeWords } from "../common/act-words";
import { GuaranteeName } from "../common/care-types";
import { signedEuros } from "../common/counting";
import { typeLabel } from "../common/labels";
import { More, SearchBox, SEARCHED_FROM, Unfolding } from "../common/lists";
import { OutcomeStatus } from "../common/outcome";
import { sentence } from "../common/problems";
import { plainRegion, RegionWords } from "../common/region";
import { loadedWords } from "../documents/words";
import { source } from "./acts";
import { type ChangeKind, type Comparison, kindOf } from "./comparison";
import { DIRECTION_TONES, KIND_TONES } from "./tones";
import { movedActs } from "./euros";
import type { Sides } from "./model";
import { compareWords } from "./words";

type Change = CoverageDiff["decision_changes"][number];

/** Changes with the same guarantees before and after. */
interface Group {
  before: readonly string[];
  after: readonly string[];
  changes: { change: Change; index: number }[];
}

const LIST = "compare";
const GROUPS_SHOWN = 20;
const SHOWN_FIRST = 5;
const MORE = 50;

export function DecisionChanges({ sides, comparison }: { sides: Sides; comparison: Comparison }) {
  const { decision_changes: decisions } = comparison.diff;
  const typed = listState(LIST).typed.value;
  const groups = groupsOf(sides, decisions, typed);
  const shown = listState(LIST).shown.value ?? GROUPS_SHOWN;
  return (
    <section class="decision-changes">
      <div class="list-head">
        <h3>{compareWords.decisions}</h3>
        {decisions.length > SEARCHED_FROM && <SearchBox list={LIST} label={compareWords.find} />}
      </div>
      {decisions.length === 0 && (
        <p>
          <Status tone="good" word={compareWords.noDecisions} />
        </p>
      )}
      <div role="status">{decisions.length > 0 && groups.length === 0 && <p class="empty">{compareWords.notFound(typed)}</p>}</div>
      {groups.slice(0, shown).map((group) => (
        <GroupCard key={keyOf(group)} sides={sides} comparison={comparison} group={group} />
      ))}
      <More list={LIST} length={groups.length} shown={shown} step={GROUPS_SHOWN} />
    </section>
  );
}

/** In the order of their first changes; of those that a typed text finds. */
function groupsOf({ before, after }: Sides, decisions: readonly Change[], typed: string): Group[] {
  const words = fold(typed.trim());
  const found = (text: string) => foldLabel(text).includes(words);
  const typeFound = (code: string) => found(code) || found(typeLabel(after.catalog, code)) || found(typeLabel(before.catalog, code));
  const groups = new Map<string, Group>();
  decisions.forEach((change, index) => {
    const names = [...change.before, ...change.after];
    if (words !== "" && !names.some(found) && !change.region.care_types.some(typeFound)) return;
    const key = keyOf(change);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { before: change.before, after: change.after, changes: [] }));
    group.changes.push({ change, index });
  });
  return [...groups.values()];
}

function keyOf({ before, after }: Pick<Group, "before" | "after">): string {
  return JSON.stringify([before, after]);
}

function GroupCard({ sides, comparison, group }: { sides: Sides; comparison: Comparison; group: Group }) {
  const earlier = group.before.map((name) => comparison.earlierName(name));
  const kind = kindOf(group);
  const key = keyOf(group);
  const list = `${LIST}/${key}`;
  const shown = listState(list).shown.value ?? SHOWN_FIRST;
  return (
    <article class="card">
      <h4 class="change">
        <KindStatus comparison={comparison} group={group} kind={kind} />
        <span class="change-names">
          <Names guarantees={earlier} />
          <span aria-hidden="true">{" → "}</span>
          <span class="visually-hidden">{` ${compareWords.becomes} `}</span>
          <Names guarantees={group.after} />
        </span>
      </h4>
      <InEuros before={earlier} after={group.after} kind={kind} />
      <ul class="regions">
        {group.changes.slice(0, shown).map(({ change, index }) => (
          <li key={index}>
            <ChangePart sides={sides} change={change} place={`${key}/${index}`} />
          </li>
        ))}
      </ul>
      <More list={list} length={group.changes.length} shown={shown} step={MORE} />
    </article>
  );
}

/** Where another guarantee pays, whether its rule gives more or less. */
function KindStatus({ comparison, group: { before, after }, kind }: { comparison: Comparison; group: Group; kind: ChangeKind }) {
  if (kind !== "moved") return <Status tone={KIND_TONES[kind]} word={compareWords.kinds[kind]} />;
  const direction = comparison.moveDirection(before[0]!, after[0]!);
  return <Status tone={DIRECTION_TONES[direction]} word={compareWords.moved(direction)} />;
}

/** What it comes to for the acts that are known. */
function InEuros({ before, after, kind }: Pick<Group, "before" | "after"> & { kind: ChangeKind }) {
  const isOne = kind === "gained" || kind === "lost" || kind === "moved";
  const moved = isOne && before.length <= 1 && source.value !== null ? movedActs(before[0] ?? null, after[0] ?? null) : null;
  if (moved === null) return null;
  return <p class="hint">{compareWords.euros.ofThese(compareWords.euros.sources[source.value!](moved.acts), signedEuros(moved.difference))}</p>;
}

function Names({ guarantees }: { guarantees: readonly string[] }) {
  if (guarantees.length === 0) return <span class="muted">{compareWords.nothing}</span>;
  return guarantees.map((name, index) => (
    <>
      {index > 0 && ` ${compareWords.and} `}
      <strong>
        <GuaranteeName name={name} />
      </strong>
    </>
  ));
}

function ChangePart({ sides, change: { region }, place }: { sides: Sides; change: Change; place: string }) {
  // The catalogue that knows the care types: they may be new, or gone.
  const catalog = sides.after.catalog.types.has(region.care_types[0]!) ? sides.after.catalog : sides.before.catalog;
  const words = plainRegion(catalog, region);
  return (
    <div>
      <RegionWords catalog={catalog} place={`${LIST}/${place}`} region={region} />
      <Unfolding part={`example/${place}`} class="inline-details" summary={<ExampleSummary words={words} />}>
        {() => <ExampleAct sides={sides} act={region.witness} words={words} />}
      </Unfolding>
    </div>
  );
}

function ExampleSummary({ words }: { words: string }) {
  return (
    <>
      {compareWords.exampleAct}
      <span class="visually-hidden">{`: ${words}`}</span>
    </>
  );
}

/** An act of the region, and which guarantees match it in each version. Only what the region says of it is said: all else may be otherwise. */
function ExampleAct({ sides: { before, after, inHand }, act, words }: { sides: Sides; act: CareAct; words: string }) {
  const side = (name: string, coverage: LoadedCoverage) => (
    <div class="decided">
      <dt>{compareWords.decided(name, loadedWords.version(coverage.payload.name, coverage.payload.version))}</dt>
      <dd>
        <Decided coverage={coverage} act={act} />
      </dd>
    </div>
  );
  return (
    <div class="example-act">
      <p>{compareWords.actOf(words)}</p>
      <dl>
        {side(compareWords.before, before)}
        {side(compareWords.after, after)}
      </dl>
      <p>
        <button type="button" onClick={() => tryAct(act)}>
          {compareWords.openAct(compareWords[inHand])}
          <span class="visually-hidden">{compareWords.openActWords(words)}</span>
        </button>
      </p>
    </div>
  );
}

function Decided({ coverage, act }: { coverage: LoadedCoverage; act: CareAct }) {
  const answer = coverage.decide(act);
  if (!answer.ok)
    return (
      <>
        {answer.diagnostics.map(({ message }) => (
          <p class="bad">{sentence(message)}</p>
        ))}
      </>
    );
  const { outcome, guarantees } = answer.value;
  const selecting =
    outcome === "not_covered"
      ? coverage.payload.guarantees.filter(({ name }) => coverage.careTypesOf(name).includes(act.care_type)).length
      : guarantees.length;
  return (
    <>
      <OutcomeStatus outcome={outcome} /> {outcomeWords.sentence(answer.value, typeLabel(coverage.catalog, act.care_type), selecting)}
    </>
  );
}
