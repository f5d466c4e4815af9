/** The URL fragment names the view, and may bring work. */
import { sharedPart } from "../features/share/link";
import { openLink } from "../features/share/open";
import { lastFix, view } from "../store/page";
import { type View, VIEWS } from "../store/types";

/** Views by the names that they had, which links and bookmarks still say. */
const RENAMED: ReadonlyMap<string, View> = new Map([["batch", "simulate"]]);

export async function followFragment(): Promise<void> {
  const fragment = location.hash.slice(1);
  const [name = "", ...rest] = fragment.split("&");
  const renamed = RENAMED.get(name);
  if (renamed !== undefined) history.replaceState(null, "", `#${[renamed, ...rest].join("&")}`);
  const next: View = renamed ?? VIEWS.find((known) => known === name) ?? view.value;
  const shared = sharedPart(fragment);
  if (next !== view.value) scrollTo(0, 0);
  if (shared === null) {
    lastFix.value = null;
    view.value = next;
    return;
  }
  // A reload keeps what is changed from here on, rather than opening the link again.
  history.replaceState(null, "", `#${next}`);
  await openLink(shared, next);
}
