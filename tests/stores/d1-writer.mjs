// A worker with its database in a folder, in a process of its own: `node d1-writer.mjs SCRIPT FOLDER NAME`. It submits 100
// versions, one after the other; each that was acknowledged is a line.
import { readFileSync } from "node:fs";
import { startWorker } from "./workerd.mjs";

const [script, folder, name] = process.argv.slice(2);
const worker = await startWorker(readFileSync(script, "utf8"), folder);
for (let version = 1; version <= 100; version++) console.log(await worker.ask("write", { name, version }), version);
await worker.stop();
