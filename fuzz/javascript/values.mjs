// Values that cross the boundary on the tape: whatever is handed to a function, the tape says what the strict reader says of the same
// value from another realm, which the tape leaves to it.
import assert from "node:assert/strict";
import vm from "node:vm";
import fc from "fast-check";
import { calls, subjects } from "../../tests/package/calls.mjs";
import { imported as api } from "../../tests/package/install.mjs";
import { edit, edited, hasParts } from "./edits.mjs";

const asked = calls.flatMap((call) => Object.keys(call.arguments).map((name) => [call, name]));
const realm = vm.createContext({});
const foreign = vm.runInContext("({ array: () => [], object: () => ({}) })", realm);

/** The same value, of which every array and object is another realm's. */
function ofAnotherRealm(value) {
  if (!hasParts(value)) return value;
  const copy = Array.isArray(value) ? foreign.array() : foreign.object();
  for (const key of Object.keys(value)) Object.defineProperty(copy, key, { value: ofAnotherRealm(value[key]), enumerable: true, configurable: true, writable: true });
  if (Array.isArray(value)) copy.length = value.length;
  return copy;
}

function reported(ask) {
  try {
    return JSON.stringify(ask());
  } catch (error) {
    assert.ok(error instanceof api.CoverageError, error?.stack);
    return JSON.stringify(error.diagnostics);
  }
}

const subject = subjects(api);

export const property = fc.property(fc.nat(asked.length - 1), fc.array(edit, { maxLength: 4 }), (which, edits) => {
  const [{ arguments: given, ask }, name] = asked[which];
  const value = edits.reduce(edited, given[name]);
  const answer = (value) => reported(() => ask(subject, ...Object.values({ ...given, [name]: value })));
  assert.equal(answer(value), answer(ofAnotherRealm(value)));
});
