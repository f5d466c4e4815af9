/** The URL fragment names the view, and may bring work. */
import { sharedPart } from "../features/share/link";
import { openLink } from "../features/share/open";
import { lastFix, view } from "../store/page";
import { type View, VIEWS } from "../store/types";

export async function followFragment(): Promise<void> {
  const fragment = location.hash.slice(1);
  const name = fragment.split("&")[0] ?? "";
  const next: View = VIEWS.find((known) => known === name) ?? view.value;
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
