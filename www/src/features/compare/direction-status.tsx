/** Whether members get more or less: as an icon, words and a colour. */
import { Status } from "../../kit/status";
import { signedEuros } from "../common/counting";
import type { Direction } from "./direction";
import { DIRECTION_TONES } from "./tones";
import { compareWords } from "./words";

export function DirectionStatus({ direction }: { direction: Direction }) {
  return <Status tone={DIRECTION_TONES[direction]} word={compareWords.directions[direction]} />;
}

/** `+12.00 €` in green, `−12.00 €` in red. */
export function Difference({ amount }: { amount: string }) {
  const sign = Math.sign(Number(amount));
  return sign === 0 ? <span class="muted">{signedEuros(amount)}</span> : <Status tone={sign > 0 ? "good" : "bad"} word={signedEuros(amount)} />;
}
