/**
 * Which file does this tab have in hand? A reload keeps it, where the browser can and it is not too large: in IndexedDB, under a name that the
 * tab's session knows.
 */
import { keep, stored } from "./storage";

export interface KeptFile {
  file: File;
  /** What the person has chosen for it, as JSON. */
  choices: string;
}

interface Entry extends KeptFile {
  kept: number;
}

const LARGEST_KEPT = 64 * 1024 * 1024;
const DATABASE = "care-coverage-files";
const FILES = "files";
const TAB = "care-coverage:file";
/** What no tab has come back for. */
const OLD_MS = 2 * 24 * 60 * 60 * 1000;

let last: Promise<unknown> = Promise.resolve();

/** False where it is not kept. The last call counts, however long the one before it takes. */
export function keepFile(kept: KeptFile): Promise<boolean> {
  const done = last.then(() => replaceKept(kept));
  last = done;
  return done;
}

/** In place of what this tab kept before. */
async function replaceKept({ file, choices }: KeptFile): Promise<boolean> {
  const before = stored(() => sessionStorage, TAB);
  try {
    if (file.size > LARGEST_KEPT) {
      keep(() => sessionStorage, TAB, "");
      if (before) await inFiles("readwrite", (files) => files.delete(before));
      return false;
    }
    const name = before || crypto.randomUUID();
    const now = Date.now();
    await inFiles("readwrite", (files) => {
      files.put({ file, choices, kept: now } satisfies Entry, name);
      const entries = files.openCursor();
      entries.onsuccess = () => {
        const entry = entries.result;
        if (!entry) return;
        if ((entry.value as Entry).kept < now - OLD_MS) entry.delete();
        entry.continue();
      };
      return entries;
    });
    return keep(() => sessionStorage, TAB, name);
  } catch {
    keep(() => sessionStorage, TAB, "");
    return false;
  }
}

/** Null where there is none, or it is gone. */
export async function keptFile(): Promise<KeptFile | null> {
  const name = stored(() => sessionStorage, TAB);
  if (!name) return null;
  try {
    const entry = (await inFiles("readonly", (files) => files.get(name))) as Entry | undefined;
    return entry ? { file: entry.file, choices: entry.choices } : null;
  } catch {
    return null;
  }
}

async function inFiles(mode: IDBTransactionMode, act: (files: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(FILES);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  try {
    const transaction = database.transaction(FILES, mode);
    const request = act(transaction.objectStore(FILES));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}
