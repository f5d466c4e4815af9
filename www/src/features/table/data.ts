/** Headings and examples that ship, of the example catalogue and of the national one: fetched when a table is first looked at. */
import { signal } from "@preact/signals";
import nationalExamplesUrl from "../../../../benefit-tables/examples.national.json?url";
import exampleExamplesUrl from "../../../../examples/benefit-examples.json?url";
import exampleHeadingsUrl from "../../../../examples/headings.json?url";
import nationalHeadingsUrl from "../../../../headings/national.json?url";
import type { Headings } from "../../engine/engine";
import type { BenefitExample, TableData } from "../../engine/table";
import { textOf } from "../documents/examples";
import type { Fetched } from "./state";

const FILES = [[exampleHeadingsUrl, exampleExamplesUrl], [nationalHeadingsUrl, nationalExamplesUrl]] as const;

export const fetched = signal<Fetched>({ state: "loading" });
let isAsked = false;

export function askForData(): void {
  if (isAsked) return;
  isAsked = true;
  fetched.value = { state: "loading" };
  Promise.all(FILES.map(dataOf)).then(
    (data) => (fetched.value = { state: "here", data }),
    () => {
      isAsked = false;
      fetched.value = { state: "failed" };
    },
  );
}

async function dataOf([headings, examples]: (typeof FILES)[number]): Promise<TableData> {
  const texts = await Promise.all([textOf(headings), textOf(examples)]);
  const [first, second] = texts.map((text) => JSON.parse(text) as unknown);
  return { headings: first as Headings, examples: (second as { examples: BenefitExample[] }).examples };
}
