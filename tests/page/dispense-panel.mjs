// The Dispense view as its tests use it: the shipped snapshots with the engine's own reports, and the parts of the view.
import { readdir, readFile } from "node:fs/promises";
import { checkDispense } from "../../pkg/index.js";
import { chooseFiles, editorOf, file, openPage, writeText } from "./browser.mjs";

const FOLDER = new URL("../../examples/dispense/", import.meta.url);
export const examples = await Promise.all((await readdir(FOLDER)).map(async (name) => {
  const text = await readFile(new URL(name, FOLDER), "utf8");
  return { name: name.replace(".json", ""), text, snapshot: JSON.parse(text), report: checkDispense(JSON.parse(text)) };
}));
export const exampleOf = (name) => examples.find((example) => example.name === name);
export const accepted = () => structuredClone(exampleOf("accepted").snapshot);

export const answerOf = (page) => page.getByRole("region", { name: "What the system would answer" });
export const cardOf = (page, name) => page.locator("section.card").filter({ has: page.getByRole("heading", { name, exact: true, level: 2 }) });
export const plain = (text) => text.replace(/\s+/g, " ").trim();

/** Writes the accepted snapshot, changed. */
export function typed(page, change) {
  const snapshot = accepted();
  change(snapshot);
  return writeText(page, JSON.stringify(snapshot, null, 2));
}

export async function openSnapshot(browser, snapshot, options = {}) {
  const page = await openPage(browser, { fragment: "#dispense", ...options });
  await chooseFiles(page, file("snapshot.json", snapshot));
  await page.getByText("The dispense is loaded: snapshot.json.").waitFor();
  await editorOf(page).waitFor();
  return page;
}
