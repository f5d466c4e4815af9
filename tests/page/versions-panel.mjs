// Steps that the tests of the stored versions share.
import { readFile } from "node:fs/promises";
import { chooseFiles, editorOf, file, openPage, smallCatalog, smallCoverage, writeText, chooseDocument } from "./browser.mjs";

export const panelOf = (page) => page.getByRole("dialog", { name: "Versions" });
export const handOf = (page) => panelOf(page).getByRole("region", { name: "The coverage in hand" });
export const reportOf = (page) => panelOf(page).getByRole("group").filter({ has: page.locator("#versions-report") });
export const wordsOf = async (element) => (await element.innerText()).replace(/\s+/g, " ").trim();
export const press = (page, name) => panelOf(page).getByRole("button", { name, exact: true }).click();
export const small = (version, change = {}) => ({ ...smallCoverage(), version, ...change });
export const changed = (version, code) => ({ ...smallCoverage({ include_care_types: [code] }), version });

export async function openVersions(page) {
  await chooseDocument(page, "Your versions…");
  await panelOf(page).waitFor();
  await panelOf(page).getByText("Reading what is stored…").waitFor({ state: "detached" });
  await panelOf(page).getByRole("heading", { name: "Stored in this browser" }).waitFor();
}

export async function closeVersions(page) {
  await page.keyboard.press("Escape");
  await panelOf(page).waitFor({ state: "detached" });
}

/** A page with the small catalogue and a coverage. */
export async function openSmall(browser, coverage = small(1), options = {}) {
  const page = await openPage(browser, options);
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
  await editorOf(page).waitFor();
  return page;
}

/** Without what is noted of a version: the day is another each day. */
export function bare(payload) {
  const { "x-version": note, ...rest } = payload;
  return rest;
}

/** The three steps to a version, to their end; what comes of it is for the caller to see. */
export async function publish(page, version, { note, author } = {}) {
  await press(page, `Publish version ${version}…`);
  const form = panelOf(page).getByRole("form");
  await form.waitFor();
  if (note) await form.getByRole("textbox", { name: "Note" }).fill(note);
  if (author) await form.getByRole("textbox", { name: "Author" }).fill(author);
  await press(page, `Publish version ${version}`);
}

export async function published(page, name, version) {
  await page.getByText(`${name}, version ${version}, is published`).waitFor();
  await panelOf(page).waitFor({ state: "detached" });
}

export async function save(page, coverage, more) {
  await writeText(page, `${JSON.stringify(coverage, null, 2)}\n`);
  await openVersions(page);
  await publish(page, coverage.version, more);
  await published(page, coverage.name, coverage.version);
}

/** A page whose browser holds versions 1, 2 and 3 of SMALL; the text in hand is the third. */
export async function openThree(browser, options = {}) {
  const page = await openSmall(browser, small(1), options);
  await save(page, small(1));
  await save(page, changed(2, "CROWN"));
  await save(page, changed(3, "SCALING"));
  return page;
}

export async function importFile(page, ...files) {
  await panelOf(page).locator("input[type=file]").setInputFiles(files);
  await reportOf(page).waitFor();
}

export async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}
