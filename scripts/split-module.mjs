// Divides a module in two: one that does without some of its exports, and one that has only these and what nothing else needs. The second
// lives in the memory and the tables of the first, of which it imports what it calls: together they are the module that was compiled, and
// objects of the one are objects of the other.
import binaryen from "binaryen";

/** The namespace of what the second module imports of the first. */
export const FIRST = "first";

/** A name in the text of a module. */
const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)`;
const DEFINED = new RegExp(`^ \\(\\w+ (${NAME})`);
const FUNCTION_OF_EXPORT = new RegExp(`^ \\(export "([^"]+)" \\(func (${NAME})\\)\\)`);
const CALLED = new RegExp(`\\((?:call|return_call|ref\\.func) (${NAME})`, "g");

/**
 * @param bytes A module with the names of its functions.
 * @param exports What only the second has.
 * @param owned Whether a function, given by its name and its text, is written for these alone. Which functions are called through the table cannot be seen: of
 *   those that nothing of the first calls otherwise, the second has these that come to such a function, the first all others.
 */
export function splitModule(bytes, exports, owned) {
  const items = itemsOf(textOf(bytes));
  const of = (kind) => items.filter((item) => item.startsWith(` (${kind} `));
  const functions = new Map(of("func").map((item) => [nameOf(item), item]));
  const [table, ...otherTables] = of("table");
  const slots = slotsOf(of("elem"));
  const isOfSecond = (item) => exports.has(FUNCTION_OF_EXPORT.exec(item)?.[1]);
  const [secondExports, firstExports] = [of("export").filter(isOfSecond), of("export").filter((item) => !isOfSecond(item))];
  const missing = [...exports].filter((name) => !secondExports.some((item) => item.startsWith(` (export "${name}" `)));
  if (missing.length > 0) throw new Error(`the module has no ${missing.join(", ")}`);

  const roots = firstExports.flatMap((item) => FUNCTION_OF_EXPORT.exec(item)?.[2] ?? []);
  const first = reached(roots, functions);
  const callsOwned = ({ name }) => [...reached([name], functions, first)].some((name) => owned(name, functions.get(name)));
  reached(slots.filter((slot) => !callsOwned(slot)).map(({ name }) => name), functions, new Set(), first);
  const second = reached(secondExports.map((item) => FUNCTION_OF_EXPORT.exec(item)[2]), functions, first);
  for (const { name } of slots) if (!first.has(name)) reached([name], functions, first, second);

  const shared = namesIn([...second].map((name) => functions.get(name)).join("\n")).filter((name) => first.has(name));
  const [globals, memories] = [of("global"), of("import").filter((item) => item.includes("(memory "))];
  const lent = [
    ...[...new Set(shared)].map((name) => ({ kind: "func", name, type: headOf(functions.get(name)) })),
    ...globals.map((item) => ({ kind: "global", name: nameOf(item), type: /^ \(global \S+ (\(mut \w+\)|\w+)/.exec(item)[1] })),
    ...[table, ...otherTables].map((item) => ({ kind: "table", name: nameOf(item), type: headOf(item).slice(0, -1) })),
  ].map((one, index) => ({ ...one, short: index.toString(36) }));
  const at = (places, has) => runsOf(places.filter(({ name }) => has.has(name))).map(({ from, names }) => ` (elem (table ${nameOf(table)}) (i32.const ${from}) func ${names.join(" ")})`);

  return {
    first: moduleOf([
      ...of("type"), ...of("import"), ...globals, ...of("memory"), ...of("data"), table, ...otherTables, ...at(slots, first), ...firstExports,
      ...lent.map(({ kind, name, short }) => ` (export "${short}" (${kind} ${name}))`),
      ...of("start"), ...[...functions].filter(([name]) => first.has(name)).map(([, item]) => item),
    ]),
    second: moduleOf([
      ...of("type"), ...of("import").filter((item) => !memories.includes(item)),
      ...memories.map((item) => item.replace(/^ \(import "[^"]*" "[^"]*"/, ` (import "${FIRST}" "memory"`)),
      ...lent.map(({ kind, name, type, short }) => ` (import "${FIRST}" "${short}" (${kind} ${name} ${type}))`),
      ...at(slots, second), ...secondExports, ...[...functions].filter(([name]) => second.has(name)).map(([, item]) => item),
    ]),
  };
}

/** What some functions call, and what these call, without what is `known`; added to `found`. */
function reached(names, functions, known = new Set(), found = new Set()) {
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (known.has(name) || found.has(name) || !functions.has(name)) continue;
    found.add(name);
    open.push(...namesIn(functions.get(name)));
  }
  return found;
}

function namesIn(text) {
  return Array.from(text.matchAll(CALLED), ([, name]) => name);
}

function nameOf(item) {
  return DEFINED.exec(item)[1];
}

/** What is on an item's first line after its name: its type. */
function headOf(item) {
  return item.split("\n", 1)[0].replace(DEFINED, "");
}

/** The place of each function in the table. */
function slotsOf(elements) {
  return elements.flatMap((item) => {
    const [, from, names] = /\(i32\.const (\d+)\) func (.*)\)$/.exec(item);
    return Array.from(names.matchAll(new RegExp(NAME, "g")), ([name], index) => ({ name, place: Number(from) + index }));
  });
}

/** Functions at places that follow each other. */
function runsOf(slots) {
  const runs = [];
  for (const { name, place } of slots) {
    const last = runs.at(-1);
    if (last && last.from + last.names.length === place) last.names.push(name);
    else runs.push({ from: place, names: [name] });
  }
  return runs;
}

/** The parts of a module, each with the lines that belong to it. */
function itemsOf(text) {
  return text.slice(text.indexOf("\n") + 1, text.lastIndexOf("\n)")).split(/\n(?= \()/);
}

function textOf(bytes) {
  const module = binaryen.readBinary(bytes);
  const text = module.emitText();
  module.dispose();
  return text;
}

function moduleOf(items) {
  const module = binaryen.parseText(`(module\n${items.join("\n")}\n)`);
  module.setFeatures(FEATURES);
  module.runPasses(["remove-unused-module-elements", "reorder-types","memory-packing","duplicate-function-elimination"]);
  if (!module.validate()) throw new Error("a part of the module is not valid");
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

const { Features } = binaryen;
/** Those that Rust's own target has. */
const FEATURES = Features.MutableGlobals | Features.NontrappingFPToInt | Features.BulkMemory | Features.SignExt | Features.ReferenceTypes | Features.Multivalue | Features.BulkMemoryOpt | Features.CallIndirectOverlong;
