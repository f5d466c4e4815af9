/** What would the system answer, what does it say of each program, and what is missing to know? */
import type { DispenseCheck, DispenseReport, JudgedDispense } from "../../engine/engine";
import { describeCheck } from "../../engine/words";
import { nodeAt } from "../../kit/json/tree";
import { Icon, Status, type Tone } from "../../kit/status";
import { listState } from "../../store/lists";
import { documents } from "../../store/work";
import { calls } from "../code/calls";
import { CopyAs } from "../code/copy-as";
import { More } from "../common/lists";
import { PointerCode } from "../common/problems";
import { commonWords } from "../common/words";
import { showPlace } from "./actions";
import { placeName, programName } from "./snapshots";
import { dispenseWords as d } from "./words";

export const DECISION_TONES: Record<DispenseReport["decision"], Tone> = { accepted: "good", rejected: "bad", indeterminate: "open" };
const MARK_TONES: Record<DispenseReport["programs"][number]["status"], Tone> = { VALID: "good", INVALID: "bad", UNKNOWN: "open" };
const LIST = "dispense/missing";
const SHOWN_FIRST = 10;
const MORE = 50;

export function Decision({ judged: { snapshot, report } }: { judged: JudgedDispense }) {
  const { first_failure: failure, checks } = report;
  const failing = checks.filter(isFirstFailure(report));
  const others = checks.filter(({ outcome }) => outcome === "failed").length - 1;
  const pointer = failing[0]?.pointer ?? null;
  const tone = DECISION_TONES[report.decision];
  return (
    <section class={`outcome ${tone}`} aria-label={d.title}>
      <p class="outcome-word">
        <Status tone={tone} word={d.decisions[report.decision]} />
      </p>
      <p>{decisionSentence({ snapshot, report })}</p>
      {failure && (
        <dl class="answer">
          <div>
            <dt>{d.status}</dt>
            <dd>{failure.status}</dd>
          </div>
          <div>
            <dt>{d.message}</dt>
            <dd lang="en">
              <q>{failure.message}</q>
            </dd>
          </div>
          {failure.entry !== null && (
            <div>
              <dt>{d.entry}</dt>
              <dd>
                <code>{failure.entry}</code>
              </dd>
            </div>
          )}
        </dl>
      )}
      {failure && (
        <p class="certainty">
          <Icon tone={failure.certain ? "info" : "open"} />
          <span>
            {failure.certain ? d.certain : d.notCertain}
            {others > 0 && ` ${d.others(others)}`}
          </span>
        </p>
      )}
      <div class="bar">
        {pointer !== null && (
          <button type="button" onClick={() => showPlace(pointer)}>
            {commonWords.show}
          </button>
        )}
        <CopyAs call={calls.dispense.value} />
      </div>
    </section>
  );
}

export function decisionSentence({ snapshot, report }: JudgedDispense): string {
  const { decision, first_failure } = report;
  const failing = report.checks.find(isFirstFailure(report));
  if (first_failure !== null) return (failing && describeCheck(failing).why) ?? first_failure.message;
  if (decision === "indeterminate") return d.indeterminate(waiting(report).size);
  return snapshot.operation === "qualify" ? d.acceptedQualify : d.accepted;
}

/** The check that fails first: of several with its id, the first that failed. */
function isFirstFailure({ first_failure }: DispenseReport): (check: DispenseCheck) => boolean {
  return ({ id, outcome }) => outcome === "failed" && id === first_failure?.id;
}

export function Programs({ judged: { snapshot, report } }: { judged: JudgedDispense }) {
  if (report.programs.length === 0) return null;
  return (
    <section class="card" aria-labelledby="dispense-programs">
      <h2 id="dispense-programs">{d.programs}</h2>
      <ul class="marks">
        {report.programs.map(({ program_id, status: mark, rejection_reason }) => (
          <li>
            <Status tone={MARK_TONES[mark]} word={d.marks[mark]} />
            <div>
              <p>
                {programName(snapshot, program_id)} <code>{program_id}</code>
              </p>
              {rejection_reason !== null && (
                <p class="said">
                  <q lang="en">{rejection_reason}</q>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By place what waits for it, in the order of the checks. */
function waiting({ checks }: DispenseReport): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const check of checks) {
    if (check.outcome !== "unknown") continue;
    const { asks } = describeCheck(check);
    for (const place of check.because) {
      const waits = places.get(place);
      if (waits) waits.add(asks);
      else places.set(place, new Set([asks]));
    }
  }
  return places;
}

export function MissingPlaces({ judged: { report } }: { judged: JudgedDispense }) {
  const places = [...waiting(report)];
  if (places.length === 0) return null;
  const { root } = documents.dispense.tree.value;
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  return (
    <section class="card" aria-labelledby="dispense-missing">
      <h2 id="dispense-missing">{d.missing}</h2>
      <p class="hint">{d.missingHint}</p>
      <ul class="missing">
        {places.slice(0, shown).map(([place, waits]) => (
          <li key={place}>
            <Icon tone="open" />
            <div>
              {place.startsWith("/") || place === "" ? (
                <p>
                  <PlaceLink pointer={place} />
                  {` ${root && nodeAt(root, place) ? d.notUsable : d.notThere}.`}
                </p>
              ) : (
                <p>{d.reasons[place] ?? <code>{place}</code>}</p>
              )}
              <p class="why">{d.waits([...waits])}</p>
              {place.startsWith("/") && (
                <p class="pointer">
                  <PointerCode pointer={place} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      <More list={LIST} length={places.length} shown={shown} step={MORE} />
    </section>
  );
}

/** A place by its name; it leads into the text. */
export function PlaceLink({ pointer }: { pointer: string }) {
  return (
    <button type="button" class="link" title={pointer} onClick={() => showPlace(pointer)}>
      {placeName(pointer)}
    </button>
  );
}
