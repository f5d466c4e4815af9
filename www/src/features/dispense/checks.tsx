/** Every check: those that fail first, then those that wait, then what was not asked and what passed, folded; in each the ruleset's order. */
import { batch } from "@preact/signals";
import type { CheckOutcome, DispenseCheck, JudgedDispense } from "../../engine/engine";
import { describeCheck } from "../../engine/words";
import { takesFocus } from "../../kit/focus";
import { Status, type Tone } from "../../kit/status";
import { isUnfolded, listState } from "../../store/lists";
import { More, Unfolding } from "../common/lists";
import { PlaceLink } from "./decision";
import { askedCheck } from "./model";
import { detailOf, medicationName, programName } from "./snapshots";
import { dispenseWords as d } from "./words";

const TONES: Record<CheckOutcome, Tone> = { passed: "good", failed: "bad", unknown: "open", skipped: "info" };
const ORDER: readonly CheckOutcome[] = ["failed", "unknown", "skipped", "passed"];
/** Nothing is to be done about them. */
const FOLDED: readonly CheckOutcome[] = ["skipped", "passed"];
const SHOWN_FIRST = 50;
const MORE = 200;
/** So many places are in a line; the rest is counted. */
const PLACES_SHOWN = 5;

interface Numbered {
  check: DispenseCheck;
  index: number;
}

const listOf = (outcome: CheckOutcome) => `dispense/checks/${outcome}`;

export function DispenseChecks({ judged }: { judged: JudgedDispense }) {
  const numbered = judged.report.checks.map((check, index) => ({ check, index }));
  return (
    <section class="card" aria-labelledby="dispense-checks">
      <h2 id="dispense-checks">{d.checksTitle}</h2>
      {numbered.length === 0 && <p class="empty">{d.none}</p>}
      {ORDER.map((outcome) => {
        const checks = numbered.filter(({ check }) => check.outcome === outcome);
        return checks.length > 0 && <Group key={outcome} judged={judged} outcome={outcome} checks={checks} />;
      })}
    </section>
  );
}

function Group({ judged, outcome, checks }: { judged: JudgedDispense; outcome: CheckOutcome; checks: readonly Numbered[] }) {
  const list = listOf(outcome);
  const title = <Status tone={TONES[outcome]} word={d.counted[outcome](checks.length)} />;
  const rows = () => <Rows judged={judged} list={list} checks={checks} />;
  if (FOLDED.includes(outcome)) {
    return (
      <Unfolding part={list} class="check-group" summary={title}>
        {rows}
      </Unfolding>
    );
  }
  return (
    <div class="check-group">
      <h3>{title}</h3>
      {rows()}
    </div>
  );
}

function Rows({ judged, list, checks }: { judged: JudgedDispense; list: string; checks: readonly Numbered[] }) {
  const shown = listState(list).shown.value ?? SHOWN_FIRST;
  return (
    <>
      <ol class="checks">
        {checks.slice(0, shown).map(({ check, index }) => (
          <li key={index} tabindex={-1} ref={takesFocus(askedCheck.value?.index === index ? askedCheck.value : null)}>
            <Item judged={judged} check={check} />
          </li>
        ))}
      </ol>
      <More list={list} length={checks.length} shown={shown} step={MORE} />
    </>
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
            {d.colon}
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
function title(check: DispenseCheck): string {
  const { asks, why } = describeCheck(check);
  return check.outcome === "failed" && why !== null ? why.replace(/\.$/, "") : asks;
}

/** What a check per detail or per program is about. */
function subject({ snapshot }: JudgedDispense, { pointer, program_id }: DispenseCheck): string | null {
  const detail = detailOf(pointer);
  if (program_id !== null) return programName(snapshot, program_id);
  return detail === null ? null : `${d.place.detail(detail + 1)}, ${medicationName(snapshot, detail)}`;
}

/** A place in the text, or a check that failed before. */
function Reason({ judged: { report }, check, because }: { judged: JudgedDispense; check: DispenseCheck; because: string }) {
  if (because.startsWith("/")) return <PlaceLink pointer={because} />;
  const index = failedBefore(report.checks, check, because);
  if (index < 0) return d.reasons[because] ?? <code>{because}</code>;
  return (
    <button type="button" class="link" onClick={() => showCheck(report.checks, index)}>
      {d.afterCheck(describeCheck(report.checks[index]!).asks)}
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

function showCheck(checks: readonly DispenseCheck[], index: number): void {
  const { outcome } = checks[index]!;
  const { shown } = listState(listOf(outcome));
  const position = checks.slice(0, index + 1).filter((check) => check.outcome === outcome).length;
  batch(() => {
    askedCheck.value = { index };
    isUnfolded(listOf(outcome)).value = true;
    shown.value = Math.max(shown.value ?? SHOWN_FIRST, position);
  });
}
