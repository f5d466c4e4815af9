// The fields of the kit by themselves: what is typed, what is committed, and what is shown.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { eventually, launch } from "./browser.mjs";

const SOURCE = fileURLToPath(new URL("../../www/src/", import.meta.url));

/** Each kind of field, with the value of `globalThis.value`, which the test may set, too; `commits` is what was committed. */
const HARNESS = `
import { h, render } from "preact";
import { DateField } from "${SOURCE}kit/fields/date-field";
import { DecimalField, IntegerField } from "${SOURCE}kit/fields/number-fields";
const kinds = { DateField, DecimalField, IntegerField };
globalThis.commits = [];
globalThis.show = (kind, value, props = {}) => {
  const commit = (next) => { globalThis.commits.push(next); globalThis.show(kind, next, props); };
  const unread = (why, text) => why + ": " + text;
  render(h(kinds[kind], { id: "f", label: "Field", value, unread, show: (value) => value.replace(".", ","), calendar: "Calendar", oncommit: commit, ...props }), document.body);
};
`;

let browser;
let script;
before(async () => {
  const stdin = { contents: HARNESS, loader: "ts", resolveDir: SOURCE };
  const options = { bundle: true, format: "iife", write: false, jsx: "automatic", jsxImportSource: "preact" };
  script = (await build({ stdin, ...options })).outputFiles[0].text;
  browser = await launch();
});
after(() => browser.close());

async function open(kind, value, props = {}) {
  const page = await browser.newPage();
  await page.setContent("<!doctype html><html lang=en><body></body></html>");
  await page.evaluate(script);
  await page.evaluate((given) => globalThis.show(...given), [kind, value, props]);
  return { page, field: page.getByRole("textbox", { name: "Field" }), commits: () => page.evaluate(() => globalThis.commits) };
}
const note = (page) => page.locator("#f-hint").innerText();

test("each input that can be read is committed, exactly, and the field keeps what is typed until it is left", async () => {
  const { page, field, commits } = await open("DecimalField", "1.5", { unit: "€" });
  await eventually(async () => assert.equal(await field.inputValue(), "1,5"));
  await field.fill("");
  await field.pressSequentially("60,50");
  await eventually(async () => assert.equal(await field.inputValue(), "60,50"));
  await field.press("Tab");
  await eventually(async () => assert.equal(await field.inputValue(), "60,50"));
  assert.deepEqual(await commits(), ["6", "60", "60.5", "60.50"]);
});

test("an empty field is said and not committed, but where the value is optional", async () => {
  const needed = await open("DecimalField", "5", { hint: "A hint." });
  await needed.field.fill("");
  await eventually(async () => assert.match(await note(needed.page), /^empty/));
  assert.deepEqual(await needed.commits(), []);
  const optional = await open("DecimalField", "5", { hint: "A hint.", isOptional: true });
  await optional.field.fill("");
  await eventually(async () => assert.equal(await note(optional.page), "A hint."));
  assert.deepEqual(await optional.commits(), [""]);
});

test("a value that becomes another from outside is shown in place of what was typed", async () => {
  const { page, field } = await open("DecimalField", "5");
  await field.fill("7,x");
  await eventually(async () => assert.equal(await note(page), "not_a_number: 7,x"));
  await page.evaluate(() => globalThis.show("DecimalField", "9.25"));
  await page.waitForFunction(() => document.querySelector("#f").value === "9,25");
  await eventually(async () => assert.equal(await note(page), ""));
  await eventually(async () => assert.equal(await field.getAttribute("aria-invalid"), null));
});

test("a value that is none is shown as it is, with what is said of it", async () => {
  const { page, field } = await open("DecimalField", "x", { problem: "Not a decimal.", hint: "A hint." });
  await eventually(async () => assert.deepEqual([await field.inputValue(), await note(page), await field.getAttribute("aria-invalid")], ["x", "Not a decimal.", "true"]));
  await field.fill("y");
  await eventually(async () => assert.equal(await note(page), "not_a_number: y", "said once"));
});

test("whole numbers, below 0, and another unit", async () => {
  const whole = await open("IntegerField", "12", { unit: "months" });
  for (const [typed, said] of [["1,5", "not_whole: 1,5"], ["-3", "negative: -3"], ["24 €", "other_unit: 24 €"]]) {
    await whole.field.fill(typed);
    await eventually(async () => assert.equal(await note(whole.page), said));
  }
  assert.deepEqual(await whole.commits(), []);
  const signed = await open("DecimalField", "", { isSigned: true });
  await signed.field.fill("−2,25");
  assert.deepEqual(await signed.commits(), ["-2.25"]);
});

test("a date is typed in words or numbers, or taken from the calendar", async () => {
  const { page, field, commits } = await open("DateField", "2024-01-31");
  await eventually(async () => assert.equal(await field.inputValue(), "31/01/2024"));
  await field.fill("12 mars 2025");
  await field.blur();
  await eventually(async () => assert.equal(await field.inputValue(), "12/03/2025"));
  await field.fill("31/02/2025");
  await eventually(async () => assert.equal(await note(page), "no_such_day: 31/02/2025"));
  await page.locator('input[type="date"]').evaluate((input) => {
    input.value = "2025-04-02";
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.waitForFunction(() => document.querySelector("#f").value === "02/04/2025");
  await eventually(async () => assert.equal(await note(page), ""));
  assert.deepEqual(await commits(), ["2025-03-12", "2025-04-02"]);
  await eventually(async () => assert.ok(await page.getByRole("button", { name: "Calendar" }).isEnabled()));
});
