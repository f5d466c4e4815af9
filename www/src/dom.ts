/**
 * How does a description of elements become elements, without losing focus, caret or what a person typed?
 *
 *     render(host, [h("p", { class: "muted" }, "12 care types")]);
 *
 * Each `render` compares the description with the one before and writes only the differences. An element keeps its identity while its tag and
 * its place (or its `key`) stay the same; an absent child (`false`, `null`) keeps its place. Strings and numbers become attributes, everything
 * else a property of the element.
 */

type Props = Record<string, unknown>;

export interface Description {
  readonly tag: string;
  readonly props: Props;
  readonly children: Item[];
}

type Item = Description | string;
export type Child = Item | number | null | undefined | false | readonly Child[];

/** Asks for the focus; a new object asks again. With `start`, that part of a text area is selected and scrolled to. */
export interface FocusRequest {
  start?: number;
  end?: number;
}

interface Drawn {
  item: Item;
  node: Node;
  children: Drawn[];
}

const SVG_TAGS = new Set(["svg", "path", "circle"]);
const drawnIn = new WeakMap<Element, Drawn[]>();

/** Describes one element. `key` keeps its identity in a list, `mounted` runs once it is on the page, `focus` asks for the focus. */
export function h(tag: string, props: Props = {}, ...children: Child[]): Description {
  return { tag, props, children: flatten(children) };
}

/** Makes the children of `host` what the description says. */
export function render(host: Element, children: Child): void {
  const before = drawnIn.get(host);
  if (!before) host.replaceChildren();
  const after: (() => void)[] = [];
  drawnIn.set(host, reconcile(host, before ?? [], flatten([children]), after));
  for (const run of after) run();
}

function flatten(children: readonly Child[]): Item[] {
  return children.flatMap((child): Item[] => {
    if (Array.isArray(child)) return flatten(child);
    if (child === null || child === undefined || child === false) return [""];
    return [typeof child === "number" ? String(child) : (child as Item)];
  });
}

function keyOf(item: Item): unknown {
  return typeof item === "string" ? undefined : item.props["key"];
}

function sameKind(a: Item, b: Item): boolean {
  return typeof a === "string" || typeof b === "string" ? typeof a === typeof b : a.tag === b.tag;
}

function reconcile(parent: Element, before: Drawn[], items: Item[], after: (() => void)[]): Drawn[] {
  const keyed = new Map(before.flatMap((drawn) => (keyOf(drawn.item) === undefined ? [] : [[keyOf(drawn.item), drawn] as const])));
  const unkeyed = before.filter((drawn) => keyOf(drawn.item) === undefined);
  const next = items.map((item) => {
    const key = keyOf(item);
    const candidate = key === undefined ? unkeyed.shift() : keyed.get(key);
    return { item, old: candidate && sameKind(candidate.item, item) ? candidate : undefined };
  });
  // Removing first leaves the survivors in order, so that a focused element is rarely moved (moving takes the focus away).
  const kept = new Set(next.map(({ old }) => old));
  for (const drawn of before) if (!kept.has(drawn)) parent.removeChild(drawn.node);
  return next.map(({ item, old }, index) => {
    const drawn = old ?? create(item);
    if (parent.childNodes[index] !== drawn.node) parent.insertBefore(drawn.node, parent.childNodes[index] ?? null);
    return update(drawn, item, !old, after);
  });
}

function create(item: Item): Drawn {
  if (typeof item === "string") return { item, node: document.createTextNode(item), children: [] };
  const node = SVG_TAGS.has(item.tag) ? document.createElementNS("http://www.w3.org/2000/svg", item.tag) : document.createElement(item.tag);
  return { item: { ...item, props: {} }, node, children: [] };
}

function update(drawn: Drawn, item: Item, isNew: boolean, after: (() => void)[]): Drawn {
  if (typeof item === "string") {
    if (drawn.item !== item) drawn.node.nodeValue = item;
    return { item, node: drawn.node, children: [] };
  }
  const element = drawn.node as Element;
  const old = (drawn.item as Description).props;
  for (const name of Object.keys(old)) if (!(name in item.props)) setProperty(element, name, undefined);
  for (const [name, value] of Object.entries(item.props)) if (value !== old[name] && !isLive(name)) setProperty(element, name, value);
  // An own element draws its inside itself.
  const children = item.tag.includes("-") ? [] : reconcile(element, drawn.children, item.children, after);
  // After the children: a select only takes the value of an option it has.
  for (const name of ["value", "checked"]) {
    if (name in item.props && Reflect.get(element, name) !== item.props[name]) Reflect.set(element, name, item.props[name]);
  }
  const { mounted, focus } = item.props as { mounted?: (element: Element) => void; focus?: FocusRequest | null };
  if (isNew && mounted) after.push(() => mounted(element));
  if (focus && focus !== old["focus"]) after.push(() => takeFocus(element as HTMLElement, focus));
  return { item, node: element, children };
}

/** Compared with the element rather than with the description before: a person changes these. */
function isLive(name: string): boolean {
  return name === "value" || name === "checked" || name === "key" || name === "mounted" || name === "focus";
}

function setProperty(element: Element, name: string, value: unknown): void {
  if (typeof value === "string" || typeof value === "number") element.setAttribute(name, String(value));
  else if (name in element && typeof Reflect.get(element, name) !== "string") Reflect.set(element, name, value ?? (name.startsWith("on") ? null : undefined));
  else element.removeAttribute(name);
}

function takeFocus(element: HTMLElement, { start, end }: FocusRequest): void {
  element.focus();
  if (!(element instanceof HTMLTextAreaElement) || start === undefined) return;
  element.setSelectionRange(start, end ?? start);
  const line = element.value.slice(0, start).split("\n").length - 1;
  element.scrollTop = line * parseFloat(getComputedStyle(element).lineHeight) - element.clientHeight / 3;
  element.scrollLeft = 0;
}
