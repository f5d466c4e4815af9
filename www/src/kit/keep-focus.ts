/**
 * What if the element with the focus is moved or goes? The focus is given back to it, or to what is next to where it was; never to nothing.
 *
 * To be given to `ref`, of the part of the page in which that may happen.
 */
const FOCUSABLE = "button:not(:disabled), summary, input:not(:disabled), select:not(:disabled), textarea:not(:disabled), a[href], [tabindex]";

const watched = new WeakSet<Element>();

export function keepsFocus(part: HTMLElement | null): void {
  if (!part || watched.has(part)) return;
  watched.add(part);
  let last: Element | null = null;
  let around: Element[] = [];
  part.addEventListener("focusin", ({ target }) => {
    last = target as Element;
    around = ancestorsOf(last, part);
  });
  // Who clicks beside all controls wants the focus away.
  part.ownerDocument.addEventListener("pointerdown", ({ target }) => {
    if (!(target as Element).closest(FOCUSABLE)) last = null;
  });
  new MutationObserver(() => {
    if (!last || !isNowhere(part.ownerDocument)) return;
    const next = last.isConnected && last.matches(FOCUSABLE) ? last : around.find((element) => element.isConnected)?.querySelector(FOCUSABLE);
    (next as HTMLElement | null | undefined)?.focus({ preventScroll: next !== last });
  }).observe(part, { childList: true, subtree: true, attributeFilter: ["disabled"] });
}

/** From the inside on. */
function ancestorsOf(element: Element, part: Element): Element[] {
  const ancestors: Element[] = [];
  for (let next = element.parentElement; next && part.contains(next); next = next.parentElement) ancestors.push(next);
  return ancestors;
}

function isNowhere({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body;
}
