// What the language service says, as elements: sentences with code in backticks, and Markdown (paragraphs, lists, bold, code). What a person
// wrote stays text.

export function messageOf(message: string, className: string): HTMLElement {
  const root = Object.assign(document.createElement("span"), { className });
  root.append(...message.split("`").map((part, index) => (index % 2 === 0 ? part : Object.assign(document.createElement("code"), { textContent: part }))));
  return root;
}

export function elementOf(markdown: string, className: string): HTMLElement {
  const root = Object.assign(document.createElement("div"), { className });
  for (const block of markdown.split("\n\n")) {
    const isList = block.startsWith("- ");
    const parent = root.appendChild(document.createElement(isList ? "ul" : "p"));
    if (!isList) parent.append(...inline(block));
    else for (const item of block.slice(2).split("\n- ")) parent.appendChild(document.createElement("li")).append(...inline(item));
  }
  return root;
}

/** Code, bold, and characters that are escaped. */
const PARTS = /`([^`]*)`|\*\*((?:\\.|[^\\*])*)\*\*|\\([^])/g;

function inline(text: string): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const { 0: part, 1: code, 2: bold, 3: escaped, index } of text.matchAll(PARTS)) {
    if (index > at) nodes.push(document.createTextNode(text.slice(at, index)));
    at = index + part.length;
    if (escaped !== undefined) nodes.push(document.createTextNode(escaped));
    else nodes.push(Object.assign(document.createElement(code === undefined ? "strong" : "code"), { textContent: code ?? bold!.replaceAll(/\\(.)/g, "$1") }));
  }
  if (at < text.length) nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}
