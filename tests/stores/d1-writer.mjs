// A worker with its database in a folder, in a process of its own: `node d1-writer.mjs WORKER FOLDER NAME`. It submits 100
// versions, one after the other; each that was acknowledged is a line.
import { startWorker } from "./workerd.mjs";

const [folder, d1Persist, name] = process.argv.slice(2);
const worker = await startWorker(folder, { d1Persist });
for (let version = 1; version <= 100; version++) console.log(await worker.ask("write", { name, version }), version);
await worker.stop();
