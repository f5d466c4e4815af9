/** An act of the year: what can be typed as cells of a sheet, and what follows from it. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { LoadedCoverage } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { focusOf } from "../../store/page";
import { GuaranteeName } from "../common/care-types";
import { euros } from "../common/counting";
import { DateField, DecimalField, TextInput } from "../common/fields";
import { typeLabel } from "../common/labels";
import { CareTypeField } from "../picker/care-type-field";
import { duplicate, editAct, openRow, removeRow } from "./actions";
import { LimitBar } from "./limit-use";
import { type Column, cellId, openId, removeId, type YearRow } from "./model";
import { Why } from "./why";
import { yearWords } from "./words";

interface Props {
  coverage: LoadedCoverage;
  rows: readonly YearRow[];
  /** In the table. */
  position: number;
}

export function ActRow({ coverage, rows, position }: Props) {
  const row = rows[position]!;
  const { table } = yearWords;
  const { act, result, index } = row;
  const label = labelOf(coverage, row);
  const shares = result?.amounts;
  const number = (title: string, value: string) => (
    <td class="number" data-label={title}>
      <span class="plain">{value}</span>
    </td>
  );
  return (
    <tr>
      <td class="cell-date" data-label={table.date}>
        {act && <DateCell row={row} label={label} />}
      </td>
      <th scope="row">
        {(row.label !== null || !act) && <p>{label}</p>}
        {act && <CareTypeCell coverage={coverage} row={row} label={label} />}
        <p class="row-actions">
          {result?.guarantee && (
            <span class="why">
              <GuaranteeName name={result.guarantee} />
            </span>
          )}
          <span class="row-buttons">
            {act && (
              <button
                type="button"
                class="link"
                aria-label={yearWords.openAct(label)}
                ref={takesFocus(focusOf(openId(index)))}
                onClick={() => openRow(row)}
              >
                {yearWords.open}
              </button>
            )}
            <button type="button" class="link" aria-label={yearWords.duplicateAct(label)} onClick={() => duplicate(index, label)}>
              {yearWords.duplicate}
            </button>
            <button
              type="button"
              class="link"
              aria-label={yearWords.removeAct(label)}
              ref={takesFocus(focusOf(removeId(index)))}
              onClick={() => removeRow(rows, position, label)}
            >
              {yearWords.remove}
            </button>
          </span>
        </p>
      </th>
      <td class="cell-name" data-label={table.beneficiary}>
        {act && <NameCell row={row} label={label} />}
      </td>
      <td class="cell-quantity" data-label={table.quantity}>
        {act && <AmountCell row={row} column="quantity" label={yearWords.cell(table.quantity, label)} placeholder="1" />}
      </td>
      <td class="cell-charged" data-label={table.charged}>
        {act && <AmountCell row={row} column="charged" label={yearWords.cell(table.charged, label)} />}
      </td>
      {shares ? (
        <>
          {number(table.secu, euros(shares.secu_paid))}
          {number(table.complementary, euros(shares.complementary))}
          {number(table.own, euros(shares.out_of_pocket))}
          <td class="cell-limits" data-label={table.limits}>
            <Uses row={row} />
          </td>
        </>
      ) : (
        <td class="cell-why" colspan={4}>
          <Why coverage={coverage} row={row} />
        </td>
      )}
    </tr>
  );
}

function Uses({ row: { uses, result } }: { row: YearRow }): ComponentChildren {
  const isCut = result?.steps.some(({ step, note }) => step === "allowed" && note !== null) ?? false;
  return (
    <>
      {uses.length === 0 && <span class="muted">{yearWords.noUse}</span>}
      {uses.map((use) => (
        <div class="use">
          <LimitBar
            use={use}
            name={
              <strong>
                <GuaranteeName name={use.key} />
              </strong>
            }
          />
        </div>
      ))}
      {isCut && <p class="why">{yearWords.cut}</p>}
    </>
  );
}

export function labelOf({ catalog }: LoadedCoverage, { label, act, index }: YearRow): string {
  return label ?? (typeof act?.care_type === "string" && act.care_type !== "" ? typeLabel(catalog, act.care_type) : yearWords.entry(index + 1));
}

interface Cell {
  row: YearRow;
  /** Of the act. */
  label: string;
}

/** A row moves to the place of its date once the cell is left, and not while it is typed. */
function DateCell({ row: { act, index }, label }: Cell) {
  const [typed, setTyped] = useState<string | null>(null);
  const id = cellId("date", index);
  const value = typeof act?.care_date === "string" ? act.care_date : "";
  const take = (date: string | null) => {
    if (date !== null && date !== value) editAct(index, { care_date: date || undefined });
    setTyped(null);
  };
  // In the calendar it is chosen, and not typed.
  const commit = (date: string) => (document.activeElement?.id === id ? setTyped(date) : take(date));
  return (
    <div data-own-undo onFocusOut={() => take(typed)}>
      <DateField
        id={id}
        label={yearWords.cell(yearWords.table.date, label)}
        value={typed ?? value}
        isLabelHidden
        isOptional
        focus={focusOf(id)}
        oncommit={commit}
      />
    </div>
  );
}

function CareTypeCell({ coverage, row: { act, index }, label }: Cell & { coverage: LoadedCoverage }) {
  return (
    <CareTypeField
      catalog={coverage.catalog}
      id={cellId("type", index)}
      label={yearWords.cell(yearWords.table.careType, label)}
      chosen={act!.care_type || null}
      free
      onchoose={(code) => code !== null && code !== act!.care_type && editAct(index, { care_type: code })}
    />
  );
}

/** The sums of a person do not count half a name. */
function NameCell({ row: { amounts, index }, label }: Cell) {
  const [typed, setTyped] = useState<string | null>(null);
  const value = typeof amounts.beneficiary === "string" ? amounts.beneficiary : "";
  const take = () => {
    if (typed !== null && typed.trim() !== value) editAct(index, { beneficiary: typed.trim() || undefined });
    setTyped(null);
  };
  return (
    <div data-own-undo onFocusOut={take}>
      <TextInput
        id={cellId("name", index)}
        label={yearWords.cell(yearWords.table.beneficiary, label)}
        value={typed ?? value}
        isLabelHidden
        oncommit={setTyped}
      />
    </div>
  );
}

function AmountCell({
  row: { amounts, index },
  column,
  label,
  placeholder,
}: {
  row: YearRow;
  column: Extract<Column, "quantity" | "charged">;
  label: string;
  placeholder?: string;
}) {
  const given = amounts[column];
  return (
    <DecimalField
      id={cellId(column, index)}
      label={label}
      value={typeof given === "string" || typeof given === "number" ? String(given) : ""}
      isLabelHidden
      isOptional
      {...(placeholder !== undefined && { placeholder })}
      oncommit={(value) => editAct(index, { [column]: value || undefined })}
    />
  );
}
