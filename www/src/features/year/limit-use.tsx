/** How full is a limit? In words and as a bar. */
import type { ComponentChildren } from "preact";
import { fill } from "../../kit/amounts";
import { Status } from "../../kit/status";
import { isFull, type LimitUse } from "./model";
import { yearWords } from "./words";

export function LimitBar({ use, name }: { use: LimitUse; name: ComponentChildren }) {
  const filled = fill(use.used, use.maximum);
  return (
    <>
      <div class="limit-words">
        <div>{name}</div>
        <div class="limit-full">
          <span>{use.words}</span>
          {isFull(use) && <Status tone="warn" word={yearWords.usedUp} />}
        </div>
      </div>
      <svg class="limit-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <path class="limit-rest" d="M0 0H100V8H0Z" />
        <path class="limit-used" d={filled > 0 ? `M0 0H${filled}V8H0Z` : ""} />
      </svg>
    </>
  );
}
