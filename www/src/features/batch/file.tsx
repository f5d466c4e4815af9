/** Which file, in which format? */
import { Unfolding } from "../common/lists";
import { factNames } from "../common/values";
import { chosenFiles } from "../documents/ways-in";
import { evaluateAgain, evaluateExample, evaluateFiles } from "./actions";
import { batch, type Format, isReadable } from "./model";
import { batchWords as b } from "./words";

const HELP = "batch/help";
const FIELDS = ["care_type", ...Object.keys(factNames)];

export function BatchFile() {
  const now = batch.value;
  return (
    <section class="card" aria-labelledby="batch-file">
      <div class="list-head">
        <h2 id="batch-file">
          {now ? (
            <>
              {now.file.name}
              <span class="muted batch-size">{` · ${b.bytes(now.file.size)}`}</span>
            </>
          ) : (
            b.title
          )}
        </h2>
        {now && <FormatChoice format={now.format} disabled={!isReadable.value} />}
      </div>
      {!now && <p>{b.lead}</p>}
      <div class="bar">
        <label class={now ? "button" : "button primary"}>
          <input
            type="file"
            class="visually-hidden"
            accept=".csv,.ndjson,.jsonl,.json,text/csv"
            aria-describedby="batch-drop"
            onChange={(event) => void evaluateFiles(chosenFiles(event.currentTarget))}
          />
          {now ? b.chooseOther : b.choose}
        </label>
        <ExampleButton />
        <p class="hint" id="batch-drop">
          {b.dropHint}
        </p>
      </div>
      <p class="hint">{b.privacy}</p>
      <Unfolding part={HELP} class="inline-details" summary={b.formatHelp}>
        {() => <Help />}
      </Unfolding>
    </section>
  );
}

export function ExampleButton() {
  return (
    <button type="button" onClick={() => void evaluateExample()}>
      {b.example}
    </button>
  );
}

function FormatChoice({ format, disabled }: { format: Format; disabled: boolean }) {
  return (
    <label class="inline-field batch-format">
      <span>{b.format}</span>
      <select value={format} disabled={disabled} onChange={(event) => evaluateAgain(event.currentTarget.value as Format)}>
        {(["csv", "ndjson"] as const).map((format) => (
          <option value={format}>{b.formats[format]}</option>
        ))}
      </select>
    </label>
  );
}

function Help() {
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
