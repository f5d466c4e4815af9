/** What tables say for care types: headings and other words of the catalogues that ship, fetched with the first table that is brought in. */
import { signal } from "@preact/signals";
import tablesSynonymsUrl from "../../../../examples/synonyms/tables.fr.json?url";
import nationalSynonymsUrl from "../../../../benefit-tables/synonyms.national.json?url";
import nationalHeadingsUrl from "../../../../headings/national.json?url";
import type { CareTypeSynonyms, Headings } from "../../engine/engine";
import type { ReadingData } from "../../engine/import";
import { exampleHeadings, textOf } from "../documents/examples";

export const data = signal<{ state: "loading" } | { state: "failed" } | { state: "here"; data: readonly ReadingData[] }>({ state: "loading" });
let isAsked = false;

export function askForData(): void {
  if (isAsked) return;
  isAsked = true;
  data.value = { state: "loading" };
  Promise.all([exampleHeadings(), textOf(tablesSynonymsUrl), textOf(nationalHeadingsUrl), textOf(nationalSynonymsUrl)]).then(
    ([example, tables, national, synonyms]) => {
      // What people search for in the example catalogue is in the words of the page.
      const known = [{ headings: example, synonyms: [JSON.parse(tables) as CareTypeSynonyms] }, { headings: JSON.parse(national) as Headings, synonyms: [JSON.parse(synonyms) as CareTypeSynonyms] }];
      data.value = { state: "here", data: known };
    },
    () => {
      isAsked = false;
      data.value = { state: "failed" };
    },
  );
}
