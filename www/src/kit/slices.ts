/** Work that can wait until what is typed is drawn: done in order, a few milliseconds at a time. */

const SLICE_MS = 8;

const waiting = new Set<() => void>();
let isRunning = false;

/** The answer takes the work back, if it is not done yet. */
export function whenThereIsTime(work: () => void): () => void {
  waiting.add(work);
  if (!isRunning) {
    isRunning = true;
    setTimeout(runSome);
  }
  return () => void waiting.delete(work);
}

function runSome(): void {
  const until = performance.now() + SLICE_MS;
  for (const work of waiting) {
    waiting.delete(work);
    work();
    if (performance.now() > until) break;
  }
  isRunning = waiting.size > 0;
  if (isRunning) setTimeout(runSome);
}
