/** The words of the stored versions; fetched when they are opened. */
import type { VersionId } from "../../engine/versions-store";
import { count } from "../common/english";

const named = (name: string, version: number) => `${name}, version ${version}`;

export const versionWords = {
  named,
  loading: "Reading what is stored…",
  busy: "One moment…",
  privacy: "Versions are kept in this browser alone. They go when the data of this page is cleared: export what has to last.",

  hand: "The coverage in hand",
  noHand: "No coverage is in hand. Open one below, or load one first.",
  broken: (mistake: string) => `The text is not valid JSON yet, so it cannot be stored. ${mistake}`,
  needCatalog: "A version is stored once it is checked against its catalogue, and no readable catalogue is loaded. Load the catalogue first.",
  alike: (name: string, version: number) => `${named(name, version)}, is stored just as it stands here.`,
  first: (name: string) => `No version of ${name} is stored yet.`,
  next: (name: string, latest: number) => `Stored up to now: ${named(name, latest)}.`,
  unnamed: "The coverage has no name yet; saving says what is missing.",
  exists: (name: string, version: number, latest: number) =>
    `${named(name, version)}, is stored already, and not as it stands here.${latest > version ? ` The latest is version ${latest}.` : ""} A stored version never changes.`,
  gap: (version: number | null, next: number) =>
    `The next version is ${next}, and the text says ${version === null ? "none" : version}. Versions count up without gaps.`,
  save: (version: number | null) => (version === null ? "Save" : `Save version ${version}`),
  saveAs: (version: number) => `Save as version ${version}`,
  saveAsHint: "Only the number of the version changes in the text.",
  compareMine: (version: number) => `Compare with version ${version}`,
  keepEditing: "Keep editing",

  saved: (name: string, version: number) => `${named(name, version)}, is stored.`,
  savedAlike: (name: string, version: number) => `${named(name, version)}, is stored already, just as it stands here.`,
  conflict: (name: string, version: number) =>
    `${named(name, version)}, was stored in another tab a moment before.`,
  conflictHelp: "Yours is not stored, and nothing of your text is lost: compare the two, save yours as the next version, or keep editing.",
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
    exportText: "Export the coverage as a file",
  },

  stored: "Stored in this browser",
  empty: "Nothing is stored yet. Save the coverage in hand, or import a file.",
  find: "Find a coverage",
  notFound: (text: string) => `No coverage has “${text}” in its name.`,
  versions: (number: number) => count(number, "version", "versions"),
  version: (version: number) => `Version ${version}`,
  latest: "latest",
  inHand: "in hand",
  ticked: (name: string, version: number) => `Compare ${named(name, version)}`,
  open: "Open",
  export: "Export",
  exportOf: (name: string) => `Export all of ${name}`,
  exportEverything: "Export everything",
  import: "Import files…",
  importHint: "A coverage, or an export of many versions, as JSON; files can also be dropped here.",
  compare: "Compare",
  compareHint: "Tick one version to compare it with the coverage in hand, or two to compare them with one another.",
  compareOne: (name: string, version: number) => `Compare ${named(name, version)}, with the coverage in hand`,
  compareTwo: (a: VersionId, b: VersionId) => (a.name === b.name ? `Compare versions ${a.version} and ${b.version} of ${a.name}` : `Compare ${named(a.name, a.version)}, and ${named(b.name, b.version)}`),

  /** Where a coverage came from. */
  source: (version: number) => `stored version ${version}`,
  opened: (name: string, version: number) => `${named(name, version)}, is open.`,
  comparing: (name: string, version: number) => `The coverage in hand is compared with ${named(name, version)}.`,
  comparingTwo: (a: VersionId, b: VersionId) => `${named(b.name, b.version)}, is open, and compared with ${named(a.name, a.version)}.`,

  exported: (versions: number, file: string) => `${count(versions, "version", "versions")} exported: ${file}.`,
  brokenFile: (source: string, mistake: string) => `${source} is not valid JSON. ${mistake} Nothing was imported.`,
  noVersions: (source: string) => `${source} holds no versions: neither a coverage nor an export of this page. Nothing was imported.`,
  imported: (stored: number, coverages: number, alike: number, failed: number) =>
    [
      stored > 0 ? `${count(stored, "version", "versions")} of ${count(coverages, "coverage", "coverages")} imported.` : "No version was imported.",
      ...(alike > 0 ? [`${count(alike, "version was", "versions were")} stored already.`] : []),
      ...(failed > 0 ? [`${count(failed, "coverage was", "coverages were")} left out, because of what stands below.`] : []),
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
