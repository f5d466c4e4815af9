/** In which colour is a change? */
import type { Tone } from "../../kit/status";
import type { ChangeKind } from "./comparison";
import type { Direction } from "./direction";

export const DIRECTION_TONES: Record<Direction, Tone> = { more: "good", less: "bad", same: "info", mixed: "warn", unknown: "open" };
export const KIND_TONES: Record<ChangeKind, Tone> = { gained: "good", lost: "bad", moved: "info", claimed: "warn", settled: "good" };
