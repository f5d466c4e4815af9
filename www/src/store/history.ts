/**
 * The one history of the page: every change of the work, whoever made it. It is kept with the work of the tab, and survives a reload.
 * What is shown before it is work, such as a table that is brought in, has one of its own for as long as it is shown.
 */
import { computed, signal } from "@preact/signals";
import { History } from "./editor/history";
import { lastFix } from "./page";
import { setWork, work } from "./work";
import type { Work } from "./types";

const TEXTS = ["catalog", "coverage", "dispense", "year", "acceptances", "profile", "classes"] as const satisfies readonly (keyof Work)[];
const VALUES = ["draft", "nonConventioned", "other", "yearAct", "compliance"] as const satisfies readonly Exclude<keyof Work, (typeof TEXTS)[number]>[];

export const history = new History({
  now: work,
  texts: TEXTS,
  values: VALUES,
  set: (changed) => {
    lastFix.value = null;
    setWork({ ...work.peek(), ...changed });
  },
});

export const ownHistory = signal<History | null>(null);

/** Of what is shown: the one that *Undo* turns back. */
export const shownHistory = computed(() => ownHistory.value ?? history);
