/** The words of the Compare view. */
import { count, list } from "../common/english";
import type { LimitChange } from "../../engine/engine";
import type { Direction } from "./direction";

/** How many changes there are of each kind. */
export interface Counts {
  renamed: number;
  decisions: number;
  rules: number;
  added: number;
  removed: number;
}

const directions: Record<Direction, string> = {
  more: "Members get more",
  less: "Members get less",
  same: "The same for members",
  mixed: "More in some respects, less in others",
  unknown: "More or less, depending on the act",
};

export const compareWords = {
  lead: "Load a catalogue and a coverage, then a second version of it, and see what changes for members: which acts and how many euros, before and after, each with an example.",
  example: "Compare the example with an edited version of it",
  versions: "The two versions",
  before: "Before",
  after: "After",
  inHand: "In hand",
  other: "To compare",
  sameCoverage: "the same as in hand, with another catalogue",
  withCatalog: (size: string) => `Catalogue: ${size}`,
  edit: "Change it in the Coverage view",
  keep: "Keep as the version to compare with",
  keepHint: "What you change from then on shows here.",
  kept: "This version is kept. What you change from here on shows in the Compare view.",
  /** The state of a version: what it is next to the other one. */
  asKept: (time: string, source: string) => `as kept on ${time} (${source})`,
  unchanged: (time: string) => `not edited since ${time}`,
  edited: (time: string) => `edited since ${time}`,
  inHandToo: (source: string) => `${source}, as in hand`,
  /** Before or after, and which document it is. */
  position: (position: string, which: string) => `${position}: ${which.toLowerCase()}`,
  swap: "Swap before and after",
  remove: "Stop comparing",
  removed: "Nothing is compared any more.",
  storedOnes: "Stored versions",
  allStored: "All versions…",
  chooseTitle: "Compare with which version?",
  choose: "Keep the coverage as it is now and go on changing it, or choose another version. Another catalogue can be loaded, too: then each version is read with its own.",
  brokenHand: "The coverage in hand cannot be read",
  brokenOther: "The version to compare cannot be read",
  brokenCatalog: "The catalogue of the version to compare cannot be read",
  noCoverage: "No coverage is loaded.",
  stale: "The coverage in hand cannot be read at the moment. These are the differences of the coverage before.",
  title: "What changes",
  none: "No differences",
  noneSoFar: "No difference in the part that could be compared.",
  noneWords: "Every act is decided alike, by the same guarantees, under the same rules. Only the wording may differ.",
  summary: ({ renamed, decisions, rules, added, removed }: Counts) =>
    list([
      ...(decisions > 0 ? [count(decisions, "change in what is covered", "changes in what is covered")] : []),
      ...(rules > 0 ? [count(rules, "rule changed", "rules changed")] : []),
      ...(renamed > 0 ? [count(renamed, "guarantee renamed", "guarantees renamed")] : []),
      ...(added > 0 ? [count(added, "guarantee added", "guarantees added")] : []),
      ...(removed > 0 ? [count(removed, "guarantee removed", "guarantees removed")] : []),
    ]),
  guarantees: "Guarantees",
  added: "Added",
  removedGuarantee: "Removed",
  renamed: "Renamed",
  isNowCalled: "is now called",
  rules: "Rules",
  directions,
  /** Where an example act of a changed rule is from. */
  from: { year: "Act of the year in hand", examples: "Example act", invented: "Invented act" },
  colon: ":",
  exampleAmounts: (charged: string, brss: string | null) => (brss === null ? `${charged} charged` : `${charged} charged, BR ${brss}`),
  noExample: "No example act shows it: none is covered by this guarantee before and after.",
  decisions: "What is covered",
  noDecisions: "Every act is decided alike.",
  nothing: "nobody",
  /** What a screen reader says of an arrow. */
  becomes: "becomes",
  kinds: {
    gained: "Newly covered",
    lost: "No longer covered",
    moved: "Another guarantee",
    claimed: "Now ambiguous",
    settled: "No longer ambiguous",
  },
  moved: (direction: Direction) =>
    direction === "same" ? "Another guarantee, the same rule" : `Another guarantee: ${directions[direction].charAt(0).toLowerCase()}${directions[direction].slice(1)}`,
  find: "Find a guarantee or a care type",
  notFound: (text: string) => `No change concerns “${text}”.`,
  and: "and",
  exampleAct: "Try an example act",
  actOf: (words: string) => `An act of these: ${words}.`,
  openAct: (side: string) => `Open in the Act view (${side.toLowerCase()})`,
  /** Goes on with it for a screen reader. */
  openActWords: (words: string) => `: ${words}`,
  decided: (side: string, version: string) => `${side}, ${version}`,
  /** In a list of sentences. */
  types: (labels: readonly string[], more: number) => (more > 0 ? `${labels.join(", ")} and ${count(more, "other care type", "other care types")}` : list(labels)),
  ruleLine: (guarantee: string, before: string, after: string) => `${guarantee}: ${before} → ${after}`,
  decisionLine: (guarantees: string, types: string, conditions: string) => `${guarantees}: ${types} (${conditions})`,
  truncated: "Not everything could be compared",

  amounts: {
    title: "For every amount",
    lead: "Who gets more and who less, whatever is charged: decided for all amounts at once, each with an invented act that shows it.",
    date: "On the day",
    more: (number: number) => count(number, "set of acts gets more", "sets of acts get more"),
    less: (number: number) => count(number, "set of acts gets less", "sets of acts get less"),
    both: (number: number) => `${count(number, "set of acts gets", "sets of acts get")} more or less, depending on the amount`,
    none: "Members get the same for every act, whatever it costs.",
    noneDecided: "No difference in what could be decided.",
    states: (before: boolean, after: boolean): string => (before && after ? "Once the limits are used up:" : before ? "Once the limits of before are used up:" : "Once the limits of after are used up:"),
    rates: (rates: string) => `Shows ${rates}.`,
    withoutBase: "Shows where the Sécu has no base.",
    quantities: (quantities: string) => `Quantities that were asked: ${quantities}.`,
    furthest: (isMore: boolean, difference: string, charged: string) => `At most ${difference} ${isMore ? "more" : "less"} at this base, from a price of ${charged}.`,
    endless: "It grows with the price, without end.",
    limits: "Limits",
    limit: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
    fields: {
      period: "period", max_amount: "maximum in euros", max_pmss_percent: "maximum in % of the PMSS", max_count: "number of acts", max_days: "number of days",
      counts: "what counts", scope: "for whom", shared_with: "shared with", limit: "limit",
    } satisfies Record<LimitChange["field"], string>,
    noLimit: "none",
    aLimit: "a limit",
    undecided: (number: number) => `${count(number, "set of acts", "sets of acts")} not decided`,
  },

  euros: {
    title: "In euros",
    which: "For which acts",
    sources: {
      year: (acts: number) => count(acts, "act of the year in hand", "acts of the year in hand"),
      examples: (acts: number) => count(acts, "example act", "example acts"),
    },
    loading: "Loading the example acts…",
    failed: "The example acts could not be loaded.",
    again: "Try again",
    none: "No example act has a care type of this catalogue. Load the acts of a year to see the difference in euros.",
    toYear: "Acts of a year",
    sentence: (acts: string, before: string, after: string, difference: string) => `For ${acts}, the coverage pays ${after} in place of ${before}: ${difference}.`,
    noDifference: "no difference",
    moreBy: (amount: string) => `${amount} more`,
    lessBy: (amount: string) => `${amount} less`,
    more: (acts: number) => count(acts, "act gets more", "acts get more"),
    less: (acts: number) => count(acts, "act gets less", "acts get less"),
    same: (acts: number) => `${count(acts, "act gets", "acts get")} the same`,
    leftOut: (acts: number) => `${count(acts, "act is", "acts are")} not decided or not computed, and left out`,
    caption: "What the coverage pays for each act, before and after",
    columns: { act: "Act", before: "Before", after: "After", difference: "Difference" },
    total: (acts: number) => `Total of ${count(acts, "act", "acts")}`,
    /** Of the known acts that a change is about. */
    ofThese: (acts: string, difference: string) => `${acts} concerned: ${difference}`,
    showAll: (acts: string) => `Show the other acts, too (${acts})`,
    refused: "Not readable",
    notComputed: "Not computed",
  },
};
