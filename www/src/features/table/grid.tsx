/** The table itself, and the examples in euros: in French, whatever the page speaks, with headers of its rows and columns. */
import type { ComponentChildren } from "preact";
import type { BenefitTable, BenefitTableRow } from "../../engine/table";
import { ScrollBox } from "../../kit/scroll-box";
import { language } from "../../store/language";
import { regionName } from "../common/editor";
import { editCell } from "./actions";
import { type Place, placeOf } from "./places";
import { useTable } from "./state";
import { frenchTable as fr } from "./table-words";
import { tableWords as w } from "./words";

export function Grid({ table }: { table: BenefitTable }) {
  const { coverages, headings, pmss, date } = table;
  const state = useTable();
  const hand = state.hand.value;
  const hasPmss = headings.some(({ rows }) => rows.some(({ lines }) => lines.some(({ cells }) => cells.some(({ euros }) => euros.length > 0))));
  return (
    <section class="tabled-table" aria-label={regionName(state.editor, w.title)}>
      <ScrollBox label={regionName(state.editor, w.region)} hint={w.scroll}>
        <table class="benefits" lang="fr">
          <caption>{fr.title(coverages.map(({ name, version }) => `${name} (version ${version})`))}</caption>
          <thead>
            <tr>
              <th scope="col">{fr.care}</th>
              {coverages.map(({ name, version }) => (
                <th scope="col">
                  {name} <span class="benefits-version">version {version}</span>
                </th>
              ))}
            </tr>
          </thead>
          {headings.map(({ id, title, rows }, heading) => (
            <tbody key={id ?? ""}>
              <tr class="benefits-heading">
                <th scope="rowgroup" colSpan={coverages.length + 1}>
                  {title}
                </th>
              </tr>
              {rows.map((row, index) => (
                <Rows row={row} width={coverages.length + 1} tool={(line, coverage) => coverage === hand && <Edit table={table} place={{ heading, row: index, line }} />} />
              ))}
            </tbody>
          ))}
        </table>
      </ScrollBox>
      {hasPmss && pmss !== null && <p class="hint" lang="fr">{fr.pmss(pmss, date)}</p>}
      <Examples table={table} />
    </section>
  );
}

/** The cell's own button: what is typed there changes its guarantee. */
function Edit({ table, place }: { table: BenefitTable; place: Place }) {
  const state = useTable();
  const where = placeOf(table, place).slice(1).join(", ");
  return (
    <button type="button" class="link cell-edit" lang={language()} aria-label={w.cell.editOf(where)} onClick={() => editCell(state, table, place)}>
      {w.cell.edit}
    </button>
  );
}

function Rows({ row: { label, lines }, width, tool }: { row: BenefitTableRow; width: number; tool: (line: number, coverage: number) => ComponentChildren }) {
  const isOne = lines.length === 1;
  return (
    <>
      {!isOne && (
        <tr class="benefits-row">
          <th scope="row" colSpan={width}>
            <Label text={label} />
          </th>
        </tr>
      )}
      {lines.map(({ label: condition, cells }, line) => (
        <tr>
          <th scope="row" class={isOne ? "" : "benefits-line"}>
            {isOne ? <Label text={label} condition={condition} /> : condition}
          </th>
          {cells.map(({ text, guarantees }, coverage) => (
            <td class={guarantees.length === 0 ? "benefits-nothing" : ""}>
              <span>{text}</span>
              {tool(line, coverage)}
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

/** Care types that are treated alike, each on its own where there are many. */
function Label({ text, condition }: { text: string; condition?: string | null }) {
  const parts = text.split(" ; ");
  return (
    <>
      {parts.length < 4 ? text : <span class="benefits-parts">{parts.map((part, index) => <span>{index < parts.length - 1 ? `${part} ; ` : part}</span>)}</span>}
      {condition && <span class="benefits-condition"> ({condition})</span>}
    </>
  );
}

function Examples({ table: { examples, coverages } }: { table: BenefitTable }) {
  const { editor } = useTable();
  if (examples.length === 0) return null;
  return (
    <ScrollBox label={regionName(editor, w.examples)} hint={w.scroll}>
      <table class="benefits benefits-examples" lang="fr">
        <caption>{fr.examples}</caption>
        <thead>
          <tr>
            <th scope="col">{fr.act}</th>
            {coverages.length > 1 && <th scope="col">{fr.coverage}</th>}
            {[fr.price, fr.secu, fr.complementary, fr.outOfPocket].map((word) => (
              <th scope="col" class="number">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {examples.map(({ title, price, coverages: paid }) =>
            paid.map(({ secu, complementary, out_of_pocket }, index) => (
              <tr>
                {index === 0 && (
                  <th scope="row" rowSpan={paid.length}>
                    {title}
                  </th>
                )}
                {coverages.length > 1 && <th scope="row">{`${coverages[index]!.name} v${coverages[index]!.version}`}</th>}
                {[price, secu, complementary, out_of_pocket].map((amount) => (
                  <td class="number">{amount === null ? fr.unknown : fr.euros(amount)}</td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </ScrollBox>
  );
}
