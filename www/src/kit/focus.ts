/** Asks for the focus; a new object asks again. With `start`, that part of a text area is selected and scrolled to. */
export interface FocusRequest {
  start?: number;
  end?: number;
}

type Ref = (element: HTMLElement | SVGElement | null) => void;

const refs = new WeakMap<object, Ref>();
const honoured = new WeakSet<object>();

/** The `ref` of an element that is asked to take the focus: each request is honoured once, also where the element is drawn anew. */
export function takesFocus(request: object | null | undefined): Ref | undefined {
  if (!request) return undefined;
  let ref = refs.get(request);
  if (!ref) refs.set(request, (ref = (element) => element && takeFocus(element, request)));
  return ref;
}

/** What has the focus in the same tree: the document knows of a shadow tree no more than its host. */
export function focusedNear(element: Element | null | undefined): Element | null {
  const root = element?.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
}

function takeFocus(element: HTMLElement | SVGElement, request: FocusRequest): void {
  if (honoured.has(request)) return;
  const { start, end } = request;
  honoured.add(request);
  element.focus();
  // As the Tab key does: what is typed next replaces the value.
  if (element instanceof HTMLInputElement && element.type === "text") element.select();
  if (!(element instanceof HTMLTextAreaElement) || start === undefined) return;
  element.setSelectionRange(start, end ?? start);
  const line = element.value.slice(0, start).split("\n").length - 1;
  element.scrollTop = line * parseFloat(getComputedStyle(element).lineHeight) - element.clientHeight / 3;
  element.scrollLeft = 0;
}
