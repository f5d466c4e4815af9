/** The examples of the repository, fetched as files of the page when somebody asks for them. */
import sante100Url from "../../../../examples/100-sante.json?url";
import blankUrl from "../../../../examples/blank.json?url";
import fileUrl from "../../../../examples/acts.csv?url";
import actsUrl from "../../../../examples/acts.json?url";
import englishUrl from "../../../../examples/synonyms/en.json?url";
import frenchUrl from "../../../../examples/synonyms/fr.json?url";
import catalogUrl from "../../../../examples/catalog.json?url";
import collectiveUrl from "../../../../examples/collective-base.json?url";
import nationalActsUrl from "../../../../examples/claims/national-acts.json?url";
import headingsUrl from "../../../../examples/headings.json?url";
import optionUrl from "../../../../examples/collective-option.json?url";
import coverageUrl from "../../../../examples/coverage.json?url";
import frenchAcceptUrl from "../../../../examples/coverage.accept.fr.json?url";
import acceptUrl from "../../../../examples/coverage.accept.json?url";
import brokenUrl from "../../../../examples/to-repair.json?url";
import frenchYearUrl from "../../../../examples/year.fr.json?url";
import yearUrl from "../../../../examples/year.json?url";
import { language, type Language } from "../../store/language";
import type { ActAmounts, CareAct, CareTypeSynonyms, Headings } from "../../engine/engine";

export interface ExampleAct {
  label: string;
  label_fr: string;
  act: CareAct;
  amounts?: ActAmounts;
}

/**
 * The coverages that can be loaded, all of the example catalogue. `option`: a second one that Compare shows next to it; `accept`: findings
 * that are meant, with their reasons in each language.
 */
export const EXAMPLES = {
  individual: { coverage: coverageUrl, option: null, accept: { en: acceptUrl, fr: frenchAcceptUrl } },
  collective: { coverage: collectiveUrl, option: optionUrl },
  sante_100: { coverage: sante100Url, option: null },
  broken: { coverage: brokenUrl, option: null },
  blank: { coverage: blankUrl, option: null },
} as const satisfies Record<string, { coverage: string; option: string | null; accept?: Record<Language, string> }>;

export type ExampleName = keyof typeof EXAMPLES;
export const EXAMPLE_NAMES = Object.keys(EXAMPLES) as ExampleName[];

export interface ExampleTexts {
  catalog: string;
  coverage: string;
  option: string | null;
  /** What is meant of the findings of the coverage. */
  acceptances: string | null;
}

let acts: Promise<ExampleAct[]> | null = null;
let first: Promise<ExampleTexts> | null = null;

export async function exampleDocuments(name: ExampleName, spoken = language()): Promise<ExampleTexts> {
  const { coverage: url, option: other, accept }: { coverage: string; option: string | null; accept?: Record<Language, string> } = EXAMPLES[name];
  const [catalog, coverage, option, acceptances] = await Promise.all([
    exampleCatalog(), textOf(url), other === null ? null : textOf(other), accept === undefined ? null : textOf(accept[spoken]),
  ]);
  return { catalog, coverage, option, acceptances };
}

/** What a first visit begins with: asked for before the page runs and speaks, and taken once it does. */
export function firstExample(spoken = language()): Promise<ExampleTexts> {
  first ??= exampleDocuments("individual", spoken);
  // Whoever takes it gets the failure, too.
  first.catch(() => undefined);
  return first;
}

export function exampleCatalog(): Promise<string> {
  return textOf(catalogUrl);
}

/** Under which headings benefit tables have the care types of the example. */
export async function exampleHeadings(): Promise<Headings> {
  return JSON.parse(await textOf(headingsUrl)) as Headings;
}

/** Which care types the acts of the national claims base are, by their numbers. */
export async function nationalActs(): Promise<Record<string, readonly [act: string, careType: string | null]>> {
  return (JSON.parse(await textOf(nationalActsUrl)) as { acts: Record<string, readonly [string, string | null]> }).acts;
}

/** Other words for the care types and groups of the example. Without them a search finds less, so a failure is not worth a message. */
export async function exampleSynonyms(): Promise<CareTypeSynonyms[]> {
  const texts = await Promise.all([englishUrl, frenchUrl].map(textOf)).catch(() => []);
  return texts.map((text) => JSON.parse(text) as CareTypeSynonyms);
}

/** Fetched once; a failure is not remembered. */
export function exampleActs(): Promise<ExampleAct[]> {
  acts ??= textOf(actsUrl)
    .then((text) => JSON.parse(text) as ExampleAct[])
    .catch((error: unknown) => {
      acts = null;
      throw error;
    });
  return acts;
}

/** The acts of a family's year, as text, with labels in the language of the page. */
export function exampleYear(): Promise<string> {
  return textOf(language() === "fr" ? frenchYearUrl : yearUrl);
}

/** A file of acts, as CSV. */
export function exampleFile(): Promise<string> {
  return textOf(fileUrl);
}

export async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.text();
}
