// What is in which place of a grid? A cell that spans several has its text in its first place; the others say where that is.
import type * as api from "../care-coverage-benefit-table";

/** More cells than that are no benefit table. */
const MOST_CELLS = 200_000;

export class Grid {
  readonly height: number;
  readonly width: number;

  private readonly rows: readonly (readonly api.BenefitGridCell[])[];

  constructor(rows: readonly (readonly api.BenefitGridCell[])[]) {
    const noRows = () => new TypeError("`rows` is an array of rows, each an array of cells");
    if (!Array.isArray(rows)) throw noRows();
    assertSize(rows.length);
    // Not `every`, which looks at no hole, and takes minutes for many.
    for (const row of rows) if (!Array.isArray(row)) throw noRows();
    this.rows = rows;
    this.height = rows.length;
    this.width = this.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    assertSize(this.height * this.width);
    this.rows.forEach((row, index) => row.forEach((cell, column) => {
      if (typeof cell === "string") return;
      const [first, second] = cell?.span_of ?? [];
      const isPlace = Number.isInteger(first) && Number.isInteger(second) && first! >= 0 && first! <= index && second! >= 0 && typeof this.rows[first!]?.[second!] === "string";
      if (!isPlace) throw new TypeError(`the cell [${index}, ${column}] is neither a text nor \`{ span_of: [row, column] }\` of one`);
    }));
  }

  /** Where the text of a cell is. */
  originOf(row: number, column: number): [number, number] {
    const cell = this.rows[row]?.[column];
    return cell === undefined || typeof cell === "string" ? [row, column] : [cell.span_of[0], cell.span_of[1]];
  }

  isSpan(row: number, column: number): boolean {
    return typeof this.rows[row]?.[column] === "object";
  }

  textAt(row: number, column: number): string {
    const [origin, first] = this.originOf(row, column);
    const cell = this.rows[origin]?.[first];
    return typeof cell === "string" ? plain(cell) : "";
  }
}

/** Small figures, which are marks of footnotes, are kept as they are. */
function plain(text: string): string {
  return text.replace(/[^\u00b2\u00b3\u00b9\u2070-\u2079]+/g, (part) => part.normalize("NFKC")).trim();
}

function assertSize(cells: number): void {
  if (cells > MOST_CELLS) throw new RangeError(`a table has at most ${MOST_CELLS} cells`);
}
