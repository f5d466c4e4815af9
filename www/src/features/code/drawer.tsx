/** How this works: the call behind the view in front, as it is now, and which function of the package each part of the page comes from. */
import { useEffect, useRef } from "preact/hooks";
import { view } from "../../store/page";
import { calls } from "./calls";
import { Code } from "./code";
import { isDrawerOpen } from "./model";
import { codeEntryWords } from "./entry-words";
import { codeWords as w } from "./words";

export function Drawer() {
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    heading.current?.focus();
    return () => opener.current instanceof HTMLElement && opener.current.focus();
  }, []);
  const call = calls[view.value].value;
  return (
    <aside class="drawer no-print" aria-labelledby="drawer-title" onKeyDown={closeByKey}>
      <div class="list-head">
        <h2 id="drawer-title" tabindex={-1} ref={heading}>
          {codeEntryWords.how}
        </h2>
        <button type="button" class="quiet" aria-label={w.closeDrawer} onClick={closeDrawer}>
          ✕
        </button>
      </div>
      <p>{w.howLead}</p>
      {call === null ? <p class="empty">{w.noCall}</p> : <Code call={call} name="code-of-view" />}
      <h3>{w.partsTitle}</h3>
      <dl class="code-parts">
        {Object.entries(w.parts[view.value]).map(([functions, part]) => (
          <div>
            <dt>{part}</dt>
            <dd>
              {functions.split(" ").map((name) => (
                <code>{name}</code>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

function closeDrawer(): void {
  isDrawerOpen.value = false;
}

function closeByKey(event: KeyboardEvent): void {
  if (event.key === "Escape") closeDrawer();
}
