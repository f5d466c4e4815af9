/** What happens to a file of acts? Choose a file, see it evaluated, and what came of it: numbers, and the rows to look at. */
import { useSignalEffect } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { type FocusRequest, takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { catalog } from "../../store/readings";
import { StartPanel } from "../documents/start";
import { bringBack, cancel, evaluate, evaluateAs, evaluateFile } from "./actions";
import { ColumnsPart } from "./columns";
import { CostPart } from "./cost-part";
import { costs, isChoiceKnown, part } from "./cost-model";
import { FilePart, ExampleButton } from "./file";
import { basis, actsFile, type ActsFile, type Failure, isOther, isReadable, isSmall } from "./model";
import { NationalPart } from "./national-part";
import { RowsResult } from "./result";
import type { Progress } from "./run";
import { SidesPart } from "./sides-part";
import "./style.css";
import "./cost.css";
import { fileWords as b } from "./words";

/** The coverage has stayed the same this long before a file is evaluated by it again. */
const AGAIN_AFTER_MS = 500;

/** The button that is gone when the work ends has the focus; what comes then takes it. */
let isCancelFocused = false;

export function SimulateView() {
  useEffect(() => void bringBack(), []);
  const now = actsFile.value;
  if (basis.value === null) {
    const lead = now ? b.waiting(now.file.name) : b.lead;
    return (
      <>
        <Said words={now?.said} />
        <StartPanel lead={`${lead} ${b.needCoverage}`} other={<ExampleButton />} />
      </>
    );
  }
  return (
    <div class="file-view">
      <Said words={part.value === "costs" ? costs.value?.said : now?.said} />
      <Unreadable />
      <FilePart />
      {now && <NationalPart actsFile={now} />}
      {now && !now.isNational && <ColumnsPart actsFile={now} />}
      {now && !isUsable(now) && <Phase actsFile={now} focus={focusAfter(now)} />}
      {now && isUsable(now) && (
        <>
          <SidesPart />
          {part.value === "costs" ? <CostPart actsFile={now} /> : <RowsPart actsFile={now} />}
        </>
      )}
    </div>
  );
}

/** Whether its beginning could be read. */
function isUsable({ look }: ActsFile): boolean {
  return look !== null;
}

function RowsPart({ actsFile }: { actsFile: ActsFile }) {
  useSignalEffect(followCoverage);
  return <Phase actsFile={actsFile} focus={focusAfter(actsFile)} />;
}

/** What waits for a coverage is evaluated once there is one, and what is of another coverage again, unless that takes long. */
function followCoverage(): (() => void) | undefined {
  const now = actsFile.value;
  if (!now || !isReadable.value || !isChoiceKnown.value) return;
  const isWaiting = now.phase.state === "waiting" && now.look !== null;
  const isStale = (now.phase.state === "done" || now.phase.state === "running") && isOther(now.basis) && isSmall(now);
  if (!isWaiting && !isStale) return;
  const timer = setTimeout(() => void evaluate(), isWaiting ? 0 : AGAIN_AFTER_MS);
  return () => clearTimeout(timer);
}

function focusAfter({ phase }: ActsFile): FocusRequest | null {
  if (!isCancelFocused || phase.state === "running") return null;
  isCancelFocused = false;
  return {};
}

function Said({ words }: { words: string | undefined }) {
  return (
    <p class="visually-hidden" role="status">
      {words}
    </p>
  );
}

function Unreadable() {
  if (isReadable.value) return null;
  return (
    <div class="card bad-card">
      <p>
        <Status tone="bad" word={catalog.value.state === "ready" ? b.refused : b.noCatalog} />
      </p>
      <p>
        <a href="#coverage">{b.toCoverage}</a>
      </p>
    </div>
  );
}

function Phase({ actsFile, focus }: { actsFile: ActsFile; focus: FocusRequest | null }) {
  const { file, phase } = actsFile;
  if (phase.state === "columns") return null;
  if (phase.state === "running") {
    return (
      <>
        <Running file={file} progress={phase} />
        <Before actsFile={actsFile} />
      </>
    );
  }
  if (phase.state === "cancelled") {
    return (
      <Card tone="info" focus={focus} words={b.cancelled(phase.rows, phase.bytes, file.size)}>
        <p>{b.cancelledHelp}</p>
        <AgainButton words={b.again} />
      </Card>
    );
  }
  if (phase.state === "failed") return <FailurePart file={file} failure={phase.failure} focus={focus} />;
  if (phase.state === "waiting")
    return (
      <Card tone="info" focus={focus} words={b.waiting(file.name)}>
        <AgainButton words={b.evaluate} />
      </Card>
    );
  return (
    <>
      {isOther(actsFile.basis) && (
        <div class="card open-card">
          <p>
            <Status tone="warn" word={b.stale(file.name)} />
          </p>
          <AgainButton words={b.again} />
        </div>
      )}
      <RowsResult actsFile={actsFile} result={phase} focus={focus} isBefore={false} />
    </>
  );
}

/** Stays while the file is evaluated once more, so that nothing jumps. */
function Before({ actsFile }: { actsFile: ActsFile }) {
  if (!actsFile.before) return null;
  return (
    <div class="stale">
      <p class="hint">{b.before}</p>
      <RowsResult actsFile={actsFile} result={actsFile.before} focus={null} isBefore={true} />
    </div>
  );
}

function Running({ file, progress: { rows, bytes } }: { file: File; progress: Progress }) {
  return (
    <section class="card" aria-labelledby="file-running">
      <h2 id="file-running">{b.running(file.name)}</h2>
      <progress aria-label={b.progress} max={file.size} value={bytes} />
      <div class="list-head">
        <p>{b.progressWords(rows, bytes, file.size)}</p>
        <button
          type="button"
          ref={cancelShown}
          onFocus={() => (isCancelFocused = true)}
          onBlur={() => (isCancelFocused = false)}
          onClick={cancel}
        >
          {b.cancel}
        </button>
      </div>
      <p class="hint">{b.goesOn}</p>
    </section>
  );
}

function cancelShown(): void {
  isCancelFocused = false;
}

function AgainButton({ words }: { words: string }) {
  return (
    <p>
      <button type="button" disabled={!isReadable.value} onClick={() => void evaluate()}>
        {words}
      </button>
    </p>
  );
}

function Card({
  tone,
  focus,
  words,
  children: rest,
}: {
  tone: "info" | "bad";
  focus: FocusRequest | null;
  words: string;
  children?: ComponentChildren;
}) {
  return (
    <section class={`card ${tone === "bad" ? "bad-card" : ""}`} tabindex={-1} ref={takesFocus(focus)} aria-label={words}>
      <p>
        <Status tone={tone} word={words} />
      </p>
      {rest}
    </section>
  );
}

function FailurePart({ file, failure, focus }: { file: File; failure: Failure; focus: FocusRequest | null }) {
  const { title, help } = b.failure[failure.kind];
  return (
    <Card tone="bad" focus={focus} words={title(file.name)}>
      <p>{help}</p>
      {failure.kind === "json" && (
        <p>
          <button type="button" onClick={() => evaluateAs("ndjson")}>
            {b.asNdjson}
          </button>
        </p>
      )}
      {failure.kind === "worker" && (
        <p>
          <button type="button" onClick={() => void evaluateFile(file)}>
            {b.retry}
          </button>
        </p>
      )}
      {"cause" in failure && <p class="muted">{b.cause(failure.cause)}</p>}
    </Card>
  );
}
