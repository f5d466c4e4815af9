// What is typed as a number, a date or a yes is read in the French way and in the English way, and what could mean two things is not guessed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

async function load(name) {
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL(`../../www/src/kit/fields/${name}.ts`, import.meta.url))], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
const { parseDecimal, parseInteger } = await load("numbers");
const { parseDate, dayFirst } = await load("dates");
const { parseYesNo } = await load("yes-no");

const resultOf = (read) => (read.ok ? read.value : `! ${read.why}`);

const decimals = [
  ["60,50", "60.50"],
  ["60.50", "60.50"],
  ["60,", "60"],
  ["60.", "60"],
  [",5", "0.5"],
  ["0", "0"],
  ["007", "7"],
  ["00,50", "0.50"],
  ["  12  ", "12"],
  ["200 €", "200"],
  ["200€", "200"],
  ["€ 200", "200"],
  ["200 EUR", "200"],
  ["200 euros", "200"],
  ["150 %", "150"],
  ["150%", "150"],
  ["1 234,5 €", "1234.5"],
  ["1\u00a0234,50\u00a0€", "1234.50"],
  ["1\u202f234,50\u202f€", "1234.50"],
  ["12\u2009345\u2009678,9", "12345678.9"],
  ["1.234,56", "1234.56"],
  ["1,234.56", "1234.56"],
  ["1,234,567", "1234567"],
  ["1.234.567", "1234567"],
  ["1.234.567,8", "1234567.8"],
  ["1'234.50", "1234.50"],
  ["1’234.50", "1234.50"],
  ["1234,567", "1234.567"],
  ["1.234", "1.234"],
  ["0,125", "0.125"],
  ["-5", "-5"],
  ["−5,50", "-5.50"],
  ["+2,25", "2.25"],
  ["123456789012345678901234567890,12", "123456789012345678901234567890.12"],
  ["1,234", "! ambiguous"],
  ["1,234 €", "! ambiguous"],
  ["", "! empty"],
  ["\u202f", "! empty"],
  ["€", "! not_a_number"],
  [",", "! not_a_number"],
  ["abc", "! not_a_number"],
  ["12abc", "! not_a_number"],
  ["1e5", "! not_a_number"],
  ["1 23", "! not_a_number"],
  ["12 34,5", "! not_a_number"],
  ["1234 567", "! not_a_number"],
  ["1,23,456", "! not_a_number"],
  ["1.234,56,7", "! not_a_number"],
  ["12,345.678,9", "! not_a_number"],
  ["1,5 1", "! not_a_number"],
  ["--5", "! not_a_number"],
  ["5-", "! not_a_number"],
  ["50 % %", "! not_a_number"],
  ["Infinity", "! not_a_number"],
];
for (const [text, value] of decimals) test(`decimal ${JSON.stringify(text)}`, () => assert.equal(resultOf(parseDecimal(text)), value));

test("a number says in which unit it is written", () => {
  assert.deepEqual(["5 €", "5 eur", "5 %", "5"].map((text) => parseDecimal(text).unit), ["€", "€", "%", null]);
});

const integers = [
  ["5", "5"], ["005", "5"], ["24", "24"], ["5,0", "5"], ["1 234", "1234"], ["1,234", "1234"], ["1.234", "1234"], ["-3", "-3"],
  ["5,5", "! not_whole"], ["0,125", "! not_whole"], ["", "! empty"], ["cinq", "! not_a_number"],
];
for (const [text, value] of integers) test(`integer ${JSON.stringify(text)}`, () => assert.equal(resultOf(parseInteger(text)), value));

const dates = [
  ["12/03/2025", "2025-03-12"],
  ["2025-03-12", "2025-03-12"],
  ["2025/3/2", "2025-03-02"],
  ["20250312", "2025-03-12"],
  ["2025-03-12T00:00:00.000Z", "2025-03-12"],
  ["12/03/2025 00:00", "2025-03-12"],
  ["12-3-25", "2025-03-12"],
  ["1.2.1999", "1999-02-01"],
  ["12 3 2025", "2025-03-12"],
  ["1/1/49", "2049-01-01"],
  ["1/1/50", "1950-01-01"],
  ["12 mars 2025", "2025-03-12"],
  ["1er février 2025", "2025-02-01"],
  ["12 FÉVR. 2025", "2025-02-12"],
  ["12\u00a0août\u00a02025", "2025-08-12"],
  ["3 déc 24", "2024-12-03"],
  ["12 March 2025", "2025-03-12"],
  ["12th of March, 2025", "2025-03-12"],
  ["March 12, 2025", "2025-03-12"],
  ["29/02/2024", "2024-02-29"],
  ["", "! empty"],
  ["29/02/2025", "! no_such_day"],
  ["31/04/2025", "! no_such_day"],
  ["03/25/2025", "! no_such_day"],
  ["0/1/2025", "! no_such_day"],
  ["12 jui 2025", "! not_a_date"],
  ["12 ma 2025", "! not_a_date"],
  ["12/03", "! not_a_date"],
  ["12/03/202", "! not_a_date"],
  ["2025-03/12", "! not_a_date"],
  ["202511", "! not_a_date"],
  ["2025123", "! not_a_date"],
  ["20251301", "! no_such_day"],
  ["hier", "! not_a_date"],
];
for (const [text, value] of dates) test(`date ${JSON.stringify(text)}`, () => assert.equal(resultOf(parseDate(text)), value));

test("an ISO date is shown with its day first, and reads back as itself", () => {
  assert.equal(dayFirst("2025-03-12"), "12/03/2025");
  assert.equal(resultOf(parseDate(dayFirst("1999-12-31"))), "1999-12-31");
  assert.equal(dayFirst("soon"), "soon");
});

const words = [
  ...["oui", "OUI", "o", "vrai", "VRAI", "yes", "Y", "true", "TRUE", "1", "x", " X "].map((text) => [text, true]),
  ...["non", "N", "faux", "FAUX", "no", "false", "0"].map((text) => [text, false]),
  ["", "! empty"], ["\u00a0", "! empty"], ["peut-être", "! not_yes_or_no"], ["2", "! not_yes_or_no"],
];
for (const [text, value] of words) test(`yes or no ${JSON.stringify(text)}`, () => assert.equal(resultOf(parseYesNo(text)), value));
