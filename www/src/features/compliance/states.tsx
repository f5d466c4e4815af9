/** Why there is no verdict, or not yet one of what is in hand: said with what to do next. */
import type { Diagnostic } from "../../engine/engine";
import { Status } from "../../kit/status";
import { coverage } from "../../store/readings";
import { documents } from "../../store/work";
import { Failed } from "../common/failed";
import { Problems, sentence } from "../common/problems";
import { mistakeWords } from "../common/words";
import { choose } from "./actions";
import { choice } from "./choice";
import { isProfileRefused, isProfileUnjudged, judging, problems, reading } from "./model";
import { OpenOwn } from "./settings";
import { fetchAgain } from "./shipped";
import { classes, profile, type Source, unknownCodes } from "./sources";
import { complianceWords as w } from "./words";

const CODES_SHOWN = 12;

export function States() {
  return (
    <>
      <div role="status" class="held-state">
        {coverage.value.state !== "ready" && <p class="hint">{w.states.brokenCoverage}</p>}
        {judging.isSlow.value && <p class="hint">{w.states.computing}</p>}
      </div>
      <ProfileState />
      {!isProfileRefused.value && profile.value.state === "read" && <ClassesState />}
    </>
  );
}

function ProfileState() {
  const source = profile.value;
  const found = problems.value;
  if (source.state !== "read") return <NotRead kind="profile" source={source} />;
  if (isProfileUnjudged.value) return <Failed title={w.states.workerFailed} help={w.states.failures.no_worker} again={() => reading.again()} />;
  if (found.length === 0) return null;
  const errors = found.filter(({ severity }) => severity === "error").length;
  const name = documents.profile.loaded.value?.source ?? "";
  return (
    <section class={errors > 0 ? "card bad-card" : "card"} aria-label={w.profile}>
      <p>
        <Status tone={errors > 0 ? "bad" : "warn"} word={errors > 0 ? w.states.refused(name, errors) : w.states.warned} />
      </p>
      <Problems diagnostics={found} text={source.text} />
      <div class="bar no-print">
        <OpenOwn kind="profile" words={w.openAgain} />
      </div>
    </section>
  );
}

function ClassesState() {
  const source = classes.value;
  const answer = judging.answer.value?.judged;
  const { unknown, known } = unknownCodes.value;
  if (source && source.state !== "read") return <NotRead kind="classes" source={source} />;
  if (answer?.state === "failed") return <Failed title={w.states.workerFailed} help={w.states.failures[answer.code]} again={() => judging.again()} />;
  if (choice.value.leavesOut && unknown.length > 0) {
    return (
      <p class="bar">
        <Status tone="warn" word={w.states.leftOut(unknown.length)} />
        <button type="button" class="link" onClick={() => choose({ leavesOut: false })}>
          {w.states.takeBack}
        </button>
      </p>
    );
  }
  if (answer?.state !== "refused" || judging.isBehind.value) return null;
  if (unknown.length === 0) {
    return (
      <section class="card bad-card">
        <p>
          <Status tone="bad" word={w.states.refusedQuestion} />
        </p>
        <Problems diagnostics={answer.diagnostics} />
      </section>
    );
  }
  return <UnknownCodes unknown={unknown.length} known={known} diagnostics={answer.diagnostics} />;
}

/** Of what a catalogue lacks, each code once, with what may be meant. */
function UnknownCodes({ unknown, known, diagnostics }: { unknown: number; known: number; diagnostics: readonly Diagnostic[] }) {
  const messages = [...new Set(diagnostics.map(({ message }) => message))];
  return (
    <section class="card bad-card" aria-label={w.states.refusedClasses}>
      <p>
        <Status tone="bad" word={w.states.refusedClasses} />
      </p>
      <p>{w.states.unknownCodes(unknown, known)}</p>
      <ul class="unknown-codes">
        {messages.slice(0, CODES_SHOWN).map((message) => (
          <li key={message}>{sentence(message)}</li>
        ))}
        {messages.length > CODES_SHOWN && <li class="muted">{w.states.moreCodes(messages.length - CODES_SHOWN)}</li>}
      </ul>
      <p>{w.states.unknownHelp}</p>
      <div class="bar no-print">
        <OpenOwn kind="classes" words={w.openClasses} />
        <button type="button" onClick={() => choose({ leavesOut: true })}>
          {w.states.leaveOut}
        </button>
      </div>
    </section>
  );
}

function NotRead({ kind, source }: { kind: "profile" | "classes"; source: Exclude<Source<unknown>, { state: "read" }> }) {
  if (source.state === "loading") {
    return (
      <p class="empty" role="status">
        {w.states.loading}
      </p>
    );
  }
  return (
    <div class={source.state === "none" ? "card" : "card bad-card"}>
      {source.state === "failed" && (
        <>
          <p>{w.states.failed}</p>
          <p>
            <button type="button" onClick={fetchAgain}>
              {w.states.again}
            </button>
          </p>
        </>
      )}
      {source.state === "none" && <p>{kind === "profile" ? w.states.noProfile : w.states.noClasses}</p>}
      {source.state === "broken" && (
        <>
          <p>
            <Status tone="bad" word={w.states.broken(documents[kind].loaded.value?.source ?? "")} />
          </p>
          <p>{mistakeWords(source.mistake)}</p>
        </>
      )}
      {source.state !== "failed" && (
        <div class="bar no-print">
          <OpenOwn kind={kind} words={kind === "profile" ? w.openProfile : w.openClasses} />
        </div>
      )}
    </div>
  );
}
