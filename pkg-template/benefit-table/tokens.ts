// Which figures, words and signs are in a cell? Articles, which carry no meaning, are left out.
//
//     figure   digits in groups of three by one blank, or of euros by a point; a comma or a point with decimals: 1 000 · 1.000 € · 37,50 · 54, 50 €
//     word     letters, also with points between them: B.R. · P. M. S. S.; without "(s)"; apostrophes divide words
//     sign     any other character but a blank, a point and quotation marks; also "1er"
import type { Folded } from "./normalise.ts";

export interface Token {
  kind: "figure" | "word" | "sign";
  /** A figure is a decimal with a point, without zeros that say nothing. */
  text: string;
  start: number;
  end: number;
}

const IN_GROUPS = "\\d{1,3}(?: \\d{3})+(?!\\d)|[1-9]\\d{0,2}(?:\\.\\d{3})+(?=(?:,\\d+)? ?(?:€|eur))";
const DECIMALS = "[.,](\\d+)|, (\\d\\d)(?= ?(?:%|€|eur))";
const INITIALS = "[a-z](?:\\.[a-z](?![a-z'])|\\. [a-z](?=\\.))+";
const TOKEN = new RegExp(`1er(?![a-z])|(${IN_GROUPS}|\\d+)(?:${DECIMALS})?|${INITIALS}|[a-z]+(?:\\((?:e?s|x)\\))?|[^\\s'".«»“”]`, "y");
const ARTICLES = new Set(["d", "de", "du", "des", "l", "la", "le", "les", "et"]);

export function tokensOf({ text, starts, ends }: Folded): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) {
      at += 1;
      continue;
    }
    const [whole, figure, decimals, apart] = found;
    const token = { start: starts[at]!, end: ends[at + whole.length - 1]! };
    at += whole.length;
    if (figure !== undefined) tokens.push({ kind: "figure", text: decimalOf(figure, decimals ?? apart ?? ""), ...token });
    else if (!/^[a-z]/.test(whole)) tokens.push({ kind: "sign", text: whole, ...token });
    else if (!ARTICLES.has(whole)) tokens.push({ kind: "word", text: whole.replace(/\(.*|[ .]/g, ""), ...token });
  }
  return tokens;
}

function decimalOf(figure: string, decimals: string): string {
  const whole = figure.replace(/[ .]/g, "").replace(/^0+(?=\d)/, "");
  const rest = decimals.replace(/0+$/, "");
  return rest === "" ? whole : `${whole}.${rest}`;
}
