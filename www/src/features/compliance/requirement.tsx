/** One requirement: its article, whether it is kept, what shows that it is not, and what there is to declare or to know. */
import type { NotDecidable, Requirement, RequirementAnswer } from "../../engine/engine";
import { Status } from "../../kit/status";
import { language } from "../../store/language";
import { listState } from "../../store/lists";
import { compiled } from "../../store/readings";
import { Unfolding } from "../common/lists";
import { RegionWords, TryButton } from "../common/region";
import { TermsIn } from "../glossary/term";
import { declare } from "./actions";
import { choice } from "./choice";
import { TariffPart } from "./tariff";
import { statusWord, STATUS_TONES } from "./tones";
import { Violation } from "./violation";
import { complianceWords as w } from "./words";

const SHOWN_FIRST = 1;
const UNDECIDED_SHOWN = 3;
const MORE = 20;

export function RequirementCard({ answer, requirement }: { answer: RequirementAnswer; requirement: Requirement | null }) {
  const { id, article, kind, status, uncertain } = answer;
  const title = answer.title[language()];
  return (
    <article class="card requirement" aria-labelledby={`requirement-${id}`}>
      <div class="requirement-head">
        <Status tone={STATUS_TONES[status]} word={statusWord(answer)} />
        <h3 id={`requirement-${id}`}>
          <TermsIn text={title} />
        </h3>
        <p class="requirement-article">
          <span>{article}</span>
          <code>{id}</code>
          {uncertain && (
            <span title={w.uncertainHint}>
              <Status tone="warn" word={w.uncertain} />
            </span>
          )}
        </p>
      </div>
      {kind === "by_construction" && <p class="hint">{w.status.by_construction}</p>}
      {status === "class_empty" && <p class="hint">{w.status.class_empty}</p>}
      {status === "not_in_force" && <p class="hint">{w.status.not_in_force}</p>}
      <Violations answer={answer} />
      <Undecided answer={answer} />
      {kind === "declared" && status !== "not_in_force" && <Declaration id={id} title={title} />}
      <Note answer={answer} />
      {requirement && status !== "not_in_force" && status !== "class_empty" && <TariffPart id={id} requirement={requirement} />}
    </article>
  );
}

function Violations({ answer }: { answer: RequirementAnswer }) {
  const { id, violations } = answer;
  const list = `compliance/${id}`;
  const shown = listState(list).shown.value ?? SHOWN_FIRST;
  return (
    <>
      {violations.slice(0, shown).map((violation, index) => (
        <Violation key={index} answer={answer} violation={violation} place={`${list}/${index}`} />
      ))}
      <MoreActs list={list} length={violations.length} shown={shown} />
    </>
  );
}

/** How many more there are, and the way to the next of them. */
function MoreActs({ list, length, shown }: { list: string; length: number; shown: number }) {
  if (length <= shown) return null;
  return (
    <p>
      <button type="button" onClick={() => (listState(list).shown.value = shown + MORE)}>
        {w.moreViolations(length - shown)}
      </button>
    </p>
  );
}

/** Acts that cannot be judged, with the reason, also next to others that show a violation. */
function Undecided({ answer: { id, not_decidable: acts } }: { answer: RequirementAnswer }) {
  const list = `compliance/${id}/undecided`;
  const shown = listState(list).shown.value ?? UNDECIDED_SHOWN;
  if (acts.length === 0) return null;
  return (
    <div class="undecided">
      <p>
        <Status tone="open" word={w.undecidedTitle} />
      </p>
      <ul class="regions">
        {acts.slice(0, shown).map((entry, index) => (
          <li key={index}>
            <UndecidedActs entry={entry} place={`${list}/${index}`} />
          </li>
        ))}
      </ul>
      <MoreActs list={list} length={acts.length} shown={shown} />
    </div>
  );
}

function UndecidedActs({ entry: { region, reason }, place }: { entry: NotDecidable; place: string }) {
  const coverage = compiled.value;
  if (coverage === null) return null;
  return (
    <>
      <div>
        <RegionWords catalog={coverage.catalog} place={place} region={region} />
        <p class="hint">{w.undecided[reason]}</p>
      </div>
      <TryButton catalog={coverage.catalog} region={region} />
    </>
  );
}

/** Neither is ticked while nothing is declared. */
function Declaration({ id, title }: { id: string; title: string }) {
  const declared = choice.value.declarations[id] ?? null;
  const box = (holds: boolean, words: string) => (
    <label class="choice">
      <input type="checkbox" checked={declared === holds} onChange={(event) => declare(id, title, event.currentTarget.checked ? holds : null)} />
      <span>{words}</span>
    </label>
  );
  return (
    <div class="declaration no-print" role="group" aria-labelledby={`requirement-${id}`}>
      {box(true, w.declareHolds)}
      {box(false, w.declareNot)}
    </div>
  );
}

function Note({ answer: { id, note, uncertain } }: { answer: RequirementAnswer }) {
  if (note === null) return uncertain ? <p class="hint">{w.uncertainHint}</p> : null;
  return (
    <Unfolding part={`compliance/note/${id}`} class="inline-details" summary={uncertain ? w.noteUncertain : w.note}>
      {() => (
        <div class="requirement-note">
          <p>
            <TermsIn text={note[language()]} />
          </p>
          {uncertain && <p class="hint">{w.uncertainHint}</p>}
        </div>
      )}
    </Unfolding>
  );
}
