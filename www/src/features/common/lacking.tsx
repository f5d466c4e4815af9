/** What would have to be said with words of a cell that were not understood. */
import type { BenefitReading } from "../../engine/table";
import { lackWords } from "./words";

export function Lacking({ unread }: { unread: BenefitReading["unread"] }) {
  return (
    <>
      {[...new Set(unread.flatMap(({ lacks }) => lacks ?? []))].map((lack) => (
        <p key={lack}>{lackWords[lack]}</p>
      ))}
    </>
  );
}
