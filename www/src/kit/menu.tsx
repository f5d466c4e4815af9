/**
 * A button that unfolds a panel of buttons, links and choices under it.
 *
 * The panel is a part of the page like any other, so Tab goes through it; arrow keys, Home and End do, too. It closes by Escape, by a click
 * elsewhere and by what is chosen in it, and then gives the focus back.
 */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { focusedNear } from "./focus";

interface Props {
  /** Names the elements. */
  id: string;
  label: ComponentChildren;
  /** Where the label is no words. */
  name?: string;
  class?: string;
  /** Drawn while it is open. */
  children: () => ComponentChildren;
}

const ITEMS = "button:not(:disabled), a[href], select";
const KEYS = ["ArrowDown", "ArrowUp", "Home", "End"];

export function Menu({ id, label, name, class: className = "", children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    button.current?.focus();
    setOpen(false);
  };
  // With the panel: who clicks elsewhere at once closes it, too.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const closeElsewhere = (event: Event) => {
      if (root.current && !event.composedPath().includes(root.current)) setOpen(false);
    };
    addEventListener("pointerdown", closeElsewhere);
    addEventListener("focusin", closeElsewhere);
    return () => {
      removeEventListener("pointerdown", closeElsewhere);
      removeEventListener("focusin", closeElsewhere);
    };
  }, [isOpen]);
  const itemsNow = () => [...(root.current?.querySelectorAll<HTMLElement>(`.menu-panel :is(${ITEMS})`) ?? [])];
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      return close();
    }
    if (event.target instanceof HTMLSelectElement || !KEYS.includes(event.key)) return;
    event.preventDefault();
    if (isOpen) return move(event.key, itemsNow());
    setOpen(true);
    // Once the panel is drawn.
    setTimeout(() => move(event.key, itemsNow()));
  };
  const isChoice = ({ target }: Event) => target instanceof Element && target.closest("button, a") !== null;
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
        {isOpen && children()}
      </div>
    </div>
  );
}

function move(key: string, items: readonly HTMLElement[]): void {
  const from = items.indexOf(focusedNear(items[0]) as HTMLElement);
  const next = { ArrowDown: from + 1, ArrowUp: Math.max(from, 0) - 1, Home: 0, End: -1 }[key] ?? 0;
  items.at(next % items.length)?.focus();
}
