/** What is being pasted, and the example acts once they are here. */
import { signal } from "@preact/signals";
import type { Kind, Notice, Target } from "../../store/types";
import type { ExampleAct } from "./examples";

export const paste = signal<{ text: string; kind: Kind | "auto"; target: Target; failure: Notice | null }>({
  text: "", kind: "auto", target: "hand", failure: null,
});
export const exampleActs = signal<readonly ExampleAct[]>([]);
