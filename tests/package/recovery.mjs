// Does the package go on after its engine ran out of memory? Plain JavaScript, so that the same file runs wherever the package does.

/** What is wrong, one line each. The engine has no bound at the end. */
export function recover(api) {
  const lists = { care_type_groups: [{ id: 1, short_code: "G" }], internal_care_types: [{ id: 1, short_code: "A", care_type_group_ids: [1] }] };
  const guarantee = (name) => ({ name, care_type_mappings: [{ selector: { include_care_types: ["A"] }, filter: { min_age: 18 } }], coverage_rule: {} });
  const payload = (count) => ({ name: "b", version: 1, guarantees: Array.from({ length: count }, (_, index) => guarantee(`G${index}`)) });
  const wrong = [];
  const expect = (what, got, want) => got === want || wrong.push(`recovery: ${what}: want ${want}, got ${got}`);
  const code = (ask) => {
    try {
      return ask();
    } catch (error) {
      return error instanceof api.CoverageError ? error.code : String(error);
    }
  };

  api.init({ maxMemory: 8 * 1024 * 1024 });
  const catalog = new api.CareTypeCatalog(lists);
  const coverage = catalog.compileCoverage(payload(1));
  for (let turn = 0; turn < 5; turn++) {
    expect("too large a coverage", code(() => new api.CareTypeCatalog(lists).compileCoverage(payload(20_000))), "out_of_memory");
    expect("an old catalogue", code(() => catalog.careTypeCount), "stale");
    expect("an old coverage", code(() => coverage.guaranteesFor({ care_type: "A", member_age: 18 })), "stale");
    expect("the next question", code(() => new api.CareTypeCatalog(lists).compileCoverage(payload(1)).guaranteesFor({ care_type: "A", member_age: 18 }).outcome), "covered");
  }
  api.init();
  expect("without a bound", code(() => new api.CareTypeCatalog(lists).compileCoverage(payload(20_000)).version), 1);
  return wrong;
}
