// Nothing that is not understood is passed over in a table that is brought in: footnotes, words in brackets, words of a label.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, startBrowser } from "./browser.mjs";
import { detail, openImport, place } from "./import-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const NOTED = [
  "Garanties;Base;Confort (3)",
  "DENTAIRE;;",
  "Couronne;300 % BR (2);250 % BR",
  "Soins dentaires (1);100 % BR;100 % BR",
  "Implant;500 € (4) par implant;600 € par implant (5)",
  "(1) Selon les conditions générales.;;",
  "(2) Plafond annuel de 1 500 €, au-delà : 125 % BR.;;",
  "(3) Sur devis.;;",
  "(4) y compris la Sécurité sociale;;",
].join("\n");

const is = (page, name, state) => place(page, name).and(page.getByRole("button", { name: new RegExp(`${state}$`) }));

test("a cell whose footnote is not read is to be looked at, and says which footnote; so is a label", async () => {
  const page = await openImport(browser, NOTED);
  await is(page, "B3", "Footnote not read").waitFor();
  // One that is read, and one of the header, are none of a cell; one without a text is.
  await eventually(async () => assert.equal(await is(page, "B5", "Footnote not read").count(), 0));
  await eventually(async () => assert.equal(await is(page, "C3", "Footnote not read").count(), 0));
  await is(page, "C5", "Footnote not read").waitFor();
  await is(page, "A4", "Footnote not read").waitFor();
  await is(page, "C1", "Footnote not read").waitFor();
  await page.getByText("B3 Couronne: “300 % BR (2)” – its footnote is not read (“Plafond annuel de 1 500 €, au-delà : 125 % BR”)").waitFor();
  await page.getByText("C5 Implant: “600 € par implant (5)” – its footnote is not read (“(5)”)").waitFor();
  // It is gone to, and accepted.
  await page.keyboard.press("F8");
  await detail(page).getByRole("heading", { name: /^C1/ }).waitFor();
  await detail(page).getByRole("button", { name: "Accept it" }).click();
  await detail(page).getByRole("heading", { name: /^B3: Couronne/ }).waitFor();
  await detail(page).getByText("A footnote is not read: “Plafond annuel de 1 500 €, au-delà : 125 % BR”").waitFor();
  await detail(page).getByRole("button", { name: "Accept it" }).click();
  await is(page, "B3", "Accepted").waitFor();
  await place(page, "A4").click();
  await detail(page).getByText("A footnote is not read: “Selon les conditions générales”").waitFor();
  assert.deepEqual(page.errors, []);
});

test("words in brackets of a heading are a place to look at, and listed", async () => {
  const page = await openImport(browser, "Garanties;Base\nHOSPITALISATION (hors psychiatrie);\nForfait journalier hospitalier;Frais réels\n");
  await is(page, "A2", "Words to check").waitFor();
  const line = page.getByText("A2: “HOSPITALISATION (hors psychiatrie)” – words in brackets are not understood (“psychiatrie”)");
  await line.waitFor();
  await page.keyboard.press("F8");
  await detail(page).getByRole("heading", { name: /^A2/ }).waitFor();
  await detail(page).getByText("Not understood: “psychiatrie”").waitFor();
  await detail(page).getByRole("button", { name: "Accept it" }).click();
  await is(page, "A2", "Accepted").waitFor();
  await page.getByText("Nothing is left to look at").waitFor();
  await line.waitFor();
  await place(page, "A2").click();
  await detail(page).getByRole("button", { name: "As it was" }).click();
  await is(page, "A2", "Words to check").waitFor();
  assert.deepEqual(page.errors, []);
});

test("words of a label that are not understood stay marked once care types are chosen for it", async () => {
  const label = "Équipement libre (classe II) par oreille";
  const page = await openImport(browser, `Garanties;Base\nAIDES AUDITIVES;\n${label};1 700 €\n${label};1 800 €\nAllocation naissance;100 €\n`);
  await place(page, "A3").click();
  const picker = detail(page).getByRole("combobox", { name: "Which care types is the row for?" });
  await picker.fill("class II");
  await page.keyboard.press("Enter");
  // The choice counts for both rows.
  await is(page, "A3", "Words to check").waitFor();
  await is(page, "A4", "Words to check").waitFor();
  await detail(page).getByText(/^Not understood: .*“oreille”/).waitFor();
  await detail(page).getByText(/^The row is for /).waitFor();
  await page.getByText(/^A3: “Équipement libre \(classe II\) par oreille” – .*“oreille”/).waitFor();
  await detail(page).getByRole("button", { name: "Accept it" }).click();
  await is(page, "A3", "Accepted").waitFor();
  // Where no word of a label is understood, what is chosen is what it says.
  await place(page, "A5").click();
  await picker.fill("Couronne");
  await page.keyboard.press("Enter");
  await is(page, "A5", "Understood").waitFor();
  assert.deepEqual(page.errors, []);
});
