// A page for each code. What a page says that an example gives is what the package answered when the page was made.
import { formatDiagnostics } from "../../pkg/node.js";
import { explanations, tableOfCodes } from "./codes.mjs";
import { write } from "./documents.mjs";
import { ASKED, diagnosticsOf } from "./examples.mjs";

const SETTING = "`catalog` is made of `lists`, the example catalogue of the repository; `coverage` has the guarantee `DOCTORS`, which covers visits to a doctor; " +
  "`coverageOf(rule, mappings)` is the payload of a coverage with that guarantee.";
const PARTS = {
  guarantee: "The example is a guarantee of a coverage.", mapping: "The example is a care type mapping of a guarantee.", selector: "The example is a selector.",
  filter: "The example is a filter.", rule: "The example is a coverage rule.", amounts: "The example is an act with its amounts.", act: "The example is a care act.", program: SETTING,
};

export function writeCodePages() {
  const table = tableOfCodes();
  for (const { file, codes } of explanations()) {
    for (const [code, entry] of Object.entries(codes)) {
      const row = table.get(code);
      if (!row) throw new Error(`${file} explains \`${code}\`, which is no code`);
      write(`codes/${code}.md`, pageOf(row, entry));
    }
  }
  const missing = [...table.keys()].filter((code) => !explanations().some(({ codes }) => codes[code]));
  if (missing.length > 0) throw new Error(`docs/codes/ explains nothing of ${missing.join(", ")}`);
}

function pageOf(row, entry) {
  return [
    `# \`${row.code}\``,
    `| severity | when | fix |\n|---|---|---|\n| ${row.severity}${row.isBlocking ? " ✗" : ""} | ${row.when} | ${row.fix ?? "–"} |`,
    row.isBlocking ? "✗: it leaves the meaning undefined. Nothing is compiled or answered while it is there." : null,
    entry.why,
    ...(entry.none ? [entry.none] : examplesOf(row, entry)),
    `## How to mend it\n\n${entry.mend}`,
    `## When it is fine\n\n${entry.fine}`,
    "",
  ].filter((part) => part !== null).join("\n\n");
}

function examplesOf(row, entry) {
  const reported = diagnosticsOf(entry, "wrong").filter(({ code }) => code === row.code);
  if (reported.length === 0) throw new Error(`the wrong example of \`${row.code}\` does not give it`);
  if (diagnosticsOf(entry, "right").some(({ code }) => code === row.code)) throw new Error(`the right example of \`${row.code}\` gives it, too`);
  return [
    "## Wrong",
    ...(PARTS[entry.in] ? [PARTS[entry.in]] : []),
    ...(entry.latest ? [`The latest version is ${entry.latest}.`] : []),
    shown(entry.wrong, entry.in),
    `${ASKED[entry.in] ? `\`${ASKED[entry.in]}\`` : "The program"} gives:`,
    fence("text", formatDiagnostics(entry.in === "text" ? entry.wrong : "", reported).trimEnd()),
    ...(reported[0].fix ? ["The fix as JSON Patch:", fence("json", format(reported[0].fix))] : []),
    "## Right",
    shown(entry.right, entry.in),
  ];
}

const LANGUAGES = { text: "json", csv: "csv", program: "js" };
const shown = (example, kind) => fence(LANGUAGES[kind] ?? "json", LANGUAGES[kind] ? example : format(example));
const fence = (language, text) => `\`\`\`${language}\n${text}\n\`\`\``;

/** JSON as a person writes it: what fits into a line is in one. */
function format(value, indent = "") {
  const line = inLine(value);
  if (indent.length + line.length <= 88 || typeof value !== "object" || value === null) return line;
  const inner = `${indent}  `;
  const parts = Array.isArray(value) ? value.map((part) => format(part, inner)) : Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${format(part, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${indent}${close}`;
}

function inLine(value) {
  if (Array.isArray(value)) return `[${value.map(inLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${inLine(part)}`);
  return parts.length > 0 ? `{ ${parts.join(", ")} }` : "{}";
}
