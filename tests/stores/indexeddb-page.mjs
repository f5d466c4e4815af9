// What the test of the store in IndexedDB asks of a page.
import * as api from "care-coverage";
import { openIndexedDbStore } from "care-coverage/stores/indexeddb";
import { runContract } from "./contract.mjs";
import { readsFormat1 } from "./formats.mjs";
import { coverageOf } from "./payloads.mjs";

/** A connection that is being closed may block a request for a moment; one that stays open is an error. */
const request = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => setTimeout(() => reject(new Error("a connection is still open")), 5000);
  });

let databases = 0;
globalThis.answers = {
  contract: () =>
    runContract(api, () => {
      const name = `contract ${++databases}`;
      return { open: (options) => openIndexedDbStore(name, options), end: () => request(indexedDB.deleteDatabase(name)) };
    }),

  /** Ten writers of this page, all at once: two rows in one commit each. */
  write: ({ name, version }) =>
    Promise.all(
      Array.from({ length: 10 }, async () => {
        const store = await openIndexedDbStore("writers");
        try {
          await store.createOrUpdateCoverage(coverageOf(`${name} copy`, version), { commit: false });
          await store.createOrUpdateCoverage(coverageOf(name, version));
          return "stored";
        } catch (error) {
          return error.code ?? error.message;
        } finally {
          await store.close();
        }
      }),
    ),

  async list() {
    const store = await openIndexedDbStore("writers");
    const listed = await store.listCoverages();
    await store.close();
    return listed;
  },

  /** Submits 100 versions, one after the other, and reports each that was acknowledged. */
  async submit({ name }) {
    const store = await openIndexedDbStore("writers");
    for (let version = 1; version <= 100; version++) {
      await store.createOrUpdateCoverage(coverageOf(`${name} copy`, version), { commit: false });
      await store.createOrUpdateCoverage(coverageOf(name, version));
      console.log(`stored ${version}`);
    }
  },

  /** A store of format 1 that another tab holds open is migrated, and that tab goes on. */
  async earlier({ rows }) {
    const opening = indexedDB.open("earlier", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("versions", { keyPath: ["name", "version"] });
    const database = await request(opening);
    const transaction = database.transaction("versions", "readwrite");
    for (const [name, version, payload] of rows) transaction.objectStore("versions").add({ name, version, payload });
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.onversionchange = () => database.close();
    const store = await openIndexedDbStore("earlier");
    await readsFormat1(store);
    await store.close();
    const current = await request(indexedDB.open("earlier"));
    const stored = await request(current.transaction("versions").objectStore("versions").getAll(IDBKeyRange.bound(["basic", 0], ["basic", Infinity])));
    current.close();
    return stored.map(({ version, stored_by }) => [version, stored_by]);
  },

  /** A later version of the package upgrades the database while a store has it open: the store gives way, and says so after. */
  async later() {
    const store = await openIndexedDbStore("later");
    await store.createOrUpdateCoverage(coverageOf("basic", 1));
    const upgraded = await request(indexedDB.open("later", 99));
    const after = await store.listCoverages().catch((error) => error.name);
    upgraded.close();
    return after;
  },

  /** A store that was closed says so. */
  async closed() {
    const store = await openIndexedDbStore("closed");
    await store.close();
    return store.listCoverages().catch((error) => error.message);
  },
};
globalThis.packageVersion = api.packageVersion();
