// What every view is held to: nothing for axe to find, nothing that scrolls sideways.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Runs axe in the page, or in what a selector finds. Its script comes in past the content security policy, which stays as it is. */
export async function violations(page, part, options = {}) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(([part, options]) => globalThis.axe.run(part ?? document, { resultTypes: ["violations"], ...options }), [part, options]);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`);
}

/**
 * Once it is drawn and no colour changes any more: buttons take those of another theme in a transition. Its `finished` is not waited for:
 * where the width that comes hides the button, it may never be.
 */
async function settled(page) {
  await page.evaluate(async () => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await drawn();
    do await drawn();
    while (document.getAnimations().some((motion) => motion instanceof CSSTransition && motion.playState === "running"));
  });
}

/** The narrowest, the first with two columns and the widest; PAGE=all: those between, too. */
const WIDTHS = process.env.PAGE === "all" ? [360, 480, 700, 1023, 1024, 1440, 1920] : [360, 1024, 1920];

/** From the narrowest width of the page to the widest. */
export async function assertNoSidewaysScroll(page) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 740 });
    await settled(page);
    const [content, visible] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(content <= visible, `${content} at ${width}`);
  }
}

/** What depends on the theme. */
const colours = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/** Nothing for axe to find in the light theme, and no colour of the dark one. */
export async function assertAccessible(page) {
  await page.emulateMedia({ colorScheme: "light" });
  await settled(page);
  assert.deepEqual(await violations(page), []);
  await page.emulateMedia({ colorScheme: "dark" });
  await settled(page);
  assert.deepEqual(await violations(page, undefined, colours), [], "dark");
}

/** Each place in both themes and at every width. `places`: name and how to open it in a context. */
export async function assertForEveryone(t, browser, places) {
  for (const [name, open] of places) {
    await t.test(name, async () => {
      const page = await open({ context: await browser.context() });
      await assertAccessible(page);
      await assertNoSidewaysScroll(page);
      assert.deepEqual(page.errors, []);
      await page.context().close();
    });
  }
}
