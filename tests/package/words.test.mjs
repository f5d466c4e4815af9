// The words of the package: English is the engine's, every language says the same, and nothing is left out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import fc from "fast-check";
import { answer, resolve } from "./cases.mjs";
import { assertFrench, typed } from "./french.mjs";
import { golden } from "./golden.mjs";
import { importText, imported as api, inside } from "./install.mjs";
import { canonical, rules } from "./words-rules.mjs";

/** Rows of "How more of them read" in docs/reimbursement.md, and rules with more of the same. */
const GRID = JSON.parse(readFileSync(new URL("grid-rows.json", import.meta.url), "utf8"));

const words = await importText("words-entry.mjs", 'export * from "care-coverage/words";\n');
const fr = { language: "fr" };

/** What the package answers to each golden case. */
const answers = golden.flatMap(({ file, document }) => document.cases.map((given) => {
  const asked = resolve(given, document);
  return { name: `${file}/${given.id}`, asked, got: answer(asked, api) };
}));

function* objects(value) {
  if (typeof value !== "object" || value === null) return;
  yield value;
  for (const inner of Object.values(value)) yield* objects(inner);
}

test("the entry is the same for import and require, as declared, and needs no engine", () => {
  const names = Object.keys(words).sort();
  assert.deepEqual(Object.keys(createRequire(inside("entry.cjs"))("care-coverage/words")).sort(), names);
  const installed = (file) => readFileSync(inside("node_modules/care-coverage", file), "utf8");
  const declared = Array.from(installed("words.d.ts").matchAll(/^export (?:declare )?(?:function|const) (\w+)/gm), ([, name]) => name);
  assert.deepEqual(declared.sort(), names);
  assert.doesNotMatch(installed("words.js"), /\bimport\b|WebAssembly/);
  const [, languages] = /^export type Language = (.+);$/m.exec(installed("words.d.ts"));
  assert.deepEqual(words.LANGUAGES, languages.split(" | ").map(JSON.parse));
  assert.throws(() => words.LANGUAGES.push("de"), TypeError);
});

test("English of a rule is the engine's: every rule of the golden cases", (t) => {
  const seen = new Set();
  for (const { name, asked } of answers) {
    for (const rule of objects([asked.args, asked.coverage, asked.next])) {
      if (!("components" in rule) || seen.has(JSON.stringify(rule))) continue;
      seen.add(JSON.stringify(rule));
      const { value, error } = answer({ call: "describeRule", args: [rule] }, api);
      if (!error) assert.equal(words.describeRule(rule), value, name);
    }
  }
  t.diagnostic(`${seen.size} rules`);
  assert.ok(seen.size > 200);
  assert.equal(words.describeRule({ rate: 1 }), api.describeRule({ rate: 1 }));
});

test("English of a rule is the engine's: random rules", () => {
  fc.assert(fc.property(rules, (rule) => assert.equal(words.describeRule(rule), api.describeRule(rule))), { numRuns: 2_000 });
});

test("rules that pay differently have different words, in every language", () => {
  for (const language of words.LANGUAGES) {
    const ruleOf = new Map();
    for (const rule of fc.sample(rules, { numRuns: 20_000, seed: 1 })) {
      const said = words.describeRule(rule, { language });
      const is = canonical(rule);
      assert.equal(ruleOf.get(said) ?? is, is, `${language}: ${said}`);
      ruleOf.set(said, is);
    }
    assert.ok(ruleOf.size > 5_000);
  }
});

const FRENCH_RULES = [
  ["150 % BR, y compris le remboursement de la Sécurité sociale", { components: [{ kind: "brss_percent", percent: "150" }] }],
  ["50 % BR en complément de la Sécurité sociale", { components: [{ kind: "brss_percent", percent: 50 }], secu_share: "excluded" }],
  ["TM + 200 €", { components: [{ kind: "ticket_moderateur", percent: "100" }, { kind: "flat_amount", amount: "200" }], secu_share: "excluded" }],
  ["80 % TM", { components: [{ kind: "ticket_moderateur", percent: "80" }], secu_share: "excluded" }],
  ["100 % BR + 1 250,50 € par verre, y compris le remboursement de la Sécurité sociale", { components: [{ kind: "brss_percent", percent: "100" }, { kind: "flat_amount", amount: "1250.5", per: "lens" }] }],
  ["frais réels dans la limite des HLF", { components: [{ kind: "actual_costs", percent: "100.0" }], price_cap: { kind: "hlf" } }],
  ["80 % des frais réels dans la limite d’un prix de 500 €, y compris le remboursement de la Sécurité sociale", { components: [{ kind: "actual_costs", percent: "80" }], price_cap: { kind: "amount", amount: 500 } }],
  ["50 % du remboursement de la Sécurité sociale en complément de la Sécurité sociale", { components: [{ kind: "rss_percent", percent: "50" }], secu_share: "excluded" }],
  ["250 % BR reconstituée, y compris le remboursement de la Sécurité sociale", { components: [{ kind: "reconstituted_brss_percent", percent: "250" }] }],
  ["1,5 % PMSS par jour, dans la limite de 90 jours par an", { components: [{ kind: "pmss_percent", percent: "1.5", per: "day" }], secu_share: "excluded", limits: [{ key: "k", period: { kind: "civil_year" }, max_days: 90 }] }],
  ["30 € par séance, dans la limite de 1,5 séance par an et par famille", { components: [{ kind: "flat_amount", amount: "30", per: "session" }], secu_share: "excluded", limits: [{ key: "k", period: { kind: "civil_year" }, max_count: "1.5", scope: "family" }] }],
  ["frais réels, plafond de 1 500 € tous les 4 ans et par oreille, y compris le remboursement de la Sécurité sociale, dans la limite de 2 actes à vie, au-delà 100 % BR", {
    components: [{ kind: "actual_costs", percent: "100" }],
    limits: [
      { key: "k", period: { kind: "rolling_months", months: 48 }, max_amount: "1500", counts: "total", scope: "ear" },
      { key: "j", period: { kind: "lifetime" }, max_count: 2 },
    ],
    beyond_limits: { components: [{ kind: "brss_percent", percent: "100" }] },
  }],
  ["200 € par année de soins, plafond de 400 € par année d’adhésion, au-delà 30 €, y compris le remboursement de la Sécurité sociale", {
    components: [{ kind: "flat_amount", amount: "200", per: "year" }],
    secu_share: "excluded",
    limits: [{ key: "k", period: { kind: "membership_year" }, max_amount: "400.00" }],
    beyond_limits: { components: [{ kind: "flat_amount", amount: "30" }] },
  }],
  ["une règle d’un autre système, non calculée", { rate: 1 }],
];

test("a rule in French reads like a benefit table", () => {
  for (const [said, rule] of FRENCH_RULES) assert.equal(typed(words.describeRule(rule, fr)), said);
  assert.equal(words.describeRule(FRENCH_RULES[4][1], fr), "100\u202f% BR + 1\u202f250,50\u202f€ par verre, y compris le remboursement de la Sécurité sociale");
});

for (const { text, rule, ...said } of GRID) {
  test(`a row of a grid: ${text}`, () => {
    assert.deepEqual(Object.fromEntries(words.LANGUAGES.map((language) => [language, typed(words.describeRule(rule, { language }))])), said);
    assert.equal(api.describeRule(rule), said.en, "the engine says the same");
  });
}

test("what cannot be said is an error with its place", () => {
  const brss = { kind: "brss_percent", percent: "150" };
  const limit = { key: "k", period: { kind: "civil_year" } };
  const wrong = [
    ["", null, /expected an object, got null/],
    ["/components", { components: [] }, /expected a component/],
    ["/components/0/kind", { components: [{ kind: "brss_procent", percent: "1" }] }, /expected one of `brss_percent`/],
    ["/components/1/percent", { components: [brss, { kind: "brss_percent" }] }, /expected a decimal .*, got nothing/],
    ["/components/0/percent", { components: [{ kind: "brss_percent", percent: "1e2" }] }, /got `1e2`/],
    ["/secu_share", { components: [brss], secu_share: "all" }, /expected one of `included`, `excluded`/],
    ["/price_cap/amount", { components: [brss], price_cap: { kind: "amount" } }, /expected a decimal/],
    ["/limits/0", { components: [brss], limits: [limit] }, /exactly one of/],
    ["/limits/0/period/months", { components: [brss], limits: [{ ...limit, max_count: 1, period: { kind: "rolling_months", months: 0 } }] }, /at least 1/],
    ["/components/0/options", { components: [{ kind: "least_of", options: [] }] }, /expected an option/],
    ["/components/0/options/1", { components: [{ kind: "greatest_of", options: [[brss], []] }] }, /expected a component/],
    ["/components/0/options/0/0/kind", { components: [{ kind: "least_of", options: [[{ kind: "least_of" }]] }] }, /expected one of `brss_percent`/],
    ["/components/0/limits/0", { components: [{ ...brss, limits: [{ ...limit, max_count: 1, max_pmss_percent: 1 }] }] }, /exactly one of/],
    ["/pathway_surcharge", { components: [brss], pathway_surcharge: true }, /expected one of `left_to_member`, `covered`/],
    ["/beyond_limits/components", { components: [brss], beyond_limits: {} }, /expected a list/],
  ];
  for (const [place, rule, message] of wrong) {
    assert.throws(() => words.describeRule(rule, fr), (error) => error instanceof TypeError && error.message.includes(`at \`${place}\``) && message.test(error.message), place);
  }
  const others = [
    [() => words.describeFilter({ min_age: "18" }), "the filter cannot be said: at `/min_age`: expected an age, got `18`"],
    [() => words.describeFilter({ reimbursed_by_secu: "no" }), "the filter cannot be said: at `/reimbursed_by_secu`: expected a boolean, got `no`"],
    [() => words.describeFilter({ allowed_treatment_modes: [3] }), "the filter cannot be said: at `/allowed_treatment_modes`: expected a list of texts, got a list"],
    [() => words.describeSelector({ include_care_types: "CROWN" }), "the selector cannot be said: at `/include_care_types`: expected a list of texts, got `CROWN`"],
  ];
  for (const [call, message] of others) assert.throws(call, { name: "TypeError", message });
  const whole = ["Selector", "Filter", "Region", "Act", "Step", "Check"].map((name) => [name.toLowerCase(), words[`describe${name}`]]);
  for (const [what, describe] of [...whole, ["diagnostic", (value) => words.translate(value, "fr")]]) {
    for (const value of [null, [], "text"]) assert.throws(() => describe(value), { name: "TypeError", message: new RegExp(`^the ${what} cannot be said: at \`\`: expected an object`) });
  }
  for (const describe of [words.describeRule, words.describeFilter, words.describeSelector]) {
    assert.throws(() => describe({}, { language: "de" }), { name: "RangeError", message: "unknown language `de`: expected one of `en`, `fr`" });
    assert.throws(() => describe({}, { language: "toString" }), RangeError);
  }
});

const FILTERS = [
  [{}, "every act", "tous les actes"],
  [{ min_age: 18, max_age: null }, "members of 18 or older", "assurés de 18 ans ou plus"],
  [{ max_age: 1 }, "members of 1 or younger", "assurés de 1 an ou moins"],
  [{ min_age: 6, max_age: 15 }, "members of 6 to 15", "assurés de 6 à 15 ans"],
  [{ min_age: 0, max_age: 0 }, "members of 0", "assurés de 0 an"],
  [{ min_age: 20, max_age: 10 }, "no act: no age is at least 20 and at most 10", "aucun acte : aucun âge n’est à la fois d’au moins 20 ans et d’au plus 10 ans"],
  [{ allowed_treatment_modes: [] }, "no act: the list `allowed_treatment_modes` has no value", "aucun acte : la liste `allowed_treatment_modes` est vide"],
  [{ practitioner: "DENTIST", is_optam_or_secteur_1: false }, "neither OPTAM nor secteur 1, by a dentist", "praticien hors OPTAM et hors secteur 1, par un chirurgien-dentiste"],
  [{ is_for_at_least_one_visible_tooth: false }, "on no visible tooth", "hors dent visible"],
  [{ glasses_lens_complexities: ["COMPLEX", "VERY_COMPLEX"], reimbursed_by_secu: true }, "with lens complexity complex or very complex, reimbursed by the Sécu", "avec un verre complexe ou très complexe, avec remboursement de la Sécu"],
  [{ allowed_treatment_modes: ["03", "X"] }, "in treatment mode 03 (full hospital stay) or `X`", "en mode de traitement 03 (hospitalisation complète) ou `X`"],
];

test("filters, selectors, acts and regions", () => {
  for (const [filter, english, french] of FILTERS) assert.deepEqual([words.describeFilter(filter), typed(words.describeFilter(filter, fr))], [english, french]);
  const selector = { include_care_type_groups: ["DENTAL"], include_care_types: new Set(["A", "B"]), exclude_care_types: ["C"] };
  const labels = { A: "Couronne", DENTAL: "Dentaire" };
  assert.equal(words.describeSelector(selector), "the group `DENTAL` and the care types `A` and `B`, except the care type `C`");
  assert.equal(words.describeSelector(selector, { ...fr, label: (code) => labels[code] }), "la famille Dentaire et les types d’actes Couronne et `B`, sauf le type d’acte `C`");
  assert.equal(words.describeSelector({ exclude_care_types: ["C"] }, fr), "aucun type d’acte");
  const act = { care_type: "CROWN", care_date: "2025-03-12", member_age: 17, practitioner: "DENTIST", is_optam_or_secteur_1: true, nature_de_soins: null, teeth: [11, 12] };
  assert.equal(words.describeAct(act), "an act of care type `CROWN` on 2025-03-12 for a member of 17, OPTAM or secteur 1, by a dentist, on teeth 11 and 12");
  assert.equal(words.describeAct(act, fr), "un acte de type `CROWN` le 12/03/2025 pour un assuré de 17 ans, praticien OPTAM ou secteur 1, par un chirurgien-dentiste, sur les dents 11 et 12");
  assert.equal(words.describeAct({ care_type: "CROWN" }, { ...fr, label: () => "Couronne" }), "un acte de type Couronne");
  const region = { care_types: [..."ABCDEFGHIJ"], conditions: { member_age: { min: 0, max: 17 }, practitioner: { not_in: ["DENTIST", "MIDWIFE"] } }, witness: act };
  assert.equal(words.describeRegion(region), "acts of care type `A`, `B`, `C`, `D`, `E`, `F`, `G`, `H` or 2 more for members of 17 or younger, by any practitioner but a dentist or a midwife");
  assert.equal(words.describeRegion(region, fr), "les actes de type `A`, `B`, `C`, `D`, `E`, `F`, `G`, `H` ou 2 autres pour les assurés de 17 ans ou moins, par tout praticien sauf un chirurgien-dentiste ou une sage-femme");
});

test("every filter, region and act of the golden cases can be said in French", () => {
  let count = 0;
  for (const { name, asked, got } of answers) {
    if (got.error) continue;
    for (const value of objects([got.value, asked.coverage?.guarantees])) {
      const said = "witness" in value ? words.describeRegion(value, fr) : "selector" in value && "filter" in value ? words.describeFilter(value.filter, fr) : undefined;
      if (said === undefined) continue;
      assertFrench(said, name);
      if ("witness" in value) assertFrench(words.describeAct(value.witness, fr), name);
      count += 1;
    }
  }
  assert.ok(count > 500, `${count}`);
});

test("each known value has words in every language", () => {
  const facts = { practitioners: "practitioner", glassesLensComplexities: "glasses_lens_complexity", treatmentModes: "treatment_mode", naturesDeSoins: "nature_de_soins" };
  for (const [list, fact] of Object.entries(facts)) {
    for (const value of api.knownValues()[list]) {
      for (const language of words.LANGUAGES) assert.doesNotMatch(words.describeAct({ care_type: "X", [fact]: value }, { language, label: () => "X" }), /`/, value);
    }
  }
});

/** Thousands are only grouped in words. */
const ungrouped = (text) => text.replaceAll(/(?<=\d),(?=\d{3})/g, "");

function assertStep(step, name) {
  const [english, french] = words.LANGUAGES.map((language) => words.describeStep(step, { language }));
  if (step.note === null) return assert.deepEqual([english.note, french.note], [null, null]);
  assert.equal(ungrouped(english.note), ungrouped(step.note), name);
  for (const text of [french.note, french.name]) assertFrench(text, name);
  // Nothing is taken over: but for these, no note is the same in both languages.
  if (!["TM"].includes(step.note)) assert.notEqual(french.note, step.note, name);
}

test("every line of a computation can be said: golden cases and random rules", () => {
  let count = 0;
  for (const { name, got } of answers) {
    for (const value of objects(got.value)) if ("step" in value && "note" in value) (assertStep(value, name), (count += 1));
  }
  assert.ok(count > 2_000, `${count}`);
  const catalog = new api.CareTypeCatalog({ care_type_groups: [{ id: 1, short_code: "G" }], internal_care_types: [{ id: 1, short_code: "A", care_type_group_ids: [1] }] });
  const mapping = { selector: { include_care_types: ["A"] }, filter: {} };
  const act = {
    care_type: "A", care_date: "2025-03-12", charged: "1234.5", brss: 30, secu_rate_percent: 70, plv: 800, hlf: 900, reconstituted_brss: 20, quantity: 2, flat_contribution: 2,
    beneficiary: "p", stay_id: "s", membership_start: "2024-02-01", side: "left", tooth: 11,
  };
  fc.assert(fc.property(rules, (rule) => {
    const coverage = catalog.compileCoverage({ name: "C", version: 1, guarantees: [{ name: "G", care_type_mappings: [mapping], coverage_rule: rule }] });
    const { steps } = coverage.reimburse(act);
    coverage.free();
    assert.ok(steps.length > 10);
    for (const step of steps) assertStep(step, JSON.stringify(rule));
  }), { numRuns: 500 });
  assert.deepEqual(words.describeStep({ step: "room:teeth", value: "20.50", note: "1000.00 of 1020.50 € used" }, fr), {
    name: "reste du plafond `teeth`", value: "20,50\u202f€", note: "1\u202f000,00 sur 1\u202f020,50\u202f€ utilisés",
  });
  const later = { step: "later", value: "1.00", note: "a note of a later version" };
  assert.deepEqual(words.describeStep(later, fr), { name: "later", value: "1,00\u202f€", note: later.note });
});

const FRENCH_STEPS = [
  ["base", "the lower of what was charged and the BR", "base de remboursement", "le plus petit des deux : le prix facturé ou la BR"],
  ["rss", "what the Sécu paid, and the contributions", "remboursement de la Sécu", "ce que la Sécu a versé, plus la participation forfaitaire et la franchise"],
  ["component:1", "150 % BR, more than can be counted", "composante 2 de la règle", "150 % BR, montant trop grand pour être calculé"],
  ["amc", null, "remboursement de la complémentaire", null],
  ["flat", "contributions, which nobody reimburses", "participation forfaitaire et franchise", "participation forfaitaire et franchise, laissées à la charge de l’assuré"],
  ["secu_paid", null, "versement de la Sécu", null],
];

test("lines of a computation have the terms of a statement of reimbursement", () => {
  for (const [step, english, name, note] of FRENCH_STEPS) {
    const said = words.describeStep({ step, value: "1.00", note: english }, fr);
    assert.deepEqual([said.name, said.note && typed(said.note)], [name, note]);
  }
});

test("every check of a dispense can be said", () => {
  const ids = new Set();
  for (const { name, got } of answers) {
    for (const check of objects(got.value)) {
      if (!("outcome" in check && "because" in check && "entry" in check)) continue;
      ids.add(check.id);
      for (const language of words.LANGUAGES) {
        const said = words.describeCheck(check, { language });
        assert.equal(said.message, check.message, name);
        assert.notEqual(said.asks, check.id, name);
        assert.equal(said.why === null, check.outcome === "passed", name);
        if (language === "fr") for (const text of [said.asks, said.outcome, said.why ?? ""]) assertFrench(text, name);
      }
    }
  }
  const documented = Array.from(readFileSync(new URL("../../docs/dispense.md", import.meta.url), "utf8").matchAll(/^\| `(\w+)` \| [^|]+ \|$/gm), ([, id]) => id);
  for (const id of ids) assert.ok(documented.includes(id), id);
  assert.ok(ids.size >= 34, `${ids.size}`);
  const check = { id: "code", outcome: "skipped", status: null, message: null, pointer: null, entry: null, program_id: null, because: ["contract_exists"] };
  assert.deepEqual(words.describeCheck(check, fr), { asks: "Le code du patient est juste", outcome: "non effectuée", why: "non effectuée, car «\u00a0Un contrat pour le programme est en cours\u00a0» a échoué", message: null });
  const unknown = { ...check, outcome: "unknown", because: ["/contracts", "unsupported_reimbursement_type"] };
  assert.equal(words.describeCheck(unknown, fr).why, "en attente de `/contracts` et un remboursement de type FIXED, le seul qui ait une règle");
});

test("the programs of docs/words.md say what is written there", async () => {
  const text = readFileSync(new URL("../../docs/words.md", import.meta.url), "utf8");
  const before = `
    import { CareTypeCatalog } from "care-coverage";
    const catalog = new CareTypeCatalog({ care_type_groups: [{ id: 1, short_code: "G" }], internal_care_types: [{ id: 1, short_code: "CROWN", care_type_group_ids: [1] }] });
    const mapping = { selector: { include_care_types: ["CROWNN"] }, filter: {} };
    const payload = { name: "HEALTH", version: 1, guarantees: [{ name: "DENTAL", care_type_mappings: [mapping], coverage_rule: {} }] };`;
  let count = 0;
  for (const [, program] of text.matchAll(/^```js\n([^]*?)^```$/gm)) {
    const said = Array.from(program.matchAll(/^(\w.+); \/\/ (.+)$/gm));
    const { got } = await importText(`words-doc-${count}.mjs`, `${before}\n${program}\nexport const got = [${said.map(([, expression]) => expression).join(", ")}];`);
    assert.deepEqual(got.map(typed), said.map(([, , comment]) => comment));
    count += said.length;
  }
  assert.equal(count, 4);
});
