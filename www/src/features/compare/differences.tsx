/** The differences of two versions in words: guarantees, rules, and which acts are decided otherwise, each with an example. */
import { factName, outcomeWords, answerWords } from "../common/words";
import { loadedWords } from "../documents/words";
import { compareWords } from "./words";
import { guaranteeName, typeLabel } from "../common/care-types";
import { factWords } from "../common/conditions";
import type { ComponentChildren } from "preact";
import type { CareAct, CoverageDiff, LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import { more, SEARCHED_FROM, searchBox, unfolding } from "../common/lists";
import { sentence } from "../common/problems";
import { fold } from "../../kit/search";
import type { State } from "../../store/state";
import { status, type Tone } from "../../kit/status";
import { tryAct } from "../act/try-act";
import { outcomeStatus } from "../act/result";
import { truncation } from "../coverage/findings-parts";
import { plainRegion, regionWords } from "../common/region";

type Change = CoverageDiff["decision_changes"][number];
type Kind = keyof typeof compareWords.kinds;

interface Sides {
  before: LoadedCoverage;
  after: LoadedCoverage;
  /** Which of the two is in hand. */
  inHand: "before" | "after";
}

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

export function differences(state: State, before: LoadedCoverage, after: LoadedCoverage, inHand: "before" | "after"): ComponentChildren {
  const diff = before.diff(after);
  const sides: Sides = { before, after, inHand };
  const { added_guarantees: added, removed_guarantees: removed, rule_changes: rules, decision_changes: decisions } = diff;
  const same = decisions.length + rules.length + added.length + removed.length === 0;
  return (
    <>
      <div role="status">
        {same && diff.truncated === null ? (
          <>
            <p>{status("good", compareWords.none)}</p>
            <p>{compareWords.noneWords}</p>
          </>
        ) : (
          <p>{same ? compareWords.noneSoFar : `${compareWords.summary(decisions.length, rules.length, added.length, removed.length)}.`}</p>
        )}
      </div>
      {truncation(state, after.catalog, diff.truncated, compareWords.truncated)}
      {!same && decisionChanges(state, sides, decisions)}
      {rules.length > 0 && ruleChanges(state, rules)}
      {added.length + removed.length > 0 && guaranteeChanges(state, added, removed)}
    </>
  );
}

function guaranteeChanges(state: State, added: readonly string[], removed: readonly string[]): ComponentChildren {
  const entry = (tone: Tone, word: string) => (name: string) => (
    <li>
      {status(tone, word)}
      <strong>{guaranteeName(name)}</strong>
    </li>
  );
  const list = "compare/guarantees";
  const shown = state.shown[list] ?? RULES_SHOWN;
  const all = [...added.map(entry("good", compareWords.added)), ...removed.map(entry("bad", compareWords.removedGuarantee))];
  return (
    <section class="card">
      <h3>{compareWords.guarantees}</h3>
      <ul class="answers">{all.slice(0, shown)}</ul>
      {more(list, all.length, shown, MORE)}
      {added.length > 0 && removed.length > 0 && <p class="hint">{compareWords.renamedHint}</p>}
    </section>
  );
}

function ruleChanges(state: State, rules: CoverageDiff["rule_changes"]): ComponentChildren {
  const list = "compare/rules";
  const shown = state.shown[list] ?? RULES_SHOWN;
  return (
    <section class="card">
      <h3>{compareWords.rules}</h3>
      <ul class="rule-changes">
        {rules.slice(0, shown).map(({ guarantee, message }, index) => (
          <li>
            {guarantee !== rules[index - 1]?.guarantee && <h4>{guaranteeName(guarantee)}</h4>}
            <p>{sentence(message)}</p>
          </li>
        ))}
      </ul>
      {more(list, rules.length, shown, MORE)}
    </section>
  );
}

function decisionChanges(state: State, sides: Sides, decisions: readonly Change[]): ComponentChildren {
  const typed = state.searches[LIST] ?? "";
  const groups = groupsOf(sides, decisions, typed);
  const shown = state.shown[LIST] ?? GROUPS_SHOWN;
  return (
    <section class="decision-changes">
      <div class="list-head">
        <h3>{compareWords.decisions}</h3>
        {decisions.length > SEARCHED_FROM && searchBox(LIST, compareWords.find, typed)}
      </div>
      {decisions.length === 0 && <p>{status("good", compareWords.noDecisions)}</p>}
      <div role="status">{decisions.length > 0 && groups.length === 0 && <p class="empty">{compareWords.notFound(typed)}</p>}</div>
      {groups.slice(0, shown).map((group) => groupCard(state, sides, group))}
      {more(LIST, groups.length, shown, GROUPS_SHOWN)}
    </section>
  );
}

/** In the order of their first changes; of those that a typed text finds. */
function groupsOf({ before, after }: Sides, decisions: readonly Change[], typed: string): Group[] {
  const words = fold(typed.trim());
  const found = (text: string) => fold(text).includes(words);
  const typeFound = (code: string) => found(code) || found(typeLabel(after.catalog, code)) || found(typeLabel(before.catalog, code));
  const groups = new Map<string, Group>();
  decisions.forEach((change, index) => {
    const names = [...change.before, ...change.after];
    if (words !== "" && !names.some(found) && !change.region.care_types.some(typeFound)) return;
    const key = JSON.stringify([change.before, change.after]);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { before: change.before, after: change.after, changes: [] }));
    group.changes.push({ change, index });
  });
  return [...groups.values()];
}

function kindOf({ before, after }: Group): Kind {
  if (after.length > 1) return "claimed";
  if (before.length > 1) return after.length === 1 ? "settled" : "lost";
  return before.length === 0 ? "gained" : after.length === 0 ? "lost" : "moved";
}

function groupCard(state: State, sides: Sides, group: Group): ComponentChildren {
  const kind = kindOf(group);
  const key = JSON.stringify([group.before, group.after]);
  const list = `${LIST}/${key}`;
  const shown = state.shown[list] ?? SHOWN_FIRST;
  return (
    <article key={key} class="card">
      <h4 class="change">
        {status(TONES[kind], compareWords.kinds[kind])}
        <span class="change-names">
          {names(group.before)}
          <span aria-hidden="true">{" → "}</span>
          <span class="visually-hidden">{` ${compareWords.becomes} `}</span>
          {names(group.after)}
        </span>
      </h4>
      <ul class="regions">
        {group.changes.slice(0, shown).map(({ change, index }) => (
          <li key={index}>{changePart(state, sides, change, `${key}/${index}`)}</li>
        ))}
      </ul>
      {more(list, group.changes.length, shown, MORE)}
    </article>
  );
}

function names(guarantees: readonly string[]): ComponentChildren {
  if (guarantees.length === 0) return <span class="muted">{compareWords.nothing}</span>;
  return guarantees.map((name, index) => (
    <>
      {index > 0 && ` ${compareWords.and} `}
      <strong>{guaranteeName(name)}</strong>
    </>
  ));
}

function changePart(state: State, sides: Sides, { region }: Change, key: string): ComponentChildren {
  // The catalogue that knows the care types: they may be new, or gone.
  const catalog = sides.after.catalog.types.has(region.care_types[0]!) ? sides.after.catalog : sides.before.catalog;
  return (
    <div>
      {regionWords(state, catalog, `${LIST}/${key}`, region)}
      {unfolding(
        state,
        `example/${key}`,
        { class: "inline-details" },
        [compareWords.exampleAct, <span class="visually-hidden">{`: ${plainRegion(catalog, region)}`}</span>],
        () => exampleAct(sides, catalog, region.witness, plainRegion(catalog, region)),
      )}
    </div>
  );
}

/** An act of the region, and which guarantees match it in each version. */
function exampleAct({ before, after, inHand }: Sides, catalog: LoadedCatalog, act: CareAct, words: string): ComponentChildren {
  const { care_type, ...facts } = act;
  const told = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  const side = (name: string, coverage: LoadedCoverage) => (
    <div class="decided">
      <dt>{compareWords.decided(name, loadedWords.version(coverage.payload.name, coverage.payload.version))}</dt>
      <dd>{decided(coverage, act)}</dd>
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

function decided(coverage: LoadedCoverage, act: CareAct): ComponentChildren {
  const answer = coverage.decide(act);
  if (!answer.ok) return answer.diagnostics.map(({ message }) => <p class="bad">{sentence(message)}</p>);
  const { outcome, guarantees } = answer.value;
  const selecting =
    outcome === "not_covered"
      ? coverage.payload.guarantees.filter(({ name }) => coverage.careTypesOf(name).includes(act.care_type)).length
      : guarantees.length;
  return [outcomeStatus(outcome), " ", outcomeWords.sentence(answer.value, typeLabel(coverage.catalog, act.care_type), selecting)];
}
