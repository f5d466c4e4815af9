/** The words of what is loaded, and of the ways in. */
import type { Mistake } from "../../kit/json/parse";
import { LARGEST_TEXT } from "../../store/limits";
import type { LoadedText, Target } from "../../store/types";
import { bytes, count } from "../common/english";
import { mistakeWords } from "../common/words.en";

export const noticeWords = {
  loadingExample: "Loading the example…",
  exampleFailed: "The example could not be loaded. Check the connection to the server of this page, then try again.",
  fileFailed: (source: string) => `${source} could not be read. Check that the file still exists and that you may read it.`,
  loadedCatalog: (source: string, target: Target) => `The catalogue ${target === "hand" ? "is loaded" : "to compare with is loaded"}: ${source}.`,
  loadedCoverage: (source: string, target: Target) => `The coverage ${target === "hand" ? "is loaded" : "to compare with is loaded"}: ${source}.`,
  loadedDispense: (source: string) => `The dispense is loaded: ${source}.`,
  loadedExampleDispense: (label: string) => `Example dispense: ${label}`,
  loadedYear: (source: string) => `The acts of a year are loaded: ${source}.`,
  loadedOwn: {
    profile: (source: string) => `The profile is loaded: ${source}.`,
    classes: (source: string) => `The classes of acts are loaded: ${source}.`,
  },
  loadedYearExample: "The example is loaded: a catalogue, a coverage and a year of acts.",
  loadedExample: "The example is loaded: a catalogue, a coverage and an act.",
  loadedComparison: "The example is loaded, and a second version of it with a few edits.",
  loadedExampleAct: (label: string) => `Example act: ${label}`,
  brokenFile: (source: string, where: Mistake) => `${source} is not valid JSON. ${mistakeWords(where)} What was loaded before is kept.`,
  tooLarge: (source: string, most: number) => `${source} is too large: it may have at most ${bytes(most)}. What was loaded before is kept.`,
  textFull: `The text can have at most ${bytes(LARGEST_TEXT)}: what was typed or pasted was left out.`,
  refusedCatalog: (source: string) => `${source} cannot be used as a catalogue. What was loaded before is kept.`,
  whichKind: (source: string) => `${source} looks neither like a catalogue nor like a coverage nor like a dispense. What is it?`,
  acceptances: (source: string) => `The accepted findings of ${source} are loaded.`,
  newCoverage: "A new coverage is begun. Add its first guarantee.",
  applied: (changes: string) => `Changed in the act: ${changes}.`,
};

export const loadedWords = {
  label: "What is loaded",
  catalog: "Catalogue",
  coverage: "Coverage",
  dispense: "Dispense",
  ruleset: (name: string) => `rules ${name}`,
  none: "none",
  broken: "not readable",
  catalogSize: (types: number, groups: number) => `${count(types, "care type", "care types")} in ${count(groups, "group", "groups")}`,
  version: (name: string, version: number) => `${name}, version ${version}`,
  versionAlone: (version: number) => `version ${version}`,
  guarantees: (number: number) => count(number, "guarantee", "guarantees"),
  noCoverage: "No coverage",
  brokenCoverage: "Coverage not readable",
  open: "Open files…",
  openHint: "A catalogue, a coverage or a snapshot of a dispense as JSON, a benefit table as XLSX, CSV or HTML. Files can also be dropped anywhere on the page.",
  paste: "Paste…",
  versions: "Your versions…",
  versionsTitle: "Versions",
  example: "Load the example",
  share: "Share…",
  exampleSource: "Example",
  editedSource: "Example, edited",
  edited: (source: string) => `${source}, edited`,
  pastedSource: "Pasted text",
  typedSource: "Typed here",
  drop: "Drop a catalogue, a coverage, a dispense, a benefit table or a file of acts here",
};

export const menuWords = {
  title: "Document",
  new: "New coverage",
  examples: "Examples",
  download: "Download",
  downloads: { coverage: "The coverage", catalog: "The catalogue", year: "The acts of the year", dispense: "The dispense" },
};

/** `about`: what the example shows. */
export const exampleWords = {
  newName: "MY_COVERAGE",
  optionSource: "Example, with the option",
  individual: {
    title: "Individual coverage",
    about: "CONFORT: 18 guarantees from doctors to prevention, with an overlap and gaps to decide on.",
    loaded: "The example is loaded: a catalogue, a coverage and an act.",
  },
  collective: {
    title: "Collective, base and option",
    about: "What a company must offer, and an option on top of it: Compare shows what the option adds.",
    loaded: "A collective coverage is loaded. Compare shows what its option adds.",
  },
  sante_100: {
    title: "100 % Santé",
    about: "Teeth, glasses and hearing aids: nothing left to pay in the 100 % Santé baskets, limits of renewal, free prices next to them.",
    loaded: "An example of 100 % Santé is loaded.",
  },
  broken: {
    title: "One to repair",
    about: "Seven mistakes that anybody makes: a misspelt condition, a label in place of a code, two guarantees for one act…",
    loaded: "A coverage with seven mistakes is loaded: repair them one by one.",
  },
  blank: {
    title: "Blank, with the example catalogue",
    about: "No guarantee yet: 184 care types in 50 groups to build your own from.",
    loaded: "A blank coverage is loaded, with the example catalogue.",
  },
};

export const kindWords = { catalog: "Catalogue", coverage: "Coverage", year: "Acts of a year", dispense: "Dispense", profile: "Profile of requirements", classes: "Classes of acts", auto: "Recognise it" };

export const pasteWords = {
  title: "Paste a catalogue or a coverage",
  titleOther: "Paste what to compare with",
  titleDispense: "Paste a dispense",
  text: "JSON text",
  kind: "What is it?",
  load: "Load",
  cancel: "Cancel",
  empty: "Paste some text first.",
};

export const startWords = {
  titles: {
    coverage: "Which guarantee pays for which care, and why?",
    catalogue: "Which care types and groups are there?",
    table: "What will people read?",
    act: "Which guarantee pays for this act, and how much?",
    year: "What do the acts of a year cost, and how far do the limits go?",
    compare: "What changes for members from one version to the next?",
    compliance: "Is it a contrat responsable?",
    simulate: "What would last year’s claims have cost?",
    dispense: "Would this dispense of medication be accepted?",
  } as Record<string, string>,
  lead: "Load a catalogue of care types and a coverage, and see what each guarantee selects, under which conditions, and what it decides for a care act.",
  needCatalog: "A coverage can be read once the catalogue of its care types is loaded.",
  needCoverage: "The catalogue is loaded. Load a coverage, or type one on the left.",
  unreadableCoverage: "The coverage that is loaded cannot be read. The Coverage view says what is wrong with it.",
  needCoverageElsewhere: "Load a coverage to see which guarantee pays for an act.",
};

/** Where a text came from, and whether it has been changed since, which goes without saying of one that is typed. */
export function sourceWords({ source, isEdited, isReplaced }: LoadedText): string {
  if (isReplaced) return loadedWords.typedSource;
  return isEdited && source !== loadedWords.typedSource ? loadedWords.edited(source) : source;
}
