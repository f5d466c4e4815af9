/** How a state is shown. */
import type { State } from "./spots";

export const TONES = {
  read: "good", accepted: "accepted", noted: "warn", assumed: "open", unread: "bad", untyped: "bad", waiting: "info", aside: "warn", contradictory: "overlap", shadowed: "gap", nothing: "info", left: "decide", text: "info",
} as const satisfies Record<State, string>;
