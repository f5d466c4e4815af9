/** Every check in the ruleset's order: what came of it, what the system says, where, and why it was not asked. */
import type { ComponentChildren } from "preact";
import { takesFocus } from "../../kit/focus";
import type { CheckOutcome, DispenseCheck, JudgedDispense } from "../../engine/engine";
import { more } from "../common/lists";
import { dispenseWords as d } from "./words";
import { detailOf, medicationName, programName } from "./snapshots";
import { getState, update, type State } from "../../store/state";
import { status, type Tone } from "../../kit/status";
import { placeLink } from "./decision";

const TONES: Record<CheckOutcome, Tone> = { passed: "good", failed: "bad", unknown: "open", skipped: "info" };
const FILTERS: readonly CheckOutcome[] = ["failed", "unknown", "skipped"];
const LIST = "dispense/checks";
const SHOWN_FIRST = 50;
const MORE = 200;
/** So many places stand in a line; the rest is counted. */
const PLACES_SHOWN = 5;

export function dispenseChecks(state: State, judged: JudgedDispense): ComponentChildren {
  const { checks } = judged.report;
  const numbered = checks.map((check, index) => ({ check, index }));
  const chosen = state.listedOutcome !== null && checks.some(({ outcome }) => outcome === state.listedOutcome) ? state.listedOutcome : null;
  const listed = numbered.filter(({ check }) => chosen === null || check.outcome === chosen);
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  return (
    <section class="card" aria-labelledby="dispense-checks">
      <div class="list-head">
        <h2 id="dispense-checks">{d.checksTitle}</h2>
        {filter(checks, chosen)}
      </div>
      {checks.length === 0 && <p class="empty">{d.none}</p>}
      <ol class="checks">
        {listed.slice(0, shown).map(({ check, index }) => (
          <li key={index} tabindex={-1} ref={takesFocus(state.askedCheck?.index === index ? state.askedCheck : null)}>
            {status(TONES[check.outcome], d.outcomes[check.outcome])}
            <div>{item(judged, check)}</div>
          </li>
        ))}
      </ol>
      {more(LIST, listed.length, shown, MORE)}
    </section>
  );
}

function filter(checks: readonly DispenseCheck[], chosen: CheckOutcome | null): ComponentChildren {
  const choice = (outcome: CheckOutcome | null, words: ComponentChildren) => (
    <button type="button" class="chip" aria-pressed={outcome === chosen} onClick={() => update({ listedOutcome: outcome })}>
      {words}
    </button>
  );
  return (
    <div class="chips" role="group" aria-label={d.list}>
      {choice(null, d.all(checks.length))}
      {FILTERS.map((outcome) => {
        const number = checks.filter((check) => check.outcome === outcome).length;
        return number > 0 && choice(outcome, status(TONES[outcome], d.counted(outcome, number)));
      })}
    </div>
  );
}

function item(judged: JudgedDispense, check: DispenseCheck): ComponentChildren {
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
      {outcome === "failed" && pointer !== null && <p class="why">{placeLink(pointer)}</p>}
      {because.length > 0 && (outcome === "skipped" || outcome === "unknown") && (
        <p class="why">
          {d.because[outcome]} {because.slice(0, PLACES_SHOWN).map((place, at) => [at > 0 && ", ", reason(judged, check, place)])}
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
function reason({ report }: JudgedDispense, check: DispenseCheck, because: string): ComponentChildren {
  if (because.startsWith("/")) return placeLink(because);
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
  const { shown } = getState();
  update({ listedOutcome: null, askedCheck: { index }, shown: { ...shown, [LIST]: Math.max(shown[LIST] ?? SHOWN_FIRST, index + 1) } });
}
