/** The words of the Batch view; fetched with it. */
import { bytes, count, digits, list, percent } from "../common/english";

const acts = (number: number) => count(number, "act", "acts");

/** A part of a whole: not 0 % of what there is, nor 100 % of what is not all. */
function share(part: number, whole: number): string {
  if (part > 0 && part < whole * 0.001) return `< ${percent(0.001, 1)}`;
  if (part < whole && part > whole * 0.999) return `> ${percent(0.999, 1)}`;
  return percent(whole === 0 ? 0 : part / whole, 1);
}

export const batchWords = {
  share,
  bytes,

  title: "A file of acts",
  lead: "Evaluate a whole file of care acts: how many are covered, by which guarantee, and which rows have to be looked at.",
  needCoverage: "A file of acts is evaluated by a coverage. Load a catalogue and a coverage first, or try the example.",
  privacy: "The file is read in this browser, piece by piece, however long it is: nothing is sent anywhere.",
  choose: "Choose a file…",
  chooseOther: "Choose another file…",
  dropHint: "CSV or NDJSON; it can also be dropped anywhere on the page.",
  example: "Try an example file",
  exampleName: "example-acts.csv",
  formatHelp: "What such a file looks like",
  csv: "CSV: the first line names the fields, each further line is an act. Cells are separated by commas or semicolons; an empty cell is a fact that is not known, null one that does not apply.",
  ndjson: "NDJSON (also .jsonl): each line is an act as JSON.",
  fields: "The fields: care_type must be there, the others as far as they are known.",
  csvExample: "care_type,member_age,reimbursed_by_secu,teeth\nCROWN_CERAMIC_FREE,42,true,11 21\nGP_VISIT,,true,null",
  ndjsonExample: '{"care_type":"CROWN_CERAMIC_FREE","member_age":42,"teeth":[11,21]}\n{"care_type":"GP_VISIT","reimbursed_by_secu":true}',
  format: "Format",
  formats: { csv: "CSV", ndjson: "NDJSON" },
  again: "Evaluate again",
  evaluate: "Evaluate it",
  leftOut: (names: string[]) => `One file is evaluated at a time. Left out: ${list(names)}.`,

  waiting: (name: string) => `${name} waits for a coverage that can be read.`,
  refused: "The coverage cannot be read at the moment, so no file can be evaluated by it.",
  noCatalog: "The catalogue cannot be read, so no file can be evaluated.",
  toCoverage: "See what is wrong in the Coverage view",
  stale: (name: string) => `The catalogue or the coverage has changed since ${name} was evaluated. This is what it was before.`,

  running: (name: string) => `Evaluating ${name}`,
  progress: "Progress",
  progressWords: (rows: number, read: number, all: number) => `${count(rows, "row", "rows")} · ${percent(Math.floor((read / all) * 100) / 100)} of ${bytes(all)}`,
  cancel: "Cancel",
  goesOn: "You can go on with other views: this continues, and the result will be here.",
  cancelled: (rows: number, read: number, all: number) =>
    `Cancelled after ${count(rows, "row", "rows")}, ${share(read, all)} of the file.`,
  cancelledHelp: "Nothing is kept of a part: evaluate it again for a result.",
  saidStart: (name: string) => `Evaluating ${name}.`,
  saidProgress: (done: number) => `${done} % is evaluated.`,
  saidCancelled: "Cancelled.",
  saidDone: (number: number) => `Done: ${acts(number)} evaluated.`,
  doneElsewhere: (name: string, number: number) => `${name} is evaluated: ${acts(number)}. The Batch view has the result.`,

  failure: {
    empty: { title: (name: string) => `${name} is empty.`, help: "There is nothing to evaluate in it. Choose another file." },
    json: {
      title: (name: string) => `${name} is named as a JSON document.`,
      help: "A list of acts has to be a CSV, or NDJSON with one act a line. A catalogue or a coverage is opened at the top of the page. If each line of this file is an act of its own, it is NDJSON:",
    },
    header: { title: (name: string) => `The first line of ${name} cannot be used.`, help: "It has to name the fields of a care act, care_type among them." },
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
  column: (number: number) => `Column ${number}`,
  header: "The header",
  retry: "Try again",
  cause: (message: string) => `What the browser says: ${message}`,

  result: (name: string) => `Result of ${name}`,
  summary: (all: number, covered: number, look: number) =>
    `${acts(all)}: ${digits.format(covered)} covered (${share(covered, all)}), ${look === 0 ? "none" : digits.format(look)} to look at.`,
  by: (coverage: string) => `By ${coverage}`,
  none: (name: string) => `There are no acts in ${name}.`,
  noneHelp: "It has no rows after its header, or only blank lines.",
  download: "Download the result (CSV)",
  downloadHint: "One line for each row: its number, its outcome, and the guarantee that matches.",

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
    first: (shown: number, all: number) => `The first ${digits.format(shown)} of ${digits.format(all)}. The downloaded result has the others.`,
    reading: "Reading what these rows say…",
    failed: "The file cannot be read again, so only the numbers of the rows are shown. Choose it again to see what they say.",
    noText: "Too long to be shown, or not found again in the file.",
  },
};
