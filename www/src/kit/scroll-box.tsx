/** A box for what may be wider than the page: where it is, that is said, shown at its edges, and the keyboard scrolls it, too. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

interface Props {
  label: string;
  /** Said while a part of it is hidden. */
  hint: string;
  children: ComponentChildren;
}

export function ScrollBox({ label, hint, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const measure = () => setWider(current.scrollWidth > current.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    if (current.firstElementChild) observer.observe(current.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      {isWider && (
        <p class="hint scroll-hint">
          <span aria-hidden="true">↔ </span>
          {hint}
        </p>
      )}
      <div ref={box} class={isWider ? "scroll-box wider" : "scroll-box"} role="region" aria-label={label} tabIndex={0}>
        {children}
      </div>
    </>
  );
}
