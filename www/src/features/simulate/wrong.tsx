/** What is wrong in the file, by its kind: how often, in which rows first, and what to do? */
import type { ComponentChildren } from "preact";
import type { LoadedCoverage } from "../../engine/engine";
import { listState } from "../../store/lists";
import { compiled as inHand } from "../../store/readings";
import { factName } from "../common/act-words";
import { Named } from "../common/care-types";
import { wholeNumber } from "../common/counting";
import { typeLabel } from "../common/labels";
import { More } from "../common/lists";
import { withCapital } from "../common/sentences";
import { headingOf } from "./columns";
import { type Field, FIELD_KINDS } from "./fields";
import type { Place, WrongKind } from "./listings";
import type { ActsFile, Result } from "./model";
import { fieldName } from "./column";
import { fileWords as b } from "./words";
import { WrongWords } from "./wrong-words";

const SHOWN_FIRST = 10;
const MORE = 50;

export function RowsWrong({ actsFile, result: { answers } }: { actsFile: ActsFile; result: Result }) {
  const { wrong, unknown, missing } = answers;
  return (
    <>
      <Kinds id="wrong" title={b.wrong.title} lead={b.wrong.lead} rows={wrong} head={[b.wrong.kind, b.wrong.rows, b.wrong.first, b.wrong.help]}>
        {(kind) => (
          <tr>
            <th scope="row">
              <Kind actsFile={actsFile} kind={kind} />
            </th>
            <td class="number" data-label={b.wrong.rows}>{wholeNumber(kind.count)}</td>
            <td class="muted" data-label={b.wrong.first}>
              <Places first={kind.first} count={kind.count} />
            </td>
            <td>{b.wrong.doing[doingOf(actsFile, kind)]}</td>
          </tr>
        )}
      </Kinds>
      <Kinds id="unknown" title={b.unknown.title} lead={b.unknown.lead} rows={unknown} head={[b.unknown.code, b.wrong.rows, b.wrong.first, b.unknown.near]}>
        {({ code, count, first }) => (
          <tr>
            <th scope="row">{code === "" ? b.unknown.empty : <code>{code}</code>}</th>
            <td class="number" data-label={b.wrong.rows}>{wholeNumber(count)}</td>
            <td class="muted" data-label={b.wrong.first}>
              <Places first={first} count={count} />
            </td>
            <td>
              <Near code={code} compiled={inHand.value} />
            </td>
          </tr>
        )}
      </Kinds>
      <Kinds id="missing" title={b.missing.title} lead={b.missing.lead} rows={missing} head={[b.missing.fact, b.wrong.rows, b.missing.where]}>
        {([fact, count]) => (
          <tr>
            <th scope="row">{withCapital(factName(fact))}</th>
            <td class="number" data-label={b.wrong.rows}>{wholeNumber(count)}</td>
            <td>{whereOf(actsFile, fact as Field)}</td>
          </tr>
        )}
      </Kinds>
    </>
  );
}

interface Listed<T> {
  id: string;
  title: string;
  lead: string;
  head: readonly string[];
  rows: readonly T[];
  children: (row: T) => ComponentChildren;
}

/** The second column has the numbers. */
function Kinds<T>({ id, title, lead, head, rows, children: line }: Listed<T>) {
  const list = `file/${id}`;
  const shown = listState(list).shown.value ?? SHOWN_FIRST;
  if (rows.length === 0) return null;
  return (
    <section class="card" aria-labelledby={`file-${id}`}>
      <h3 id={`file-${id}`}>{title}</h3>
      <p class="hint">{lead}</p>
      <table class="stacking file-kinds" aria-labelledby={`file-${id}`}>
        <thead>
          <tr>
            {head.map((words, index) => (
              <th scope="col" class={index === 1 ? "number" : undefined}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.slice(0, shown).map(line)}</tbody>
      </table>
      <More list={list} length={rows.length} shown={shown} step={MORE} />
    </section>
  );
}

function Kind({ actsFile: { look, fields }, kind: { field, diagnostic, cells, values } }: { actsFile: ActsFile; kind: WrongKind }) {
  const column = field === null ? -1 : fields.indexOf(field as Field);
  const heading = column >= 0 && look?.table ? headingOf(look.table, column) : null;
  return (
    <>
      {field !== null && (
        <p>
          {withCapital(fieldName(field))}
          {heading !== null && heading !== field && <span class="muted">{` · ${heading}`}</span>}
        </p>
      )}
      <p class="why">
        {diagnostic ? <WrongWords diagnostic={diagnostic} /> : cells ? b.wrong.cells(cells.expected, cells.got) : b.wrong.torn}
        {values.length > 0 && ` ${b.wrong.such(values)}`}
      </p>
    </>
  );
}

function Places({ first, count }: { first: readonly Place[]; count: number }) {
  const rows = first.map(({ index }) => wholeNumber(index + 1)).join(" · ");
  return count > first.length ? `${rows} ${b.wrong.more}` : rows;
}

function doingOf({ format }: ActsFile, { field }: WrongKind): keyof typeof b.wrong.doing {
  if (field !== null) return FIELD_KINDS[field as Field] ?? "text";
  return format === "csv" ? "row" : "json";
}

/** The care type that the engine finds near to a code. */
function Near({ code, compiled }: { code: string; compiled: LoadedCoverage | null }) {
  const answer = code === "" || !compiled ? null : compiled.explain({ care_type: code });
  const near = answer?.ok ? answer.value.nearest.find(({ changes }) => changes.care_type !== undefined)?.changes.care_type : undefined;
  return near === undefined || !compiled ? <span class="muted">{b.unknown.none}</span> : <Named label={typeLabel(compiled.catalog, near)} code={near} />;
}

function whereOf({ look, fields }: ActsFile, fact: Field): string {
  const column = fields.indexOf(fact);
  return column >= 0 && look?.table ? b.missing.inColumn(headingOf(look.table, column)) : look?.table ? b.missing.noColumn : "";
}
