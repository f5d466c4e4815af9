// What the Simulate view shows while a file is evaluated, when that is broken off, and when it cannot be done.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import {
  actsFile, choose, counts, coverage, downloadedFrom, exampleFile, openSimulate, OUTCOME_CODES, repeated, result, rowsToLookAt, strict, WORDS,
} from "./simulate-panel.mjs";
import { eventually, openPage, startBrowser, writeText } from "./browser.mjs";
import { forgetTasks, longestTask, watchTasks } from "./long-tasks.mjs";
import { assertTime } from "./times.mjs";

let browser;
let folder;
before(async () => {
  browser = await startBrowser();
  folder = await mkdtemp(join(tmpdir(), "care-coverage-acts-"));
});
after(async () => {
  await browser.stop();
  await rm(folder, { recursive: true });
});

/** Every part of a file arrives only when the test lets it: `window.release(n)` lets so many. */
async function holdFiles(page) {
  await page.addInitScript(() => {
    const read = Blob.prototype.arrayBuffer;
    const waiting = [];
    let allowed = 0;
    Blob.prototype.arrayBuffer = function () {
      return new Promise((resolve) => {
        waiting.push(() => resolve(read.call(this)));
        step();
      });
    };
    const step = () => {
      while (allowed > 0 && waiting.length > 0) {
        allowed -= 1;
        waiting.shift()();
      }
    };
    window.isAsked = () => waiting.length > 0;
    window.release = (number) => {
      allowed += number;
      step();
    };
  });
}

const release = (page, number) => page.evaluate((number) => window.release(number), number);
/** Nine parts. */
const many = actsFile("many.csv", repeated(40_000));
const MONEY = `code acte;âge;OPTAM;remboursé;date;montant;BR;taux;un en-tête très long qui ne veut rien dire du tout
GP_VISIT;44;oui;oui;12/03/2026;1 260,50 €;30;70;x
GP_VISIT;quarante;peut-être;oui;hier;soixante;30;70;x
CROWM;44;oui;oui;12/03/2026;60;30;70;x
GP_VISIT;44;oui;oui;12/03/2026;60;;;x
GP_VISIT;44`;
const main = (page) => page.getByRole("main");

/** The beginning of the file is looked at; what comes then is held. */
async function chooseHeld(page, file) {
  await choose(page, file);
  await page.waitForFunction(() => window.isAsked());
  await release(page, 1);
}

async function openHeld(options = {}) {
  return openSimulate(browser, { prepare: holdFiles, ...options });
}

test("progress, said now and then, and a result at the end", async () => {
  const page = await openHeld();
  await chooseHeld(page, many);
  const bar = page.getByRole("progressbar", { name: "Progress" });
  await bar.waitFor();
  const said = main(page).getByRole("status").first();
  await eventually(async () => assert.equal(await said.innerText(), "Evaluating many.csv."));
  // Parts that are answered within a tenth of a second are drawn together.
  for (let part = 0; part < 5; part += 1) {
    await page.waitForTimeout(150);
    await release(page, 1);
  }
  await main(page).getByText(/^[\d,]+ rows · \d+% of 2\.\d MB$/).waitFor();
  await main(page).getByRole("status").filter({ hasText: /^(?:25|50) % is evaluated\.$/ }).waitFor();
  const [value, max] = await bar.evaluate(({ value, max }) => [value, max]);
  assert.ok(value > 0 && value < max && max === many.buffer.length, `${value} of ${max}`);
  // Who is on the button when it goes is led to the result, once.
  await page.getByRole("button", { name: "Cancel" }).focus();
  await release(page, 1000);
  await result(page, "many.csv").waitFor();
  await eventually(async () => assert.ok(await result(page, "many.csv").evaluate((heading) => heading === document.activeElement)));
  await eventually(async () => assert.equal(await said.innerText(), "Done: 40,000 acts evaluated."));
  await page.getByRole("link", { name: "Year" }).click();
  await page.getByRole("link", { name: "Simulate" }).click();
  await result(page, "many.csv").waitFor();
  await eventually(async () => assert.ok(!(await result(page, "many.csv").evaluate((heading) => heading === document.activeElement))));
  assert.deepEqual(page.errors, []);
});

test("cancelling says how far it came, keeps the focus near, and can be taken up again", async () => {
  const page = await openHeld();
  await chooseHeld(page, many);
  await page.getByRole("progressbar").waitFor();
  await page.waitForTimeout(150);
  await release(page, 2);
  await page.waitForFunction(() => document.querySelector("progress").value > 0);
  await page.getByRole("button", { name: "Cancel" }).focus();
  await page.keyboard.press("Enter");
  const cancelled = page.getByRole("region", { name: /^Cancelled after [\d,]+ rows?, \d+\.\d% of the file\.$/ });
  await cancelled.waitFor();
  await eventually(async () => assert.ok(await cancelled.evaluate((card) => card === document.activeElement)));
  // What the worker still answers is for nobody.
  await release(page, 1000);
  await page.waitForTimeout(300);
  await eventually(async () => assert.ok(await cancelled.isVisible()));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await result(page, "many.csv").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a new file takes the place of the one that is running", async () => {
  const page = await openHeld();
  await chooseHeld(page, many);
  await page.getByRole("heading", { name: "Evaluating many.csv" }).waitFor();
  await chooseHeld(page, actsFile("other.csv", exampleFile));
  await page.getByRole("heading", { name: "Evaluating other.csv" }).waitFor();
  await release(page, 1000);
  await page.getByText("240 acts: 142 covered (59.2%), 48 to look at.").waitFor();
  await page.waitForTimeout(300);
  await eventually(async () => assert.equal(await result(page, "many.csv").count(), 0));
  assert.deepEqual(page.errors, []);
});

test("it goes on while another view is open, and the end is said there", async () => {
  const page = await openHeld();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await chooseHeld(page, many);
  await page.getByText("You can go on with other views: this continues, and the result will be here.").waitFor();
  await page.getByRole("link", { name: "Act", exact: true }).click();
  await page.getByText("DOCTORS_OPTAM covers this act.").waitFor();
  await release(page, 1000);
  await page.getByText("many.csv is evaluated: 40,000 acts. The Simulate view has the result.").waitFor();
  await page.getByRole("link", { name: "Simulate" }).click();
  await result(page, "many.csv").waitFor();
  assert.deepEqual(page.errors, []);
});

test("100,000 rows: the numbers of the package, while the page stays responsive", async (t) => {
  const page = await openSimulate(browser, { prepare: watchTasks });
  const text = repeated(100_000);
  const path = join(folder, "hundred-thousand.csv");
  await writeFile(path, text);
  await forgetTasks(page);
  await page.locator("main input[type=file]").setInputFiles(path);
  await result(page, "hundred-thousand.csv").waitFor();
  await downloadedFrom(page);
  const longest = await longestTask(page);
  const { summary } = coverage.evaluateText(strict(text), "csv");
  const expected = OUTCOME_CODES.map((code) => [WORDS[code], summary.by_outcome[code]]);
  await eventually(async () => assert.deepEqual(Object.entries(await counts(page, "By outcome")).sort(), expected.sort()));
  assertTime(t, "longest task", longest, 100);
  assert.deepEqual(page.errors, []);
});

test("empty files, files without rows and JSON documents have a sentence each", async () => {
  const page = await openSimulate(browser);
  await choose(page, actsFile("empty.csv", ""));
  await page.getByRole("region", { name: "empty.csv is empty." }).waitFor();
  for (const [name, text] of [["header.csv", "care_type\n"], ["blank.ndjson", "\n  \n"]]) {
    await choose(page, actsFile(name, text));
    await result(page, name).waitFor();
    await page.getByText(`There are no acts in ${name}.`).waitFor();
  }
  await choose(page, actsFile("acts.json", '{"care_type":"GP_VISIT"}'));
  await page.getByRole("region", { name: "acts.json is named as a JSON document." }).waitFor();
  await page.getByRole("button", { name: "Evaluate it as NDJSON" }).click();
  await page.getByText("1 act: 0 covered").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a file that has changed on disk meanwhile", async () => {
  const page = await openSimulate(browser);
  const path = join(folder, "changing.csv");
  await writeFile(path, repeated(1000));
  await page.locator("main input[type=file]").setInputFiles(path);
  await result(page, "changing.csv").waitFor();
  await writeFile(path, repeated(20));
  await page.getByRole("combobox", { name: "Format" }).selectOption("ndjson");
  const card = page.getByRole("region", { name: "changing.csv cannot be read." });
  await card.waitFor();
  await card.getByText("Choose it again.").waitFor();
  await page.locator("main input[type=file]").setInputFiles(path);
  await page.getByText("20 acts:").waitFor();
});

test("a file that is gone when it is to be written with its results: the numbers stay, and the page says so", async () => {
  const page = await openSimulate(browser);
  await choose(page, actsFile("acts.csv", exampleFile));
  await result(page, "acts.csv").waitFor();
  await page.evaluate(() => (Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"))));
  await page.getByRole("button", { name: "Download the file with its results" }).click();
  await page.getByText("acts.csv cannot be read. Cause: gone").waitFor();
  await page.getByText("240 acts: 142 covered (59.2%), 48 to look at.").waitFor();
});

test("a worker that dies, or cannot be loaded: the page says so, and tries again with another", async () => {
  const page = await openSimulate(browser, {
    prepare: (page) => page.addInitScript(() => {
      const Real = Worker;
      window.workers = [];
      window.Worker = class extends Real {
        constructor(...args) {
          super(...args);
          window.workers.push(this);
        }
      };
    }),
  });
  await page.route("**/file-worker-*.js", (route) => route.abort());
  await choose(page, actsFile("acts.csv", exampleFile));
  const card = page.getByRole("region", { name: "The evaluation of acts.csv was broken off." });
  await card.waitFor();
  await page.unroute("**/file-worker-*.js");
  await card.getByRole("button", { name: "Try again" }).click();
  await result(page, "acts.csv").waitFor();
  page.errors.length = 0;

  await page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    // As a worker that is out of memory does.
    Worker.prototype.postMessage = function (message, transfer) {
      if (message.kind === "part") queueMicrotask(() => this.dispatchEvent(new ErrorEvent("error", { message: "out of memory" })));
      else postMessage.call(this, message, transfer);
    };
    window.mend = () => (Worker.prototype.postMessage = postMessage);
  });
  await choose(page, actsFile("again.csv", exampleFile));
  const dead = page.getByRole("region", { name: "The evaluation of again.csv was broken off." });
  await dead.getByText("Cause: out of memory").waitFor();
  await page.evaluate(() => window.mend());
  await dead.getByRole("button", { name: "Try again" }).click();
  await result(page, "again.csv").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a view that is not opened costs nothing: worker, client and styles come with it", async () => {
  const page = await openPage(browser);
  const fetched = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.getByRole("button", { name: "Load the example" }).click();
  await page.locator("care-editor").waitFor();
  assert.deepEqual(fetched.filter((path) => /simulate|worker|csv/.test(path)), []);
  await page.getByRole("link", { name: "Simulate" }).click();
  await page.getByRole("button", { name: "Try an example file" }).click();
  await result(page, "example-acts.csv").waitFor();
  for (const name of [/simulate-.*\.js$/, /simulate-.*\.css$/, /file-worker-.*\.js$/, /acts-.*\.csv$/]) assert.ok(fetched.some((path) => name.test(path)), String(name));
});

test("from nothing to a row in the Act view by keyboard alone", async () => {
  const page = await openPage(browser, { fragment: "#simulate" });
  await page.getByRole("button", { name: "Try an example file" }).waitFor();
  const tabTo = async (name) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const { label, isVisible } = await page.evaluate(() => {
        const element = document.activeElement;
        const outlined = (element) => element && getComputedStyle(element).outlineStyle !== "none";
        return { label: element.getAttribute("aria-label") ?? element.textContent, isVisible: element === document.body || outlined(element) || outlined(element.parentElement) };
      });
      assert.ok(isVisible, `the focus is visible on ${label}`);
      if (label.startsWith(name)) return;
    }
    assert.fail(`no way to ${name} by Tab`);
  };
  await tabTo("Try an example file");
  await page.keyboard.press("Enter");
  await result(page, "example-acts.csv").waitFor();
  await tabTo("Not decided yet");
  await page.keyboard.press("Space");
  await tabTo("Open row 3");
  await page.keyboard.press("Enter");
  await page.getByText("Row 3 of example-acts.csv is in the form.").waitFor();
});

test("for everyone: axe, both themes, every width", (t) => {
  const open = (fragment) => (options) => openSimulate(browser, { fragment, ...options });
  const chosen = (name, text, ready) => async (options) => {
    const page = await openSimulate(browser, options);
    await choose(page, actsFile(name, text));
    await ready(page);
    return page;
  };
  const held = (act) => async (options) => {
    const page = await openHeld(options);
    await chooseHeld(page, many);
    await page.getByRole("progressbar").waitFor();
    await act(page);
    return page;
  };
  const lookAt = (words) => chosen("acts.csv", exampleFile, async (page) => {
    await page.getByRole("button", { name: words }).click();
    await rowsToLookAt(page).first().waitFor();
  });
  return assertForEveryone(t, browser, [
    ["nothing loaded", async (options) => {
      const page = await openPage(browser, { fragment: "#simulate", ...options });
      await page.getByRole("button", { name: "Try an example file" }).waitFor();
      return page;
    }],
    ["no file, help open", async (options) => {
      const page = await open("#simulate")(options);
      await page.getByText("What such a file looks like").click();
      return page;
    }],
    ["running", held(() => {})],
    ["cancelled", held((page) => page.getByRole("button", { name: "Cancel" }).click())],
    ["result, invalid rows", lookAt(/Cannot be read/)],
    ["result, undecided rows", lookAt(/Not decided yet/)],
    ["result, rows with long cells", chosen("a-file-with-a-very-long-name-without-any-blank-in-it-at-all.csv", `care_type\n${"A".repeat(2000)}\n"${"é".repeat(500)}`, (page) => rowsToLookAt(page).first().waitFor())],
    ["columns to be picked", chosen("acts.csv", "one;two\nA;1\n", (page) => page.locator(".file-columns").getByText("Say which column has the type of care.").waitFor())],
    ["who pays, what is wrong by kind", chosen("acts.csv", MONEY, (page) => page.getByRole("table", { name: "Who pays" }).waitFor())],
    ["stale, the coverage broken", async (options) => {
      const page = await lookAt(/Ambiguous/)(options);
      await page.getByRole("link", { name: "Coverage" }).click();
      await writeText(page, "{");
      await page.getByRole("link", { name: "Simulate" }).click();
      await page.getByText("has changed since").waitFor();
      return page;
    }],
  ]);
});
