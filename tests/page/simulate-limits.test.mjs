// What is paid for each row of a file, with limits counted from row to row: in the file with its results, and for those for whom most changes.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { claimsExample } from "../../examples/claims/claims-example.mjs";
import { CareTypeCatalog, OUTCOME_CODES, simulate } from "../../pkg/index.js";
import { chooseFiles, eventually, exampleCatalog, exampleCoverage, file, openExample, startBrowser } from "./browser.mjs";
import { actsFile, choose, plain, table, WORDS } from "./simulate-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** Fewer sessions, a lower ceiling, and more for doctors. */
const draftPayload = JSON.parse(exampleCoverage);
draftPayload.version = 4;
const guarantee = (name) => draftPayload.guarantees.find((guarantee) => guarantee.name === name);
guarantee("SOFT_MEDICINE_AND_PSYCHOLOGY").coverage_rule.limits[0].max_count = 2;
guarantee("DOCTORS_NON_OPTAM").coverage_rule = { components: [{ kind: "brss_percent", percent: "250" }] };

const catalog = new CareTypeCatalog(JSON.parse(exampleCatalog));
const [current, draft] = [JSON.parse(exampleCoverage), draftPayload].map((payload) => catalog.compileCoverage(payload));

/** Rows by date, so that those of a person lie far apart; some that cannot be read. */
const TEXT = await new Response(claimsExample({ rows: 3_000, seed: 7, order: "date", mistakes: 0.01 })).text();
const want = simulate(current, draft, TEXT, { format: "csv", amounts: true });

async function openDraft(options = {}) {
  const page = await openExample(browser, { fragment: "#compare", ...options });
  await page.getByRole("button", { name: /^(Keep|Conserver)/ }).first().click();
  await chooseFiles(page, file("draft.json", draftPayload));
  await page.getByText("CONFORT, version 4").first().waitFor();
  await page.goto(`${browser.address}#simulate`);
  return page;
}

const costsOf = (page, name) => page.getByRole("heading", { name: `What ${name} would have cost`, exact: true });
const units = (text) => BigInt(Math.round(Number(text) * 10_000));

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), page.getByRole("button", { name }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("the model: limits bind, under both sides", () => {
  assert.ok(want.limits.filter(({ side, persons }) => side === "current" && persons > 0).length > 2);
  assert.ok(want.limits.some(({ side, key, persons }) => side === "draft" && key === draftPayload.guarantees.find(({ name }) => name === "SOFT_MEDICINE_AND_PSYCHOLOGY").coverage_rule.limits[0].key && persons > 10));
});

test("the file with its results: amounts under limits, which sum to the totals, as CSV and as Parquet", async () => {
  const page = await openDraft();
  await choose(page, actsFile("claims.csv", TEXT));
  await costsOf(page, "claims.csv").waitFor();
  const lines = (await saved(page, "Download the file with its results")).toString().replace("\uFEFF", "").trimEnd().split("\n").map((line) => line.split(/[;,](?! )/));
  const [header, ...rows] = lines;
  assert.equal(rows.length, want.rows);
  const at = (heading) => header.findIndex((cell) => cell.replaceAll('"', "").startsWith(heading));
  const sides = { current: "CONFORT, version 3", draft: "CONFORT, version 4" };
  const all = (heading) => rows.reduce((sum, row) => sum + units(row[at(heading)] || "0"), 0n);
  for (const [side, name] of Object.entries(sides)) {
    const { outcomes, complementary } = want.amounts[side];
    rows.forEach((row, index) => {
      assert.equal(row[at(`Outcome (${name}`)], WORDS[OUTCOME_CODES[outcomes[index]]], `row ${index + 1}`);
      assert.equal(units(row[at(`Paid by the coverage (${name}`)] || "0"), complementary[index], `row ${index + 1}`);
    });
    assert.equal(all(`Paid by the coverage (${name}`), units(want.totals[side].complementary));
    assert.equal(all(`Left to pay (${name}`), units(want.totals[side].out_of_pocket));
    assert.equal(all(`Paid by the Sécu (${name}`), units(want.totals.secu_paid));
  }
  assert.equal(rows.reduce((sum, row) => sum + units(row.at(-1) || "0"), 0n), units(want.totals.difference));
  const bytes = await saved(page, "As Parquet");
  const { parquetReadObjects } = await import(pathToFileURL(createRequire(new URL("../../www/package.json", import.meta.url)).resolve("hyparquet")).href);
  const objects = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
  assert.equal(objects.reduce((sum, row) => sum + units(row["Paid by the coverage (CONFORT, version 4)"] ?? 0), 0n), units(want.totals.draft.complementary));
  assert.deepEqual(page.errors, []);
});

test("the acts of those for whom most changes, with what each side pays", async () => {
  const page = await openDraft();
  await choose(page, actsFile("claims.csv", TEXT));
  await costsOf(page, "claims.csv").waitFor();
  const [most] = want.persons.losses;
  const row = table(page, "Who loses most").getByRole("row").filter({ has: page.getByRole("rowheader", { name: most.person, exact: true }) });
  await row.locator("summary").click();
  const euros = (text) => `${new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Number(text))} €`;
  const acts = (await row.getByRole("listitem").allInnerTexts()).map(plain);
  assert.equal(acts.length, most.acts.length);
  most.acts.forEach(({ act, current, draft }, index) => {
    assert.ok(acts[index].endsWith(`${euros(act.charged)}: today ${euros(current.complementary)}, draft ${euros(draft.complementary)}`), acts[index]);
  });
  const sum = (side) => most.acts.reduce((all, act) => all + units(act[side].complementary), 0n);
  assert.equal(sum("draft") - sum("current"), units(most.difference));
});

test("in French, rows that are in no sum are said in French", async () => {
  const page = await openDraft();
  await page.evaluate(() => localStorage.setItem("care-coverage:language", "fr"));
  await page.reload();
  await page.getByRole("heading", { name: "Qu’auraient coûté" }).or(page.locator("#file-title")).first().waitFor();
  const header = "person,care_type,care_date,member_age,practitioner,is_optam_or_secteur_1,reimbursed_by_secu,charged,brss,secu_rate_percent";
  const rows = ["a,NOPE,2025-03-04,44,,,true,20.00,20.00,70", "b,SPECIALIST_VISIT,2025-02-31,44,SPECIALIST,true,true,50.00,23.00,70", "c,SPECIALIST_VISIT,2025-03-04,44,SPECIALIST,,true,50.00,23.00,70", "d,GP_VISIT,2025-03-04,44,,true,true,-5.00,23.00,70", "e,GP_VISIT"];
  await choose(page, actsFile("soins.csv", [header, ...rows].join("\n")));
  await page.getByRole("heading", { name: "Ce que soins.csv aurait coûté" }).waitFor();
  const part = page.locator("section:has(> #cost-invalid)");
  await part.locator("summary").nth(4).waitFor();
  for (const summary of await part.locator("summary").all()) await summary.click();
  await eventually(async () => assert.equal(await part.locator(".cost-rows li").count(), 5));
  await eventually(async () => {
    const said = (await part.locator(".cost-rows li").allInnerTexts()).map(plain).sort();
    assert.deepEqual(said, [
      "Ligne 2, colonne care_type Type d’acte inconnu NOPE.", "Ligne 3, colonne care_date 2025-02-31 n’est pas une date valide au format AAAA-MM-JJ.",
      "Ligne 4, colonne is_optam_or_secteur_1 Cela dépend de is_optam_or_secteur_1.", "Ligne 5, colonne charged Inférieur à 0 : la ligne en rectifie une autre.",
      "Ligne 6 10 cellules attendues, autant que dans l’en-tête, reçu 2.",
    ]);
  });
  await eventually(async () => assert.equal(await part.locator("[lang=en]").count(), 0));
});
