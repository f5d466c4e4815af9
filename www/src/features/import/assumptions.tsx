/** What the table leaves open: the Sécu's share, once for each column, and what was taken for granted in many cells. */
import { ASSUMPTIONS, draft, reading, type Share } from "./model";
import { acceptAll, sayShare } from "./say";
import { allReasonsOf, lettersOf, rows, shortName } from "./spots";
import { importWords } from "./words";

const SHARES: readonly (Share | "usual")[] = ["usual", "included", "excluded"];

export function Assumptions() {
  const { assume: w } = importWords;
  const { shares, acceptedAll } = draft.value!;
  const cells = rows.value.flatMap(({ spots }) => spots.flatMap(({ cell, state }) => (cell && state !== "left" && cell.status === "read" ? [cell] : [])));
  const columns = reading.value!.formulas.flatMap(({ name, columns }) => columns.map((column) => ({ column, name })));
  const shared = columns.flatMap(({ column, name }) => {
    const open = cells.filter((cell) => cell.column === column && (cell.share_from === "open" || cell.share_from === "given" || allReasonsOf(cell).includes("share")));
    return open.length === 0 && shares[column] === undefined ? [] : [{ column, name: shortName(name) || lettersOf(column), cells: open.length, likely: open.filter(({ share_from }) => share_from === "open").length }];
  });
  const many = ASSUMPTIONS.map((what) => ({ what, cells: cells.filter(({ reading: { assumed } }) => assumed.includes(what)).length })).filter((one) => one.cells > 0);
  if (shared.length === 0 && many.length === 0) return null;
  return (
    <section class="card import-assume" aria-labelledby="import-assume">
      <h3 id="import-assume">{w.title}</h3>
      {shared.map(({ column, name, cells: number, likely }) => (
        <fieldset key={column}>
          <legend>
            {w.share(name)} <span class="muted">{`${w.cells(number)}${likely > 0 ? `, ${w.open(likely)}` : ""}`}</span>
          </legend>
          <div class="choices">
            {SHARES.map((share) => (
              <label key={share} class="choice">
                <input type="radio" name={`import-share-${column}`} checked={shares[column] === share} onChange={() => sayShare(column, share)} />
                <span>{w.shares[share]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {many.map(({ what, cells: number }) => (
        <label key={what} class="choice">
          <input type="checkbox" checked={acceptedAll.includes(what)} onChange={(event) => acceptAll(what, event.currentTarget.checked)} />
          <span>{w[what](number)}</span>
        </label>
      ))}
      <p class="hint">{w.hint}</p>
    </section>
  );
}
