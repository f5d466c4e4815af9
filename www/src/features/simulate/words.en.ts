/** The words of a file of acts and of its rows; fetched with the view. */
import { bytes, count, digits, list, percent } from "../common/english";

const acts = (number: number) => count(number, "act", "acts");
const rows = (number: number) => count(number, "row", "rows");

/** A part of a whole: not 0 % of what there is, nor 100 % of what is not all. */
function share(part: number, whole: number): string {
  if (part > 0 && part < whole * 0.001) return `< ${percent(0.001, 1)}`;
  if (part < whole && part > whole * 0.999) return `> ${percent(0.999, 1)}`;
  return percent(whole === 0 ? 0 : part / whole, 1);
}

export const fileWords = {
  share,
  bytes,

  title: "What would last year’s claims have cost?",
  lead: "A file of claims, under the coverage in hand and under a draft: what each would have paid, who is better and worse off, which limits bind; or each row on its own: covered or not, by which guarantee, and what is to be looked at.",
  needCoverage: "A file of acts is evaluated by a coverage. Load a catalogue and a coverage first, or try the example.",
  privacy: "The file is read in this browser, piece by piece, however long it is: nothing is sent anywhere.",
  kept: "A reload keeps it.",
  notKept: "After a reload, choose it again: this browser does not keep it.",
  choose: "Choose a file…",
  chooseOther: "Choose another file…",
  dropHint: "CSV as a spreadsheet saves it, NDJSON, Parquet or Arrow; it can also be dropped anywhere on the page.",
  example: "Try an example file",
  exampleName: "example-acts.csv",
  formatHelp: "What such a file looks like",
  csv: "CSV: the first line has headings, each further line is an act. Cells are separated by semicolons, commas or tabs. Dates may be 12/03/2025, amounts 60,50 €, yes and no oui, VRAI, x or 1. An empty cell is a fact that is not known, null one that does not apply. Columns with other headings are picked after the file is read; those that are not used are kept.",
  ndjson: "NDJSON (also .jsonl): each line is an act as JSON.",
  fields: "What a column can mean: the type of care must be there, the others as far as they are known. Headings of these names are known, and so are the usual ones in English and French.",
  csvExample: "code acte;âge;date de soins;remboursable;dents;montant facturé\nCROWN_CERAMIC_FREE;42;12/03/2026;oui;11, 21;680,00\nGP_VISIT;;;oui;null;30",
  ndjsonExample: '{"care_type":"CROWN_CERAMIC_FREE","member_age":42,"teeth":[11,21]}\n{"care_type":"GP_VISIT","reimbursed_by_secu":true}',
  format: "Format",
  formats: { csv: "CSV", ndjson: "NDJSON", parquet: "Parquet", arrow: "Arrow" },
  again: "Evaluate again",
  evaluate: "Evaluate it",
  leftOut: (names: string[]) => `One file is evaluated at a time. Left out: ${list(names)}.`,
  /** Fields of a row that are no fact and no amount of an act. */
  claimFields: { care_type: "type of care", person: "person", family: "family", weight: "weight (acts that the row is for)" } as Record<string, string>,

  columns: {
    title: (used: number, all: number) => `Columns: ${digits.format(used)} of ${digits.format(all)} used`,
    needed: "Say which column has the type of care.",
    neededHelp: "No heading names it. Pick “type of care” for the column with its codes or labels; then the file is evaluated.",
    hint: "Each meaning is guessed from the heading; pick another where it is wrong. What is not used stays in the file that you download.",
    column: "Column",
    values: "First values",
    means: "Means",
    noHeading: (number: number) => `Column ${number}`,
    meansOf: (heading: string) => `What ${heading} means`,
    notUsed: "not used",
    acts: "The act",
    amounts: "Amounts and limits",
    claims: "Whose it is, and how many",
  },

  waiting: (name: string) => `${name} waits for a coverage that can be read.`,
  refused: "The coverage cannot be read at the moment, so no file can be evaluated by it.",
  noCatalog: "The catalogue cannot be read, so no file can be evaluated.",
  toCoverage: "See what is wrong in the Coverage view",
  stale: (name: string) => `The catalogue or the coverage has changed since ${name} was evaluated. This is what it was before.`,
  before: "Below: the result as it was before.",

  running: (name: string) => `Evaluating ${name}`,
  progress: "Progress",
  progressWords: (done: number, read: number, all: number) => `${rows(done)} · ${percent(Math.floor((read / all) * 100) / 100)} of ${bytes(all)}`,
  cancel: "Cancel",
  goesOn: "You can go on with other views: this continues, and the result will be here.",
  cancelled: (done: number, read: number, all: number) => `Cancelled after ${rows(done)}, ${share(read, all)} of the file.`,
  cancelledHelp: "Nothing is kept of a part: evaluate it again for a result.",
  saidStart: (name: string) => `Evaluating ${name}.`,
  saidProgress: (done: number) => `${done} % is evaluated.`,
  saidCancelled: "Cancelled.",
  saidDone: (number: number) => `Done: ${acts(number)} evaluated.`,
  doneElsewhere: (name: string, number: number) => `${name} is evaluated: ${acts(number)}. The Simulate view has the result.`,

  failure: {
    empty: { title: (name: string) => `${name} is empty.`, help: "There is nothing to evaluate in it. Choose another file." },
    json: {
      title: (name: string) => `${name} is named as a JSON document.`,
      help: "A list of acts has to be a CSV, or NDJSON with one act a line. A catalogue or a coverage is opened at the top of the page. If each line of this file is an act of its own, it is NDJSON:",
    },
    unreadable: {
      title: (name: string) => `${name} cannot be read.`,
      help: "It may have been changed, moved or deleted since it was chosen, or you may not read it. Choose it again.",
    },
    worker: {
      title: (name: string) => `The evaluation of ${name} was broken off.`,
      help: "The worker that evaluates it has ended; perhaps this device is short of memory. Nothing else on the page is lost.",
    },
  },
  asNdjson: "Evaluate it as NDJSON",
  retry: "Try again",
  engine: { out_of_memory: "the engine ran out of memory", internal: "the engine stopped, by a mistake of its own" },
  cause: (message: string) => `Cause: ${message}`,

  result: (name: string) => `Result of ${name}`,
  summary: (all: number, covered: number, look: number) =>
    `${acts(all)}: ${digits.format(covered)} covered (${share(covered, all)}), ${look === 0 ? "none" : digits.format(look)} to look at.`,
  by: (coverage: string) => `By ${coverage}`,
  none: (name: string) => `There are no acts in ${name}.`,
  noneHelp: "It has no rows after its header, or only blank lines.",
  download: "Download the file with its results",
  downloading: (read: number, all: number) => `Writing: ${percent(Math.floor((read / all) * 100) / 100)}`,
  downloadHint: "All that the file has, and for each row its outcome, the guarantee, and who pays what where that is known.",
  resultName: (name: string, extension: string) => `${name}-result.${extension}`,
  /** Headings of the columns that the downloaded file gets. */
  joined: {
    difference: "Difference",
    outcome: "Outcome",
    guarantee: "Guarantee",
    money: { secu_paid: "Paid by the Sécu", complementary: "Paid by the coverage", out_of_pocket: "Left to pay", missing: "Not known" },
  },

  invalid: "Cannot be read",
  outcomes: { title: "By outcome", outcome: "Outcome", acts: "Acts", share: "Share" },
  guarantees: {
    title: "By guarantee",
    hint: "Acts that one guarantee alone covers.",
    guarantee: "Guarantee",
    share: "Share of covered",
    find: "Find a guarantee",
    notFound: (text: string) => `No guarantee has “${text}” in its name.`,
    none: "This coverage has no guarantees.",
  },

  money: {
    title: "Who pays",
    lead: (known: number, covered: number) =>
      known === covered ? `For ${count(covered, "covered act", "covered acts")}.` : `For ${digits.format(known)} of ${count(covered, "covered act", "covered acts")}.`,
    own: "Each row is computed on its own: limits, such as sessions a year, are not counted across rows. The Year view counts them.",
    noBase: "No column says the base of the Sécu (BR): each row counts as care that the Sécu does not reimburse.",
    charged: "Charged",
    secu_paid: "Sécu",
    complementary: "Coverage",
    out_of_pocket: "Left to pay",
    all: "All",
    unknown: (number: number) => `Of ${count(number, "covered row", "covered rows")} it is not known who pays what.`,
    missing: (field: string, number: number) => `${field}: missing in ${rows(number)}`,
    other: (number: number) => `another reason, such as a rule of another system: ${rows(number)}`,
  },

  wrong: {
    title: "What cannot be read",
    lead: "By kind, the most frequent first. Change it in the file, or pick another column, and the rows count.",
    kind: "What is wrong",
    rows: "Rows",
    first: "First rows",
    help: "What to do",
    torn: "A quotation mark is out of place, or never closed.",
    cells: (expected: number, got: number) => `Expected ${count(expected, "cell", "cells")}, as many as the header has; the first such row has ${digits.format(got)}.`,
    such: (values: string[]) => `Such as ${list(values.map((value) => `“${value}”`))}.`,
    more: "…",
    /** What cannot be read as what its column means. */
    not: {
      care_type: "It is no code of a care type.",
      date: "It is no date.",
      age: "It is no age in years.",
      boolean: "It is neither yes nor no.",
      teeth: "It is no list of teeth.",
      tooth: "It is no tooth.",
      amount: "It is no amount.",
      percent: "It is no percentage.",
      side: "It is neither left nor right.",
      text: "It is no text.",
    },
    noCareType: "There is no type of care.",
    doing: {
      row: "Save the file again from the spreadsheet, so that each row has all its cells.",
      care_type: "Give the code of a care type, or its label.",
      date: "Write dates as 12/03/2025 or 2025-03-12.",
      age: "Write completed years, from 0 to 130.",
      boolean: "Write oui or non, yes or no, VRAI or FAUX, 1 or 0, or x; leave it empty where it is not known.",
      teeth: "Write the numbers of the teeth as the FDI has them, separated by blanks or commas: 11, 21.",
      tooth: "Write the number of one tooth, as the FDI has them: 11.",
      amount: "Write an amount as 60,50 or 60.50, not below 0.",
      percent: "Write a percentage as 70 or 70 %.",
      side: "Write left or right.",
      text: "Write a text of at most 64 characters.",
      json: "Make each line one act as JSON.",
    },
  },
  unknown: {
    title: "Codes that the catalogue does not have",
    lead: "Correct them in the file, or add them to the catalogue.",
    code: "Code",
    near: "Near to it",
    none: "nothing",
    empty: "(no code)",
  },
  missing: {
    title: "Why rows are not decided",
    lead: "These facts are not known. A column that says them decides the rows.",
    fact: "Not known",
    noColumn: "no column says it",
    inColumn: (heading: string) => `column ${heading} is empty there`,
    where: "Where",
  },

  look: {
    title: "Rows to look at",
    none: "Every row was decided: nothing to look at.",
    which: "Which rows are listed",
    row: "Row",
    line: (number: number) => `line ${number}`,
    act: "What it says",
    why: "Why",
    open: "Open",
    openRow: (number: number) => `Open row ${number} in the Act view`,
    opened: (number: number, name: string) => `Row ${number} of ${name} is in the form.`,
    first: (shown: number, all: number) => `The first ${digits.format(shown)} of ${digits.format(all)}. The downloaded file has the others.`,
    torn: "Its cells are not those of the header.",
  },
};
