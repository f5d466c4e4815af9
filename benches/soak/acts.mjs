// Acts that fill whatever could be remembered: texts and care types that nobody knows, decisions that never come twice, and now and then
// an act that contradicts itself.
import { FLAGS, TEXTS } from "../acts/conditions.mjs";

/** Endless; `known` are acts of which most facts are taken. */
export function* odd(known, next) {
  for (let number = 0; ; number++) {
    const act = { ...known[next(known.length)], member_age: next(131) };
    for (const fact of [...FLAGS, ...TEXTS]) if (next(5) === 0) delete act[fact];
    for (const fact of TEXTS) if (next(4) === 0) act[fact] = `TEXT ${number} ${fact}`;
    if (next(9) < 2) act.care_type = `TYPE ${number}`;
    if (next(100) === 0) act.member_age = -1;
    yield act;
  }
}
