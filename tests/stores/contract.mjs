// What every store promises, whatever its storage. Plain JavaScript without any runtime's own modules, so that the same file
// runs wherever a store does: in Node, in a page, in a worker.
import { assert, equal, refused } from "./asserts.mjs";
import { coverageOf, lists, payloadWithError, payloadWithWarning, rich } from "./payloads.mjs";

/** Runs every promise on a storage of its own, and returns what was broken, one line each, and how many there are.
 *  `fresh()`: an empty storage as { open(options): another store on it, end() }. */
export async function runContract(api, fresh) {
  const broken = [];
  for (const [name, promise] of Object.entries(promises)) {
    const storage = await fresh();
    const stores = [];
    const open = async (options) => {
      const store = await storage.open(options);
      stores.push(store);
      return store;
    };
    try {
      await promise({ api, open, store: await open() });
    } catch (error) {
      broken.push(`${name}: ${error.stack ?? error}`);
    }
    for (const store of stores) await store.close?.();
    await storage.end();
  }
  return { broken, count: Object.keys(promises).length };
}

const promises = {
  async "the first version of a coverage is 1"({ store }) {
    await refused("version_not_one", () => store.createOrUpdateCoverage(coverageOf("basic", 2)));
    equal(await store.createOrUpdateCoverage(coverageOf("basic", 1)), { name: "basic", version: 1, created: true });
    equal(await store.createOrUpdateCoverage(coverageOf("other", 1)), { name: "other", version: 1, created: true });
  },

  async "each version is followed by the next"({ store }) {
    await store.createOrUpdateCoverage(coverageOf("basic", 1));
    await refused("version_exists", () => store.createOrUpdateCoverage(coverageOf("basic", 1, "another")));
    await refused("version_not_next", () => store.createOrUpdateCoverage(coverageOf("basic", 3)));
    await refused("version_below_one", () => store.createOrUpdateCoverage(coverageOf("basic", 0)));
    equal(await store.createOrUpdateCoverage(coverageOf("basic", 2)), { name: "basic", version: 2, created: false });
    await refused("version_exists", () => store.createOrUpdateCoverage(coverageOf("basic", 1)));
    equal(await store.getCoveragePayload("basic", 1), coverageOf("basic", 1));
    equal(await store.listCoverages(), [{ name: "basic", latest_version: 2 }]);
  },

  async "versions are read by name and number"({ store }) {
    equal(await store.listCoverages(), []);
    await refused("unknown_coverage", () => store.getLatestCoveragePayload("basic"));
    await refused("unknown_coverage", () => store.getCoveragePayload("basic", 1));
    for (const version of [1, 2, 3]) await store.createOrUpdateCoverage(coverageOf("basic", version));
    equal(await store.getLatestCoveragePayload("basic"), coverageOf("basic", 3));
    for (const version of [1, 2, 3]) equal(await store.getCoveragePayload("basic", version), coverageOf("basic", version));
    for (const version of [4, 0, -1, Number.MAX_SAFE_INTEGER]) await refused("unknown_version", () => store.getCoveragePayload("basic", version));
    for (const name of ["Basic", "basi", "basic ", "", "%", "basic\u0000"]) await refused("unknown_coverage", () => store.getLatestCoveragePayload(name));
  },

  async "the latest version is known without its payload"({ store, open }) {
    const other = await open();
    equal(await store.latestVersion("basic"), null);
    await store.createOrUpdateCoverage(coverageOf("basic", 1));
    await store.createOrUpdateCoverage(coverageOf("basic", 2), { commit: false });
    await store.createOrUpdateCoverage(coverageOf("a\u0000b", 1), { commit: false });
    equal([await store.latestVersion("basic"), await store.latestVersion("a\u0000b")], [2, 1]);
    equal([await other.latestVersion("basic"), await other.latestVersion("a\u0000b")], [1, null]);
    // Another writer went further than what is staged here.
    for (const version of [2, 3]) await other.createOrUpdateCoverage(coverageOf("basic", version, "theirs"));
    equal([await store.latestVersion("basic"), await other.latestVersion("basic")], [3, 3]);
    await store.rollback();
    equal([await store.latestVersion("basic"), await store.latestVersion("a\u0000b")], [3, null]);
    for (const name of ["Basic", "basi", "basic ", "", "%", "basic\u0000", "\ud800"]) equal(await store.latestVersion(name), null);
  },

  async "any text is a name, and the list is ascending by code points"({ store }) {
    const names = ["\ue000", "\u{1f48a}", "é", "e\u0301", "a\u0000b", "a\u0000", "a", '"', "\\", "\\u0000", "'; DROP TABLE x; --", "__proto__", "constructor", "\ufffd", "x".repeat(3000)];
    for (const name of names) await store.createOrUpdateCoverage(coverageOf(name, 1));
    const points = (text) => Array.from(text, (letter) => letter.codePointAt(0).toString(16).padStart(6, "0")).join();
    const sorted = [...names].sort((a, b) => (points(a) < points(b) ? -1 : 1));
    equal(await store.listCoverages(), sorted.map((name) => ({ name, latest_version: 1 })));
    for (const name of names) equal(await store.getLatestCoveragePayload(name), coverageOf(name, 1));
    await refused("unknown_coverage", () => store.getLatestCoveragePayload("\ud800"));
  },

  async "a payload comes back as it was given"({ store, open }) {
    await store.createOrUpdateCoverage(rich);
    for (const reader of [store, await open()]) {
      const back = await reader.getLatestCoveragePayload(rich.name);
      equal(back, rich);
      const { coverage_rule: rule } = back.guarantees[0];
      assert(Object.hasOwn(rule, "__proto__") && Object.getPrototypeOf(rule) === Object.prototype, "the key __proto__ is a key");
      assert({}.polluted === undefined, "no prototype was changed");
    }
  },

  async "what was given and what came back is the caller's"({ store }) {
    const given = coverageOf("basic", 1);
    const stored = store.createOrUpdateCoverage(given);
    given.name = "changed";
    given.guarantees.push("changed");
    await stored;
    const back = await store.getLatestCoveragePayload("basic");
    back.guarantees.push("changed");
    equal(await store.getLatestCoveragePayload("basic"), coverageOf("basic", 1));
  },

  async "a staged version is one's own until the commit"({ store, open }) {
    const other = await open();
    await store.createOrUpdateCoverage(coverageOf("basic", 1));
    equal(await store.createOrUpdateCoverage(coverageOf("basic", 2), { commit: false }), { name: "basic", version: 2, created: false });
    equal(await store.createOrUpdateCoverage(coverageOf("new", 1), { commit: false }), { name: "new", version: 1, created: true });
    await refused("version_exists", () => store.createOrUpdateCoverage(coverageOf("basic", 2), { commit: false }));
    await refused("version_not_next", () => store.createOrUpdateCoverage(coverageOf("basic", 4), { commit: false }));
    await store.createOrUpdateCoverage(coverageOf("basic", 3), { commit: false });
    const all = [{ name: "basic", latest_version: 3 }, { name: "new", latest_version: 1 }];
    equal(await store.listCoverages(), all);
    equal(await store.getLatestCoveragePayload("basic"), coverageOf("basic", 3));
    equal(await store.getCoveragePayload("basic", 2), coverageOf("basic", 2));
    equal(await store.getCoveragePayload("basic", 1), coverageOf("basic", 1));
    await refused("unknown_version", () => store.getCoveragePayload("basic", 4));
    equal(await other.listCoverages(), [{ name: "basic", latest_version: 1 }]);
    await refused("unknown_coverage", () => other.getLatestCoveragePayload("new"));
    await refused("unknown_version", () => other.getCoveragePayload("basic", 2));
    equal(await store.commit(), undefined);
    for (const reader of [store, other, await open()]) {
      equal(await reader.listCoverages(), all);
      equal(await reader.getLatestCoveragePayload("basic"), coverageOf("basic", 3));
    }
  },

  async "a commit takes everything that is staged with it"({ store, open }) {
    await store.createOrUpdateCoverage(coverageOf("a", 1), { commit: false });
    await store.createOrUpdateCoverage(coverageOf("b", 1));
    await store.createOrUpdateCoverage(coverageOf("c", 1), { commit: null });
    await store.createOrUpdateCoverage(coverageOf("d", 1), {});
    await store.createOrUpdateCoverage(coverageOf("e", 1), { commit: undefined });
    await store.commit();
    equal((await (await open()).listCoverages()).map(({ name }) => name), ["a", "b", "c", "d", "e"]);
  },

  async "a rollback forgets what is staged, and nothing else"({ store }) {
    await store.rollback();
    await store.createOrUpdateCoverage(coverageOf("basic", 1));
    await store.createOrUpdateCoverage(coverageOf("basic", 2), { commit: false });
    await store.createOrUpdateCoverage(coverageOf("new", 1), { commit: false });
    equal(await store.rollback(), undefined);
    equal(await store.listCoverages(), [{ name: "basic", latest_version: 1 }]);
    await refused("version_not_next", () => store.createOrUpdateCoverage(coverageOf("basic", 3)));
    await store.createOrUpdateCoverage(coverageOf("basic", 2, "again"));
    equal(await store.getLatestCoveragePayload("basic"), coverageOf("basic", 2, "again"));
  },

  async "of two writers of one version the second fails as a whole"({ store, open }) {
    const other = await open();
    await store.createOrUpdateCoverage(coverageOf("basic", 1));
    await store.createOrUpdateCoverage(coverageOf("new", 1), { commit: false });
    await store.createOrUpdateCoverage(coverageOf("basic", 2, "mine"), { commit: false });
    await other.createOrUpdateCoverage(coverageOf("basic", 2, "theirs"));
    for (const again of [1, 2]) {
      const error = await refused("version_exists", () => store.commit());
      equal([error.diagnostics.length, error.diagnostics[0].pointer], [1, "/version"]);
    }
    await refused("version_exists", () => store.createOrUpdateCoverage(coverageOf("basic", 3)));
    for (const reader of [other, await open()]) equal(await reader.listCoverages(), [{ name: "basic", latest_version: 2 }]);
    equal(await other.getLatestCoveragePayload("basic"), coverageOf("basic", 2, "theirs"));
    // The stage stays.
    equal(await store.getCoveragePayload("basic", 2), coverageOf("basic", 2, "mine"));
    equal(await store.getLatestCoveragePayload("new"), coverageOf("new", 1));
    await store.rollback();
    equal(await store.getLatestCoveragePayload("basic"), coverageOf("basic", 2, "theirs"));
    await store.createOrUpdateCoverage(coverageOf("basic", 3));
    equal(await other.getLatestCoveragePayload("basic"), coverageOf("basic", 3));
  },

  async "the latest version may be another writer's"({ store, open }) {
    const other = await open();
    await store.createOrUpdateCoverage(coverageOf("basic", 1, "mine"), { commit: false });
    for (const version of [1, 2]) await other.createOrUpdateCoverage(coverageOf("basic", version, "theirs"));
    equal(await store.getLatestCoveragePayload("basic"), coverageOf("basic", 2, "theirs"));
    equal(await store.listCoverages(), [{ name: "basic", latest_version: 2 }]);
  },

  async "calls of one store are carried out one after the other"({ store }) {
    const versions = [1, 2, 3, 4, 5, 6, 7, 8];
    const answers = await Promise.all(versions.map((version) => store.createOrUpdateCoverage(coverageOf("basic", version))));
    equal(answers.map(({ version }) => version), versions);
    const same = await Promise.allSettled([1, 2, 3, 4].map((note) => store.createOrUpdateCoverage(coverageOf("basic", 9, note))));
    equal(same.map(({ status }) => status), ["fulfilled", "rejected", "rejected", "rejected"]);
    equal(await store.getLatestCoveragePayload("basic"), coverageOf("basic", 9, 1));
  },

  async "of fifty stores that have staged the same version exactly one stores it"({ store, open }) {
    await store.createOrUpdateCoverage(coverageOf("basic", 1));
    const writers = await Promise.all(Array.from({ length: 50 }, () => open()));
    // All have seen that it is the next one, so that it is the storage that decides.
    await Promise.all(writers.map((writer, note) => writer.createOrUpdateCoverage(coverageOf("basic", 2, note), { commit: false })));
    const writes = await Promise.allSettled(writers.map((writer) => writer.commit()));
    const winner = writes.findIndex(({ status }) => status === "fulfilled");
    equal(writes.filter(({ reason }) => reason?.code === "version_exists").length, 49);
    equal(await store.getLatestCoveragePayload("basic"), coverageOf("basic", 2, winner));
  },

  async "with a catalogue, errors are refused and warnings are not"({ api, open }) {
    const catalog = new api.CareTypeCatalog(lists);
    const [strict, plain] = [await open({ catalog }), await open()];
    const error = await refused("unknown_care_type", () => strict.createOrUpdateCoverage(payloadWithError));
    const expected = catalog.validateCoverage(payloadWithError, { analysis: false }).filter(({ severity }) => severity === "error");
    assert(expected.length >= 3, "several errors, one of them within a rule");
    equal(error.diagnostics, expected);
    await refused("unknown_coverage", () => plain.getLatestCoveragePayload(payloadWithError.name));
    await refused("unknown_coverage", () => strict.getLatestCoveragePayload(payloadWithError.name));
    assert(catalog.validateCoverage(payloadWithWarning).some(({ severity }) => severity === "warning"), "there is a warning");
    await strict.createOrUpdateCoverage(payloadWithWarning);
    equal(await plain.getLatestCoveragePayload(payloadWithWarning.name), payloadWithWarning);
    await plain.createOrUpdateCoverage(payloadWithError);
    equal(await strict.getLatestCoveragePayload(payloadWithError.name), payloadWithError);
    catalog.free();
    await refused("freed", () => strict.createOrUpdateCoverage(coverageOf("basic", 1)));
  },

  async "whatever is handed in, it is an error or an answer, and the store works on"({ api, store, open }) {
    const fail = () => { throw new Error("trapped"); };
    const cycle = coverageOf("basic", 1);
    cycle.guarantees.push(cycle);
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const payloads = {
      wrong_type: [undefined, null, 1, "basic", Symbol("x"), 1n, [], () => 1, new Date(0), new Map(), { ...coverageOf("basic", 1), version: NaN }],
      unreadable_value: [{ ...coverageOf("basic", 1), get name() { return fail(); } }, new Proxy({}, { ownKeys: fail }), revoked.proxy],
      missing_field: [{}],
      unknown_field: [{ ...coverageOf("basic", 1), guarantee: 1 }],
      empty_name: [coverageOf(" ", 1)],
      invalid_string: [coverageOf("\ud800", 1)],
      wrong_type_in_a_cycle: [cycle],
    };
    for (const [code, values] of Object.entries(payloads)) {
      for (const value of values) await refused(code === "wrong_type_in_a_cycle" ? undefined : code, () => store.createOrUpdateCoverage(value), api.CoverageError);
    }
    for (const name of [undefined, null, 1, {}, ["basic"], Symbol("x"), { toString: fail }]) {
      await refused("wrong_type", () => store.getLatestCoveragePayload(name), api.CoverageError);
      await refused("wrong_type", () => store.getCoveragePayload(name, 1), api.CoverageError);
      await refused("wrong_type", () => store.latestVersion(name), api.CoverageError);
    }
    for (const version of [undefined, null, "1", 1.5, NaN, Infinity, 2 ** 53, 1n, {}, { valueOf: fail }]) {
      await refused("wrong_type", () => store.getCoveragePayload("basic", version), api.CoverageError);
    }
    const options = {
      wrong_type: [null, true, "x", [], new Map(), () => 1, { commit: 0 }, { commit: "false" }, { commit: {} }],
      unknown_field: [{ comit: false }, { commit: false, force: true }],
      unreadable_value: [{ get commit() { return fail(); } }, new Proxy({}, { ownKeys: fail }), new Proxy({}, { getPrototypeOf: fail }), revoked.proxy],
    };
    for (const [code, values] of Object.entries(options)) {
      for (const value of values) await refused(code, () => store.createOrUpdateCoverage(coverageOf("basic", 1), value), api.CoverageError);
    }
    for (const catalog of [null, {}, "x", lists]) await refused("wrong_type", () => open({ catalog }), api.CoverageError);
    equal(await store.listCoverages(), []);
    let reads = 0;
    const liar = { ...coverageOf("basic", 1), get version() { return ++reads; } };
    equal(await store.createOrUpdateCoverage(liar), { name: "basic", version: 1, created: true });
    equal([reads, await store.getLatestCoveragePayload("basic")], [1, coverageOf("basic", 1)]);
  },
};
