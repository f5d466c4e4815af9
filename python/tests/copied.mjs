// Each call that the page copies, in JavaScript and in Python, written to a folder with the files that it reads. Prints their names.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = new URL("../../", import.meta.url);
const [, , folder] = process.argv;
const example = (name) => readFileSync(new URL(`examples/${name}`, ROOT), "utf8");

const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL("www/src/features/code/languages.ts", ROOT))], bundle: true, format: "esm", write: false });
const { copyOf } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

mkdirSync(join(folder, "node_modules"));
symlinkSync(fileURLToPath(new URL("pkg/", ROOT)), join(folder, "node_modules", "care-coverage"));

const payload = JSON.parse(example("coverage.json"));
const draft = { ...payload, version: payload.version + 1, guarantees: payload.guarantees.map((guarantee) => (guarantee.name === "DOCTORS_NON_OPTAM" ? { ...guarantee, coverage_rule: { components: [{ kind: "brss_percent", percent: "250" }] } } : guarantee)) };
const acts = JSON.parse(example("acts.json")).map(({ act, amounts }) => ({ ...act, ...amounts }));
const profile = readFileSync(new URL("profiles/fr-contrat-responsable.json", ROOT), "utf8");
const claims = [
  "Assuré;Code acte;Date de soins;Âge;Praticien;OPTAM;Remboursable;Montant;BR;Taux;Région",
  "Zoé;SPECIALIST_VISIT;04/03/2025;44;SPECIALIST;non;oui;70,00;23,00;70;Île",
  "Léo;GP_VISIT;06/03/2025;12;;oui;oui;30,00;30,00;70;Sud",
];
const ours = "person;care_type;care_date;member_age;practitioner;is_optam_or_secteur_1;reimbursed_by_secu;charged;brss;secu_rate_percent;Région";
const mapping = { separator: ";", decimal: "comma", date_format: "dd/MM/yyyy", columns: Object.fromEntries(ours.split(";").slice(0, -1).map((name) => [name, name.startsWith("is_") || name.startsWith("reimb") ? { column: name, values: { oui: true, non: false } } : name])) };
const texts = {
  "catalog.json": example("catalog.json"), "coverage.json": example("coverage.json"), "acceptances.json": example("coverage.accept.json"),
  "other-catalog.json": example("catalog.json"), "other-coverage.json": JSON.stringify(draft), "acts.json": JSON.stringify(acts.slice(0, 4)), "acts.csv": example("acts.csv"),
  "dispense.json": example("dispense/many-problems.json"), "profile.json": profile, "classes.json": JSON.stringify(JSON.parse(profile).classes),
  "current.json": example("coverage.json"), "draft.json": JSON.stringify(draft), "mapping.json": JSON.stringify(mapping), "headings.json": example("headings.json"),
  "claims.ndjson": acts.filter(({ teeth }) => teeth === undefined).map((act, row) => JSON.stringify({ ...act, person: `P${row % 3}` })).join("\n"),
};
for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, file), text);
writeFileSync(join(folder, "soins 2025.csv"), Buffer.from(`${claims.join("\r\n")}\r\n`, "latin1"));
writeFileSync(join(folder, "soins.txt"), Buffer.from(`\ufeff${[ours, ...claims.slice(1)].join("\n")}\n`, "utf16le"));

const hand = { catalog: "catalog.json", coverage: "coverage.json" };
const other = { catalog: "other-catalog.json", coverage: "other-coverage.json" };
const version = { name: payload.name, version: payload.version };
const options = { nonConventionedEstablishments: ["750000001"] };
const sides = { current: [{ file: "current.json", catalog: "catalog.json" }], draft: [{ file: "draft.json", catalog: "catalog.json" }] };
const source = { name: "claims.ndjson", format: "ndjson", encoding: "utf-8", header: null, headerBytes: 0 };
const held = { shipped: null, text: profile };
const asked = { date: "2026-01-01", declarations: { "no-health-questionnaire": true }, tariffs: {} };
const counters = [{ key: "x", scope_id: "", period_start: "2026-01-01", amount: "1.50", count: "1", entries: null }];
const calls = {
  mappings: { ask: "getCareTypeMappings", options },
  findings: { ask: "validateCoverageText", isAccepting: false },
  accepted: { ask: "validateCoverageText", isAccepting: true },
  act: { ask: "explain", act: acts[0], ...version, options },
  paid: { ask: "reimburse", act: { ...acts[1], note: undefined }, counters: [], ...version },
  counted: { ask: "reimburse", act: acts[2], counters, ...version },
  year: { ask: "reimburseMany", acts: acts.slice(0, 4) },
  file: { ask: "evaluateText" },
  versions: { ask: "diff", before: hand, after: other },
  amounts: { ask: "compareAmounts", before: hand, after: { ...other, catalog: "catalog.json" }, versions: [version, version], date: "2026-01-01" },
  profile: { ask: "checkRequirements", profile: held, classes: null, asked, ...version },
  classes: { ask: "checkRequirements", profile: held, classes: held, asked, ...version },
  dispense: { ask: "checkDispense" },
  claims: { ask: "simulate", claims: source, sides, asked: { by: ["guarantee"], files: {} }, texts: {}, options },
  alone: { ask: "simulate", claims: source, sides: { ...sides, draft: null }, asked: { by: [], files: {} }, texts: {} },
  stack: { ask: "simulate", claims: source, sides: { current: sides.current, draft: [...sides.draft, { file: "other-coverage.json", catalog: "other-catalog.json" }] }, asked: { by: [], files: {} }, texts: {} },
  letters: {
    ask: "simulate", claims: { name: "soins 2025.csv", format: "csv", encoding: "windows-1252", header: ours, headerBytes: Buffer.byteLength(claims[0]) }, sides,
    asked: { by: ["heading", { column: "Région" }], files: { mapping: "mapping.json", headings: "headings.json" } }, texts: {},
  },
  wide: { ask: "simulate", claims: { name: "soins.txt", format: "csv", encoding: "utf-16le", header: null, headerBytes: 0 }, sides, asked: { by: [], files: { mapping: "mapping.json" } }, texts: {} },
};
for (const [name, call] of Object.entries(calls)) {
  writeFileSync(join(folder, `${name}.mjs`), copyOf(call, "javascript"));
  writeFileSync(join(folder, `call_${name}.py`), copyOf(call, "python"));
}
for (const format of ["parquet", "arrow"]) {
  const call = { ...calls.claims, claims: { ...source, name: `claims.${format}`, format } };
  writeFileSync(join(folder, `call_${format}.py`), copyOf(call, "python"));
}
console.log(JSON.stringify(Object.keys(calls)));
