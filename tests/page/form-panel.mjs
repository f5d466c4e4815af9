// The coverage as a form: its cards, and pages with a small coverage.
import { chooseFiles, editorOf, file, openPage, readText, smallCatalog } from "./browser.mjs";

export const cards = (page) => page.locator("details.guarantee");
export const cardOf = (page, name) => cards(page).filter({ has: page.getByRole("heading", { name, exact: true, level: 3 }) });
export const namesOf = (page) => page.locator("details.guarantee > summary h3").allInnerTexts();
export const coverageOf = async (page) => JSON.parse(await readText(page));
export const focusedWords = (page) => page.evaluate(() => (document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent).trim());

export async function openCard(page, name) {
  const card = cardOf(page, name);
  await card.waitFor();
  if (!(await card.evaluate((details) => details.open))) await card.locator("summary").first().click();
  await card.getByRole("button", { name: /^(Rename|Renommer)$/ }).waitFor();
  return card;
}

/** A page with the small catalogue and this coverage, its editor loaded. */
export async function openSmall(browser, coverage, options = {}) {
  const page = await openPage(browser, options);
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
  await cards(page).first().waitFor();
  await editorOf(page).waitFor();
  return page;
}

export const three = () => ({
  name: "SMALL",
  version: 1,
  guarantees: ["ONE", "TWO", "THREE"].map((name) => ({
    name,
    care_type_mappings: [{ selector: { include_care_types: ["LENS"] }, filter: {} }],
    coverage_rule: { components: [{ kind: "flat_amount", amount: "30" }], limits: [{ key: `${name.toLowerCase()}_year`, period: { kind: "civil_year" }, max_amount: "100" }] },
  })),
});
