// The Year view as its tests use it: its parts, its rows, and pages with the acts of the example or with a few of one's own.
import { readFile } from "node:fs/promises";
import { chooseFiles, file, openPage, smallCatalog, smallCoverage } from "./browser.mjs";

export const exampleText = await readFile(new URL("../../examples/year.json", import.meta.url), "utf8");
export const exampleYear = JSON.parse(exampleText);
export const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
export const totals = (page) => page.getByRole("region", { name: "Together" });
export const limits = (page) => page.getByRole("region", { name: "Limits at the end" });
export const rows = (page) => page.locator(".year-acts tbody tr");
export const rowOf = (page, words) => rows(page).filter({ hasText: words });
export const labelsOf = (page) => rows(page).locator("th > p:first-child").allInnerTexts();
export const importOf = (page) => page.getByRole("region", { name: "Import a table of acts" });
/** In the Act view: where the act of the form is in the year. */
export const ofYear = (page) => page.getByRole("region", { name: "Act of the year" });
export const field = (page, name) => page.getByRole("textbox", { name, exact: true });
export const yearText = (page) => page.getByRole("textbox", { name: "The acts as JSON" });
export const showText = (page) => page.locator("summary").filter({ hasText: "The text of the acts" }).click();

/** What each cell says, or the field in it has. */
export const cellsOf = (row) =>
  row.locator("th, td").evaluateAll((cells) =>
    cells.map((cell) => {
      const [value] = [...cell.querySelectorAll("input")].map((input) => input.value);
      const copy = cell.cloneNode(true);
      for (const other of copy.querySelectorAll("label, .combobox-popup, .note")) other.remove();
      return [copy.textContent, cell.matches("th") ? undefined : value].filter(Boolean).join(" ").replaceAll(/\s+/g, " ").trim();
    }),
  );

/** The example year, and the coverage it is for. */
export async function openYear(browser, options = {}) {
  const page = await openPage(browser, { fragment: "#year", ...options });
  await page.getByRole("button", { name: "Load the example year" }).click();
  await totals(page).waitFor();
  return page;
}

export const payAll = { components: [{ kind: "actual_costs", percent: "100" }] };

/** The small coverage, with a rule, and these acts. */
export async function openActs(browser, acts, rule = payAll, options = {}) {
  const page = await openPage(browser, { fragment: "#year", ...options });
  const coverage = smallCoverage();
  coverage.guarantees[0].coverage_rule = rule;
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage), file("acts.json", acts));
  return page;
}

/** Text that is pasted into no field. */
export function paste(page, text) {
  return page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
