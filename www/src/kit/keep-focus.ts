/**
 * What if the element with the focus is moved or goes? The focus is given back to it, or to what is next to where it was; never to nothing.
 *
 *
 *     <section ref={useKeptFocus()}>   // the part of the page in which that may happen
 */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

const FOCUSABLE = "button:not(:disabled), summary, input:not(:disabled), select:not(:disabled), textarea:not(:disabled), a[href], [tabindex]";

export function useKeptFocus(): RefObject<HTMLElement | null> {
  const part = useRef<HTMLElement>(null);
  useEffect(() => (part.current ? keepFocus(part.current) : undefined), []);
  return part;
}

/** Until the function that is returned is called. */
function keepFocus(part: HTMLElement): () => void {
  let last: Element | null = null;
  let around: Element[] = [];
  part.addEventListener("focusin", ({ target }) => {
    last = target as Element;
    around = ancestorsOf(last, part);
  });
  // Who clicks beside all controls wants the focus away.
  const press = (event: Event) => {
    // Of a part in a shadow tree, the document knows no more than its host.
    const [target] = event.composedPath();
    if (!(target instanceof Element && target.closest(FOCUSABLE))) last = null;
  };
  part.ownerDocument.addEventListener("pointerdown", press);
  const observer = new MutationObserver(() => {
    if (!last || !isNowhere(part.ownerDocument)) return;
    const next = last.isConnected && last.matches(FOCUSABLE) ? last : around.find((element) => element.isConnected)?.querySelector(FOCUSABLE);
    (next as HTMLElement | null | undefined)?.focus({ preventScroll: next !== last });
  });
  observer.observe(part, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  return () => {
    observer.disconnect();
    part.ownerDocument.removeEventListener("pointerdown", press);
  };
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
