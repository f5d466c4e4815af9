// A worker whose answers are what the stores in its D1 database do.
import * as api from "care-coverage";
import { createD1Store } from "care-coverage/stores/d1";
import { refused } from "./asserts.mjs";
import { runContract } from "./contract.mjs";
import { readsFormat1 } from "./formats.mjs";
import { coverageOf } from "./payloads.mjs";

/** A store remembers of a binding that its tables are there: one for each storage of the contract. */
const bindingOf = (database) => ({ prepare: (sql) => database.prepare(sql), batch: (statements) => database.batch(statements) });

const answers = {
  contract: ({ DB }) =>
    runContract(api, async () => {
      const binding = bindingOf(DB);
      return {
        open: (options) => createD1Store(binding, options),
        end: () => DB.batch(["care_coverage_versions", "care_coverage_formats"].map((table) => DB.prepare(`DROP TABLE IF EXISTS ${table}`))),
      };
    }),

  /** One writer: two rows in one commit. */
  async write({ DB }, { name, version }) {
    const store = createD1Store(DB);
    try {
      await store.createOrUpdateCoverage(coverageOf(`${name} copy`, version), { commit: false });
      await store.createOrUpdateCoverage(coverageOf(name, version));
      return "stored";
    } catch (error) {
      return error.code ?? error.message;
    }
  },

  list: ({ DB }) => createD1Store(DB).listCoverages(),

  async earlier({ DB }, { statements }) {
    for (const statement of statements) await DB.prepare(statement).run();
    await readsFormat1(createD1Store(bindingOf(DB)));
    const { results } = await DB.prepare("SELECT version, stored_by FROM care_coverage_versions WHERE name = 'basic' ORDER BY version").all();
    return results.map(({ version, stored_by }) => [version, stored_by]);
  },

  async later({ DB }) {
    await createD1Store(DB).listCoverages();
    await DB.prepare("INSERT INTO care_coverage_formats (format) VALUES (99)").run();
    return createD1Store(bindingOf(DB)).listCoverages().catch((error) => error.message);
  },

  /** The most that a row takes, and one byte more. */
  async largest({ DB }) {
    const store = createD1Store(DB);
    const empty = JSON.stringify(coverageOf("large", 1)).length + "large".length;
    const texts = (bytes) => [...Array(Math.floor(bytes / 1_000_000)).fill("x".repeat(999_000)), "x"];
    const ofSize = (bytes) => {
      const payload = coverageOf("large", 1);
      payload.guarantees[0].coverage_rule.note = texts(bytes - empty);
      const missing = bytes - JSON.stringify(payload).length - "large".length;
      payload.guarantees[0].coverage_rule.note.push("x".repeat(missing - 3));
      return payload;
    };
    await refused("too_large", () => store.createOrUpdateCoverage(ofSize(1_990_001)));
    await store.createOrUpdateCoverage(ofSize(1_990_000));
    return JSON.stringify(await store.getLatestCoveragePayload("large")) === JSON.stringify(ofSize(1_990_000));
  },
};

export default {
  async fetch(request, env) {
    const question = new URL(request.url).pathname.slice(1);
    try {
      return Response.json(await answers[question](env, await request.json()));
    } catch (error) {
      return Response.json(error.stack ?? String(error), { status: 500 });
    }
  },
};
