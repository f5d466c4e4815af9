// Values that are not plain JSON but are good input: how each is made from a good JSON value, and what it must be read as.
import vm from "node:vm";

/** Not there at all. */
export const LEFT_OUT = Symbol("left out");

const realm = vm.createContext({});
const foreignJson = vm.runInContext("(text) => JSON.parse(text)", realm);
const foreignSet = vm.runInContext("(text) => new Set(JSON.parse(text))", realm);

const isObject = (value) => value !== null && typeof value === "object";
const same = (good) => good;
/** The good value, or where it is none of the kind that is asked for, a small one that is. */
const container = (good) => (isObject(good) ? good : { a: [1] });
const array = (good) => (Array.isArray(good) ? good : ["x"]);
const deep = (make) => (good) => rebuilt(container(good), make);

/** A copy of a JSON value in which `make` has replaced every array and object, the innermost first. */
function rebuilt(value, make) {
  if (Array.isArray(value)) return make(value.map((item) => rebuilt(item, make)));
  if (!isObject(value)) return value;
  return make(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rebuilt(member, make)])));
}

const onObjects = (make) => (value) => (Array.isArray(value) ? value : make(value));
const onArrays = (make) => (value) => (Array.isArray(value) ? make(value) : value);

class LyingSet extends Set {
  get size() { return 1e9; }
  *values() { yield "nothing"; }
  [Symbol.iterator]() { throw new Error("no"); }
}

/** `make(good)` is put in place of the good value; `means(good, parent)` is the JSON value that it must be read as. */
export const usable = [
  { name: "undefined", make: () => undefined, means: () => LEFT_OUT },
  { name: "frozen", make: deep(Object.freeze), means: container },
  { name: "without prototype", make: deep(onObjects((made) => Object.assign(Object.create(null), made))), means: container },
  { name: "of another realm", make: (good) => foreignJson(JSON.stringify(container(good))), means: container },
  { name: "transparent proxies", make: deep((made) => new Proxy(made, {})), means: container },
  { name: "with symbol keys", make: deep((made) => Object.assign(made, { [Symbol("a")]: 1, [Symbol.iterator]: 1, [Symbol.toPrimitive]: 1 })), means: container },
  { name: "with fields that are undefined", make: deep(onObjects((made) => ({ ...made, more: undefined }))), means: container },
  { name: "with fields that are not enumerable", make: deep(onObjects((made) => Object.defineProperty(made, "more", { value: 1 }))), means: container },
  { name: "arrays with properties", make: deep(onArrays((made) => Object.assign(made, { more: 1, map: 1 }))), means: container },
  { name: "a subclass of Array", make: (good) => class extends Array {}.from(array(good)), means: array },
  { name: "an array without prototype", make: (good) => Object.setPrototypeOf(array(good).slice(), null), means: array },
  { name: "a Set", make: (good) => new Set(array(good)), means: array },
  { name: "a Set of another realm", make: (good) => foreignSet(JSON.stringify(array(good))), means: array },
  { name: "a frozen Set", make: (good) => Object.freeze(new Set(array(good))), means: array },
  { name: "a Set that lies", make: (good) => new LyingSet(array(good)), means: array },
  { name: "a Set of a Set", make: (good) => new Set([new Set(array(good))]), means: (good) => [array(good)] },
  { name: "an empty Set", make: () => new Set(), means: () => [] },
  { name: "Sets in place of all arrays", make: deep(onArrays((made) => new Set(made))), means: container },
];

/** The same for properties: `define(good, again)` describes the property; `again` asks a good question of the same object. */
export const usableProperties = [
  { name: "a getter of the good value", define: (good) => ({ get: () => good }), means: same },
  { name: "a getter that asks the same object", define: (good, again) => ({ get: () => (again(), good) }), means: same },
  { name: "a getter of undefined", define: () => ({ get: () => undefined }), means: () => LEFT_OUT },
  { name: "a setter", define: () => ({ set() {} }), means: () => LEFT_OUT },
  { name: "not enumerable", define: (good) => ({ value: good, enumerable: false }), means: (good, parent) => (Array.isArray(parent) ? good : LEFT_OUT) },
  { name: "not writable", define: (good) => ({ value: good, writable: false, configurable: false }), means: same },
];
