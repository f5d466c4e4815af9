/**
 * Every word the page says. A second language is a second file of this shape.
 *
 * What only the Dispense and the Batch view say is in `messages-dispense.ts` and `messages-batch.ts`, which are fetched with them.
 * Values of facts and French terms of art are in `messages-values.ts`, problems and fixes in `messages-problems.ts`, sets of acts and findings
 * in `messages-analysis.ts`, the Compare view in `messages-compare.ts`, money in `messages-amounts.ts`, links in `messages-links.ts`,
 * failures of the engine in `messages-failure.ts`,
 * the stored versions in `messages-versions.ts`, which is fetched with them.
 */
import { bytes, count, list } from "./counting";
import type { ActFact, GuaranteeDecision } from "./engine";
import type { Expected, Mistake } from "./json";
import { LARGEST_TEXT } from "./limits";
import { amountMessages, ruleMessages, yearMessages } from "./messages-amounts";
import { findingMessages, regionMessages } from "./messages-analysis";
import { compareMessages } from "./messages-compare";
import { failureMessages } from "./messages-failure";
import { linkMessages, shareMessages } from "./messages-links";
import { problemMessages } from "./messages-problems";
import { factNames } from "./messages-values";
import type { Target } from "./state";

const expectedWords: Record<Expected, string> = {
  value: "a value is expected",
  name: "a field name in double quotes is expected",
  colon: "a colon is expected after the field name",
  comma_or_brace: "a comma or a closing brace } is expected",
  comma_or_bracket: "a comma or a closing bracket ] is expected",
  end: "the text should end",
  closing_quote: "a closing double quote is missing",
  escape: "the backslash starts no known escape",
  no_line_break: "a text between quotes cannot contain a line break or a tab",
  less_depth: "the text is nested too deeply",
};

function mistake({ line, column, expected, found, trailingComma }: Mistake): string {
  const instead = found === null ? "the text ends" : found.trim() === "" ? "there is a blank" : `there is ${found}`;
  const comma = trailingComma ? " The comma before it is one too many." : "";
  return `Line ${line}, column ${column}: ${expectedWords[expected]}, but ${instead}.${comma}`;
}

export const messages = {
  count,
  list,
  mistake,

  name: "care-coverage",
  title: (view: string) => `${view} – care-coverage`,
  skip: "Skip to the content",
  views: { label: "Views", coverage: "Coverage", act: "Act", compare: "Compare", year: "Year", batch: "Batch", dispense: "Dispense" },
  theme: { label: "Theme", system: "System", light: "Light", dark: "Dark" },
  footer: (version: string) =>
    `care-coverage ${version}. Everything runs in this browser: nothing you open, paste or type is sent anywhere.`,

  startFailure: {
    title: "The engine could not be started",
    lead: "The rules run as WebAssembly in this browser, and it did not load. Nothing you had here is lost. Please check:",
    noWebAssembly: "WebAssembly is switched off in this browser, by a setting, an extension or a company policy. Switch it on for this page.",
    checkNetwork: "The page was loaded completely: reload it, and look for an extension or a proxy that blocks script files.",
    checkPolicy: "If you host this page yourself: the server must deliver the files in assets/, and its content security policy must allow 'wasm-unsafe-eval'.",
    cause: (message: string) => `What the browser says: ${message}`,
    retry: "Try again",
  },

  loaded: {
    label: "What is loaded",
    catalog: "Catalogue",
    coverage: "Coverage",
    dispense: "Dispense",
    ruleset: (name: string) => `rules ${name}`,
    none: "none",
    broken: "not readable",
    catalogSize: (types: number, groups: number) => `${count(types, "care type", "care types")} in ${count(groups, "group", "groups")}`,
    version: (name: string, version: number) => `${name}, version ${version}`,
    open: "Open files…",
    openHint: "A catalogue, a coverage or a snapshot of a dispense as JSON. Files can also be dropped anywhere on the page.",
    paste: "Paste…",
    versions: "Versions…",
    versionsTitle: "Versions",
    example: "Load the example",
    share: "Share…",
    exampleSource: "Example",
    editedSource: "Example, edited",
    pastedSource: "Pasted text",
    typedSource: "Typed here",
    drop: "Drop a catalogue, a coverage, a dispense or a file of acts here",
  },

  kinds: { catalog: "Catalogue", coverage: "Coverage", year: "Acts of a year", dispense: "Dispense", auto: "Recognise it" },
  notice: {
    label: "Message",
    dismiss: "Dismiss",
    undo: "Undo",
    undone: "Undone.",
    loadingExample: "Loading the example…",
    exampleFailed: "The example could not be loaded. Check the connection to the server of this page, then try again.",
    fileFailed: (source: string) => `${source} could not be read. Check that the file still exists and that you may read it.`,
    loadedCatalog: (source: string, target: Target) => `The catalogue ${target === "hand" ? "is loaded" : "to compare with is loaded"}: ${source}.`,
    loadedCoverage: (source: string, target: Target) => `The coverage ${target === "hand" ? "is loaded" : "to compare with is loaded"}: ${source}.`,
    loadedDispense: (source: string) => `The dispense is loaded: ${source}.`,
    loadedExampleDispense: (label: string) => `Example dispense: ${label}`,
    loadedExample: "The example is loaded: a catalogue, a coverage and an act.",
    loadedComparison: "The example is loaded, and a second version of it with a few edits.",
    loadedExampleAct: (label: string) => `Example act: ${label}`,
    brokenFile: (source: string, where: Mistake) => `${source} is not valid JSON. ${mistake(where)} What was loaded before is kept.`,
    tooLarge: (source: string, most: number) => `${source} is too large: it may have at most ${bytes(most)}. What was loaded before is kept.`,
    textFull: `The text can have at most ${bytes(LARGEST_TEXT)}: what was typed or pasted was left out.`,
    refusedCatalog: (source: string) => `${source} cannot be used as a catalogue. What was loaded before is kept.`,
    whichKind: (source: string) => `${source} looks neither like a catalogue nor like a coverage nor like a dispense. What is it?`,
    applied: (changes: string) => `Changed in the act: ${changes}.`,
    notKept: "This is too large, or the browser keeps nothing for this page: it will be gone after a reload. Keep your files.",
  },

  paste: {
    title: "Paste a catalogue or a coverage",
    titleOther: "Paste what to compare with",
    titleDispense: "Paste a dispense",
    text: "JSON text",
    kind: "What is it?",
    load: "Load",
    cancel: "Cancel",
    empty: "Paste some text first.",
  },

  share: shareMessages,
  link: linkMessages,
  failure: failureMessages,
  problems: problemMessages,
  region: regionMessages,
  findings: findingMessages,
  compare: compareMessages,
  rule: ruleMessages,
  amounts: amountMessages,
  year: yearMessages,

  /** A view that is fetched when it is opened. */
  later: {
    loading: "Loading…",
    failed: "This view could not be loaded. Check the connection to the server of this page, then reload. Nothing you had here is lost.",
    retry: "Reload",
  },

  /** The text editor's own words are in English; another language gives a translation for each. */
  editor: { phrases: {} as Record<string, string> },

  start: {
    title: "Which guarantee pays for which care, and why?",
    lead: "Load a catalogue of care types and a coverage, and see what each guarantee selects, under which conditions, and what it decides for a care act.",
    needCatalog: "A coverage can be read once the catalogue of its care types is loaded.",
    needCoverage: "The catalogue is loaded. Load a coverage, or type one on the left.",
    unreadableCoverage: "The coverage that is loaded cannot be read. The Coverage view says what is wrong with it.",
    needCoverageElsewhere: "Load a coverage to see which guarantee pays for an act.",
  },

  coverage: {
    title: "Coverage",
    text: "Coverage as JSON",
    textHint: "Kept as you type it; what the engine reads in it follows.",
    editorFailed: "The text editor could not be loaded. This plain field works without it; the problems are in the list.",
    undo: "Undo in the text",
    redo: "Redo in the text",
    fixed: "Changed in the text.",
    brokenTitle: "This is not valid JSON yet",
    show: "Show in the text",
    refused: "The engine cannot read this coverage.",
    refusedCatalog: "The engine cannot read this catalogue.",
    catalogWarnings: "About the catalogue",
    stale: "Below: the coverage as it was before.",
    guarantees: (number: number) => count(number, "guarantee", "guarantees"),
    findGuarantee: "Find a guarantee",
    noGuarantee: (text: string) => `No guarantee has “${text}” in its name.`,
    noGuarantees: "This coverage has no guarantees yet.",
    careTypes: (number: number) => count(number, "care type", "care types"),
    mappings: (number: number) => count(number, "mapping", "mappings"),
    mapping: (number: number) => `Mapping ${number}`,
    selects: "Selects",
    except: "Except",
    nothing: "Nothing: the selector includes no care type.",
    moreTerms: (number: number) => `and ${number} more`,
    conditions: "When all of this holds",
    noCondition: "No condition: every act of these care types.",
    group: (label: string) => `group ${label}`,
    table: { careType: "Care type", why: "Selected, and why" },
    selected: "Selected",
    leftOut: "Left out",
    selectedCount: (selected: number, leftOut: number) =>
      count(selected, "care type selected", "care types selected") + (leftOut > 0 ? `, ${leftOut} left out` : ""),
    findCareType: "Find a care type in this mapping",
    noCareType: (text: string) => `No care type of this mapping matches “${text}”.`,
    showMore: (number: number) => `Show ${number} more`,
    ask: "Ask about a care type",
    askHint: "Which guarantees select it, and why?",
    askedNowhere: (label: string) => `No guarantee names ${label}, nor a group it belongs to.`,
    tryAct: "Try it as an act",
  },

  /** Why a selector selects a care type or leaves it out. */
  because: {
    include_care_types: () => "named by the selector",
    include_care_type_groups: (group: string) => `in the group ${group}`,
    exclude_care_types: () => "excluded by name",
    exclude_care_type_groups: (group: string) => `in the excluded group ${group}`,
    overrides: (terms: string[]) => `although ${list(terms)}`,
  },

  act: {
    title: "Act",
    form: "The act",
    examples: "Example acts",
    examplesHint: "Choose one to fill in the form",
    clear: "New act",
    cleared: "The act is empty.",
    careType: "Care type",
    careTypeHint: "Search by label or code",
    member: "The member",
    careDate: "Date of care",
    birthDate: "Birth date",
    age: "Age on that date",
    ageFromDates: "From the two dates",
    caregiver: "Who and what",
    place: "Where",
    teethAndEyes: "Teeth and eyes",
    answers: { yes: "Yes", no: "No", none: "Does not apply", unknown: "Not known" },
    notApplicable: "Does not apply to this care type",
    teeth: "Teeth",
    teethHint: "FDI numbers, for instance 11 21",
    teethChart: "Choose on a chart",
    teethPermanent: "Permanent teeth",
    teethDeciduous: "Milk teeth",
    tooth: (number: number) => `Tooth ${number}`,
    fromTeeth: "Follows from the teeth",
    establishment: "Establishment number",
    fromEstablishment: "Follows from the establishment number",
    nonConventioned: "Establishments without a contract",
    nonConventionedHint: "One number a line. With this list, an establishment number says whether it is conventionné.",
    prescription: "Work it out from a prescription",
    sphere: "Sphere (dioptres)",
    cylinder: "Cylinder (dioptres)",
    multifocal: "Multifocal lens",
    complexityIs: (label: string) => `This lens is ${label.toLowerCase()}.`,
    useComplexity: "Use it",
    json: "This act as JSON",
    stale: "The text of the coverage cannot be read at the moment. This is what the coverage before decides.",
  },

  combobox: {
    none: (text: string) => `Nothing matches “${text}”.`,
    free: (text: string) => `Use “${text}”`,
    more: (number: number) => `${count(number, "more", "more")}: type to narrow the list`,
    list: "Suggestions",
  },

  outcome: {
    title: "Outcome",
    details: "The answer in detail",
    choose: "Choose a care type, or an example act.",
    invalid: "This act cannot be decided: something in it cannot be right.",
    words: {
      covered: "Covered",
      not_covered: "Not covered",
      ambiguous: "Ambiguous",
      undetermined: "Not decided yet",
      unknown_care_type: "Unknown care type",
    },
    sentence: (decision: GuaranteeDecision, careType: string, selecting: number): string => {
      const { outcome, guarantees, undetermined } = decision;
      switch (outcome) {
        case "covered":
          return `${guarantees[0]} covers this act.`;
        case "ambiguous":
          return `${count(guarantees.length, "guarantee covers", "guarantees cover")} this act at once: ${list(guarantees)}.`;
        case "unknown_care_type":
          return `${careType} is not in the catalogue.`;
        case "undetermined": {
          const facts = [...new Set(undetermined.flatMap(({ missing }) => missing))].map(factName);
          const sure = guarantees.length > 0 ? ` ${list(guarantees)} ${guarantees.length === 1 ? "covers" : "cover"} it for certain.` : "";
          return `${list(undetermined.map(({ guarantee }) => guarantee), "or")} may cover this act. Not known: ${list(facts)}.${sure}`;
        }
        case "not_covered":
          return selecting === 0 ? `No guarantee selects ${careType}.` : "No guarantee covers this act: the conditions are not met.";
      }
    },
    mappings: "Guarantees that select this care type",
    noMappings: "None of the guarantees selects this care type.",
    holds: "Matches",
    fails: "Does not match",
    unknown: "Not known",
    conditionHolds: "Holds",
    conditionFails: "Fails",
    conditionUnknown: "Not known",
    decidedBy: (reason: string) => `Selected: ${reason}`,
    table: { condition: "Condition", expected: "Expected", actual: "This act", result: "Result" },
    noConditions: "This mapping has no condition.",
    nearest: "What would have to change",
    nearestHint: "The fewest changes that make a guarantee match.",
    change: (fact: string, before: string, after: string) => `${fact}: ${before} → ${after}`,
    apply: "Apply",
    applyTo: (guarantee: string) => `Apply, so that ${guarantee} matches`,
  },

  /** The value of a condition and of a fact, in words. */
  values: {
    yes: "yes",
    no: "no",
    none: "does not apply",
    unknown: "not known",
    emptyList: "an empty list: never",
    atLeast: (years: number) => `${years} or older`,
    atMost: (years: number) => `${years} or younger`,
    between: (min: number, max: number) => (min === max ? `exactly ${min}` : `${min} to ${max}`),
    reversed: (min: number, max: number) => `${min} to ${max}: no age is in this range`,
    condition: (fact: string, value: string) => `${fact}: ${value}`,
  },
};

/** The name of a fact of the act, as in a sentence. */
export function factName(fact: string): string {
  return factNames[fact as ActFact | "member_age"] ?? amountMessages.names[fact as keyof typeof amountMessages.names] ?? fact;
}
