// The language service in a worker: the cases of tests/language are answered there as they are here, and questions are answered in their order.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { importText, imported as api, inside, write } from "./install.mjs";
import { ASKED, answers } from "./language-cases.mjs";

const there = await importText("language-worker-entry.mjs", 'export * from "care-coverage/language/worker";\n');
const language = await importText("language-beside.mjs", 'export * from "care-coverage/language";\n');
const read = (name) => JSON.parse(readFileSync(new URL(`../language/${name}.json`, import.meta.url), "utf8"));
const example = (name) => readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8");

const worker = await there.createCoverageWorker({ workers: 1 });
after(() => worker.close());
const catalog = await worker.createCatalog(read("catalog"));
const services = { en: await there.createLanguageService(catalog), fr: await there.createLanguageService(catalog, { language: "fr" }) };

for (const name of Object.keys(ASKED)) {
  test(`${name}: the worker answers each case`, async () => {
    let count = 0;
    for await (const { id, want, got } of answers(name, read(name), (text, kind, of) => services[of].open(text, { kind }))) {
      assert.deepEqual(got, want, id);
      count += 1;
    }
    assert.equal(count, read(name).cases.length);
  });
}

test("every question of the declarations is one of the worker, as a promise, with the same answer", async () => {
  const body = (file, name) => new RegExp(`^export interface ${name} \\{\\n([^]*?)^\\}`, "m").exec(readFileSync(inside("node_modules/care-coverage", file), "utf8"))[1];
  const members = (file, name) => Array.from(body(file, name).matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm), ([, member]) => member);
  const want = members("language.d.ts", "LanguageDocument").filter((member) => member !== "text");
  assert.deepEqual(members("language/worker.d.ts", "LanguageDocumentInWorker").sort(), [...want].sort());
  const text = example("coverage");
  const lists = JSON.parse(example("catalog"));
  const here = language.createLanguageService(new api.CareTypeCatalog(lists), { language: "fr" }).open(text, { kind: "coverage" });
  const document = await (await there.createLanguageService(await worker.createCatalog(lists), { language: "fr" })).open(text, { kind: "coverage" });
  const middle = text.indexOf('"MED_GP"') + 3;
  const given = { codeActions: [{ start: middle, end: middle }], completions: [middle], hover: [middle], definition: [middle], references: [middle], prepareRename: [middle], rename: [middle, "A"] };
  for (const member of want.filter((member) => !["kind", "update", "free"].includes(member))) {
    const answer = document[member](...(given[member] ?? []));
    assert.ok(answer instanceof Promise, member);
    assert.deepEqual(await answer, JSON.parse(JSON.stringify(here[member](...(given[member] ?? [])))), member);
  }
  assert.equal(document.kind, here.kind);
});

test("what is asked behind an update is asked of the text after it", async () => {
  const document = await services.en.open("", { kind: "act" });
  const typed = '{ "care_type": "CROWNN" }';
  const answers = Array.from(typed, (text, at) => [document.update([{ start: at, end: at, text }]), document.folding()]);
  const found = document.diagnostics();
  await Promise.all(answers.flat());
  assert.deepEqual((await found).map(({ code }) => code), ["unknown_care_type"]);
});

test("what is thrown here is rejected there, and a signal takes a question back", async () => {
  const document = await services.en.open("{}", { kind: "act" });
  await assert.rejects(document.completions(9), (error) => error instanceof api.CoverageError && error.code === "out_of_range");
  await assert.rejects(document.update([{ start: 0, end: 9, text: "" }]), { code: "out_of_range" });
  await assert.rejects(services.en.open("{}", { kind: "contract" }), { code: "wrong_type" });
  await assert.rejects(there.createLanguageService(catalog, { language: "de" }), { code: "wrong_type" });
  await assert.rejects(there.createLanguageService({}), { code: "wrong_type" });
  const reason = new Error("typed on");
  await assert.rejects(document.completions(1, { signal: AbortSignal.abort(reason) }), (error) => error === reason);
  document.free();
  document.free();
  await assert.rejects(document.hover(0), { code: "freed" });
});

test("a service that is freed frees its documents, and a profile brings the module that judges it", async () => {
  const own = await there.createCoverageWorker({ workers: 1 });
  const service = await there.createLanguageService(await own.createCatalog(read("catalog")));
  const profile = await service.open(readFileSync(new URL("../../profiles/fr-contrat-responsable.json", import.meta.url), "utf8"), { kind: "profile" });
  assert.deepEqual(await profile.diagnostics(), []);
  service.free();
  await assert.rejects(profile.diagnostics(), { code: "freed" });
  await own.close();
});

test("a service keeps its catalogue, and a document its service, that nobody else has", () => {
  const script = write("forgotten.mjs", `
    import { createCoverageWorker, createLanguageService } from "care-coverage/language/worker";
    const worker = await createCoverageWorker({ workers: 1 });
    const collect = async () => {
      for (let round = 0; round < 5; round += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        gc();
      }
    };
    const open = async () => {
      const service = await createLanguageService(await worker.createCatalog({ care_type_groups: [{ id: 1, short_code: "DOCTORS" }], internal_care_types: [{ id: 1, short_code: "GP_VISIT", care_type_group_ids: [1] }] }));
      await collect();
      return service.open('{ "care_type": "" }', { kind: "act" });
    };
    const document = await open();
    await collect();
    console.log((await document.completions(16)).map(({ label }) => label).join());
    await worker.close();`);
  assert.equal(execFileSync(process.execPath, ["--expose-gc", script], { encoding: "utf8" }), "GP_VISIT\n");
});

test("the entry is the same by require, and exports what is declared", () => {
  const names = Object.keys(there);
  assert.deepEqual(Object.keys(createRequire(inside("entry.cjs"))("care-coverage/language/worker")), names);
  const declared = readFileSync(inside("node_modules/care-coverage/language/worker.d.ts"), "utf8");
  assert.deepEqual(Array.from(declared.matchAll(/^export (?:declare )?(?:function|const) (\w+)/gm), ([, name]) => name).sort(), names);
});
