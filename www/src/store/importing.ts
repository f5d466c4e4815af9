/** Is something being brought into the Table view: a table, or a column of it? */
import { signal } from "@preact/signals";
import { stored } from "./storage";

export const IMPORT = "care-coverage:import";

/** A table that was open before a reload is open again. */
export const importing = signal<"table" | "column" | null>(stored(() => sessionStorage, IMPORT)?.startsWith('{"isOpen":true') ? "table" : null);

/** What a clipboard has of cells. */
export interface Cells {
  html: string;
  text: string;
  /** Which cell of the coverage's table has the focus; -1: none. */
  line: number;
}

/** A file, or cells, to be read, until the view has it. */
export const broughtIn = signal<File | Cells | null>(null);
