/** The words of the Table view, but for those of the table itself, which is in French. */
import { count } from "../common/english";

export const tableWords = {
  lead: "Load a catalogue of care types and a coverage, and see the benefit table as its readers will: cells, conditions, and examples in euros.",
  title: "What its readers see",
  settings: "The table",
  date: "PMSS of the day",
  dateHint: "Shares of the PMSS are in euros of its year.",
  download: "Download",
  formats: { html: "Page (HTML)", csv: "Spreadsheet (CSV)", md: "Text (Markdown)", xlsx: "Spreadsheet (XLSX)" },
  downloadFailed: "The file could not be written. Check the connection to the server of this page, then try again.",
  print: "Print",
  fileName: "benefit-table",
  region: "Benefit table",
  examples: "Examples in euros",
  scroll: "The table is wider than the screen: scroll it sideways.",
  compared: {
    other_catalog: "The version to compare with has a catalogue of its own, so it has no column here.",
    unreadable: "The version to compare with cannot be read, so it has no column here.",
  },
  empty: "No guarantee selects a care type yet, so the table has no row.",
  andOthers: (labels: string, number: number) => `${labels} and ${number} others`,

  cell: {
    edit: "Change",
    editOf: (place: string) => `Change: ${place}`,
    title: "Change a cell",
    text: "As a table says it, in French",
    hint: "“30 € par séance, 5 séances par an”, “150 % BR”, “TM + 50 % BR”",
    understood: "This is understood",
    unread: (words: readonly string[]) => `Not understood: ${words.map((word) => `“${word}”`).join(", ")}`,
    states: {
      empty: "Nothing is typed.",
      nothing: "This says that nothing is paid: remove the care types from the guarantee in Coverage instead.",
      conditions: "This says several things under conditions. A line has one rule: part the guarantee in Coverage.",
    },
    assumed: "Taken for granted, because the cell does not say it",
    assumptions: {
      share: "The Sécu’s part is",
      year: "“par an” is the civil year.",
      unit: "The amount is for each act.",
    },
    shares: { included: "included: it is the total with it", excluded: "on top of it" },
    alone: (guarantee: string) => `The guarantee ${guarantee} changes, which pays no other line.`,
    others: (guarantee: string, lines: number) => `The guarantee ${guarantee} changes, and with it ${count(lines, "other line", "other lines")}`,
    fixed: {
      nothing: "No guarantee pays here. Add one in Coverage, or let one select these care types.",
      several: "Several guarantees pay here, which is ambiguous: no single rule can change. Decide it in Coverage first.",
      opaque: "The rule is another system’s. It is kept as it is, and changed in the text of Coverage.",
    },
    take: "Take it",
    cancel: "Cancel",
    close: "Close",
    taken: (guarantee: string) => `The rule of ${guarantee} is changed.`,
    notTaken: "The coverage cannot be changed at the moment: its text cannot be read, or the guarantee is gone.",
  },

  unsaid: {
    title: "What the table does not say",
    none: "Nothing: who reads the table again gets a coverage that pays the same.",
    lead: "Who only has the table would understand something else here. A note below the table can say it.",
    codes: {
      care_types: "The label does not say which care types are meant",
      condition: "The condition has no usual words in tables",
      rule: "The cell does not say all of the rule",
      several_guarantees: "Several guarantees pay, which is ambiguous",
      opaque_rule: "The rule is another system’s",
      shared_limit: "The limit is shared with other lines",
      too_many_lines: "There are too many conditions for lines",
    },
    places: (number: number) => count(number, "place", "places"),
  },

  states: {
    loading: "Loading the headings of benefit tables…",
    notFetched: "The headings of benefit tables could not be fetched. Check the connection to the server of this page.",
    again: "Try again",
    brokenCoverage: "The coverage cannot be read at the moment. This is the table of what it said before.",
    computing: "Computing…",
    failed: "The table could not be made",
    failedHelp: "The computation could not be started in this browser, or it has failed.",
  },
};
