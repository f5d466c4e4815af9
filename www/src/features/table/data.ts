/** Headings and examples that ship, of the example catalogue and of the national one: fetched when a table is first looked at. */
import { computed, effect, signal } from "@preact/signals";
import nationalExamplesUrl from "../../../../benefit-tables/examples.national.json?url";
import exampleExamplesUrl from "../../../../examples/benefit-examples.json?url";
import exampleHeadingsUrl from "../../../../examples/headings.json?url";
import nationalHeadingsUrl from "../../../../headings/national.json?url";
import type { Headings } from "../../engine/engine";
import { type BenefitExample, knowsAll, type TableData } from "../../engine/table";
import { catalog } from "../../store/readings";
import { textOf } from "../documents/examples";
import type { Fetched } from "./state";

/** Null: not asked for yet. */
type File = Exclude<Fetched, { state: "here" }> | { state: "here"; data: TableData } | null;

const example = { urls: [exampleHeadingsUrl, exampleExamplesUrl], file: signal<File>(null) } as const;
const national = { urls: [nationalHeadingsUrl, nationalExamplesUrl], file: signal<File>(null) } as const;

/** The national ones are for catalogues that the example's do not fit whole. */
const needed = computed(() => {
  const [file, types] = [example.file.value, catalog.value];
  const isWhole = file?.state !== "here" || types.state !== "ready" || knowsAll(types.value, file.data.headings);
  return isWhole ? [example] : [example, national];
});

export const fetched = computed((): Fetched => {
  const files = needed.value.map(({ file }) => file.value);
  if (files.some((file) => file?.state === "failed")) return { state: "failed" };
  const data = files.flatMap((file) => (file?.state === "here" ? [file.data] : []));
  return data.length === files.length ? { state: "here", data } : { state: "loading" };
});

let isFollowing = false;

/** What failed is asked for again. */
export function askForData(): void {
  for (const { file } of [example, national]) if (file.peek()?.state === "failed") file.value = null;
  if (isFollowing) return;
  isFollowing = true;
  effect(() => {
    for (const one of needed.value) if (one.file.value === null) void fetchData(one);
  });
}

async function fetchData({ urls, file }: typeof example | typeof national): Promise<void> {
  file.value = { state: "loading" };
  try {
    const [headings, examples] = (await Promise.all(urls.map(textOf))).map((text) => JSON.parse(text) as unknown);
    file.value = { state: "here", data: { headings: headings as Headings, examples: (examples as { examples: BenefitExample[] }).examples } };
  } catch {
    file.value = { state: "failed" };
  }
}
