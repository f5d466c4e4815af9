// Values that no caller should hand over: how each is made, some from the good value that they replace.
import vm from "node:vm";

const realm = vm.createContext({});
const foreign = (code) => vm.runInContext(code, realm);
const fail = () => { throw new Error("trapped"); };
const container = (good) => (good !== null && typeof good === "object" ? good : {});
const array = (good) => (Array.isArray(good) ? good : ["x"]);

class Point {
  constructor(good) { Object.assign(this, good); }
  toJSON() { return "x"; }
}

/** Makes a value once, when it is first wanted. */
function once(make) {
  let made;
  return () => (made ??= make());
}

function nested(levels, wrap) {
  let value = wrap(1);
  for (let level = 1; level < levels; level++) value = wrap(value);
  return value;
}

/** An object whose fields `fill` makes from the object itself. */
function cycle(fill) {
  const object = {};
  return Object.assign(object, fill(object));
}

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const allTrapsThrow = new Proxy({}, { get: () => fail });
const endless = () => ({ get more() { return endless(); } });
const oneMiB = once(() => "x".repeat(2 ** 20));
const longKey = once(() => `k${oneMiB()}`);

/** Cannot be used anywhere: an error at its place, by the code that it has where any JSON may be. */
export const refused = {
  wrong_type: {
    "a function": (good) => Object.defineProperties(() => good, Object.getOwnPropertyDescriptors(container(good))),
    "a class": () => Point,
    "a symbol": () => Symbol("x"),
    "a bigint": () => 1n,
    "NaN": () => NaN,
    "Infinity": () => Infinity,
    "-Infinity": () => -Infinity,
    "a Date": () => new Date(0),
    "a Map": () => new Map([["a", 1]]),
    "a WeakMap": () => new WeakMap(),
    "a WeakSet": () => new WeakSet(),
    "a RegExp": () => /x/,
    "an Error": () => new Error("x"),
    "a Promise": () => Promise.resolve(1),
    "a URL": () => new URL("file:///"),
    "an instance of a class": (good) => new Point(good),
    "an object that inherits from a plain one": (good) => Object.create({ ...good }),
    "a boxed string": () => Object("x"),
    "a boxed number": () => Object(1),
    "a boxed boolean": () => Object(true),
    "a boxed bigint": () => Object(1n),
    "a boxed symbol": () => Object(Symbol("x")),
    "bytes": () => new Uint8Array(3),
    "doubles": () => new Float64Array(3),
    "an ArrayBuffer": () => new ArrayBuffer(8),
    "a DataView": () => new DataView(new ArrayBuffer(8)),
    "a memory": () => new WebAssembly.Memory({ initial: 1 }),
    "a generator": () => (function* () { yield 1; })(),
    "an iterator of an array": () => [1].values(),
    "a Date of another realm": () => foreign("new Date(0)"),
    "a Map of another realm": () => foreign("new Map()"),
    "an instance of a class of another realm": () => foreign("new (class Point {})"),
    "what only inherits from Set": () => Object.create(Set.prototype),
    "a proxy of a Set": (good) => new Proxy(new Set(array(good)), {}),
    "a sparse array": (good) => Object.assign([], { [array(good).length]: 1 }),
    "an array with undefined": (good) => [...array(good), undefined],
    "a Set with undefined": (good) => new Set([...array(good), undefined]),
    "a revoked proxy of a function": () => revoked(() => 1),
    "a proxy of a function whose every trap throws": () => new Proxy(fail, allTrapsThrow),
  },
  unreadable_value: {
    "a revoked proxy of an object": () => revoked({}),
    "a revoked proxy of an array": () => revoked([]),
    "a proxy whose every trap throws": (good) => new Proxy({ ...good }, allTrapsThrow),
    "a proxy of an array whose every trap throws": (good) => new Proxy(array(good), allTrapsThrow),
    "a proxy that does not give its keys": (good) => new Proxy({ ...good }, { ownKeys: fail }),
    "a proxy that does not give its prototype": (good) => new Proxy({ ...good }, { getPrototypeOf: fail }),
    "a proxy that does not describe its keys": () => new Proxy({ a: 1 }, { getOwnPropertyDescriptor: fail }),
    "a proxy that gives a key twice": () => new Proxy({}, { ownKeys: () => ["a", "a"] }),
    "a proxy with a number as a key": () => new Proxy({}, { ownKeys: () => [1] }),
    "a proxy that claims 2^32 keys": () => new Proxy({}, { ownKeys: () => ({ length: 2 ** 32 }) }),
    "a proxy of an array whose length is text": (good) => new Proxy(array(good), { get: (_, key) => (key === "length" ? "2" : 1) }),
    "100,000 proxies in each other": once(() => nested(100_000, (inner) => new Proxy(Object(inner), {}))),
  },
  invalid_string: {
    "a lone surrogate": () => "a\ud800",
    "a lone second surrogate": () => "\udc00a",
    "a lone surrogate next to a replacement character": () => "\ufffd\ud800",
    "a key with a lone surrogate": (good) => ({ ...good, "a\udfff": 1 }),
  },
  too_deep: {
    "100,000 objects in each other": once(() => nested(100_000, (inner) => ({ inner }))),
    "100,000 arrays in each other": once(() => nested(100_000, (inner) => [inner])),
    "100,000 Sets in each other": once(() => nested(100_000, (inner) => new Set([inner]))),
    "a cycle": () => cycle((self) => ({ self })),
    "a cycle of two": () => cycle((self) => ({ a: { b: self } })),
    "a cycle through arrays": () => cycle((self) => ({ a: [[self]] })),
    "a cycle that branches": () => cycle((self) => ({ a: self, b: [self] })),
    "a Set that holds itself": () => { const set = new Set(); return set.add(set); },
    "getters of new objects without end": endless,
  },
  too_large: {
    "a string over 1 MiB": () => `${oneMiB()}x`,
    "a string over 1 MiB in bytes, not in letters": once(() => `x${"é".repeat(2 ** 19)}`),
    "a key over 1 MiB": (good) => ({ ...good, [longKey()]: 1 }),
  },
};

/** Properties that cannot be read, wherever they are. */
export const refusedProperties = {
  "a getter that throws": () => ({ get: fail }),
  "a getter that throws null": () => ({ get() { throw null; } }),
  "a getter that throws a list": () => ({ get() { throw [{ code: "mine" }]; } }),
  "a getter that throws a CoverageError": (good, again, api) => ({ get() { throw new api.CoverageError([]); } }),
  "a getter without end": () => ({ get: function without() { return without() + 1; } }),
  "a getter of a function": () => ({ get: () => fail }),
};

/** JSON of another shape, if odd: an answer, or an error about this place. */
export const odd = {
  ...Object.fromEntries(
    [null, true, false, 0, -1, 1.5, 1e300, Number.MIN_VALUE, 2 ** 53, "", "x", "\u0000", "\ufeff\ufffd", [], [null], [[[]]], {}, { a: 1 }]
      .map((value) => [`the JSON value ${JSON.stringify(value)}`, () => value]),
  ),
  "a key __proto__": (good) => Object.defineProperty({ ...good }, "__proto__", { value: { polluted: true }, enumerable: true, configurable: true, writable: true }),
  "keys of every object": (good) => ({ ...good, constructor: 1, toString: 1, hasOwnProperty: 1, valueOf: 1, toJSON: () => 1 }),
  "an empty key": (good) => ({ ...good, "": 1 }),
  "a key that must be escaped": (good) => ({ ...good, "a/b~c": 1 }),
  "1,000 more fields": once(() => Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`field_${index}`, index]))),
  "what looks like an array": () => ({ length: 1, 0: "x" }),
  "arguments": (good) => (function () { return arguments; })(good),
  "a namespace object": () => Math,
  "a Map that says it is plain": () => new Proxy(new Map(), { getPrototypeOf: () => null }),
  "a proxy with a field that is not there": () => new Proxy({}, { ownKeys: () => ["a"], getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) }),
  "a proxy with another answer each time": (good) => { let count = 0; return new Proxy(container(good), { get: (target, key) => (count++ % 2 ? target[key] : count) }); },
  "an array whose length lies": (good) => new Proxy(array(good), { get: (target, key) => (key === "length" ? -1 : target[key]) }),
};

/** Takes long to refuse, wherever it is: too many values, or too much text. The slowest last. */
export const heavy = {
  "2,000,000 numbers": once(() => new Array(2_000_000).fill(1)),
  "more than 64 MiB of text": once(() => Array(65).fill(oneMiB())),
  "more than 64 MiB of text in two-byte letters": once(() => Array(65).fill("é".repeat(2 ** 19))),
  "more than 64 MiB of keys": once(() => Array(65).fill({ [oneMiB()]: 1 })),
  "an array of 2^32 - 1 holes": () => new Array(2 ** 32 - 1),
  "a proxy of an array without end": () => new Proxy([], { get: (_, key) => (key === "length" ? Infinity : 1) }),
  "a Set of 1,000,001 numbers": () => new Set(Array(1_000_001).keys()),
  "1,000,001 fields": () => Object.fromEntries(Array.from({ length: 1_000_001 }, (_, index) => [`k${index}`, 1])),
  "a cycle of 30 branches": () => cycle((self) => Array(30).fill(self)),
  "objects that hold each other twice": () => nested(60, (inner) => ({ a: inner, b: inner })),
};
