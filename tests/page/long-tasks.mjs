// How long does the page not answer? The longest task since a moment.
import assert from "node:assert/strict";

/** To be called before the page loads. */
export function watchTasks(page) {
  return page.addInitScript(() => {
    window.longestTask = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longestTask = Math.max(window.longestTask, duration)))).observe({ type: "longtask" });
  });
}

/** From here on. */
export function forgetTasks(page) {
  return page.evaluate(() => (window.longestTask = 0));
}

/** In milliseconds; 0 where none was as long as 50. */
export async function longestTask(page) {
  await page.waitForTimeout(200);
  const longest = await page.evaluate(() => window.longestTask);
  // The measurement sees a task that is too long.
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => {
    for (const end = performance.now() + 250; performance.now() < end; );
    setTimeout(resolve, 100);
  })));
  assert.ok((await page.evaluate(() => window.longestTask)) >= 250);
  return longest;
}

/**
 * Milliseconds of the processor that the longest task takes while something is done: other than the time that passes, these do not grow
 * with what else the machine is doing.
 */
export async function longestWork(page, act) {
  const client = await page.context().newCDPSession(page);
  const longest = async (act) => {
    const events = [];
    const collect = ({ value }) => events.push(...value);
    client.on("Tracing.dataCollected", collect);
    await client.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "devtools.timeline"] } });
    await act();
    await page.waitForTimeout(200);
    const complete = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
    await client.send("Tracing.end");
    await complete;
    client.off("Tracing.dataCollected", collect);
    const threadOf = ({ pid, tid }) => `${pid}/${tid}`;
    const pages = new Set(events.filter(({ name }) => name === "FunctionCall" || name === "EvaluateScript").map(threadOf));
    const tasks = events.filter((event) => event.name.endsWith("RunTask") && pages.has(threadOf(event)));
    return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
  };
  const found = await longest(act);
  // The measurement sees a task that is too long.
  const busy = await longest(() => page.evaluate(() => new Promise((resolve) => setTimeout(() => {
    let sum = 0;
    for (let step = 0; step < 2e8; step += 1) sum += Math.sqrt(step);
    setTimeout(resolve, 20, sum);
  }))));
  assert.ok(busy >= 50, `${busy} of a busy task`);
  return found;
}
