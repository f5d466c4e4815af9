// What tables need around coverages: headings, other words for care types, acts with their prices. Of files, or of what ships for the national
// catalogue, which is called `national`.
import type { BenefitExample, CareTypeSynonyms, Headings } from "care-coverage/slim";
import { shipped } from "../kit/engine.ts";
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

export async function synonymsOf({ synonyms }: AroundOptions, { config, language }: Setting): Promise<CareTypeSynonyms[]> {
  return Promise.all((synonyms ?? config.table.synonyms).map(async (name) => (await read(name, "benefit-tables/synonyms.national.json", language)) as CareTypeSynonyms));
}

export async function examplesOf(given: string | undefined, { config, language }: Setting): Promise<BenefitExample[]> {
  const name = given ?? config.table.examples;
  return name === undefined ? [] : ((await read(name, "benefit-tables/examples.national.json", language)) as { examples: BenefitExample[] }).examples;
}

async function read(name: string, national: string, language: Setting["language"]): Promise<unknown> {
  return name === NATIONAL ? JSON.parse(shipped(national).text) : valueOf(readSource(name), language);
}
