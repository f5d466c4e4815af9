/** Does the coverage keep the profile? Asked in a worker whenever one of the two has changed, while the view is looked at. */
import { computed, signal } from "@preact/signals";
import { type Basis, type Judged, profileProblems } from "../../engine/amounts";
import type { Requirement, RequirementAnswer, RequirementProfile, RequirementsOptions, RequirementsReport, TextDiagnostic } from "../../engine/engine";
import { translated } from "../../engine/words";
import { language } from "../../store/language";
import { catalog, compiled, coverage } from "../../store/readings";
import { documents, nonConventioned, numbersIn } from "../../store/work";
import type { Call } from "../code/call";
import { options } from "../code/calls";
import { complianceCall } from "../code/model";
import { Asking } from "../common/asking";
import { askedDate, choice, givenTariffs } from "./choice";
import { askAmounts } from "./questions";
import { classes, classesName, profile, textOfSource } from "./sources";

interface Question {
  basis: Basis;
  profile: RequirementProfile;
  options: RequirementsOptions;
}

/** A text of one's own that is to be judged before it is asked. Those that ship have no errors, as their tests say. */
const ownText = computed(() => (choice.value.profile === "own" && profile.value.state === "read" ? profile.value.text : null));

/** `found`: null where it could not be judged. */
export const reading = new Asking<string, { text: string; found: readonly TextDiagnostic[] | null }>(ownText, async (text) => ({
  text,
  found: await profileProblems(text).catch(() => null),
}));

const judgedOwn = computed(() => (reading.answer.value?.text === ownText.value ? reading.answer.value : null));

export const isProfileUnjudged = computed(() => ownText.value !== null && judgedOwn.value?.found === null);

/** What the engine has against the profile in hand, in the language of the page. */
export const problems = computed(() => (judgedOwn.value?.found ?? []).map(translated));

export const isProfileRefused = computed(() => problems.value.some(({ severity }) => severity === "error"));

const isProfileUsable = computed(() => ownText.value === null || (judgedOwn.value !== null && judgedOwn.value.found !== null && !isProfileRefused.value));

/** Null while one of the texts cannot be read. */
const question = computed((): Question | null => {
  const [asked, bound] = [profile.value, classes.value];
  if (catalog.value.state !== "ready" || coverage.value.state !== "ready" || asked.state !== "read" || !isProfileUsable.value) return null;
  if (bound !== null && bound.state !== "read") return null;
  const { declarations } = choice.value;
  return {
    basis: { catalog: documents.catalog.read.value, nonConventioned: numbersIn(nonConventioned.value), coverage: documents.coverage.read.value },
    profile: asked.value,
    options: { date: askedDate.value, declarations, tariffs: givenTariffs.value, ...(bound && { classes: bound.value }) },
  };
});

export const judging = new Asking<Question, { profile: RequirementProfile; judged: Judged<RequirementsReport> }>(question, async (asked, signal) => ({
  profile: asked.profile,
  judged: await askAmounts((questions) => questions.check(asked.basis, asked.profile, asked.options, signal)),
}));

/** Only what needs work is listed. */
export const showsWork = signal(true);

/**
 * What somebody still has to mend or to judge, then what is to be declared. What is declared stays there, so that it can be taken back where it
 * was said.
 */
export function workOf(requirements: readonly RequirementAnswer[]): RequirementAnswer[] {
  const found = requirements.filter(({ status, kind }) => kind !== "declared" && (status === "violated" || status === "not_decidable"));
  return [...found, ...requirements.filter(({ status, kind }) => kind === "declared" && status !== "not_in_force")];
}

/** In the language of the page; of one's own, as the file says it. */
export const profileTitle = computed(() => {
  const source = profile.value;
  const title = source.state === "read" ? source.value.title : null;
  return title?.[language()] ?? documents.profile.loaded.value?.source ?? "";
});

/** What a requirement is about, in its profile. */
export function requirementOf(profile: RequirementProfile, id: string): Requirement | null {
  return profile.requirements.find((requirement) => requirement.id === id) ?? null;
}

export type Verdict = "violated" | "not_decidable" | "to_declare" | "nothing_judged" | "holds";

/** What comes first: nothing is called compliant while something is open. */
export function verdictOf({ summary, requirements }: RequirementsReport): Verdict {
  if (summary.violated > 0) return "violated";
  if (summary.not_decidable > 0) return "not_decidable";
  const judged = requirements.some(({ status, kind }) => status === "holds" && kind !== "declared" && kind !== "by_construction");
  if (!judged) return "nothing_judged";
  return summary.to_declare > 0 ? "to_declare" : "holds";
}

/** The call that made the answer, to be copied. */
const call = computed((): Call | null => {
  const [asked, hand] = [question.value, compiled.value];
  const [profileText, classesText] = [textOfSource(profile.value), textOfSource(classes.value)];
  if (asked === null || hand === null || profileText === null) return null;
  const { profile: name, leavesOut } = choice.value;
  const { date, declarations, tariffs } = asked.options;
  const bound = classesName.value;
  const isShipped = (bound === "example" || bound === "national") && !leavesOut;
  return {
    ask: "checkRequirements",
    profile: { shipped: name === "own" ? null : name, text: profileText },
    classes: classesText === null ? null : { shipped: isShipped ? bound : null, text: classesText },
    asked: { date, ...(declarations && Object.keys(declarations).length > 0 && { declarations }), ...(tariffs && Object.keys(tariffs).length > 0 && { tariffs }) },
    name: hand.payload.name,
    version: hand.payload.version,
    ...options(),
  };
});
complianceCall.value = call;
