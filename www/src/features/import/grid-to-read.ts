/** The cells that are read: with what was typed again, and a mark that nothing is paid where a cell is left out. */
import type { BenefitGrid, BenefitGridCell } from "../../engine/import";

interface Said {
  texts: Readonly<Record<string, string>>;
  left: readonly string[];
  careTypes: Readonly<Record<number, { terms: readonly string[]; names: readonly string[]; label: string }>>;
}

export const placeKey = (row: number, column: number): string => `${row},${column}`;

/** Of what is paid a row stays one of benefits: without any text it would be a heading. */
export const NOTHING = "-";

/** Without the words that say nothing of their own before a condition: "Honoraires OPTAM". */
function withoutSilent(label: string): string {
  return label.replace(/^(?:(?:frais|honoraires?|actes?|soins?|autres?|remboursements?|prestations?|forfaits?|médecins?|praticiens?)\s+(?:(?:de|des|du)\s+)?)+/i, "");
}

/** A text that spans several places is typed again at all of them, and left out at each on its own. */
export function gridToRead(grid: BenefitGrid, { texts, left, careTypes }: Said): BenefitGrid {
  const out = new Set(left);
  const named = new Map(Object.values(careTypes).filter(({ terms }) => terms.length === 0).map(({ names, label }) => [label, names.join(", ")]));
  return grid.map((cells, row) =>
    cells.map((cell, column): BenefitGridCell => {
      if (out.has(placeKey(row, column))) return NOTHING;
      const [origin, first] = typeof cell === "string" ? [row, column] : cell.span_of;
      // What spans from a place that is left out has the text itself.
      if (typeof cell !== "string" && !out.has(placeKey(origin, first))) return cell;
      const source = placeKey(origin, first);
      const text = texts[source] ?? (grid[origin]?.[first] as string);
      return named.has(source) ? `${named.get(source)} ${withoutSilent(text)}` : text;
    }),
  );
}
