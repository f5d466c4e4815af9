import type { CoveragePayload } from "./coverage-payload";
import type { AsJson } from "./json";

// ───────────────────────────── versions of a coverage ─────────────────────────────

/** A version that may be stored next, or that is stored. */
export interface CoverageVersion {
  name: string;
  /** At least 1. */
  version: number;
  /** Whether it is the first version of its coverage. */
  created: boolean;
}

/** The payload as plain JSON: what can be said of it without a catalogue. Throws the problems of its shape, and "empty_name" and
 *  "version_below_one" of the coverage. */
export function readCoveragePayload(payload: unknown): CoveragePayload;

/** Whether a payload may be stored next, where `latest` is the latest version of its coverage; left out or null, there is none.
 *  Throws what `readCoveragePayload` throws, or "version_not_one" for a first version other than 1, "version_exists" for one up to
 *  `latest`, "version_not_next" for one above `latest` + 1. */
export function checkCoverageVersion(payload: AsJson<CoveragePayload>, latest?: number | null): CoverageVersion;
