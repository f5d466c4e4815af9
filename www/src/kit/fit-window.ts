/**
 * How high may an element be whose lower edge is to be seen without scrolling the page? From where it begins to the lower edge of the
 * window, whatever is above it and however far the page is scrolled, less what comes after it in its parent: as `--fit` of the element,
 * for its style.
 */

const MARGIN = 16;

/** Until the function that is returned is called. */
export function fitWindow(element: HTMLElement): () => void {
  let isAsked = false;
  const measure = () => {
    isAsked = false;
    const { top, bottom } = element.getBoundingClientRect();
    const after = (element.parentElement?.getBoundingClientRect().bottom ?? bottom) - bottom;
    element.style.setProperty("--fit", `${Math.max(0, Math.floor(innerHeight - Math.max(MARGIN, top) - after - MARGIN))}px`);
  };
  const ask = () => {
    if (!isAsked) requestAnimationFrame(measure);
    isAsked = true;
  };
  // What is above it may become higher.
  const observer = new ResizeObserver(ask);
  observer.observe(document.body);
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask);
  ask();
  return () => {
    observer.disconnect();
    removeEventListener("scroll", ask);
    removeEventListener("resize", ask);
  };
}
