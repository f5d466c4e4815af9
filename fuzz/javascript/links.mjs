// Share links: any work comes back from its link, and a link that is damaged, or made to harm, is refused soon.
import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";
import fc from "fast-check";
import { text, value } from "./edits.mjs";

const contents = 'export * from "./features/share/link"; export * from "./store/limits"; export * from "./store/work-from"; export { CLASSES, PROFILES } from "./store/types";';
const resolveDir = new URL("../../www/src", import.meta.url).pathname;
const { outputFiles } = await build({ stdin: { contents, resolveDir }, bundle: true, write: false, format: "esm" });
const { CLASSES, LARGEST_TEXT, PROFILES, makeLink, sharedPart, unpack, workFrom } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);

/** No machine takes so long for what a page holds. */
const SOON = 2_000;
const page = new URL("https://page.example/");
const packed = (text) => deflateRawSync(text).toString("base64url");

const long = fc.oneof(text, fc.string({ unit: "binary", maxLength: 3000 }), fc.tuple(text, fc.nat(20_000)).map(([text, times]) => text.repeat(times).slice(0, 400_000)));
const loaded = fc.option(fc.record({ text: long, source: text }));
const amount = fc.dictionary(text, text, { maxKeys: 3 });
const fact = fc.oneof(text, fc.boolean(), fc.integer(), fc.constant(null));
const compliance = fc.record({
  profile: fc.constantFrom(...PROFILES, "own"),
  classes: fc.constantFrom(...CLASSES, "fitting", "profile", "own"),
  leavesOut: fc.boolean(),
  date: fc.option(text),
  declarations: fc.dictionary(text, fc.boolean(), { maxKeys: 3 }),
  tariffs: fc.dictionary(text, amount, { maxKeys: 3 }),
});
const work = fc.record({
  catalog: loaded,
  coverage: loaded,
  draft: fc.record({
    facts: fc.dictionary(text, fact, { maxKeys: 4 }),
    teeth: text,
    prescription: fc.record({ sphere: text, cylinder: text, multifocal: fc.boolean() }),
    amounts: amount,
  }),
  nonConventioned: text,
  other: fc.option(fc.record({ catalog: loaded, coverage: loaded, isBefore: fc.boolean() })),
  dispense: loaded,
  year: loaded,
  yearAct: fc.option(fc.nat()),
  acceptances: loaded,
  profile: loaded,
  classes: loaded,
  compliance: fc.option(compliance),
});

/** What somebody may have put into a link. */
const hostile = fc.oneof(
  { weight: 6, arbitrary: value.map((value) => packed(JSON.stringify(value) ?? "")) },
  { weight: 4, arbitrary: fc.tuple(work, fc.constantFrom("catalog", "coverage", "draft", "other", "year", "yearAct", "acceptances", "profile", "classes", "compliance", "more"), value).map(([work, part, value]) => packed(JSON.stringify({ ...work, [part]: value }))) },
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => packed(bytes)) },
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString("base64url")) },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 400 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom("[", '{"a":', "0", "\u0000", '"\\u0041'), fc.integer({ min: 1, max: 30 })).map(([text, megabytes]) => bomb(text, megabytes)) },
);

const bombs = new Map();
function bomb(text, megabytes) {
  const key = `${text}${megabytes}`;
  if (!bombs.has(key)) bombs.set(key, packed(text.repeat((megabytes * 2 ** 20) / text.length)));
  return bombs.get(key);
}

/** Characters of the link that are lost, repeated or others. */
const damage = fc.record({ at: fc.nat(70_000), length: fc.nat(40), by: fc.string({ maxLength: 6 }), times: fc.integer({ min: 1, max: 50 }) });
function damaged(part, { at, length, by, times }) {
  const start = at % (part.length + 1);
  return part.slice(0, start) + by.repeat(times) + part.slice(start + length);
}

/** What is opened is work as a page keeps it, which its own link brings again. */
async function isRefusedOrWork(part) {
  const started = performance.now();
  const answer = await unpack(part, LARGEST_TEXT);
  const took = performance.now() - started;
  assert.ok(took < SOON, `${took} ms for a link of ${part.length} characters`);
  if (!answer.ok) return assert.ok(["damaged", "too_large"].includes(answer.reason), answer.reason);
  assert.ok(answer.size <= LARGEST_TEXT);
  assert.deepEqual(workFrom(JSON.parse(JSON.stringify(answer.work))), answer.work);
}

export const property = fc.asyncProperty(work, fc.array(damage, { maxLength: 3 }), hostile, async (work, damages, hostile) => {
  const made = await makeLink(page, "act", work);
  if (made.ok) {
    const part = sharedPart(new URL(made.link).hash);
    assert.deepEqual(await unpack(part, LARGEST_TEXT), { ok: true, work: JSON.parse(JSON.stringify(work)), size: Buffer.byteLength(JSON.stringify(work)) });
    await isRefusedOrWork(damages.reduce(damaged, part));
  } else {
    assert.ok(["too_long", "too_large"].includes(made.reason), made.reason);
  }
  await isRefusedOrWork(hostile);
});
