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
 * @param owned Whether a function, given by its name and its text, is written for these alone.
 */
export function splitModule(bytes, exports, owned) {
  const whole = partsOf(bytes, exports);
  const { functions, slots } = whole;
  const { first, second } = divided(whole, owned);
  const written = (names) => [...functions].filter(([name]) => names.has(name)).map(([, item]) => item);
  const elements = (names) => runsOf(slots.filter(({ name }) => names.has(name))).map(({ from, names }) => ` (elem (table ${nameOf(whole.table[0])}) (i32.const ${from}) func ${names.join(" ")})`);
  const lent = lentBy(whole, first, second);
  const isMemory = (item) => item.includes("(memory ");
  return {
    first: moduleOf([
      ...whole.type, ...whole.import, ...whole.global, ...whole.memory, ...whole.data, ...whole.table, ...elements(first), ...whole.firstExports,
      ...lent.map(({ kind, name, short }) => ` (export "${short}" (${kind} ${name}))`), ...whole.start, ...written(first),
    ]),
    second: moduleOf([
      ...whole.type, ...whole.import.filter((item) => !isMemory(item)),
      ...whole.import.filter(isMemory).map((item) => item.replace(/^ \(import "[^"]*" "[^"]*"/, ` (import "${FIRST}" "memory"`)),
      ...lent.map(({ kind, name, type, short }) => ` (import "${FIRST}" "${short}" (${kind} ${name} ${type}))`),
      ...elements(second), ...whole.secondExports, ...written(second),
    ]),
  };
}

/** The items of a module by their kind; its functions by name; and the places of its first table. */
function partsOf(bytes, exports) {
  const items = itemsOf(textOf(bytes));
  const of = (kind) => items.filter((item) => item.startsWith(` (${kind} `));
  const isOfSecond = (item) => exports.has(FUNCTION_OF_EXPORT.exec(item)?.[1]);
  const secondExports = of("export").filter(isOfSecond);
  if (secondExports.length !== exports.size) throw new Error(`the module lacks some of ${[...exports]}`);
  return {
    ...Object.fromEntries(["type", "import", "global", "memory", "data", "table", "start"].map((kind) => [kind, of(kind)])),
    functions: new Map(of("func").map((item) => [nameOf(item), item])),
    slots: slotsOf(of("elem")),
    firstExports: of("export").filter((item) => !isOfSecond(item)),
    secondExports,
  };
}

/** The names of the functions of each. Who calls a function through the table cannot be seen. So of these, and of what only they call, the
 *  second has those that come to one that is written for it, and the first all others. */
function divided({ functions, slots, firstExports, secondExports }, owned) {
  const exported = (items) => items.flatMap((item) => FUNCTION_OF_EXPORT.exec(item)?.[2] ?? []);
  const names = slots.map(({ name }) => name);
  const first = reached(exported(firstExports), functions);
  const comesToOwned = (name) => [...reached([name], functions, first)].some((name) => owned(name, functions.get(name)));
  reached(names.filter((name) => !comesToOwned(name)), functions, new Set(), first);
  return { first, second: reached([...exported(secondExports), ...names], functions, first) };
}

/** What the second needs of the first: functions that it calls, all globals and tables. */
function lentBy({ functions, global, table }, first, second) {
  const called = namesIn([...second].map((name) => functions.get(name)).join("\n")).filter((name) => first.has(name));
  const lent = [
    ...[...new Set(called)].map((name) => ({ kind: "func", name, type: headOf(functions.get(name)) })),
    ...global.map((item) => ({ kind: "global", name: nameOf(item), type: /^(\(mut \w+\)|\w+)/.exec(headOf(item).trim())[1] })),
    ...table.map((item) => ({ kind: "table", name: nameOf(item), type: headOf(item).slice(0, -1) })),
  ];
  return lent.map((one, index) => ({ ...one, short: index.toString(36) }));
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
