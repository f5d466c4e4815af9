/** The words for what is found in a coverage: what there is to decide, with which choices, and what is meant. */
import { count, digits, list } from "../common/english";

export const worklistWords = {
  title: "Findings",
  decide: "To decide",
  meant: "Probably meant",
  accepted: "Accepted",
  counted: (word: string, number: number) => `${word}: ${digits.format(number)}`,
  nothing: "Nothing to decide",
  nothingYet: "No other finding in the part that can be read.",
  refused: "The engine cannot read this coverage yet: settle the errors first. Overlaps and gaps come after them.",
  meantHint: "Acts of care types that a guarantee selects, which no guarantee covers. Most coverages have many of them on purpose: accept those that are meant, with a note, so that new ones show up.",
  noneMeant: "Every act of a selected care type is covered, or accepted as not covered.",
  severities: {
    error: (number: number) => count(number, "error", "errors"),
    warning: (number: number) => count(number, "warning", "warnings"),
    info: (number: number) => count(number, "hint", "hints"),
  },
  filter: "Which findings are listed",
  all: (number: number) => `All ${digits.format(number)}`,
  overlap: "Overlap",
  gap: "Not covered",
  missing: (fields: string) => `the fields ${fields} are missing`,
  overlapOf: "Two guarantees cover the same acts:",
  line: (line: number) => `Line ${digits.format(line)}`,
  showCard: (guarantee: string) => `Show the card of ${guarantee}`,
  sameKind: (number: number, kind: string) => `${digits.format(number)} × ${kind}`,
  choices: "What would settle it",
  looking: "Looking for what would settle it…",
  noChoices: "No single change settles it without making something else wrong.",
  tooMany: "There are too many overlaps and gaps to try changes. Narrow or remove guarantees until there are fewer than 1,000.",
  another: "Another value",
  anotherType: "Another care type or group",
  selects: "Select a care type or a group",
  choose: "Choose…",
  changed: "Changed in the coverage.",
  single: "One by one",
  cover: "Cover these acts",
  /** Of a group of gaps: which fact decides whether the acts are covered. */
  cause: (facts: readonly string[]) => (facts.length === 0 ? "Several conditions at once" : facts.length === 1 ? facts[0]! : `${list([...facts], "or")}`),
  causeHint: (facts: readonly string[]) =>
    facts.length === 0 ? "No single fact decides: two conditions or more are not met." : `What decides: ${list([...facts], "or")}.`,
  gaps: (number: number) => count(number, "case", "cases"),
};

export const acceptWords = {
  acceptAll: (number: number) => (number === 1 ? "Accept with a note" : `Accept all ${digits.format(number)} with one note`),
  reason: "Why is it meant?",
  reasonHint: "For whoever reads it next.",
  needsReason: "Say in a few words why it is meant.",
  save: "Accept",
  cancel: "Cancel",
  done: (number: number) => `${count(number, "finding is", "findings are")} accepted.`,
  noList: (source: string) => `Nothing is accepted: what was loaded before, ${source}, has no list “accept” to add to. It stays as it is; import a file of accepted findings in its place.`,
  edited: "The note is changed.",
  removed: "This is no longer accepted.",
  remove: "Do not accept any more",
  removeOf: (reason: string) => `Do not accept any more: ${reason}`,
  removeStale: (number: number) => `Remove ${count(number, "note", "notes")} that nothing needs any more`,
  stale: "Accepts nothing any more",
  covers: (number: number) => count(number, "finding", "findings"),
  of: (kind: string, acts: string) => (acts === "" ? kind : `${kind}: ${acts}`),
  ofKind: (kind: string) => `All of this kind: ${kind}`,
  export: "Export",
  exportHint: "As the file that the package takes as “accept”",
  import: "Import",
  noFile: (source: string) => `${source} has no list “accept” of findings that are meant.`,
  refusedFile: (source: string) => `${source} cannot be used for this coverage.`,
  unreadable: "These notes cannot be used with this catalogue, so that nothing is accepted until they are corrected:",
  empty: "Nothing is accepted yet.",
  file: (name: string) => `${name}.accept.json`,
  source: "accepted here",
};

export const findingWords = {
  overlaps: (number: number) => count(number, "overlap", "overlaps"),
  gaps: (number: number) => count(number, "gap", "gaps"),
  overlapsTitle: "Also covered by other guarantees",
  overlapWith: (own: number, other: number) => `its mapping ${other}, with mapping ${own} of this one`,
  gapsTitle: "Covered by no guarantee",
  gapsHint: "Acts of care types that a guarantee selects, this one first, but which meet the conditions of none.",
  unselected: (number: number) => count(number, "care type that no guarantee selects", "care types that no guarantee selects"),
  unselectedTypes: { find: "Find a care type that no guarantee selects", none: (text: string) => `No care type that no guarantee selects matches “${text}”.` },
  truncated: "Not everything could be looked at",
  truncatedWords: (reason: string, careTypes: number) => `The search ended at ${reason}. Not finished: ${count(careTypes, "care type", "care types")}.`,
  unfinished: "Care types that are not finished",
  unfinishedTypes: { find: "Find a care type that is not finished", none: (text: string) => `No care type that is not finished matches “${text}”.` },
};

/** What a choice does to acts; each is followed by the acts. */
export const effectWords = {
  keeps: (_before: readonly string[], after: readonly string[]) => `Stay with ${list([...after])}`,
  loses: (before: readonly string[], _after: readonly string[]) => `No longer covered, by ${list([...before])} until now`,
  gains: (_before: readonly string[], after: readonly string[]) => `Then covered by ${list([...after])}`,
  moves: (before: readonly string[], after: readonly string[]) => `Go from ${list([...before])} to ${list([...after])}`,
  shares: (_before: readonly string[], after: readonly string[]) => `Then covered by ${list([...after])} at once`,
  acts: (effect: string, acts: string) => `${effect}: ${acts}`,
  more: (number: number) => `and ${count(number, "more set of acts", "more sets of acts")}`,
  none: "No act is decided otherwise.",
  unfinished: "There may be other effects: not everything could be looked at.",
};

interface Mapping {
  guarantee: string;
  /** Its number, where the guarantee has several. */
  mapping: number | null;
}

const named = ({ guarantee, mapping }: Mapping) => (mapping === null ? guarantee : `${guarantee}, mapping ${mapping},`);

export const choiceWords = {
  limit: (of: Mapping, conditions: string) => `Limit ${named(of)} to ${conditions}`,
  limitFor: (of: Mapping, careTypes: string, conditions: string) => `For ${careTypes}, limit ${named(of)} to ${conditions}`,
  takeOut: (of: Mapping) => `Take exactly these acts out of ${named(of).replace(/,$/, "")}`,
  leaveOut: (of: Mapping, careTypes: string) => `Exclude ${careTypes} from ${named(of).replace(/,$/, "")}`,
  removeMapping: (mapping: number, guarantee: string) => `Remove mapping ${mapping} of ${guarantee}`,
  removeGuarantee: (guarantee: string) => `Remove the guarantee ${guarantee}`,
  coverAlso: (guarantee: string, acts: string) => `Cover them by ${guarantee}: also ${acts}`,
  coverExactly: (guarantee: string) => `Cover them by ${guarantee}, with a mapping for exactly these acts`,
  replaceBy: (label: string, code: string) => (label === code ? `Replace by ${label}` : `Replace by ${label} (${code})`),
  replaceByGroup: (label: string, code: string) => (label === code ? `Replace by the group ${label}` : `Replace by the group ${label} (${code})`),
  rename: (field: string) => `Rename to ${field}`,
  renameAs: (field: string, value: string) => `Rename to ${field}, as ${value}`,
  keepAsNote: (field: string) => `Keep it as a note, ${field}`,
  removeField: (field: string) => `Remove ${field}`,
  removeEntry: (value: string) => `Remove ${value}`,
  removeCondition: "Remove this condition",
  removeLimit: "Remove this limit",
  removeComponent: "Remove this part of the rule",
  removeInclude: "Do not include it",
  removeExclude: (value: string) => `Do not exclude ${value}`,
  removeExcludes: "Exclude nothing",
  includeInstead: "Include what is excluded",
  removeThisMapping: "Remove this mapping",
  removeItsGuarantee: "Remove the guarantee",
  addFields: (fields: readonly string[]) => (fields.length === 1 ? `Add ${fields[0]}` : `Add the missing fields: ${list([...fields])}`),
  addMapping: "Begin a mapping",
  addGuarantee: "Begin a guarantee",
  callIt: (name: string) => `Call it ${name}`,
  useValue: (value: string) => `Write ${value}`,
  swapAges: (min: number, max: number) => `From ${min} to ${max} years`,
  onlyFrom: (min: number) => `From ${count(min, "year", "years")} on`,
  onlyTo: (max: number) => `Up to ${count(max, "year", "years")}`,
  fullBase: "Begin with 100 % BR",
  ofTheCosts: "Pay the same percentage of the costs",
  keepMaximum: (field: string) => `Keep only ${field}`,
  ownCounter: (key: string) => `Count it on its own, as ${key}`,
  sameLimit: "Make it the same as the other limit of this name",
};

/** Names of what is begun. */
export const skeletonWords = { coverage: "NEW_COVERAGE", guarantee: "NEW_GUARANTEE", limit: "NEW_LIMIT" };
