// Diagnostics of a text as a terminal or a log shows them: message, place, the line with what is marked, the fix.
import type * as api from "./care-coverage";

/** By language; the others are in words/. They are here, so that frames come without those. */
const WORDS = {
  en: { error: "error", warning: "warning", info: "info", related: "see", fix: "fix" },
  fr: { error: "erreur", warning: "avertissement", info: "info", related: "voir", fix: "correction" },
};
const COLORS = { error: 31, warning: 33, info: 36, dim: 2, bold: 1, fix: 32 };
/** Of a longer line, what is around the mark. */
const WIDTH = 100;

type Paint = (color: keyof typeof COLORS, text: string) => string;

export function formatDiagnostics(
  text: string,
  diagnostics: readonly api.Diagnostic[],
  { language = "en", color = false, file, translate }: api.FormatDiagnosticsOptions = {},
): string {
  const paint: Paint = (name, painted) => (color ? `\u001b[${COLORS[name]}m${painted}\u001b[0m` : painted);
  if (!Object.hasOwn(WORDS, language)) throw new RangeError(`unknown language \`${plain(String(language))}\`: expected one of \`en\`, \`fr\``);
  const words = WORDS[language];
  const translated = translate ? diagnostics.map((diagnostic) => translate(diagnostic, language)) : diagnostics;
  return translated
    .map(({ code, severity, message, pointer, mark, related, fix_title: fix }) =>
      [
        `${paint(severity, `${words[severity]}[${code}]`)}${paint("bold", `: ${plain(message)}`)}`,
        ...frame(text, pointer, mark, file, severity, paint),
        ...related.flatMap((other) => [
          `${paint("dim", `${words.related}:`)} ${plain(other.message)}`,
          ...frame(text, other.pointer, other.range, file, null, paint),
        ]),
        ...(fix ? [`${paint("fix", `${words.fix}:`)} ${plain(fix)}`] : []),
      ].join("\n"),
    )
    .join("\n\n");
}

/** Where it is; with a severity, the line and what is marked of it, too. */
function frame(
  text: string,
  pointer: string,
  range: api.TextRange | undefined,
  file: string | undefined,
  severity: api.Severity | null,
  paint: Paint,
): string[] {
  if (!range) return [`  ${paint("dim", "-->")} ${plain(file ?? "")}#${plain(pointer)}`];
  const { line, column } = range;
  const place = `${paint("dim", "-->")} ${file === undefined ? "" : `${plain(file)}:`}${line}:${column}`;
  if (severity === null) return [`  ${place}`];
  const number = String(line);
  const gutter = (label: string) => paint("dim", `${label.padStart(number.length)} |`);
  const { shown, before, marked } = lineAround(text, range);
  return [
    `${" ".repeat(number.length)}${place}`,
    gutter(""),
    `${gutter(number)} ${shown}`,
    // A tab stays one, so that the mark is below what it marks.
    `${gutter("")} ${before.replace(/[^\t]/g, " ")}${paint(severity, "^".repeat(Math.max(1, marked)))}`,
  ];
}

/** The line of a place; of a long one the part around the mark. No more of the text is looked at, of which there may be many places. */
function lineAround(text: string, { start, end, column }: api.TextRange): { shown: string; before: string; marked: number } {
  const from = start - column + 1;
  const rest = text.slice(start, start + 2 * WIDTH).search(/[\r\n]/);
  const to = rest < 0 ? Math.min(text.length, start + 2 * WIDTH) : start + rest;
  const first = to - from <= WIDTH ? from : whole(text, Math.max(from, start - WIDTH / 2));
  const last = to - from <= WIDTH ? to : whole(text, Math.min(to, first + WIDTH));
  const before = `${first > from ? "…" : ""}${plain(text.slice(first, start))}`;
  const shown = `${before}${plain(text.slice(start, last))}${last < to ? "…" : ""}`;
  return { shown, before, marked: Math.min(end, last) - start };
}

/** A place that divides no character. */
function whole(text: string, offset: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(offset)) ? offset - 1 : offset;
}

/** A text moves no cursor and changes no colour. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
