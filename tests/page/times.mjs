// How long things take is said by every run. Whether that is short enough is judged by `make page-times`, which runs one test after another
// and nothing else: what a time is made of on a machine that does other things says nothing of the page.
import assert from "node:assert/strict";

const IS_JUDGED = process.env.PAGE_TIMES === "judged";

/** `what` takes less than `most` milliseconds. */
export function assertTime(t, what, milliseconds, most) {
  t.diagnostic(`${what}: ${milliseconds.toFixed(1)} ms (of ${most})`);
  if (IS_JUDGED) assert.ok(milliseconds < most, `${what}: ${milliseconds} ms`);
}

/** The shortest of three measurements; the first one below `most` is enough. Where times are not judged, there is one. */
export async function shortest(measure, most) {
  let best = Infinity;
  for (let round = 0; round < (IS_JUDGED ? 3 : 1) && best >= most; round += 1) best = Math.min(best, await measure());
  return best;
}
