// The cases of tests/language: what the language service answers to each. Plain JavaScript, so that the same file runs wherever the package
// does, and through the worker as well.

export const MARK = "‸";

/** The text without its marks, and where they were. */
export function marked(text) {
  const parts = text.split(MARK);
  let at = 0;
  const offsets = parts.slice(0, -1).map((part) => (at += part.length));
  return { text: parts.join(""), offsets };
}

/** With the spaces of a keyboard. */
const typed = (text) => text.replaceAll(/[\u00a0\u202f]/g, " ");

export function edited(text, edits) {
  let [result, at] = ["", 0];
  for (const { start, end, text: inserted } of edits) {
    if (start < at) throw new Error(`edits overlap at ${start}`);
    result += text.slice(at, start) + inserted;
    at = end;
  }
  return result + text.slice(at);
}

/** The text with a completion, and a mark where the cursor is. */
export function completed(text, { range: { start, end }, insert, cursor }) {
  return text.slice(0, start) + insert.slice(0, cursor) + MARK + insert.slice(cursor) + text.slice(end);
}

const pick = (wanted, make) => Object.fromEntries(Object.keys(wanted).map((key) => [key, make(key)]));

/** By file: what a case says must come, and what comes. */
export const ASKED = {
  async completions({ labels, first, not, after }, document, { text, offsets: [offset] }) {
    const found = await document.completions(offset);
    const names = found.map(({ label }) => label);
    const got = {
      ...(labels && { labels: names }), ...(first && { first: names.slice(0, first.length) }), ...(not && { not: not.filter((label) => !names.includes(label)) }),
      ...(after && { after: pick(after, (label) => completed(text, found.find((one) => one.label === label) ?? { range: { start: 0, end: 0 }, insert: "none", cursor: 0 })) }),
    };
    return [{ ...(labels && { labels }), ...(first && { first }), ...(not && { not }), ...(after && { after }) }, got];
  },
  async hovers({ markdown, at }, document, { text, offsets: [offset] }) {
    const hover = await document.hover(offset ?? text.indexOf(at) + 1);
    const of = hover && at ? { of: text.slice(hover.range.start, hover.range.end) } : {};
    return [{ markdown, ...(at && { of: at }) }, { markdown: hover && typed(hover.markdown), ...of }];
  },
  async actions({ titles, kinds, after }, document, { text, offsets: [start, end = start] }) {
    const found = await document.codeActions({ start, end });
    const got = {
      ...(titles && { titles: found.map(({ title }) => title) }), ...(kinds && { kinds: found.map(({ kind }) => kind) }),
      ...(after && { after: pick(after, (title) => edited(text, found.find((one) => one.title === title)?.edits ?? [{ start: 0, end: text.length, text: "none" }])) }),
    };
    return [{ ...(titles && { titles }), ...(kinds && { kinds }), ...(after && { after }) }, got];
  },
  async names({ definition, references, rename }, document, { text, offsets: [offset] }) {
    const got = {};
    if (definition !== undefined) got.definition = await document.definition(offset);
    if (references !== undefined) got.references = (await document.references(offset)).map(({ pointer, through }) => [pointer, through]);
    if (rename !== undefined) {
      got.rename = {};
      for (const name of Object.keys(rename)) {
        const { edits, reason } = await document.rename(offset, name);
        got.rename[name] = reason ?? [edited(text, edits)];
      }
    }
    return [{ ...(definition !== undefined && { definition }), ...(references && { references }), ...(rename && { rename }) }, got];
  },
  async diagnostics({ found, codes }, document, { text }) {
    const all = await document.diagnostics();
    if (codes) return [codes, all.map(({ code }) => code)];
    const got = all.map(({ code, pointer, range, message }, index) => [code, pointer, text.slice(range.start, range.end), ...(found[index]?.length > 3 ? [message] : [])]);
    return [found, got];
  },
  async layout({ formatted, symbols, folding }, document, { text }) {
    const names = (list) => list.map(({ name, kind, children }) => [name, kind, ...(children.length > 0 ? [names(children)] : [])]);
    const got = {};
    if (formatted !== undefined) got.formatted = edited(text, await document.format());
    if (symbols !== undefined) got.symbols = names(await document.symbols());
    if (folding !== undefined) got.folding = (await document.folding()).map(({ start, end }) => text.slice(start, end));
    return [{ ...(formatted !== undefined && { formatted }), ...(symbols && { symbols }), ...(folding && { folding }) }, got];
  },
};

/** The cases of a file, each with what must come and what comes; `open` opens a text with a kind and a language. */
export async function* answers(name, { cases, coverage }, open) {
  for (const given of cases) {
    const of = marked(given.text ?? coverage);
    const document = await open(of.text, given.kind, given.language ?? "en");
    const [want, got] = await ASKED[name](given, document, of);
    document.free();
    yield { id: given.id, note: given.note, want, got };
  }
}
