/** Three steps to a new version: what changed, what is left to decide, and a note. */
import { close, closer } from "../../kit/dialog";
import { takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { author } from "../../store/author";
import { OrFailure } from "../common/failure";
import { later } from "../common/later";
import { compare, publish, stopPublishing } from "./actions";
import { changes, leftToDecide } from "./changes";
import { type Publishing, typedNote } from "./model";
import { versionWords as v } from "./words";

/** Fetched by itself: publishing waits for nothing. */
const Claims = later(() => import("./claims").then(({ Claims }) => Claims));
const LINES_SHOWN = 8;
const LONGEST_NOTE = 500;

export function Publish({ publishing }: { publishing: Publishing }) {
  const { name, version } = publishing;
  return (
    <form class="publish" aria-labelledby="publish-title" onSubmit={submitted}>
      <h3 id="publish-title" tabindex={-1} ref={takesFocus(publishing)}>
        {name === null ? v.publishUnnamed(version) : v.publishTitle(name, version)}
      </h3>
      <ol class="steps">
        <li>
          <h4>{publishing.before ? v.step.changes(publishing.before.version) : v.step.first}</h4>
          <OrFailure>
            <Changed publishing={publishing} />
          </OrFailure>
          {publishing.before && <Claims />}
        </li>
        <li>
          <h4>{v.step.decide}</h4>
          <Left />
        </li>
        <li>
          <h4>{v.step.note}</h4>
          <Note />
        </li>
      </ol>
      <div class="bar">
        <button type="submit" class="primary">
          {v.publish(version)}
        </button>
        <button type="button" onClick={stopPublishing}>
          {v.back}
        </button>
      </div>
      <p class="hint">{v.privacy}</p>
    </form>
  );
}

function submitted(event: SubmitEvent): void {
  event.preventDefault();
  void publish(closer(event));
}

function Changed({ publishing: { name, before } }: { publishing: Publishing }) {
  const found = changes.value;
  if (found === null) return null;
  if (found.state === "first") return <p>{v.firstVersion}</p>;
  if (found.state === "unreadable") return <p>{v.notCompared[found.which]}</p>;
  const { lines, isWhole } = found;
  const hidden = lines.length - LINES_SHOWN;
  return (
    <>
      {lines.length === 0 && <p>{isWhole ? v.noChanges : v.noChangesSoFar}</p>}
      <ul class="change-lines">
        {lines.slice(0, LINES_SHOWN).map(({ tone, kind, words }) => (
          <li>
            <Status tone={tone} word={kind} /> <span>{words}</span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="muted">{v.moreChanges(hidden)}</p>}
      {name !== null && before !== null && lines.length > 0 && (
        <p>
          <button type="button" class="link" onClick={(event: Event) => void compare({ name, version: before.version }, closer(event))}>
            {v.seeAll}
          </button>
        </p>
      )}
    </>
  );
}

function Left() {
  const { errors, warnings, gaps } = leftToDecide.value;
  if (errors + warnings + gaps === 0)
    return (
      <p>
        <Status tone="good" word={v.nothingLeft} />
      </p>
    );
  return (
    <>
      <ul class="change-lines">
        {errors > 0 && (
          <li>
            <Status tone="bad" word={v.errors(errors)} /> <span>{v.errorsHint}</span>
          </li>
        )}
        {warnings > 0 && (
          <li>
            <Status tone="warn" word={v.warnings(warnings)} />
          </li>
        )}
        {gaps > 0 && (
          <li>
            <Status tone="open" word={v.gaps(gaps)} />
          </li>
        )}
      </ul>
      <p>
        <a href="#coverage" onClick={close}>
          {v.decide}
        </a>
      </p>
    </>
  );
}

function Note() {
  return (
    <div class="fields note-fields">
      <label class="field">
        <span class="term">{v.note}</span>
        <textarea
          rows={2}
          maxLength={LONGEST_NOTE}
          value={typedNote.value}
          onInput={(event) => (typedNote.value = event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span class="term">{v.author}</span>
        <input
          type="text"
          autocomplete="name"
          maxLength={100}
          value={author.value}
          onInput={(event) => (author.value = event.currentTarget.value)}
        />
      </label>
    </div>
  );
}
