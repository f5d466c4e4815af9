// What tables need around coverages: headings, other words for care types, acts with their prices. Of files, or of what ships for the national
// catalogue, which is called `national`.
import type { BenefitExample, CareTypeSynonyms, Headings } from "care-coverage/slim";
import { shipped } from "../kit/engine.ts";
import { Form } from "../kit/form.ts";
import { readSource, valueOf } from "../kit/text.ts";
import type { Setting } from "../kit/setting.ts";

export interface AroundOptions { headings?: string; synonyms?: string[] }

const NATIONAL = "national";
const NO_HEADINGS: Headings = { headings: [] };

/** Without headings, all care types are under one of their own. */
export async function headingsOf({ headings }: AroundOptions, { config, language }: Setting): Promise<Headings> {
  const name = headings ?? config.table.headings;
  return name === undefined ? NO_HEADINGS : ((await read(name, "headings/national.json", language)) as Headings);
}

/** The file of `headingsOf`, for what is wrong in it. */
export function headingsFile({ headings }: AroundOptions, { config }: Setting): string | undefined {
  return headings ?? config.table.headings;
}

export async function synonymsOf({ synonyms }: AroundOptions, { config, language, words }: Setting): Promise<CareTypeSynonyms[]> {
  return Promise.all((synonyms ?? config.table.synonyms).map(async (name) => {
    const form = new Form(name, words);
    const given = form.object(await read(name, "benefit-tables/synonyms.national.json", language), "", null);
    form.list(given["synonyms"], "/synonyms").forEach((one, index) => {
      const at = `/synonyms/${index}`;
      const { terms, care_types: types = [], care_type_groups: groups = [] } = form.object(one, at, null);
      for (const [field, list] of Object.entries({ terms, care_types: types, care_type_groups: groups })) form.list(list, `${at}/${field}`);
    });
    return given as unknown as CareTypeSynonyms;
  }));
}

export async function examplesOf(given: string | undefined, { config, language, words }: Setting): Promise<BenefitExample[]> {
  const name = given ?? config.table.examples;
  if (name === undefined) return [];
  const form = new Form(name, words);
  const { examples } = form.object(await read(name, "benefit-tables/examples.national.json", language), "", null);
  // What is in an act, the engine says.
  form.list(examples, "/examples").forEach((one, index) => {
    const at = `/examples/${index}`;
    const { title, acts } = form.object(one, at, null);
    form.text(form.object(title, `${at}/title`, null)[language], `${at}/title/${language}`);
    form.list(acts, `${at}/acts`);
  });
  return examples as BenefitExample[];
}

async function read(name: string, national: string, language: Setting["language"]): Promise<unknown> {
  return name === NATIONAL ? JSON.parse(shipped(national).text) : valueOf(readSource(name), language);
}
