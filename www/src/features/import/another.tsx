/** Back to the table that was there before. */
import { takeUpAgain } from "./bring-in";
import { before } from "./model";
import { importWords as w } from "./words";

export function Another() {
  const { value } = before;
  return (
    value && (
      <button type="button" onClick={takeUpAgain}>
        {w.takeUpAgain(value.source)}
      </button>
    )
  );
}
