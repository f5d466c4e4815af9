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
