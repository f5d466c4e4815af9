// The golden cases that a worker can be asked, in a worker, wherever it runs (see golden.mjs): the answers must be those of the package
// itself, which the other cells judge.
import { casesInWorker } from "../package/worker-cases.mjs";
import documents from "golden-cases";

/** { asked, differences } */
export async function runInWorker(api, createCoverageWorker) {
  const worker = await createCoverageWorker();
  const { count, differences } = await casesInWorker(JSON.parse(documents), api, worker);
  await worker.close();
  return { asked: count, differences };
}
