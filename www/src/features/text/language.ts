/** What answers the text editor, in the language of the page: for the catalogue in hand, once it is fetched. */
import { computed, signal } from "@preact/signals";
import type * as Language from "../../engine/language";
import { language } from "../../store/language";
import { catalog } from "../../store/readings";

const fetched = signal<typeof Language | null>(null);

export async function fetchLanguage(): Promise<void> {
  fetched.value = await import("../../engine/language");
}

export const coverageService = computed(() => {
  const reading = catalog.value;
  return fetched.value && reading.state === "ready" ? fetched.value.languageServiceOf(reading.value, language()) : null;
});
