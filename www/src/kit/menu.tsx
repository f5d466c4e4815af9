/**
 * A button that unfolds a panel of buttons, links and fields under it.
 *
 * The panel is a part of the page like any other, so Tab goes through it; arrow keys, Home and End do, too. It closes by Escape, by a click
 * elsewhere and by what is chosen in it, and then gives the focus back.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface Props {
  /** Names the elements. */
  id: string;
  label: ComponentChildren;
  /** Where the label is no words. */
  name?: string;
  class?: string;
  children: ComponentChildren;
}

const ITEMS = "button:not(:disabled), a[href], input:not(:disabled), select";

export function Menu({ id, label, name, class: className = "", children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    button.current?.focus();
    setOpen(false);
  };
  useEffect(() => {
    if (!isOpen) return;
    const closeElsewhere = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    addEventListener("pointerdown", closeElsewhere);
    addEventListener("focusin", closeElsewhere);
    return () => {
      removeEventListener("pointerdown", closeElsewhere);
      removeEventListener("focusin", closeElsewhere);
    };
  }, [isOpen]);
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      return close();
    }
    const isField = event.target instanceof HTMLSelectElement;
    const items = [...(root.current?.querySelectorAll<HTMLElement>(`.menu-panel :is(${ITEMS})`) ?? [])];
    const next = isField ? null : nextOf(event.key, items.indexOf(document.activeElement as HTMLElement), items.length);
    if (next === null) return;
    event.preventDefault();
    if (isOpen) return items[next]?.focus();
    setOpen(true);
    // Once the panel is shown.
    setTimeout(() => items[next]?.focus());
  };
  const isChoice = ({ target }: Event) => target instanceof Element && target.closest("button, a, label") !== null && target.closest("[data-stays]") === null;
  // The focus goes before what is chosen happens: a dialog gives it back to where it was.
  const leave = (event: Event) => isChoice(event) && button.current?.focus();
  const choose = (event: Event) => isChoice(event) && setOpen(false);
  return (
    <div class={`menu ${className}`} ref={root} onKeyDown={press}>
      <button
        type="button"
        class="menu-button"
        ref={button}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={name}
        title={name}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      <div id={id} class="menu-panel" hidden={!isOpen} onClickCapture={leave} onClick={choose}>
        {children}
      </div>
    </div>
  );
}

/** Null where the key moves nothing. */
function nextOf(key: string, from: number, length: number): number | null {
  if (length === 0) return null;
  if (key === "ArrowDown") return (from + 1) % length;
  if (key === "ArrowUp") return (Math.max(from, 0) - 1 + length) % length;
  if (key === "Home") return 0;
  return key === "End" ? length - 1 : null;
}
