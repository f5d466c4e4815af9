/**
 * Entries of a list are put in another order by a handle in each of them: pressed, moved and let go, with a mouse, a pen or a finger.
 *
 * An entry has its position in `data-entry`. While one is dragged it has `data-dragged`, and the one next to the place `data-drop`
 * ("before" or "after"). Escape gives up.
 */
const EDGE = 60;
const STEP = 12;

/** For `onPointerDown` of a handle; `drop`: from which position to which. */
export function dragEntry(event: PointerEvent, drop: (from: number, to: number) => void): void {
  const handle = event.currentTarget as HTMLElement;
  const entry = handle.closest<HTMLElement>("[data-entry]");
  const list = entry?.parentElement;
  if (!entry || !list || event.button !== 0) return;
  event.preventDefault();
  handle.focus();
  handle.setPointerCapture(event.pointerId);
  entry.dataset["dragged"] = "";
  let y = event.clientY;
  let place: { beside: HTMLElement; where: "before" | "after" } | null = null;
  let frame = requestAnimationFrame(scroll);

  function find(): void {
    const entries = [...list!.children].filter((child): child is HTMLElement => child instanceof HTMLElement && "entry" in child.dataset);
    const next = entries.find((child) => y < middleOf(child));
    mark(next ? { beside: next, where: "before" } : { beside: entries.at(-1)!, where: "after" });
  }
  function mark(next: typeof place): void {
    if (place) delete place.beside.dataset["drop"];
    place = next;
    if (place) place.beside.dataset["drop"] = place.where;
  }
  function scroll(): void {
    const by = y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0;
    if (by !== 0) {
      scrollBy(0, by);
      if (place) find();
    }
    frame = requestAnimationFrame(scroll);
  }
  function moved(event: PointerEvent): void {
    y = event.clientY;
    find();
  }
  function key(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    end();
  }
  function released(): void {
    const [from, found] = [positionOf(entry!), place];
    end();
    if (!found) return;
    const beside = positionOf(found.beside) + (found.where === "after" ? 1 : 0);
    const to = beside > from ? beside - 1 : beside;
    if (to !== from) drop(from, to);
  }
  function end(): void {
    cancelAnimationFrame(frame);
    mark(null);
    delete entry!.dataset["dragged"];
    handle.removeEventListener("pointermove", moved);
    handle.removeEventListener("pointerup", released);
    handle.removeEventListener("pointercancel", end);
    removeEventListener("keydown", key, true);
  }
  handle.addEventListener("pointermove", moved);
  handle.addEventListener("pointerup", released);
  handle.addEventListener("pointercancel", end);
  addEventListener("keydown", key, true);
}

/** The step that a key asks for on its own element: Alt with an arrow; 0 for any other key. */
export function stepOf({ key, altKey }: KeyboardEvent): -1 | 0 | 1 {
  return !altKey ? 0 : key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0;
}

function positionOf({ dataset }: HTMLElement): number {
  return Number(dataset["entry"]);
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
