/** The differences of two versions in words: guarantees, rules, and which acts are decided otherwise, each with an example. */
import type { CareAct, CoverageDiff, LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import { fold, foldLabel } from "../../kit/search";
import { Status, type Tone } from "../../kit/status";
import { listState } from "../../store/lists";
import { tryAct } from "../act/try-act";
import { answerWords, factName, outcomeWords } from "../common/act-words";
import { GuaranteeName } from "../common/care-types";
import { factWords } from "../common/conditions";
import { typeLabel } from "../common/labels";
import { More, SearchBox, SEARCHED_FROM, Unfolding } from "../common/lists";
import { OutcomeStatus } from "../common/outcome";
import { sentence } from "../common/problems";
import { plainRegion, RegionWords } from "../common/region";
import { Truncated } from "../findings/truncated";
import { loadedWords } from "../documents/words";
import { difference, sides, type Sides } from "./model";
import { compareWords } from "./words";

type Change = CoverageDiff["decision_changes"][number];
type Kind = keyof typeof compareWords.kinds;

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
const RULES_SHOWN = 20;
const TONES: Record<Kind, Tone> = { gained: "good", lost: "bad", moved: "info", claimed: "warn", settled: "good" };

export function Differences() {
  const [compared, diff] = [sides.value, difference.value];
  if (compared === null || diff === null) return null;
  const { added_guarantees: added, removed_guarantees: removed, rule_changes: rules, decision_changes: decisions } = diff;
  const same = decisions.length + rules.length + added.length + removed.length === 0;
  return (
    <>
      <div role="status">
        {same && diff.truncated === null ? (
          <>
            <p>
              <Status tone="good" word={compareWords.none} />
            </p>
            <p>{compareWords.noneWords}</p>
          </>
        ) : (
          <p>{same ? compareWords.noneSoFar : `${compareWords.summary(decisions.length, rules.length, added.length, removed.length)}.`}</p>
        )}
      </div>
      <Truncated catalog={compared.after.catalog} truncated={diff.truncated} title={compareWords.truncated} />
      {!same && <DecisionChanges sides={compared} decisions={decisions} />}
      {rules.length > 0 && <RuleChanges rules={rules} />}
      {added.length + removed.length > 0 && <GuaranteeChanges added={added} removed={removed} />}
    </>
  );
}

function GuaranteeChanges({ added, removed }: { added: readonly string[]; removed: readonly string[] }) {
  const entry = (tone: Tone, word: string) => (name: string) => (
    <li>
      <Status tone={tone} word={word} />
      <strong>
        <GuaranteeName name={name} />
      </strong>
    </li>
  );
  const list = "compare/guarantees";
  const shown = listState(list).shown.value ?? RULES_SHOWN;
  const all = [...added.map(entry("good", compareWords.added)), ...removed.map(entry("bad", compareWords.removedGuarantee))];
  return (
    <section class="card">
      <h3>{compareWords.guarantees}</h3>
      <ul class="answers">{all.slice(0, shown)}</ul>
      <More list={list} length={all.length} shown={shown} step={MORE} />
      {added.length > 0 && removed.length > 0 && <p class="hint">{compareWords.renamedHint}</p>}
    </section>
  );
}

function RuleChanges({ rules }: { rules: CoverageDiff["rule_changes"] }) {
  const list = "compare/rules";
  const shown = listState(list).shown.value ?? RULES_SHOWN;
  return (
    <section class="card">
      <h3>{compareWords.rules}</h3>
      <ul class="rule-changes">
        {rules.slice(0, shown).map(({ guarantee, message }, index) => (
          <li>
            {guarantee !== rules[index - 1]?.guarantee && (
              <h4>
                <GuaranteeName name={guarantee} />
              </h4>
            )}
            <p>{sentence(message)}</p>
          </li>
        ))}
      </ul>
      <More list={list} length={rules.length} shown={shown} step={MORE} />
    </section>
  );
}

function DecisionChanges({ sides, decisions }: { sides: Sides; decisions: readonly Change[] }) {
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
        <GroupCard key={keyOf(group)} sides={sides} group={group} />
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

function kindOf({ before, after }: Group): Kind {
  if (after.length > 1) return "claimed";
  if (before.length > 1) return after.length === 1 ? "settled" : "lost";
  return before.length === 0 ? "gained" : after.length === 0 ? "lost" : "moved";
}

function GroupCard({ sides, group }: { sides: Sides; group: Group }) {
  const kind = kindOf(group);
  const key = keyOf(group);
  const list = `${LIST}/${key}`;
  const shown = listState(list).shown.value ?? SHOWN_FIRST;
  return (
    <article class="card">
      <h4 class="change">
        <Status tone={TONES[kind]} word={compareWords.kinds[kind]} />
        <span class="change-names">
          <Names guarantees={group.before} />
          <span aria-hidden="true">{" → "}</span>
          <span class="visually-hidden">{` ${compareWords.becomes} `}</span>
          <Names guarantees={group.after} />
        </span>
      </h4>
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
  return (
    <div>
      <RegionWords catalog={catalog} place={`${LIST}/${place}`} region={region} />
      <Unfolding part={`example/${place}`} class="inline-details" summary={<ExampleSummary words={plainRegion(catalog, region)} />}>
        {() => <ExampleAct sides={sides} catalog={catalog} act={region.witness} words={plainRegion(catalog, region)} />}
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

/** An act of the region, and which guarantees match it in each version. */
function ExampleAct({
  sides: { before, after, inHand },
  catalog,
  act,
  words,
}: {
  sides: Sides;
  catalog: LoadedCatalog;
  act: CareAct;
  words: string;
}) {
  const { care_type, ...facts } = act;
  const told = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
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
      <p>{`${typeLabel(catalog, care_type)}: ${told.map(([fact, value]) => answerWords.condition(factName(fact), factWords(fact, value))).join(", ")}.`}</p>
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
