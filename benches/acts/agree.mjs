// Nothing is timed before all agree on every act.
import assert from "node:assert/strict";
import { OUTCOME_CODES } from "../../pkg/index.js";

/** The decisions of the coverage, act by act, and that its batches say the same. */
export function decisionsOf({ coverage, acts }, batches) {
  const decisions = acts.map((act) => coverage.guaranteesFor(act));
  const names = coverage.guaranteeNames;
  for (const [name, batch] of Object.entries(batches)) {
    assert.equal(batch.length, acts.length, name);
    decisions.forEach(({ outcome, guarantees }, index) => {
      const reported = OUTCOME_CODES[batch.outcomes[index]];
      const first = names[batch.guarantees[index]];
      if (reported === outcome && first === guarantees[0]) return;
      assert.fail(`${name}: ${reported} ${first}, and one by one ${outcome} ${guarantees}: ${JSON.stringify(acts[index])}`);
    });
  }
  return decisions;
}

/** That an alternative says the same. `of`: what it answers of a decision. */
export async function assertAgrees(name, acts, ask, decisions, of) {
  for (let index = 0; index < acts.length; index++) {
    assert.deepEqual(await ask(acts[index]), of(decisions[index]), `${name} disagrees on ${JSON.stringify(acts[index])}`);
  }
}
