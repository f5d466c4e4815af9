import "care-coverage-editor";

const json = (name) => fetch(`/examples/${name}.json`).then((response) => response.json());
const [catalog, payload] = await Promise.all(["catalog", "coverage"].map(json));

globalThis.events = [];
for (const id of ["one", "two", "rule", "picker", "findings", "act"]) {
  const element = document.getElementById(id);
  for (const type of ["input", "change", "show"]) element.addEventListener(type, ({ detail }) => events.push({ id, type, detail: structuredClone(detail) }));
  if (id !== "rule") element.catalog = catalog;
}
one.payload = payload;
two.payload = payload;
findings.payload = payload;
rule.rule = payload.guarantees[0].coverage_rule;
globalThis.given = { catalog, payload };
document.documentElement.dataset.ready = "";
