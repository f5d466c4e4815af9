// What the costs of a file show while they are computed, when that is broken off, and when it cannot be done; for everyone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import { chooseFiles, eventually, exampleCoverage, file, openExample, startBrowser, writeText } from "./browser.mjs";
import { actsFile, choose, plain, table } from "./simulate-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const draft = JSON.parse(exampleCoverage);
draft.version = 4;
draft.guarantees.find(({ name }) => name === "DOCTORS_OPTAM").coverage_rule = { components: [{ kind: "brss_percent", percent: "90" }] };

const HEADER = "person,care_type,care_date,member_age,practitioner,is_optam_or_secteur_1,reimbursed_by_secu,charged,brss,secu_rate_percent";
const row = (number) => `P${Math.floor(number / 3)},SPECIALIST_VISIT,2025-0${1 + (number % 9)}-1${number % 10},44,SPECIALIST,true,true,${50 + (number % 30)}.00,23.00,70`;
const claims = (rows, name = "claims.csv") => actsFile(name, [HEADER, ...Array.from({ length: rows }, (_, number) => row(number))].join("\n"));

async function openDraft(options = {}) {
  const page = await openExample(browser, { fragment: "#compare", ...options });
  await page.getByRole("button", { name: /^Keep/ }).first().click();
  await chooseFiles(page, file("draft.json", draft));
  await page.getByText("CONFORT, version 4").first().waitFor();
  await page.goto(`${browser.address}#simulate`);
  return page;
}

const costsOf = (page, name = "claims.csv") => page.getByRole("heading", { name: `What ${name} would have cost`, exact: true });
/** Reads of the file arrive only when the test lets them, from the first that is no look at its beginning. */
async function slowFiles(page) {
  await page.addInitScript(() => {
    const read = Blob.prototype.arrayBuffer;
    window.isSlow = false;
    Blob.prototype.arrayBuffer = async function () {
      while (window.isSlow) await new Promise((resolve) => setTimeout(resolve, 20));
      return read.call(this);
    };
  });
}

test("progress in rows and bytes; cancelled, it says how far it came, keeps the focus near, and can be taken up again", async () => {
  const page = await openDraft({ prepare: slowFiles });
  await choose(page, claims(3));
  await costsOf(page).waitFor();
  await page.evaluate(() => (window.isSlow = true));
  // Another question of the same file: its header is looked at once more, and waits.
  await page.getByRole("group", { name: "Groups" }).getByRole("button", { name: "age band" }).click();
  const bar = page.getByRole("progressbar", { name: "Progress" });
  await bar.waitFor();
  await page.getByText(/^0 rows · 0 bytes of \d+ bytes$/).waitFor();
  await page.getByText("Below: the answer as it was before.").waitFor();
  await page.getByRole("button", { name: "Cancel" }).focus();
  await page.keyboard.press("Enter");
  const cancelled = page.getByRole("region", { name: /^Cancelled after 0 rows/ });
  await cancelled.waitFor();
  await eventually(async () => assert.ok(await cancelled.evaluate((card) => card === document.activeElement)));
  await page.evaluate(() => (window.isSlow = false));
  await page.waitForTimeout(200);
  await eventually(async () => assert.ok(await cancelled.isVisible()));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await costsOf(page).waitFor();
  await table(page, "By heading and age band").waitFor();
  assert.deepEqual(page.errors, []);
});

test("it goes on while another view is open, and the end is said there", async () => {
  const page = await openDraft({ prepare: slowFiles });
  await choose(page, claims(3, "first.csv"));
  await costsOf(page, "first.csv").waitFor();
  await page.evaluate(() => (window.isSlow = true));
  await page.getByRole("group", { name: "Groups" }).getByRole("button", { name: "age band" }).click();
  await page.getByRole("progressbar").waitFor();
  await page.getByRole("button", { name: "Dismiss" }).click().catch(() => undefined);
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await page.locator("details.guarantee").first().waitFor({ state: "attached" });
  await page.evaluate(() => (window.isSlow = false));
  await page.getByText("first.csv is simulated. The Simulate view has the answer.").waitFor();
});

test("a coverage that cannot be read is waited for; a change of it is followed, and what is of another is said", async () => {
  const page = await openDraft();
  await choose(page, claims(9));
  await costsOf(page).waitFor();
  const paid = async () => plain(await table(page, "In total").locator("tbody tr").nth(-2).innerText());
  const before = await paid();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await writeText(page, "{");
  await page.getByRole("link", { name: "Simulate", exact: true }).click();
  await page.getByText("The coverage cannot be read at the moment, so no file can be evaluated by it.").waitFor();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await writeText(page, JSON.stringify({ ...draft, guarantees: draft.guarantees.filter(({ name }) => name !== "DOCTORS_OPTAM") }, null, 2));
  await page.getByRole("link", { name: "Simulate", exact: true }).click();
  await eventually(async () => assert.notEqual(await paid(), before));
  await page.getByText("9 acts no longer covered").waitFor();
});

test("files without rows, files that are no claims, and a worker that cannot be loaded have a sentence each", async () => {
  const page = await openDraft();
  await choose(page, actsFile("header.csv", `${HEADER}\n`));
  await page.getByText("There are no claims in header.csv.").waitFor();
  await choose(page, actsFile("empty.csv", ""));
  await page.getByRole("region", { name: "empty.csv is empty." }).waitFor();
  await choose(page, { name: "torn.parquet", mimeType: "", buffer: Buffer.from("PAR1 and nothing that a footer has") });
  await page.getByRole("region", { name: "torn.parquet cannot be read." }).waitFor();
  const broken = await openDraft({ prepare: (page) => page.route("**/amounts-worker-*.js", (route) => route.abort()) });
  await choose(broken, claims(3));
  await broken.getByRole("region", { name: "The simulation of claims.csv was broken off." }).waitFor();
  await broken.unroute("**/amounts-worker-*.js");
  await broken.getByRole("button", { name: "Try again" }).click();
  await costsOf(broken).waitFor();
});

test("a worker that dies while a file is simulated: calmly said, and tried again with another", async () => {
  const page = await openDraft();
  await choose(page, claims(9, "first.csv"));
  await costsOf(page, "first.csv").waitFor();
  // The worker is gone in the midst of a piece, as one is that is out of memory.
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message?.method !== "pushText") return postMessage.call(this, message, ...rest);
      this.terminate();
      queueMicrotask(() => this.dispatchEvent(new ErrorEvent("error", { message: "out of memory" })));
    };
    window.mend = () => (Worker.prototype.postMessage = postMessage);
  });
  await choose(page, claims(12));
  const card = page.getByRole("region", { name: "The simulation of claims.csv was broken off." });
  await card.getByText("A worker has ended; perhaps this device is short of memory. Nothing else on the page is lost.").waitFor();
  // Others that ask the same worker are told of it, too, and the page goes on.
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await page.locator("details.guarantee").first().waitFor({ state: "attached" });
  await page.getByRole("link", { name: "Simulate", exact: true }).click();
  await page.evaluate(() => window.mend());
  await card.getByRole("button", { name: "Try again" }).click();
  await costsOf(page).waitFor();
  await page.getByText("All 12 rows are in the sums.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("by keyboard alone: sides, groups and the largest change", async () => {
  const page = await openDraft();
  await choose(page, claims(9));
  await costsOf(page).waitFor();
  await page.getByRole("combobox", { name: "Coverage of the draft" }).focus();
  const stops = [];
  for (let key = 0; key < 40; key += 1) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim() ?? ""));
    if (stops.at(-1).startsWith("Try it: the acts of")) break;
  }
  assert.ok(stops.includes("Add an option to the draft") && stops.includes("Each row on its own") && stops.includes("guarantee"), stops.join(" | "));
  await page.keyboard.press("Enter");
  await page.getByText(/^The acts of P\d are in the year\.$/).waitFor();
});

test("on paper the answer is there, without what it is changed with", async () => {
  const page = await openDraft();
  await choose(page, claims(9));
  await costsOf(page).waitFor();
  await page.emulateMedia({ media: "print" });
  await eventually(async () => assert.ok(await page.locator(".cost-sentence").isVisible()));
  await table(page, "By heading").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("button").count(), 0));
});

test("for everyone: axe, both themes, every width", async (t) => {
  const wrong = `${HEADER}\n${row(1)}\n${row(4)}\nP9,NOPE,2025-01-01,44,,,true,20.00,20.00,70\nP9,SPECIALIST_VISIT,2025-02-31,44,SPECIALIST,true,true,50.00,23.00,70\nx`;
  await assertForEveryone(t, browser, [
    ["two coverages", async (options) => {
      const page = await openDraft(options);
      await choose(page, actsFile("claims.csv", wrong));
      await costsOf(page).waitFor();
      for (const summary of await page.locator("#cost-invalid ~ details summary").all()) await summary.click();
      return page;
    }],
    ["columns that are needed", async (options) => {
      const page = await openDraft(options);
      await choose(page, actsFile("claims.csv", wrong.replace("charged", "a heading that is rather long and has nothing to do with amounts of any kind")));
      await page.getByRole("region", { name: "Say which column has what was charged." }).waitFor();
      return page;
    }],
    ["today alone", async (options) => {
      const page = await openExample(browser, { fragment: "#simulate", ...options });
      await choose(page, actsFile("claims.csv", wrong));
      await page.getByRole("button", { name: "What it would have cost" }).click();
      await costsOf(page).waitFor();
      return page;
    }],
  ]);
});
