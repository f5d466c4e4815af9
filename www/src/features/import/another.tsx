/** Back to the table that was there before. */
import { takeUpAgain } from "./actions";
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
