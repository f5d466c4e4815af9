/** What is being pasted, and the example acts once they are here. */
import { computed, signal } from "@preact/signals";
import { language } from "../../store/language";
import type { Kind, Notice, Target } from "../../store/types";
import type { ExampleAct } from "./examples";

export const paste = signal<{ text: string; kind: Kind | "auto"; target: Target; failure: Notice | null }>({
  text: "", kind: "auto", target: "hand", failure: null,
});
export const fetchedActs = signal<readonly ExampleAct[]>([]);
/** With labels in the language of the page. */
export const exampleActs = computed(() => (language() === "fr" ? fetchedActs.value.map((act) => ({ ...act, label: act.label_fr })) : fetchedActs.value));
