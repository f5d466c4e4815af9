// The files of the page in layers: an import leads down or stays in its layer, and never in a circle.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL("../../www/src/", import.meta.url));
/** From the lowest to the highest. */
const LAYERS = ["kit", "engine", "store", "features", "shell"];
/** Parts of the views that every view may use; apart from these, a view uses the models, actions and words of another, not its parts. */
const SHARED_FEATURES = ["common", "documents", "text", "picker", "findings", "rule", "code", "glossary"];

const names = (await readdir(SOURCE, { recursive: true })).map((name) => name.replaceAll("\\", "/"));
const files = new Map();
for (const name of names.filter((name) => /\.tsx?$/.test(name))) files.set(name, await readFile(join(SOURCE, name), "utf8"));

const IMPORT = /^\s*(?:import|export)\s(?:[^"';]*?\sfrom\s)?"([^"]+)"|import\("([^"]+)"\)|new URL\("([^"]+)", import\.meta\.url\)/gm;

/** Imports that leave the page's sources, by what they lead to, and why they may. */
const OUTSIDE = {
  "../../pkg-template/facts": "the table of the facts, which the package does not export yet",
  "../../examples/": "the examples, fetched as files of the page",
  "../../profiles/": "the profiles of requirements that ship, likewise",
  "../../benefit-tables/": "the examples of benefit tables of the national catalogue, likewise",
  "../../headings/": "the headings of benefit tables of the national catalogue, likewise",
  "../../mappings/": "the mapping of the national claims base that ships, likewise",
};

/** What a file imports: `files` of the page, `packages`, and what is `outside` of both. What is fetched later counts like the rest. */
function importsOf(name) {
  const found = [...files.get(name).matchAll(IMPORT)].map(([, fixed, later, address]) => fixed ?? later ?? address);
  const paths = found.filter((path) => path.startsWith(".")).map((path) => normalize(join(dirname(name), path)));
  const resolved = paths.map((path) => [path, `${path}.ts`, `${path}.tsx`].find((candidate) => files.has(candidate)));
  const isOther = (path, index) => resolved[index] === undefined && !names.includes(path.replace(/\?.*$/, ""));
  return { files: resolved.filter(Boolean), packages: found.filter((path) => !path.startsWith(".")), outside: paths.filter(isOther) };
}

const imports = new Map([...files.keys()].map((name) => [name, importsOf(name)]));
const layerOf = (name) => LAYERS.indexOf(name.split("/")[0]);
const featureOf = (name) => (name.startsWith("features/") ? name.split("/")[1] : null);
const edges = [...imports].flatMap(([from, { files }]) => files.map((to) => [from, to]));

test("every file is in a layer, and the imports were found", () => {
  assert.deepEqual([...files.keys()].filter((name) => layerOf(name) < 0), []);
  assert.ok(files.size > 80 && edges.length > 300, `${files.size} files, ${edges.length} imports`);
});

test("no file imports one of a higher layer", () => {
  assert.deepEqual(edges.filter(([from, to]) => layerOf(to) > layerOf(from)), []);
});

test("no import leaves the page but those with a reason, and each reason has one", () => {
  const leaving = [...imports].flatMap(([from, { outside }]) => outside.map((path) => [from, path]));
  const reasonOf = (path) => Object.keys(OUTSIDE).find((allowed) => path === allowed || (allowed.endsWith("/") && path.startsWith(allowed)));
  assert.deepEqual(leaving.filter(([, path]) => reasonOf(path) === undefined), []);
  assert.deepEqual([...new Set(leaving.map(([, path]) => reasonOf(path)))].sort(), Object.keys(OUTSIDE).sort());
});

test("no circle between files", () => {
  const done = new Set();
  const circles = [];
  const visit = (name, path) => {
    if (path.includes(name)) return circles.push([...path.slice(path.indexOf(name)), name].join(" → "));
    if (done.has(name)) return;
    for (const next of imports.get(name).files) visit(next, [...path, name]);
    done.add(name);
  };
  for (const name of files.keys()) visit(name, []);
  assert.deepEqual(circles, []);
});

test("words, models and actions import no part of a view", () => {
  const views = edges.filter(([from, to]) => from.endsWith(".ts") && to.endsWith(".tsx") && featureOf(to) !== null);
  assert.deepEqual(views, []);
});

test("a view imports no part of another view, but for the shared ones", () => {
  const foreign = edges.filter(([from, to]) => {
    const [here, there] = [featureOf(from), featureOf(to)];
    return here !== null && there !== null && here !== there && to.endsWith(".tsx") && !SHARED_FEATURES.includes(there);
  });
  assert.deepEqual(foreign, []);
});

/** What the custom elements are built of. */
const EDITOR_PARTS = ["coverage/editor.tsx", "coverage/actions.ts", "findings/worklist.tsx", "rule/section.tsx", "picker/picker.tsx", "common/failure.tsx", "common/undo-keys.ts", "act/form.tsx"];
/** What an editor may have of the store; the rest is of the one page. */
const OF_EDITORS = /^store\/(?:editor\/|(?:text-document|act-draft|types|limits|language|storage)\.ts$)/;

test("an editor knows no page: what it is made of reads no state that there is one of", () => {
  const reached = new Set(EDITOR_PARTS.map((name) => `features/${name}`));
  for (const name of reached) for (const next of imports.get(name).files) reached.add(next);
  assert.ok(reached.size > 100, `${reached.size} files`);
  assert.deepEqual([...reached].filter((name) => name.startsWith("shell/") || (name.startsWith("store/") && !OF_EDITORS.test(name))), []);
});

test("the engine alone imports the package, and the store alone keeps things in the browser", () => {
  const users = [...imports].filter(([, { packages }]) => packages.some((name) => name.startsWith("care-coverage"))).map(([name]) => name);
  assert.ok(users.length > 1);
  // What the text editor is made of has no engine.
  const isOfEditor = (name) => name.startsWith("kit/editor/") && imports.get(name).packages.filter((one) => one.startsWith("care-coverage")).every((one) => one === "care-coverage/codemirror");
  assert.deepEqual(users.filter((name) => !name.startsWith("engine/") && !isOfEditor(name)), []);
  assert.ok(users.some(isOfEditor));
  const keepers = [...files].filter(([, text]) => /\b(localStorage|sessionStorage|indexedDB)\b/.test(text)).map(([name]) => name);
  assert.ok(keepers.length > 0);
  assert.deepEqual(keepers.filter((name) => !name.startsWith("store/")), []);
});
