/** A table of acts that is brought in: its text, what its columns mean, and what cannot be read of it. */
import { Status } from "../../kit/status";
import { takesFocus } from "../../kit/focus";
import { focusOf } from "../../store/page";
import { documents } from "../../store/work";
import { list, wholeNumber } from "../common/counting";
import { ACT_FIELDS, AMOUNT_FIELDS, type Field } from "../simulate/fields";
import { chosenFiles } from "../documents/ways-in";
import { fieldName } from "../simulate/column";
import { cancelImport, importFile, importText, setHeadings, setMeaning, takeImported } from "./import-actions";
import { IMPORT_TEXT, imported, importing, type ImportTable, importTable, type Meaning, type Problem } from "./import-model";
import { importWords as w } from "./words";

const VALUES_SHOWN = 3;
const LINES_SHOWN = 8;

export function Import() {
  const now = importing.value;
  if (now === null) return null;
  const table = importTable.value;
  return (
    <section class="card year-import" aria-labelledby="year-import-title">
      <div class="list-head">
        <h2 id="year-import-title">{w.title}</h2>
        <div class="bar">
          <label class="button">
            <input
              type="file"
              class="visually-hidden"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              onChange={(event) => {
                const [file] = chosenFiles(event.currentTarget);
                if (file) void importFile(file);
              }}
            />
            {w.file}
          </label>
          <button type="button" onClick={cancelImport}>
            {w.cancel}
          </button>
        </div>
      </div>
      <div class="field">
        <label for={IMPORT_TEXT}>{now.name ?? w.text}</label>
        <textarea
          id={IMPORT_TEXT}
          class="code"
          data-own-undo
          rows={table ? 4 : 8}
          wrap="off"
          spellcheck={false}
          value={now.text}
          placeholder={w.example}
          aria-describedby={`${IMPORT_TEXT}-hint`}
          ref={takesFocus(focusOf(IMPORT_TEXT))}
          onInput={(event) => void importText(event.currentTarget.value, now.name)}
        />
        <p id={`${IMPORT_TEXT}-hint`} class="hint">
          {w.hint}
        </p>
      </div>
      {table && table.rows.length === 0 && <p class="empty">{w.noRows}</p>}
      {table && table.rows.length > 0 && (
        <>
          <label class="choice">
            <input type="checkbox" checked={now.hasHeadings} onChange={(event) => setHeadings(event.currentTarget.checked)} />
            <span>{w.hasHeadings}</span>
          </label>
          <Columns table={table} meanings={now.meanings} />
          <Result />
        </>
      )}
    </section>
  );
}

function Columns({ table: { headings, rows }, meanings }: { table: ImportTable; meanings: readonly (Meaning | null)[] }) {
  const titles = [w.column, w.values, w.means];
  return (
    <table class="stacking import-columns">
      <caption class="visually-hidden">{w.columns}</caption>
      <thead>
        <tr>
          {titles.map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {headings.map((heading, column) => {
          const name = heading || w.noHeading(column + 1);
          const values = [...new Set(rows.slice(0, 20).map(({ cells }) => (cells[column] ?? "").trim()))].filter((value) => value !== "");
          return (
            <tr key={column}>
              <th scope="row">{name}</th>
              <td class="muted">{values.slice(0, VALUES_SHOWN).join(" · ")}</td>
              <td>
                <Meanings name={name} meaning={meanings[column] ?? null} onchange={(meaning) => setMeaning(column, meaning)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Meanings({ name, meaning, onchange }: { name: string; meaning: Meaning | null; onchange: (meaning: Meaning | null) => void }) {
  const options = (fields: readonly Field[]) =>
    fields.map((field) => (
      <option key={field} value={field}>
        {fieldName(field)}
      </option>
    ));
  return (
    <select aria-label={w.meansOf(name)} value={meaning ?? ""} onChange={({ currentTarget: { value } }) => onchange(value === "" ? null : (value as Meaning))}>
      <option value="">{w.kept}</option>
      <option value="label">{w.label}</option>
      <optgroup label={w.act}>{options(ACT_FIELDS)}</optgroup>
      <optgroup label={w.amounts}>{options(AMOUNT_FIELDS)}</optgroup>
    </select>
  );
}

function Result() {
  const found = imported.value;
  if (found === null) return null;
  const { entries, problems } = found;
  const hasYear = documents.year.isThere.value && documents.year.text.value.trim() !== "";
  return (
    <>
      <div role="status">
        {problems.length === 0 ? <Status tone="good" word={w.allRead(entries.length)} /> : <p>{w.problems}</p>}
        <ul class="row-problems">
          {problems.map((problem) => (
            <li key={`${problem.kind}/${problem.meaning}`}>
              <Status tone="warn" word={problemWords(problem)} /> <span class="why">{w.lines(linesOf(problem), problem.values)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div class="bar">
        <button type="button" class="primary" onClick={() => takeImported("add")}>
          {hasYear ? w.add(entries.length) : w.take(entries.length)}
        </button>
        {hasYear && (
          <button type="button" onClick={() => takeImported("replace")}>
            {w.replace(entries.length)}
          </button>
        )}
      </div>
    </>
  );
}

function problemWords({ kind, meaning, lines }: Problem): string {
  return w.kinds[kind](meaning === "label" ? w.label : fieldName(meaning), lines.length);
}

function linesOf({ lines }: Problem): string {
  const named = lines.slice(0, LINES_SHOWN).map(wholeNumber);
  return lines.length > named.length ? `${named.join(", ")}…` : list(named);
}
