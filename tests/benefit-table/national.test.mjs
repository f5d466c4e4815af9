// What labels mean in the national catalogue, by its headings and synonyms: groups and care types, or null where
// a label does not say it. Without CARE_COVERAGE_DATA there is no catalogue to ask.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CareTypeCatalog } from "../../pkg/index.js";
import { benefitTable as load } from "../../scripts/benefit-table.mjs";

const folder = process.env.CARE_COVERAGE_DATA;
const skip = folder ? false : "CARE_COVERAGE_DATA names no folder with the catalogue";
const json = (name) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));

test("labels of the national catalogue", { skip }, async () => {
  const { readBenefitTable } = await load();
  const lists = JSON.parse(readFileSync(join(folder, "care-types-national.json"), "utf8"));
  const given = { catalog: new CareTypeCatalog(lists), headings: json("headings/national.json"), synonyms: [json("benefit-tables/synonyms.national.json")] };
  const codesOf = (name) => {
    const group = lists.care_type_groups.find(({ short_code }) => short_code === name);
    return group ? lists.internal_care_types.filter(({ care_type_group_ids: ids }) => ids.includes(group.id)).map(({ short_code }) => short_code) : [name];
  };
  for (const { under, label, means } of json("tests/benefit-table/national.json")) {
    const row = readBenefitTable([["Garanties", "Base"], ["Frais de séjour", "100 % BR"], [under, ""], [label, "30 €"]], given).rows.at(-1);
    const expected = means && [...new Set(means.split(" ").flatMap(codesOf))].sort();
    const said = `${under}: ${label}`;
    assert.deepEqual([said, row.status, row.status === "matched" ? row.care_types : null], [said, means ? "matched" : "unmatched", expected]);
  }
});
