/** The words of the stored versions; fetched when they are opened. */
import { count } from "../common/english";

const named = (name: string, version: number) => `${name}, version ${version}`;

export const versionWords = {
  named,
  loading: "Reading what is stored…",
  busy: "One moment…",
  privacy: "Versions are kept in this browser alone. They go when the data of this page is cleared: download what has to last.",

  hand: "The coverage in hand",
  noHand: "No coverage is in hand. Open one below, or load one first.",
  broken: (mistake: string) => `The text is not valid JSON yet, so it cannot be stored. ${mistake}`,
  needCatalog: "A version is stored once it is checked against its catalogue, and no readable catalogue is loaded. Load the catalogue first.",
  alike: (name: string, version: number) => `${named(name, version)}, is stored just as it is here.`,
  first: (name: string) => `No version of ${name} is stored yet.`,
  next: (name: string, latest: number) => `Stored up to now: ${named(name, latest)}.`,
  unnamed: "The coverage has no name yet; publishing says what is missing.",
  exists: (name: string, version: number, latest: number) =>
    `${named(name, version)}, is stored already, and not as it is here.${latest > version ? ` The latest is version ${latest}.` : ""} A stored version never changes.`,
  gap: (version: number | null, next: number) =>
    `The next version is ${next}, and the text says ${version === null ? "none" : version}. Versions count up without gaps.`,
  /** Of the first version, where the text has another number than 1, or none. */
  numberedFromOne: (version: number | null) =>
    `Here, versions count from 1: it becomes version 1, and ${version === null ? "the text, which has no number, gets it" : `the number in the text changes from ${version} to 1`}.`,
  importEarlier: (version: number) =>
    `To keep the number ${version}, import ${version === 2 ? "version 1" : `versions 1 to ${version - 1}`} from files first.`,
  saveAsHint: (next: number) => `It becomes version ${next}: only its number and its note change in the text.`,
  compareMine: (version: number) => `Compare with version ${version}`,
  download: "Download this coverage",

  publishBegin: (version: number) => `Publish version ${version}…`,
  publish: (version: number) => `Publish version ${version}`,
  publishTitle: (name: string, version: number) => `Publish ${named(name, version)}`,
  publishUnnamed: (version: number) => `Publish version ${version}`,
  back: "Back",
  step: {
    first: "What it is",
    changes: (version: number) => `What changes since version ${version}`,
    decide: "What is left to decide",
    note: "A note for those who read the history",
  },
  firstVersion: "It is the first version that is kept here.",
  notCompared: {
    hand: "The coverage in hand cannot be compared: it has errors.",
    before: "The version before cannot be compared: the catalogue that is loaded does not fit it.",
  },
  noChanges: "Nothing changes for members. Only the wording may differ.",
  noChangesSoFar: "Nothing changes for members in the part that could be compared.",
  moreChanges: (number: number) => `and ${count(number, "more change", "more changes")}`,
  seeAll: "See all in the Compare view, with euros",
  nothingLeft: "Nothing is left to decide",
  errors: (number: number) => count(number, "error", "errors"),
  errorsHint: "A version with errors is not stored.",
  warnings: (number: number) => count(number, "warning", "warnings"),
  gaps: (number: number) => `${count(number, "gap", "gaps")} that nobody accepted`,
  decide: "Decide in the Coverage view",
  note: "Note (may be left out)",
  author: "Author (may be left out)",
  published: (name: string, version: number) => `${named(name, version)}, is published: it is stored in this browser.`,
  seeVersions: "See the versions",

  savedAlike: (name: string, version: number) => `${named(name, version)}, is stored already, just as it is here.`,
  conflict: (name: string, version: number) =>
    `${named(name, version)}, was stored in another tab a moment before.`,
  conflictHelp: "Yours is not stored, and nothing of your text is lost: compare the two, or publish yours as the next version.",
  textStays: "Your text is as it was.",
  notNext: (name: string, version: number) => `${named(name, version)}, is not the next version, so it is not stored.`,
  refused: "Nothing is stored: the coverage has errors.",
  refusedHint: "The Coverage view shows each at its place, with its fix.",
  storageFailed: "The browser's storage failed.",
  storageHelp: (name: string, message: string) =>
    name === "QuotaExceededError"
      ? "It has no more room for this page: free some space on this device, then try again. Nothing you had here is lost."
      : `Try again. Nothing you had here is lost. What the browser says: ${message}`,

  unavailable: {
    title: "This browser keeps nothing for this page",
    lead: "So no version can be stored here. The coverage in hand is as it was, and everything else works. Please check:",
    checkPrivate: "In a private window, some browsers keep nothing: open the page in a normal one.",
    checkBlocked: "Cookies and site data may be blocked, by a setting, an extension or a company policy: allow them for this page.",
    checkReload: "If this page was updated while it was open: reload it.",
    cause: (message: string) => `What the browser says: ${message}`,
    retry: "Try again",
  },

  stored: "Stored in this browser",
  empty: "Nothing is stored yet. Publish the coverage in hand, or import a file.",
  find: "Find a coverage",
  notFound: (text: string) => `No coverage has “${text}” in its name.`,
  versions: (number: number) => count(number, "version", "versions"),
  version: (version: number) => `Version ${version}`,
  latest: "latest",
  inHand: "in hand",
  open: "Open",
  compare: "Compare",
  compareWith: (version: string) => `Compare with ${version}`,
  export: "Download",
  exportOf: (name: string) => `Download all of ${name}`,
  exportEverything: "Download everything",
  import: "Import files…",
  importHint: "A coverage, or a download of many versions, as JSON; files can also be dropped here.",

  /** Where a coverage came from. */
  source: "as stored",
  opened: (name: string, version: number) => `${named(name, version)}, is open.`,
  comparing: (name: string, version: number) => `The coverage in hand is compared with ${named(name, version)}.`,

  exported: (versions: number, file: string) => `${count(versions, "version", "versions")} downloaded: ${file}.`,
  brokenFile: (source: string, mistake: string) => `${source} is not valid JSON. ${mistake} Nothing was imported.`,
  noVersions: (source: string) => `${source} holds no versions: neither a coverage nor a download of this page. Nothing was imported.`,
  imported: (stored: number, coverages: number, alike: number, failed: number) =>
    [
      stored > 0 ? `${count(stored, "version", "versions")} of ${count(coverages, "coverage", "coverages")} imported.` : "No version was imported.",
      ...(alike > 0 ? [`${count(alike, "version was", "versions were")} stored already.`] : []),
      ...(failed > 0 ? [`${count(failed, "coverage was", "coverages were")} left out, because of what is said below.`] : []),
    ].join(" "),
  importedOf: (name: string, first: number, last: number) => (first === last ? `${named(name, first)}: imported.` : `${name}, versions ${first} to ${last}: imported.`),
  importConflict: (name: string, version: number) => `${named(name, version)}: another one is stored under this number, and a stored version never changes.`,
  importRefused: (name: string, version: number | null) => `${version === null ? name : named(name, version)}: refused.`,
  importFailed: (name: string, words: string) => `${name}: ${words}`,
  nameless: (position: number) => `Entry ${position}: no coverage with a name.`,
  leftOut: (name: string, number: number) => `${name}: ${count(number, "other version was", "other versions were")} left out with it. Of a coverage, all new versions are imported or none.`,
  unchecked: "No catalogue is loaded, so these versions were checked without one: their form, names and numbers.",
  moreLines: (number: number) => `and ${count(number, "more line", "more lines")}`,
};
