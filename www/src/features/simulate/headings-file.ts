/** Under which heading of a benefit table is each care type? Known for the catalogue of the examples, and for others that have its codes. */
import { computed, signal } from "@preact/signals";
import type { Headings } from "../../engine/engine";
import { language } from "../../store/language";
import { catalog } from "../../store/readings";
import { exampleHeadings } from "../documents/examples";

/** Null until they are fetched. */
const fetched = signal<Headings | null>(null);

/** Null where the catalogue in hand has other codes. */
export const headings = computed((): Headings | null => {
  const [found, types] = [fetched.value, catalog.value];
  if (found === null || types.state !== "ready") return null;
  const { groups, types: codes } = types.value;
  const isKnown = found.headings.every(({ selector }) =>
    [...(selector.include_care_type_groups ?? [])].every((code) => groups.has(code)) && [...(selector.include_care_types ?? [])].every((code) => codes.has(code)),
  );
  return isKnown ? found : null;
});

/** Without them, groups are made of something else: a failure is not worth a message. */
export async function askForHeadings(): Promise<void> {
  fetched.value ??= await exampleHeadings().catch(() => null);
}

export function headingTitle(id: string): string {
  return fetched.value?.headings.find((heading) => heading.id === id)?.title[language()] ?? id;
}
