// Examples of documents that say what comes of them: `expression; // value`, with or without `console.log`.
import assert from "node:assert/strict";

const SAYS = /^(?:console\.log\((.*)\)|((?!const |import |let |return |throw ).*)); \/\/ (.*)$/gm;

/** The example as a module that exports what its lines give, in order, as `said`; and what they should give. */
export function asked(example) {
  const promised = [];
  const text = example.replace(SAYS, (_, printed, value, said) => (promised.push(said), `said.push(${printed ?? value});`));
  return { text: `export const said = [];\n${text}`, promised };
}

/** Compares what lines gave with what they should give. */
export function assertSaid(said, promised) {
  assert.equal(said.length, promised.length);
  for (const [at, comment] of promised.entries()) {
    // A text that is printed has no quotation marks.
    if (typeof said[at] === "string" && !/^["']/.test(comment)) assert.equal(said[at], comment);
    // A record may have no prototype, which is not written.
    else assert.deepEqual(structuredClone(said[at]), new Function(`return ${comment}`)());
  }
}
