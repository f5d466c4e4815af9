/** Which file, in which format? */
import { evaluateAgain, evaluateExample, evaluateFiles, type Format } from "./actions";
import type { ComponentChildren } from "preact";
import { unfolding } from "../common/lists";
import { batchWords as b } from "./words";
import { factNames } from "../common/values";
import type { State } from "../../store/state";

const HELP = "batch/help";
const FIELDS = ["care_type", ...Object.keys(factNames)];

/** `isReadable`: there is a coverage that a file can be evaluated by. */
export function batchFile(state: State, isReadable: boolean): ComponentChildren {
  const { batch } = state;
  return (
    <section class="card" aria-labelledby="batch-file">
      <div class="list-head">
        <h2 id="batch-file">
          {batch ? (
            <>
              {batch.file.name}
              <span class="muted batch-size">{` · ${b.bytes(batch.file.size)}`}</span>
            </>
          ) : (
            b.title
          )}
        </h2>
        {batch && formatChoice(batch.format, !isReadable)}
      </div>
      {!batch && <p>{b.lead}</p>}
      <div class="bar">
        <label class={batch ? "button" : "button primary"}>
          <input
            type="file"
            class="visually-hidden"
            accept=".csv,.ndjson,.jsonl,.json,text/csv"
            aria-describedby="batch-drop"
            onChange={chosen}
          />
          {batch ? b.chooseOther : b.choose}
        </label>
        {exampleButton()}
        <p class="hint" id="batch-drop">
          {b.dropHint}
        </p>
      </div>
      <p class="hint">{b.privacy}</p>
      {unfolding(state, HELP, { class: "inline-details" }, b.formatHelp, help)}
    </section>
  );
}

export function exampleButton(): ComponentChildren {
  return (
    <button type="button" onClick={() => void evaluateExample()}>
      {b.example}
    </button>
  );
}

function formatChoice(format: Format, disabled: boolean): ComponentChildren {
  return (
    <label class="inline-field batch-format">
      <span>{b.format}</span>
      <select
        value={format}
        disabled={disabled}
        onChange={(event: Event) => evaluateAgain((event.target as HTMLSelectElement).value as Format)}
      >
        {(["csv", "ndjson"] as const).map((format) => (
          <option value={format}>{b.formats[format]}</option>
        ))}
      </select>
    </label>
  );
}

function chosen(event: Event): void {
  const input = event.target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  // So that choosing the same file again evaluates it again.
  input.value = "";
  void evaluateFiles(files);
}

function help(): ComponentChildren {
  return (
    <div class="batch-help">
      <p>{b.csv}</p>
      <pre class="code" tabindex={0}>
        {b.csvExample}
      </pre>
      <p>{b.ndjson}</p>
      <pre class="code" tabindex={0}>
        {b.ndjsonExample}
      </pre>
      <p>{b.fields}</p>
      <p class="chips">
        {FIELDS.map((field) => (
          <code>{field}</code>
        ))}
      </p>
    </div>
  );
}
