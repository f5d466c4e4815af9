// Which cells does the first table of an HTML text have, and which of them span others? A reader of tags, that runs nothing and makes no
// document: texts of cells are what is between tags.
import type * as api from "../care-coverage-benefit-table";

const LONGEST = 20_000_000;
/** A span is at most as wide and as high as that, as in HTML; no more places than that are filled. */
const WIDEST = 1_000;
const MOST_PLACES = 200_000;

const TOKEN = /<!--|<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,4000})>|[^<]+|</gi;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", euro: "€", eacute: "é", egrave: "è", agrave: "à", ccedil: "ç", ocirc: "ô", ecirc: "ê", oelig: "œ", ndash: "–", mdash: "—", rsquo: "’" };
/** They end a line. */
const BREAKS = new Set(["br", "p", "div", "li"]);

export function benefitGridFromHtml(html: string): api.BenefitGrid {
  if (typeof html !== "string") throw new TypeError("HTML is a text");
  if (html.length > LONGEST) throw new RangeError(`a text has at most ${LONGEST} UTF-16 units`);
  const table = new Table();
  let depth = 0;
  let skip: string | null = null;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(html); found; found = TOKEN.exec(html)) {
    const [all, slash, name = "", attributes = ""] = found;
    if (all === "<!--") {
      const end = html.indexOf("-->", TOKEN.lastIndex);
      if (end === -1) break;
      TOKEN.lastIndex = end + 3;
      continue;
    }
    const tag = name.toLowerCase();
    if (skip !== null) {
      if (slash === "/" && tag === skip) skip = null;
    } else if (tag === "script" || tag === "style" || tag === "caption") skip = slash === "" ? tag : null;
    else if (tag === "table") {
      depth += slash === "" ? 1 : -1;
      // Of several tables the first; one inside of a cell is text of it.
      if (depth <= 0 && slash === "/") break;
    } else if (depth === 1 && tag === "tr") slash === "" ? table.row() : table.endCell();
    else if (depth === 1 && (tag === "td" || tag === "th")) slash === "" ? table.cell(spanIn(attributes, "colspan"), spanIn(attributes, "rowspan")) : table.endCell();
    else if (tag === "" && depth > 0) table.text(decoded(all).replace(/\s+/g, " "));
    else if (BREAKS.has(tag)) table.text("\n");
  }
  return table.grid();
}

class Table {
  private readonly rows: api.BenefitGridCell[][] = [];
  private open: { row: number; column: number; parts: string[] } | null = null;
  private places = 0;

  row(): void {
    this.endCell();
    this.current += 1;
    this.rowAt(this.current);
  }

  private current = -1;

  cell(columns: number, height: number): void {
    this.endCell();
    if (this.current === -1) this.row();
    const row = this.rowAt(this.current);
    let column = 0;
    while (row[column] !== undefined) column += 1;
    this.places += columns * height;
    if (this.places > MOST_PLACES) throw new RangeError(`a table has at most ${MOST_PLACES} cells`);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < columns; x += 1) this.rowAt(this.current + y)[column + x] ??= x === 0 && y === 0 ? "" : { span_of: [this.current, column] };
    }
    this.open = { row: this.current, column, parts: [] };
  }

  text(text: string): void {
    this.open?.parts.push(text);
  }

  endCell(): void {
    if (!this.open) return;
    const { row, column, parts } = this.open;
    this.rows[row]![column] = parts.join("").split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line !== "").join("\n");
    this.open = null;
  }

  /** Rows that only a span would reach are not there. */
  grid(): api.BenefitGrid {
    this.endCell();
    return this.rows.slice(0, this.current + 1).map((row) => Array.from(row, (cell) => cell ?? ""));
  }

  private rowAt(index: number): api.BenefitGridCell[] {
    while (this.rows.length <= index) this.rows.push([]);
    return this.rows[index]!;
  }
}

function spanIn(attributes: string, name: "colspan" | "rowspan"): number {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?\\s*(\\d{1,6})`, "i").exec(attributes);
  return Math.min(WIDEST, Math.max(1, Number(found?.[1] ?? 1)));
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name]! : all;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex!, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
  });
}
