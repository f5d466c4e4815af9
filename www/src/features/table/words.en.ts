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
