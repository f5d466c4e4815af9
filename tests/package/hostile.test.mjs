// Whatever is in whatever place of whatever argument: an answer, or a CoverageError about that place; and a module
// that answers the next question.
import assert from "node:assert/strict";
import { test } from "node:test";
import { notJson } from "./cases.mjs";
import { calls, exportedNames, subjects, withObjects, withoutArguments } from "./calls.mjs";
import { heavy, odd, refused, refusedProperties } from "./hostile-values.mjs";
import { imported as api } from "./install.mjs";
import { changed, places, within } from "./places.mjs";
import { LEFT_OUT, usable, usableProperties } from "./usable-values.mjs";

const of = subjects(api);

/** Of the values, each fourth at one place, and the others at the places that follow; HOSTILE=all puts every value in every place. */
const SHARE = process.env.HOSTILE === "all" ? 1 : 4;
const turn = (values, at) => values.filter((_, index) => (index + at) % SHARE === 0);
const worst = { name: "", milliseconds: 0 };

test("every exported function is among the good calls", () => {
  const known = new Set([...calls.map(({ name }) => name), ...withoutArguments, ...Object.keys(withObjects)]);
  assert.deepEqual(exportedNames(api).sort(), [...known].sort());
});

for (const call of calls) {
  for (const argument of Object.keys(call.arguments)) {
    const question = about(call, argument);

    test(`values that are as good: ${question.name}`, (t) => {
      for (const [at, place] of places(question.good).entries()) {
        for (const { name, make, means } of turn(usable, at)) question.same(name, place, value(make(place.value)), means);
        for (const { name, define, means } of place.path.length ? turn(usableProperties, at) : []) {
          question.same(name, place, property(define(place.value, question.askGood)), means);
        }
      }
      t.diagnostic(`${question.asked()} questions`);
    });

    test(`values that no one should give: ${question.name}`, (t) => {
      for (const [at, place] of places(question.good).entries()) {
        for (const [name, make] of turn(Object.values(refused).flatMap(Object.entries), at)) question.refused(name, place, value(make(place.value)));
        for (const [name, define] of place.path.length ? turn(Object.entries(refusedProperties), at) : []) {
          question.refused(name, place, property(define(place.value, api)));
        }
        for (const [name, make] of turn(Object.entries(odd), at)) question.answered(name, place, value(make(place.value)));
      }
      t.diagnostic(`${question.asked()} questions`);
    });
  }
}

test("where any JSON may be, the code says why it was refused", () => {
  const question = about(calls.find(({ name }) => name.endsWith("compileCoverage")), "payload");
  const place = places(question.good).find(({ pointer }) => pointer.endsWith("/coverage_rule/caps/0/amount"));
  for (const [code, values] of Object.entries(refused)) {
    for (const [name, make] of Object.entries(values)) {
      const { error } = question.ask(name, place, value(make(place.value)));
      assert.deepEqual([error.length > 0, ...new Set(error.map((diagnostic) => diagnostic.code))], [true, code], name);
    }
  }
  for (const [name, define] of Object.entries(refusedProperties)) {
    const { error } = question.ask(name, place, property(define(place.value, api)));
    assert.deepEqual(error.map(({ code, pointer }) => [code, pointer]), [[name === "a getter of a function" ? "wrong_type" : "unreadable_value", place.pointer]], name);
  }
});

test("what is too large is refused before it costs much", () => {
  // These take long, and the reader does not know which call it reads for: so each in one place, by turns.
  const turns = [
    ["lensComplexity", ""], ["CareTypeCatalog.explainSelector", "/include_care_types"], ["Coverage.guaranteesFor", "/teeth/0"],
    ["CareTypeCatalog.compileCoverage", "/guarantees/0/coverage_rule/caps/0/amount"],
  ];
  for (const [index, [name, make]] of Object.entries(heavy).entries()) {
    const [callName, pointer] = turns[index % turns.length];
    const call = calls.find((call) => call.name === callName);
    const question = about(call, Object.keys(call.arguments)[0]);
    const place = places(question.good).find((place) => place.pointer === pointer);
    const { error } = question.ask(name, place, value(make(place.value)));
    assert.deepEqual(error.map(({ code, pointer }) => [code, pointer]), [["too_large", ""]], name);
  }
});

test("nothing was left in the prototypes, and the objects can be given back", (t) => {
  assert.equal({}.polluted, undefined);
  of.catalog.free();
  of.coverage.free();
  t.diagnostic(`the slowest: ${worst.name}, ${worst.milliseconds.toFixed(0)} ms`);
});

/** Puts a value, or a property of this description, in a place. */
function value(replacement) {
  return (parent, key) => (parent[key] = replacement);
}

function property(description) {
  return (parent, key) => Object.defineProperty(parent, key, { enumerable: true, configurable: true, ...description });
}

/** One argument of one call, asked with something in one of its places. */
function about(call, argument) {
  const good = call.arguments[argument];
  const want = outcome(call, argument, good);
  let count = 0;

  function ask(name, place, put) {
    const spoilt = changed(good, place.path, put);
    const started = performance.now();
    const got = outcome(call, argument, spoilt);
    const milliseconds = performance.now() - started;
    const full = `${name} at ${call.name}(${argument})${place.pointer}`;
    if (milliseconds > worst.milliseconds) Object.assign(worst, { name: full, milliseconds });
    assert.ok(got.error ?? "value" in got, `${full}: ${got.thrown?.stack}`);
    assert.deepEqual(notJson(got.error ?? got.value), [], full);
    assertUsable(full);
    count += 1;
    return { ...got, name: full };
  }

  return {
    name: `${call.name}(${argument})`,
    good,
    ask,
    asked: () => count,
    askGood: () => assert.deepEqual(outcome(call, argument, good), want),
    /** The same as with the JSON value that it means. */
    same(name, place, put, means) {
      const { name: full, ...got } = ask(name, place, put);
      const meant = means(place.value, place.parent);
      if (meant === LEFT_OUT && Array.isArray(place.parent)) return assertRefused(got, place, argument, call, full);
      const plain = changed(good, place.path, meant === LEFT_OUT ? (parent, key) => delete parent[key] : value(meant));
      assert.deepEqual(got, outcome(call, argument, plain), full);
    },
    refused(name, place, put) {
      const { name: full, ...got } = ask(name, place, put);
      assertRefused(got, place, argument, call, full);
    },
    /** An answer; or an error about the place, or about what this change means elsewhere. */
    answered(name, place, put) {
      const { name: full, ...got } = ask(name, place, put);
      // A column that a text lacks is no shape of the mapping that names it.
      const isShape = ({ code, variant }) => variant !== "column" && ["wrong_type", "missing_field", "unknown_field", "invalid_string", "unreadable_value"].includes(code);
      if (got.error?.some(isShape)) assertRefused(got, place, argument, call, full);
    },
  };
}

/** What comes of a call with one argument replaced: { value }, { error } with the diagnostics, or { thrown }. */
function outcome(call, argument, replacement) {
  const given = Object.entries({ ...call.arguments, [argument]: replacement });
  try {
    return { value: call.ask(of, ...given.map(([, value]) => value)) };
  } catch (thrown) {
    return thrown instanceof api.CoverageError ? { error: thrown.diagnostics } : { thrown };
  }
}

/** An error at the place or in it, that names the argument where there are two. */
function assertRefused({ error, value }, { pointer }, argument, call, name) {
  assert.ok(error, `${name}: it was answered ${JSON.stringify(value)}`);
  const isAbout = (diagnostic) => within(diagnostic.pointer, pointer);
  const names = ({ message }) => Object.keys(call.arguments).length === 1 || message.startsWith(`${argument}: `);
  assert.ok(error.some((diagnostic) => isAbout(diagnostic) && names(diagnostic)), `${name}: ${JSON.stringify(error.slice(0, 5))}`);
}

function assertUsable(name) {
  assert.equal(api.ageOn("1990-06-15", "2026-03-01"), 35, name);
  assert.deepEqual(of.coverage.careTypesOf("CROWNS"), ["CROWN"], name);
}
