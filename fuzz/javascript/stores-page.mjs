// What the page of the stores is asked: calls of two stores on one database in IndexedDB.
import { CareTypeCatalog } from "care-coverage";
import { openIndexedDbStore } from "care-coverage/stores/indexeddb";
import { play } from "./store-calls.mjs";

const settled = (asked) => new Promise((resolve, reject) => ((asked.onsuccess = resolve), (asked.onerror = reject)));
let databases = 0;

globalThis.playCalls = async (lists, calls) => {
  const name = `fuzz ${++databases}`;
  const options = lists ? { catalog: new CareTypeCatalog(lists) } : {};
  const stores = [await openIndexedDbStore(name, options), await openIndexedDbStore(name)];
  const reported = await play(stores, calls);
  for (const store of stores) await store.close();
  await settled(indexedDB.deleteDatabase(name));
  return reported;
};
