// A file of the national claims base: known by its header, read as sums of equal acts, with what is left out; or read as any other table.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { CareTypeCatalog, simulate } from "../../pkg/index.js";
import { assertForEveryone } from "./axe.mjs";
import { eventually, exampleCatalog, exampleCoverage, openExample, startBrowser } from "./browser.mjs";
import { actsFile, choose, plain, table } from "./simulate-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const mapping = read("mappings/damir.json");
const { acts } = read("examples/claims/national-acts.json");
const catalog = new CareTypeCatalog(JSON.parse(exampleCatalog));
const coverage = catalog.compileCoverage(JSON.parse(exampleCoverage));

/** As the base has them: more columns than are read, and one without a name at the end. */
const HEADER = "FLX_ANN_MOI;ORG_CLE_REG;AGE_BEN_SNDS;BEN_SEX_COD;PRS_ACT_QTE;PRS_PAI_MNT;PRS_REM_BSE;PRS_REM_MNT;SOI_ANN;SOI_MOI;PRS_NAT;PRS_REM_TAU;PRS_PDS_QCP;";
const line = (number, quantity, paid, base, rate, { age = 40, pathway = 1 } = {}) => `202401;11;${age};2;${quantity};${paid};${base};${((base * rate) / 100).toFixed(2)};2024;01;${number};${rate};${pathway};`;
const LINES = [line(1451, 10, "265.00", 265, 70), line(3313, 4, "40.00", 40, 65), line(3313, -2, "-20.00", -20, 65), line(9999, 1, "12.00", 12, 70), line(1473, 2, "350.00", 180, 60)];
const TEXT = [HEADER, ...LINES].join("\n");
const values = Object.fromEntries(Object.entries(acts).filter(([, [, code]]) => code !== null).map(([number, [, code]]) => [number, code]));
const want = simulate(coverage, null, TEXT, { format: "csv", mapping: { ...mapping, columns: { ...mapping.columns, care_type: { column: "PRS_NAT", values } } } });
const costsOf = (page, name = "A202401.csv") => page.getByRole("heading", { name: `What ${name} would have cost`, exact: true });

async function openNational(options = {}) {
  const page = await openExample(browser, { fragment: "#simulate", ...options });
  await choose(page, actsFile("A202401.csv", TEXT));
  return page;
}

test("the care types of national acts are those of the example's claims", () => {
  const { acts: drawn } = read("examples/claims/acts.json");
  for (const { act, care_type: of } of drawn) {
    if (act === "") continue;
    const own = Object.values(acts).filter(([code]) => code === act);
    const careType = typeof of === "object" && of !== null ? of.external : of === "visit of the specialty" ? "SPECIALIST_VISIT" : of;
    for (const [, code] of own) assert.equal(code, careType, act);
  }
  for (const [, code] of Object.values(acts)) if (code !== null) assert.ok(catalog.careType(code) !== null, code);
});

test("known by its header: its totals are those of the package, and what is left out is said", async () => {
  const page = await openNational();
  await page.getByRole("region", { name: "National claims base (Open DAMIR)" }).getByText("By its columns, this is a file of the national claims base").waitFor();
  await costsOf(page).waitFor();
  assert.ok(want.totals.rows === 3 && want.assumed.some(({ reason }) => reason === "limits"));
  const cells = (await table(page, "In total").locator("tbody tr").allInnerTexts()).map(plain);
  const shown = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Number(want.totals.current.complementary));
  assert.ok(cells.some((row) => row.includes(`${shown} €`)), `${cells.join(" | ")} has ${shown}`);
  const limits = want.assumed.find(({ reason }) => reason === "limits").rows;
  await page.getByText(new RegExp(`^${limits} rows? are sums of many acts: limits are left out for them\\.$`)).waitFor();
  await page.getByText(/^A correction of another line$/).waitFor();
  await eventually(async () => assert.equal(await page.getByRole("heading", { name: "Who is better and worse off" }).count(), 0));
  await eventually(async () => assert.equal(await page.getByRole("button", { name: "Each row on its own" }).count(), 0));
  // By a column of its own.
  await page.getByRole("combobox", { name: "a column…" }).selectOption({ label: "BEN_SEX_COD" });
  await table(page, "By guarantee and column BEN_SEX_COD").or(table(page, "By heading and column BEN_SEX_COD")).waitFor();
  assert.deepEqual(page.errors, []);
});

test("read as any other table, its columns are picked; and back", async () => {
  const page = await openNational();
  await page.getByRole("button", { name: "Read it as any other table" }).click();
  await page.getByText("Say which column has the type of care.").first().waitFor();
  await page.getByRole("button", { name: "Read it as the national base" }).click();
  await costsOf(page).waitFor();
  assert.deepEqual(page.errors, []);
});

test("for everyone: axe, both themes, every width", (t) => assertForEveryone(t, browser, [["a file of the national base", async (options) => {
  const page = await openNational(options);
  await costsOf(page).waitFor();
  return page;
}]]));
