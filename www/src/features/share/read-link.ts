/** What comes of a link that is read in a worker. */
import type { Judged } from "./judge";
import type { Unpacked } from "./link";

export type ReadLink =
  | (Extract<Unpacked, { ok: true }> & Judged)
  | { ok: false; reason: Extract<Unpacked, { ok: false }>["reason"] | "too_slow" | "failed" };
