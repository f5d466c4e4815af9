// Diagnostics in every language: English is what the engine says, French says the same, and nothing is left out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, resolve } from "./cases.mjs";
import { assertFrench, typed } from "./french.mjs";
import { golden } from "./golden.mjs";
import { importText, imported as api } from "./install.mjs";
import { DIAGNOSTICS, fill, match, parameters, tables } from "./words-tables.mjs";

const words = await importText("translate-entry.mjs", 'export * from "care-coverage/words";\n');

function* diagnosticsIn(value) {
  if (typeof value !== "object" || value === null) return;
  if ("severity" in value && "message" in value) yield value;
  else for (const inner of Object.values(value)) yield* diagnosticsIn(inner);
}

const reported = golden.flatMap(({ file, document }) => document.cases.flatMap((given) => {
  const { value, error } = answer(resolve(given, document), api);
  return Array.from(diagnosticsIn(error ?? value), (diagnostic) => ({ name: `${file}/${given.id}`, diagnostic }));
}));

/** What an English message quotes, as the French one does: that has words for a format, and the pointer of an acceptance. */
function quotedBy({ code, message }) {
  const english = message.replaceAll("YYYY-MM-DD", "AAAA-MM-JJ").replaceAll("UPPER_SNAKE_CASE", "");
  const inFrench = code === "stale_acceptance" ? english.replace(/^acceptance (\d+)/, "`/accept/$1`") : english;
  return inFrench.match(/`[^`]*`/g)?.sort();
}

/** What a language may have no words of its own for, with the parameters where it has. */
const OPTIONAL = {
  "rule.excess_within_base": ["percent"], "rule.rest_of_costs": ["percent"], "rule.rolling_years": ["years"],
  ...Object.fromEntries(["alone", "in_sum", "of_act"].map((which) => [`rule.credit.${which}`, ["maximum", "period"]])),
};

/** Every template of a table, by its path. */
function* templates(table, path = "") {
  for (const [key, value] of Object.entries(table)) {
    if (typeof value === "string") yield [`${path}${key}`, value];
    else if (typeof value === "object" && value !== null) yield* templates(value, `${path}${key}.`);
  }
}

test("every language has the same sentences with the same parameters", (t) => {
  const { en, ...others } = tables;
  const english = new Map(templates(en));
  const named = (template) => {
    const { needed, optional } = parameters(template);
    return { needed: [...needed].sort(), optional: [...optional].sort() };
  };
  // How many limits there are, English alone says: beyond it, or them.
  const free = new Set(["rule.whole"]);
  for (const [language, table] of Object.entries(others)) {
    const said = new Map(templates(table));
    const always = (templates) => [...templates.keys()].filter((key) => !Object.hasOwn(OPTIONAL, key)).sort();
    assert.deepEqual(always(said), always(english), language);
    for (const [key, needed] of Object.entries(OPTIONAL)) if (said.has(key)) assert.deepEqual(named(said.get(key)).needed, needed, `${language}: ${key}`);
    for (const [key, template] of said) if (!free.has(key) && english.has(key)) assert.deepEqual(named(template), named(english.get(key)), `${language}: ${key}`);
  }
  for (const [key, { template, values }] of Object.entries(DIAGNOSTICS)) {
    const { needed, optional } = parameters(template);
    for (const name of [...needed, ...optional]) assert.ok(name in values, `${key}: ${name}`);
    for (const name of optional) assert.equal(values[name], "MaybeText", key);
  }
  t.diagnostic(`${english.size} templates in ${Object.keys(tables).length} languages`);
});

test("English of each golden diagnostic is what the engine says, also after French", (t) => {
  for (const { name, diagnostic } of reported) {
    const before = structuredClone(diagnostic);
    assert.deepEqual(words.translate(diagnostic, "en"), diagnostic, name);
    assert.deepEqual(words.translate(words.translate(diagnostic, "fr"), "en"), diagnostic, name);
    assert.deepEqual(diagnostic, before, name);
  }
  t.diagnostic(`${reported.length} diagnostics`);
  assert.ok(reported.length > 1_500);
});

test("each golden diagnostic can be said in French", () => {
  const keys = new Set();
  for (const { name, diagnostic } of reported) {
    const french = words.translate(diagnostic, "fr");
    const { message, related, fix_title, ...rest } = french;
    const { message: _, related: places, fix_title: title, ...same } = diagnostic;
    assert.deepEqual(rest, same, name);
    // What this package says of a call is English.
    if (diagnostic.variant === "call") {
      assert.equal(message, diagnostic.message);
      continue;
    }
    keys.add(diagnostic.variant ? `${diagnostic.code}/${diagnostic.variant}` : diagnostic.code);
    assert.notEqual(message, diagnostic.message, name);
    assertFrench(message, name);
    // One line, lower-case start or a number, no full stop, as in English.
    assert.match(message, /^-?[\p{Ll}\p{Nd}`][^\n]*[^.\n]$/u, name);
    assert.deepEqual(message.match(/`[^`]*`/g)?.sort(), quotedBy(diagnostic), `${name}: ${message}`);
    assert.equal(related.length, places.length);
    for (const [index, place] of related.entries()) {
      assertFrench(place.message, name);
      assert.deepEqual({ ...place, message: "" }, { ...places[index], message: "" }, name);
    }
    if (title) (assertFrench(fix_title, name), assert.notEqual(fix_title, title, name));
  }
  assert.ok(keys.size > 110, `${keys.size}`);
});

const VALUES = {
  Text: "x", MaybeText: null, Texts: ["x", "y"], Facts: ["member_age"], Name: "Coverage", Integer: 2, Number: 1.5, Phrase: "a number", Guarantee: null,
  Act: { care_type: "CROWN", member_age: 17, practitioner: "DENTIST" }, Conditions: {},
};

test("every sentence can be said, also those that no golden case has", () => {
  for (const [key, { template, values }] of Object.entries(DIAGNOSTICS)) {
    const [code, variant = ""] = key.split("/");
    const params = Object.fromEntries(Object.entries(values).map(([name, kind]) => [name, VALUES[kind]]));
    const said = { code, severity: "error", message: "?", variant, params, pointer: "", related: [], fix: null };
    const place = { pointer: "", message: "?", variant, params };
    const diagnostic = code === "related" ? { ...said, code: "gap", variant: "call", related: [place] } : said;
    for (const language of words.LANGUAGES) {
      const translated = words.translate(diagnostic, language);
      const { message } = code === "related" ? translated.related[0] : translated;
      assert.notEqual(message, "?", `${language}: ${key}`);
      if (language === "fr") assertFrench(message.replace("Coverage", ""), key);
      else if (Object.keys(values).length === 0) assert.equal(message, template);
    }
  }
});

test("phrases of values and bounds", () => {
  const said = (message, variant, code, params) => typed(words.translate({ code, severity: "error", message, variant, params, pointer: "", related: [], fix: null }, "fr").message);
  const bounds = "gaps: more than 200 regions of one care type, or 1000000 in all; redundancy of `/guarantees/0`: too much work";
  assert.equal(said("?", "", "analysis_truncated", { count: 2, first: "CROWN", reason: bounds }),
    "l’analyse de 2 types d’actes n’est pas achevée, le premier est `CROWN` : trop de cas non couverts (plus de 200 pour un type d’acte, ou de 1 000 000 en tout) ; trop de calculs pour la redondance de `/guarantees/0`");
  const reason = "overlaps: more than 10000, or 1000000 care types of them";
  assert.equal(said("?", "", "analysis_truncated", { count: 1200, first: "GP_VISIT", reason }),
    "l’analyse de 1 200 types d’actes n’est pas achevée, le premier est `GP_VISIT` : trop de chevauchements (plus de 10 000, ou 1 000 000 types d’actes en cause)");
  for (const got of ["undefined", "a bigint", "a symbol", "a function", "an unknown kind of value", "a Date", "a Map", "an instance of a class", "NaN", "an infinite number", "null"]) {
    assert.match(said("?", "", "wrong_type", { expected: "a string or a Uint8Array", got }), /^attendu : une chaîne ou un Uint8Array, reçu : /);
  }
  assert.equal(said("argument", "", "wrong_type", { expected: "a string", got: "a number", argument: "birthDate" }), "birthDate : attendu : une chaîne, reçu : un nombre");
  assert.equal(said("?", "more", "gap", { act: { care_type: "CROWN", member_age: 1, practitioner: "DENTIST", is_optam_or_secteur_1: false }, conditions: {}, open_facts: [], more: 1 }),
    "aucune garantie ne couvre un acte de type `CROWN` pour un assuré de 1 an, praticien hors OPTAM et hors secteur 1, par le praticien `DENTIST`, de même pour 1 autre type d’acte");
});

test("in French, figures of counts are grouped, and what a document wrote and codes are not", () => {
  const said = (code, variant, params, language = "fr") => words.translate({ code, severity: "error", message: "?", variant, params, pointer: "", related: [], fix: null }, language).message;
  assert.equal(said("too_large", "entries", { max: 1_000_000 }), "plus de 1\u202f000\u202f000 entrées");
  assert.equal(said("too_large", "entries", { max: 1_000_000 }, "en"), "more than 1000000 entries");
  assert.equal(said("diagnostics_truncated", "", { count: 12_345, code: "gap" }), "12\u202f345 autres diagnostics `gap` ne figurent pas dans la liste");
  assert.equal(said("out_of_range", "", { from: 1, to: 1_000, value: -20_000 }), "1 à 1\u202f000 attendu, reçu -20\u202f000");
  assert.equal(said("out_of_range", "code", { from: 0, to: 1_234, code: 5_000 }), "code de 0 à 1234 attendu, reçu 5000");
  assert.equal(said("unknown_version", "", { name: "HEALTH", version: 2_025, latest: 1_999 }), "`HEALTH` n’a pas de version `2025`, la dernière est `1999`");
  assert.equal(said("duplicate_id", "group", { id: 123_456 }), "l’identifiant de famille `123456` apparaît deux fois");
  assert.equal(said("stale_acceptance", "", { index: 1_000, code: "gap", reason: "exclu" }), "l’acceptation `/accept/1000`, de `gap`, n’accepte aucun constat\u00a0: `exclu`");
});

test("what has no sentence stays as it is", () => {
  const older = { code: "gap", severity: "warning", message: "no guarantee matches something", pointer: "/guarantees/0", related: [{ pointer: "", message: "the first one" }], fix: null };
  const later = { ...older, variant: "of_a_later_version", params: {} };
  const other = { ...older, code: "wrong_type", variant: "", params: { expected: "a kind of a later version", got: "a number" } };
  const lacking = { ...older, code: "missing_field", variant: "", params: {} };
  const damaged = { ...older, code: "wrong_type", variant: "one_of", params: { names: "left", value: "up" } };
  for (const diagnostic of [older, later, other, lacking, damaged, { ...older, code: "toString" }]) assert.deepEqual(words.translate(diagnostic, "fr"), diagnostic);
  assert.throws(() => words.translate(older, "de"), RangeError);
});

test("titles of fixes", () => {
  const title = (code, fix, language = "fr") => words.translate({ code, severity: "error", message: "", variant: "call", params: {}, pointer: "", related: [], fix, fix_title: "?" }, language).fix_title;
  const add = [{ op: "add", path: "/a~1b", value: 1 }];
  assert.deepEqual([title("missing_field", add), title("missing_field", add, "en")], ["Ajouter `a/b`", "Add `a/b`"]);
  assert.equal(title("useless_exclude", [{ op: "remove", path: "/x/0" }]), "Supprimer cette exclusion");
  assert.equal(title("toString", [{ op: "remove", path: "/x" }]), "Supprimer `x`");
  assert.equal(title("nested_limits", [{ op: "remove", path: "/beyond_limits/limits" }]), "Supprimer `limits`");
  assert.equal(title("unknown_care_type", [{ op: "replace", path: "/x/0", value: "CROWN" }]), "Remplacer par `CROWN`");
  assert.equal(title("version_below_one", [{ op: "replace", path: "/version", value: 1 }]), "Remplacer par `1`");
  assert.equal(title("unknown_field", [{ op: "move", from: "/a/practicioner", path: "/a/practitioner" }]), "Renommer en `practitioner`");
  assert.equal(title("unknown_field", [{ op: "move", from: "/practitioner", path: "/filter/practitioner" }]), "Déplacer vers `practitioner`");
});

test("templates", () => {
  const plural = (number) => (number < 2 ? 0 : 1);
  const counted = (number) => ({ number, shown: `${number}` });
  assert.equal(fill("{a}[, {b}][, {count} {count|acte|actes}]", { a: "x", b: null, count: counted(1.5) }, plural), "x, 1.5 acte");
  // A language with three forms: 1, 2 to 4, all others.
  const three = (number) => (number === 1 ? 0 : number > 1 && number < 5 ? 1 : 2);
  assert.deepEqual([1, 3, 5].map((number) => fill("{n} {n|akt|akty|aktów}", { n: counted(number) }, three)), ["1 akt", "3 akty", "5 aktów"]);
  assert.equal(fill("{age|# an|# ans}", { age: counted(2) }, plural), "2 ans");
  assert.throws(() => fill("{a}", {}, plural), /no value for \{a\}/);
  assert.throws(() => fill("{a|b|c}", { a: "text" }, plural), /no number for \{a\}/);
  assert.deepEqual(match("{a} (of {b})[, {c}]", "x (of y.)"), { a: "x", b: "y.", c: undefined });
  assert.deepEqual(match("{a}[ {per}]", "1 € a day", { per: "a day" }), { a: "1 €" });
  assert.equal(match("{a} BR", "150 % TM"), null);
  assert.deepEqual(parameters("{a}[ {b}, {a}]{n|x|y}"), { needed: new Set(["a", "n"]), optional: new Set(["b"]) });
});
