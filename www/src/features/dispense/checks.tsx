/** Every check in the ruleset's order: what came of it, what the system says, where, and why it was not asked. */
import { batch } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { CheckOutcome, DispenseCheck, JudgedDispense } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { Status, type Tone } from "../../kit/status";
import { listState } from "../../store/lists";
import { More } from "../common/lists";
import { PlaceLink } from "./decision";
import { askedCheck, listedOutcome } from "./model";
import { detailOf, medicationName, programName } from "./snapshots";
import { dispenseWords as d } from "./words";

const TONES: Record<CheckOutcome, Tone> = { passed: "good", failed: "bad", unknown: "open", skipped: "info" };
const FILTERS: readonly CheckOutcome[] = ["failed", "unknown", "skipped"];
const LIST = "dispense/checks";
const SHOWN_FIRST = 50;
const MORE = 200;
/** So many places are in a line; the rest is counted. */
const PLACES_SHOWN = 5;

export function DispenseChecks({ judged }: { judged: JudgedDispense }) {
  const { checks } = judged.report;
  const numbered = checks.map((check, index) => ({ check, index }));
  const asked = listedOutcome.value;
  const chosen = checks.some(({ outcome }) => outcome === asked) ? asked : null;
  const listed = numbered.filter(({ check }) => chosen === null || check.outcome === chosen);
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  return (
    <section class="card" aria-labelledby="dispense-checks">
      <div class="list-head">
        <h2 id="dispense-checks">{d.checksTitle}</h2>
        <Filter checks={checks} chosen={chosen} />
      </div>
      {checks.length === 0 && <p class="empty">{d.none}</p>}
      <ol class="checks">
        {listed.slice(0, shown).map(({ check, index }) => (
          <li key={index} tabindex={-1} ref={takesFocus(askedCheck.value?.index === index ? askedCheck.value : null)}>
            <Status tone={TONES[check.outcome]} word={d.outcomes[check.outcome]} />
            <div>
              <Item judged={judged} check={check} />
            </div>
          </li>
        ))}
      </ol>
      <More list={LIST} length={listed.length} shown={shown} step={MORE} />
    </section>
  );
}

function Filter({ checks, chosen }: { checks: readonly DispenseCheck[]; chosen: CheckOutcome | null }) {
  const choice = (outcome: CheckOutcome | null, words: ComponentChildren) => (
    <button type="button" class="chip" aria-pressed={outcome === chosen} onClick={() => (listedOutcome.value = outcome)}>
      {words}
    </button>
  );
  return (
    <div class="chips" role="group" aria-label={d.list}>
      {choice(null, d.all(checks.length))}
      {FILTERS.map((outcome) => {
        const number = checks.filter((check) => check.outcome === outcome).length;
        return number > 0 && choice(outcome, <Status tone={TONES[outcome]} word={d.counted(outcome, number)} />);
      })}
    </div>
  );
}

function Item({ judged, check }: { judged: JudgedDispense; check: DispenseCheck }) {
  const { id, outcome, message, pointer, because } = check;
  const about = subject(judged, check);
  return (
    <>
      <p class="check">
        <span>
          {title(check)}
          {about !== null && <span class="muted">{` · ${about}`}</span>}
        </span>
        <code>{id}</code>
      </p>
      {message !== null && (
        <p class="said">
          <span>
            {check.status === null ? d.marksOnly : d.answer(check.status)}
            {": "}
          </span>
          <q lang="en">{message}</q>
        </p>
      )}
      {outcome === "failed" && pointer !== null && (
        <p class="why">
          <PlaceLink pointer={pointer} />
        </p>
      )}
      {because.length > 0 && (outcome === "skipped" || outcome === "unknown") && (
        <p class="why">
          {d.because[outcome]}{" "}
          {because.slice(0, PLACES_SHOWN).map((place, at) => [at > 0 && ", ", <Reason judged={judged} check={check} because={place} />])}
          {because.length > PLACES_SHOWN && ` ${d.andMore(because.length - PLACES_SHOWN)}`}
        </p>
      )}
    </>
  );
}

/** What it asks; of one that failed, what is wrong. No full stop: the subject may follow. */
function title({ id, outcome }: DispenseCheck): string {
  const words = d.checks[id];
  return words ? (outcome === "failed" ? words.failed.replace(/\.$/, "") : words.asks) : id;
}

/** What a check per detail or per program is about. */
function subject({ snapshot }: JudgedDispense, { pointer, program_id }: DispenseCheck): string | null {
  const detail = detailOf(pointer);
  if (program_id !== null) return programName(snapshot, program_id);
  return detail === null ? null : `${d.detail(detail + 1)}, ${medicationName(snapshot, detail)}`;
}

/** A place in the text, or a check that failed before. */
function Reason({ judged: { report }, check, because }: { judged: JudgedDispense; check: DispenseCheck; because: string }) {
  if (because.startsWith("/")) return <PlaceLink pointer={because} />;
  const index = failedBefore(report.checks, check, because);
  if (index < 0) return d.reasons[because] ?? <code>{because}</code>;
  return (
    <button type="button" class="link" onClick={() => showCheck(index)}>
      {d.afterCheck(d.checks[because]?.asks ?? because)}
    </button>
  );
}

/** Of a check per detail or per program, the one of the same. */
function failedBefore(checks: readonly DispenseCheck[], { pointer, program_id }: DispenseCheck, id: string): number {
  const failed = (check: DispenseCheck) => check.id === id && check.outcome === "failed";
  const same = checks.findIndex(
    (check) => failed(check) && check.program_id === program_id && detailOf(check.pointer) === detailOf(pointer),
  );
  return same >= 0 ? same : checks.findIndex(failed);
}

function showCheck(index: number): void {
  const { shown } = listState(LIST);
  batch(() => {
    listedOutcome.value = null;
    askedCheck.value = { index };
    shown.value = Math.max(shown.value ?? SHOWN_FIRST, index + 1);
  });
}
