/** Who publishes versions here: asked once, and kept in the browser. */
import { effect, signal } from "@preact/signals";
import { keep, stored } from "./storage";

const AUTHOR = "care-coverage:author";

export const author = signal(stored(() => localStorage, AUTHOR) ?? "");

effect(() => {
  if (author.value !== (stored(() => localStorage, AUTHOR) ?? "")) keep(() => localStorage, AUTHOR, author.value);
});
