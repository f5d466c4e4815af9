/** The words of the Compliance view. */
import type { NotDecidable, RequirementStatus, RequirementViolation } from "../../engine/engine";
import type { PROFILES } from "../../store/types";
import { count, list } from "../common/english";

/** What an act of an example was charged, and what else of its amounts is known; in euros and per cent as they are read. */
export interface PricedWords {
  charged: string;
  brss: string | null;
  rate: string | null;
  plv: string | null;
  hlf: string | null;
  quantity: string | null;
}

/** What an example shows. */
export interface ShownWords {
  reason: RequirementViolation["reason"];
  kind: string;
  /** In euros. */
  paid: string;
  required: string;
}

interface Counts {
  violated: number;
  not_decidable: number;
  to_declare: number;
  class_empty: number;
  uncertain: number;
  /** In force. */
  all: number;
}

const requirements = (number: number) => count(number, "requirement", "requirements");

export const complianceWords = {
  lead: "Load a catalogue and a coverage, and see whether it is a contrat responsable, for every act and every amount: article by article, each violation with an act in euros.",
  settings: "What the coverage is held to",
  profile: "Profile",
  profiles: { "fr-contrat-responsable": "Contrat responsable", "fr-ani": "Minimum of a company (ANI)" } satisfies Record<(typeof PROFILES)[number], string>,
  ownFile: (source: string) => `Own file: ${source}`,
  openProfile: "Open a profile…",
  openAgain: "Open it again…",
  openHint: "A branch agreement, or any other list of requirements, as JSON.",
  date: "On the day",
  dateHint: "Requirements, tariffs and the PMSS are those of this day. Left empty: today.",
  classes: "Classes of acts",
  classesHint: "Which care types of the catalogue a requirement is about.",
  classNames: { example: "Of the example catalogue", national: "Of the national nomenclature", profile: "Those of the profile" },
  openClasses: "Open classes…",
  downloadClasses: "Download these classes",
  about: "What this profile says",
  rules: "How requirements are decided",
  published: (date: string) => `As of ${date}.`,
  printed: (profile: string, coverage: string, date: string) => `${coverage}, held to: ${profile}, on ${date}.`,

  states: {
    loading: "Loading the profile…",
    failed: "The profile or the classes could not be fetched. Check the connection to the server of this page.",
    again: "Try again",
    noProfile: "No profile of your own is loaded. Open one, or choose one that ships.",
    noClasses: "No classes of your own are loaded. Open some, or choose others.",
    broken: (source: string) => `${source} is not valid JSON.`,
    refused: (source: string, errors: number) => `${source} cannot be used: ${count(errors, "problem", "problems")} to correct.`,
    warned: "The profile can be used. What is odd in it:",
    refusedClasses: "These classes cannot be used with this catalogue",
    unknownCodes: (unknown: number, known: number) =>
      `${count(unknown, "code", "codes")} of the classes ${unknown === 1 ? "is" : "are"} not in this catalogue; ${known === 0 ? "none is" : `${known} are`}.`,
    moreCodes: (number: number) => `and ${number} more`,
    unknownHelp: "Write the codes of your catalogue into a copy of these classes and open it, or leave out what it lacks: what is left out is not judged.",
    leaveOut: "Leave them out",
    leftOut: (codes: number) => `${count(codes, "code", "codes")} that this catalogue lacks ${codes === 1 ? "is" : "are"} left out of the classes, and not judged.`,
    takeBack: "Do not leave them out",
    refusedQuestion: "This cannot be asked",
    brokenCoverage: "The coverage cannot be read at the moment. This is what was said of it before.",
    computing: "Computing…",
    workerFailed: "The computation could not be started in this browser, or it has failed.",
    failures: { out_of_memory: "There was not enough memory for it.", internal: "The engine has failed at it.", no_worker: "A part of it could not be loaded. Check the connection to the server of this page." },
  },

  verdictTitle: "Verdict",
  verdict: {
    violated: {
      "fr-contrat-responsable": (counts: Counts) => `Not a contrat responsable: ${counts.violated} of ${requirements(counts.all)} ${counts.violated === 1 ? "is" : "are"} violated.`,
      "fr-ani": (counts: Counts) => `Below the minimum of a company: ${counts.violated} of ${requirements(counts.all)} ${counts.violated === 1 ? "is" : "are"} violated.`,
      own: (title: string, counts: Counts) => `${title} is not kept: ${counts.violated} of ${requirements(counts.all)} ${counts.violated === 1 ? "is" : "are"} violated.`,
    },
    not_decidable: {
      "fr-contrat-responsable": (counts: Counts) => `Not certain yet that it is a contrat responsable: ${requirements(counts.not_decidable)} cannot be decided.`,
      "fr-ani": (counts: Counts) => `Not certain yet that it is the minimum of a company: ${requirements(counts.not_decidable)} cannot be decided.`,
      own: (title: string, counts: Counts) => `Not certain yet that ${title} is kept: ${requirements(counts.not_decidable)} cannot be decided.`,
    },
    to_declare: {
      "fr-contrat-responsable": (counts: Counts) => `No amount speaks against a contrat responsable; ${count(counts.to_declare, "point is", "points are")} still to be declared.`,
      "fr-ani": (counts: Counts) => `No amount speaks against the minimum of a company; ${count(counts.to_declare, "point is", "points are")} still to be declared.`,
      own: (title: string, counts: Counts) => `No amount speaks against ${title}; ${count(counts.to_declare, "point is", "points are")} still to be declared.`,
    },
    holds: {
      "fr-contrat-responsable": (_: Counts) => "A contrat responsable, by all that this profile asks.",
      "fr-ani": (_: Counts) => "The minimum of a company, by all that this profile asks.",
      own: (title: string, _: Counts) => `${title} is kept, by all that it asks.`,
    },
    nothing_judged: "Nothing could be judged: the classes of this profile have no act in this catalogue.",
  },
  /** What goes with a verdict that speaks for the coverage. */
  reservations: ({ uncertain, class_empty }: Counts) =>
    [
      ...(uncertain > 0 ? [`${requirements(uncertain)} ${uncertain === 1 ? "is" : "are"} uncertain in the profile itself: look at them.`] : []),
      ...(class_empty > 0 ? [`Of ${requirements(class_empty)} the catalogue has no act.`] : []),
    ].join(" "),
  tax: "At stake: the insurance tax, 13.27 % in place of 20.27 % of the premium (CSS L862-4).",
  noAdvice: "A help for experts, and no legal advice.",
  statuses: {
    holds: "Kept",
    violated: "Violated",
    not_decidable: "Not decidable",
    to_declare: "To declare",
    class_empty: "No such act",
    not_in_force: "Not in force",
  } satisfies Record<RequirementStatus, string>,
  declaredKept: "Declared: kept",
  declaredViolated: "Declared: not kept",
  byConstruction: "Always kept",
  counts: {
    holds: (number: number) => `${number} kept`,
    violated: (number: number) => `${number} violated`,
    not_decidable: (number: number) => `${number} not decidable`,
    to_declare: (number: number) => `${number} to declare`,
    class_empty: (number: number) => `${number} without acts`,
    not_in_force: (number: number) => `${number} not in force`,
  } satisfies Record<RequirementStatus, (number: number) => string>,

  list: "Requirements",
  onlyWork: "What needs work",
  all: (number: number) => `All (${number})`,
  nothingToDo: "Nothing needs work.",
  uncertain: "Uncertain",
  note: "Note",
  noteUncertain: "Note and uncertainty",
  uncertainHint: "The author of the profile is not sure of it, or of a tariff: check it against the text that is in force.",

  declareHolds: "We declare that it is so",
  declareNot: "It is not so",
  declared: (title: string, holds: boolean | null) => (holds === null ? `Not declared any more: ${title}.` : holds ? `Declared: ${title}.` : `Declared as not kept: ${title}.`),

  status: {
    class_empty: "The catalogue has no act of this class, or the class is not bound to it yet.",
    not_in_force: "Not on the day that is asked.",
    by_construction: "The rule language cannot say the contrary.",
  },
  moreViolations: (number: number) => count(number, "more set of acts", "more sets of acts"),
  uncovered: "No guarantee covers them",
  paidBy: "Paid by",
  usedUp: "Once the limits are used up",
  pair: (id: string) => `Pair (${id})`,
  reasons: {
    not_covered: "No guarantee covers these acts.",
    ambiguous: "Several guarantees claim these acts, so that none covers them.",
    forbidden_value: "The rule has the value that is forbidden.",
  },
  example: "Example",
  colon: ":",
  /** One act. */
  charged: ({ charged, brss, rate, plv, hlf, quantity }: PricedWords) =>
    [`${charged} charged`, ...(brss === null ? [] : [rate === null ? `BR ${brss}` : `BR ${brss} at ${rate}`]), ...(plv === null ? [] : [`PLV ${plv}`]), ...(hlf === null ? [] : [`HLF ${hlf}`]), ...(quantity === null ? [] : [`quantity ${quantity}`])].join(", "),
  shown: ({ reason, kind, paid, required }: ShownWords) => {
    if (reason === "gap_too_small") return `${paid} is paid above the BR; at most ${required} may be.`;
    if (reason === "too_early") return `The last act is paid ${paid} although it comes too early; at most the ticket modérateur may be, ${required}.`;
    if (reason === "not_renewed") return `The last act is paid ${paid}, although it is time again; it should be ${required}.`;
    const who = kind === "equipment" ? "The Sécu and the coverage pay" : "The coverage pays";
    return reason === "more_than_allowed" ? `${who} ${paid}; at most ${required} may be.` : `${who} ${paid}; at least ${required} must be.`;
  },
  actsCaption: "The acts of the example, in the order in which they are paid",
  columns: { day: "Day", act: "Act", charged: "Charged", secu: "Sécu", paid: "Coverage", left: "Left to pay" },
  sides: { left: "left", right: "right" },
  tryIt: "Try it in Act",
  tryWords: (words: string) => `: ${words}`,
  showRule: "Show the rule",
  showRuleOf: (guarantee: string) => ` of ${guarantee}`,
  assumed: (rates: string | null) =>
    rates === null ? "The price is invented: it shows where the Sécu has no base." : `The amounts are invented: no tariff of these acts is known, so every BR was asked. It shows ${rates}.`,
  /** Where something shows. */
  rates: (rates: readonly string[], isUsual: boolean) => (isUsual ? "at every usual rate of the Sécu" : `at ${rates.length === 1 ? "the rate" : "the rates"} ${list(rates, "or")} of the Sécu`),
  given: "Base and rate are those of the profile.",

  /** In Act, of an act that an example is of. */
  used: {
    title: "Used before this act",
    lead: "Earlier acts have used some of the limits, as in the example that this act is from:",
    limit: (amount: string, count: string) => `${amount}, ${count === "1" ? "1 act" : `${count} acts`}`,
    forget: "Begin with unused limits",
    forgotten: "Nothing of the limits is used before this act any more.",
  },

  undecidedTitle: "Not decided",
  undecided: {
    ambiguous: "Several guarantees claim these acts: decide who pays, in Coverage.",
    opaque_rule: "The rule of the guarantee is of another system, and cannot be compared.",
    broken_rule: "The rule of the guarantee has an error: Coverage says which.",
    too_many_cases: "The rule has too many cases to look at all of them: simplify it, or give a tariff.",
    too_precise: "The rule has numbers with more digits than are computed with.",
    less_than_rounding: "There is a difference before amounts are rounded, and no act was found that shows it to the cent.",
    truncated: "These acts fall into more cases than are listed.",
    missing_pmss: "A rule needs the PMSS of that year, which is not known yet: ask of another day.",
  } satisfies Record<NotDecidable["reason"], string>,

  tariffs: "Tariff of these acts",
  tariffHint: "Where a BR and a rate are given here, they are used in place of what the profile knows.",
  noTariff: "The profile knows none: every BR is asked, at the usual rates.",
  tariffFields: { brss: "BR", rate_percent: "Rate of the Sécu", plv: "PLV", hlf: "HLF" },
  knownTariff: ({ brss, rate, plv, hlf }: { brss: string; rate: string; plv: string | null; hlf: string | null }) =>
    [`BR ${brss} at ${rate}`, ...(plv === null ? [] : [`PLV ${plv}`]), ...(hlf === null ? [] : [`HLF ${hlf}`])].join(", "),
  noBase: "no BR",
  chargedAtMost: (amount: string) => `charged at most ${amount}`,
  from: (date: string) => `from ${date}`,
  until: (date: string) => `until ${date}`,
  uncertainTariff: "uncertain",
  tariffIncomplete: "A BR and a rate are needed.",
  forgetTariff: "Use that of the profile",
};
