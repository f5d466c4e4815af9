import "care-coverage-editor";

const json = (name) => fetch(`/examples/${name}.json`).then((response) => response.json());
const [catalog, payload, headings, { examples }] = await Promise.all(["catalog", "coverage", "headings", "benefit-examples"].map(json));

globalThis.events = [];
for (const id of ["one", "two", "rule", "picker", "findings", "act", "table"]) {
  const element = document.getElementById(id);
  if (!element) continue;
  for (const type of ["input", "change", "show"]) element.addEventListener(type, ({ detail }) => events.push({ id, type, detail: structuredClone(detail) }));
  if (id !== "rule") element.catalog = catalog;
}
one.payload = payload;
two.payload = payload;
findings.payload = payload;
if (globalThis.table) Object.assign(table, { headings, examples, payload });
rule.rule = payload.guarantees[0].coverage_rule;
globalThis.given = { catalog, payload };
document.documentElement.dataset.ready = "";
