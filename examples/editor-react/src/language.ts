// What CodeMirror asks about a coverage: problems and their fixes, completion, and what a code is.
import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { linter, type Diagnostic } from "@codemirror/lint";
import { hoverTooltip, type EditorView } from "@codemirror/view";
import type { SearchOptions } from "care-coverage";
import { translate, type Language } from "care-coverage/words";
import { catalog } from "./catalog";
import { nodeAt, pathOf } from "./json-place";

export const problems = (language: Language) => linter(({ state: { doc } }) =>
  catalog.validateCoverageText(doc.toString()).map((diagnostic): Diagnostic => {
    const { mark, severity, code, message, related, edits, fix_title } = translate(diagnostic, language);
    const changes = edits?.map(({ start, end, text }) => ({ from: start, to: end, insert: text }));
    // Edits are of the text that was judged; after another key it is judged again.
    const fix = (view: EditorView) => void (view.state.doc.eq(doc) && view.dispatch({ changes }));
    const others = related.map(({ range, message }) => ({
      name: `${range.line}: ${message}`,
      apply: (view: EditorView) => view.dispatch({ selection: { anchor: range.start }, scrollIntoView: true }),
    }));
    const actions = changes ? [{ name: fix_title ?? code, apply: fix }, ...others] : others;
    return { from: mark.start, to: mark.end, severity, message, source: code, actions };
  }), { delay: 200 });

const KINDS = new Map<unknown, SearchOptions["kind"]>([
  ["include_care_types", "care_type"], ["exclude_care_types", "care_type"],
  ["include_care_type_groups", "care_type_group"], ["exclude_care_type_groups", "care_type_group"],
]);
const known = catalog.knownValues();
const VALUES = new Map<unknown, string[]>([
  ["practitioner", known.practitioners], ["glasses_lens_complexities", known.glassesLensComplexities],
  ["allowed_treatment_modes", known.treatmentModes], ["allowed_natures_de_soins", known.naturesDeSoins],
]);

function complete({ state, pos }: CompletionContext): CompletionResult | null {
  const node = nodeAt(state, pos);
  if (node.name !== "String" || pos === node.to) return null;
  const [from, to] = [node.from + 1, node.to - 1];
  const field = pathOf(state, node).findLast((part) => typeof part === "string");
  const [values, kind] = [VALUES.get(field), KINDS.get(field)];
  if (values) return { from, to, options: values.map((label) => ({ label })) };
  if (!kind) return null;
  const hits = catalog.search(state.sliceDoc(from, pos), { kind });
  return { from, to, options: hits.map(({ short_code, label }) => ({ label: short_code, detail: label ?? "" })), filter: false };
}

export const completion = autocompletion({ override: [complete] });

export const labels = hoverTooltip(({ state }, position) => {
  const node = nodeAt(state, position + 1);
  const code = state.sliceDoc(node.from + 1, node.to - 1);
  const entry = node.name === "String" && (catalog.careType(code) ?? catalog.group(code));
  if (!entry) return null;
  const near = (catalog.groupsOf(code) ?? catalog.membersOf(code) ?? []).map(({ label, short_code }) => label ?? short_code);
  const dom = Object.assign(document.createElement("div"), { className: "hover", textContent: `${entry.label ?? code} (${near.join(", ")})` });
  return { pos: node.from, end: node.to, create: () => ({ dom }) };
});
