/** Under which heading of an offer is each care type? Known for the catalogue of the examples. */
import { computed, signal } from "@preact/signals";
import type { Headings } from "../../engine/engine";

/** Null until they are fetched. */
export const fetchedHeadings = signal<Headings | null>(null);

export const hasHeadings = computed(() => fetchedHeadings.value !== null);
