/** What does each column of the file mean? With its first values; a meaning is picked. */
import { Status } from "../../kit/status";
import { Unfolding } from "../common/lists";
import { setField } from "./actions";
import { part } from "./cost-model";
import { costWords } from "./cost-words";
import { ACT_FIELDS, AMOUNT_FIELDS, CLAIM_FIELDS, type Field } from "./fields";
import type { Table } from "./layout";
import { type ActsFile, COLUMNS } from "./model";
import { fieldName } from "./column";
import { fileWords as b } from "./words";

const VALUES_SHOWN = 3;

export function ColumnsPart({ actsFile: { look, fields } }: { actsFile: ActsFile }) {
  const table = look?.table;
  if (!table || table.header.length === 0) return null;
  const missing = (part.value === "costs" ? (["care_type", "charged"] as const) : (["care_type"] as const)).filter((field) => !fields.includes(field));
  const isNeeded = missing.length > 0;
  const used = fields.filter((field) => field !== null).length;
  return (
    <Unfolding part={COLUMNS} class="card" summary={<strong>{b.columns.title(used, fields.length)}</strong>} isNeeded={isNeeded}>
      {() => (
        <div class="file-columns">
          {isNeeded && (
            <p>
              <Status tone="open" word={missing.length === 1 && missing[0] === "care_type" ? b.columns.needed : costWords.columnsNeeded(missing)} />
            </p>
          )}
          <p class="hint">{isNeeded ? b.columns.neededHelp : b.columns.hint}</p>
          <table class="stacking">
            <thead>
              <tr>
                <th scope="col">{b.columns.column}</th>
                <th scope="col">{b.columns.values}</th>
                <th scope="col">{b.columns.means}</th>
              </tr>
            </thead>
            <tbody>
              {table.header.map((_, column) => (
                <Column key={column} table={table} column={column} field={fields[column] ?? null} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Unfolding>
  );
}

export function headingOf(table: Table, column: number): string {
  return table.header[column] || b.columns.noHeading(column + 1);
}

function Column({ table, column, field }: { table: Table; column: number; field: Field | null }) {
  const heading = headingOf(table, column);
  const values = [...new Set(table.sample.map((row) => (row[column] ?? "").trim()).filter((value) => value !== ""))];
  return (
    <tr class={field === null ? "unused" : undefined}>
      <th scope="row">{heading}</th>
      <td class="muted file-values">{values.slice(0, VALUES_SHOWN).join(" · ")}</td>
      <td>
        <select
          aria-label={b.columns.meansOf(heading)}
          value={field ?? ""}
          onChange={({ currentTarget: { value } }) => setField(column, value === "" ? null : (value as Field))}
        >
          <option value="">{b.columns.notUsed}</option>
          <Options label={b.columns.acts} fields={ACT_FIELDS} />
          <Options label={b.columns.amounts} fields={AMOUNT_FIELDS} />
          <Options label={b.columns.claims} fields={CLAIM_FIELDS} />
        </select>
      </td>
    </tr>
  );
}

function Options({ label, fields }: { label: string; fields: readonly Field[] }) {
  return (
    <optgroup label={label}>
      {fields.map((field) => (
        <option value={field}>{fieldName(field)}</option>
      ))}
    </optgroup>
  );
}
