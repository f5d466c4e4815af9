/** Which file, in which format? */
import { Unfolding } from "../common/lists";
import { chosenFiles } from "../documents/ways-in";
import { evaluateAs, evaluateExample, evaluateFiles } from "./actions";
import { costWords } from "./cost-words";
import { FIELDS } from "./fields";
import type { Format } from "./format";
import { makeMillion, making } from "./million";
import { actsFile } from "./model";
import { fieldName } from "./column";
import { fileWords as b } from "./words";

const HELP = "file/help";

export function FilePart() {
  const now = actsFile.value;
  return (
    <section class="card" aria-labelledby="file-title">
      <div class="list-head">
        <h2 id="file-title">
          {now ? (
            <>
              {now.file.name}
              <span class="muted file-size">{` · ${b.bytes(now.file.size)}`}</span>
            </>
          ) : (
            b.title
          )}
        </h2>
        {now && <FormatChoice format={now.format} />}
      </div>
      {!now && <p>{b.lead}</p>}
      <div class="bar">
        <label class={now ? "button" : "button primary"}>
          <input
            type="file"
            class="visually-hidden"
            accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json,.parquet,.arrow,.feather,text/csv"
            aria-describedby="file-drop"
            onChange={(event) => void evaluateFiles(chosenFiles(event.currentTarget))}
          />
          {now ? b.chooseOther : b.choose}
        </label>
        <ExampleButton />
        <MillionButton />
        <p class="hint" id="file-drop">
          {b.dropHint}
        </p>
      </div>
      <p class="hint">
        {b.privacy}
        {now?.isKept != null && ` ${now.isKept ? b.kept : b.notKept}`}
      </p>
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

function MillionButton() {
  const made = making.value;
  return (
    <button type="button" title={costWords.millionHint} aria-disabled={made !== null} onClick={() => void makeMillion()}>
      {made === null ? costWords.million : costWords.making(made)}
    </button>
  );
}

function FormatChoice({ format }: { format: Format }) {
  return (
    <label class="inline-field file-format">
      <span>{b.format}</span>
      <select value={format} onChange={(event) => evaluateAs(event.currentTarget.value as Format)}>
        {(["csv", "ndjson", "parquet", "arrow"] as const).map((format) => (
          <option value={format}>{b.formats[format]}</option>
        ))}
      </select>
    </label>
  );
}

function Help() {
  return (
    <div class="file-help">
      <p>{b.csv}</p>
      <pre class="code" tabindex={0}>
        {b.csvExample}
      </pre>
      <p>{b.ndjson}</p>
      <pre class="code" tabindex={0}>
        {b.ndjsonExample}
      </pre>
      <p>{b.fields}</p>
      <ul class="file-fields">
        {FIELDS.map((field) => (
          <li>
            {fieldName(field)} <code>{field}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
