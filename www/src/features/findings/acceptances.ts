/** Which findings are meant, and why? As a document next to the coverage, which the package takes as it is. */
import { computed } from "@preact/signals";
import type { Acceptance, Diagnostic } from "../../engine/engine";
import { patchedText } from "../../kit/json/patch";
import { isObject } from "../../kit/json/values";
import type { Editor } from "../../store/editor/editor";
import { perEditor } from "../../store/editor/per-editor";
import { analysis } from "../coverage/model";
import { type Finding, guaranteeAt } from "./findings";
import { valueAt } from "./json";
import { staleAcceptances } from "./model";

export interface AcceptedEntry {
  index: number;
  acceptance: Acceptance;
  isStale: boolean;
  /** How many findings have its reason; null where another has the same reason. */
  count: number | null;
}

/** As they are written; an entry that is no object is left to the faults. */
export const acceptedEntries = perEditor((editor) =>
  computed((): readonly AcceptedEntry[] => {
    const acceptances = editor.acceptances.value;
    const reasons = acceptances.map((acceptance) => (isObject(acceptance) ? (acceptance["reason"] ?? null) : null));
    const counts = countsByReason(editor);
    const stale = staleAcceptances(editor).value;
    return acceptances.flatMap((acceptance, index) => {
      if (!isObject(acceptance)) return [];
      const reason = reasons[index] ?? null;
      const isUnique = reasons.indexOf(reason) === reasons.lastIndexOf(reason);
      return [{ index, acceptance, isStale: stale.has(index), count: isUnique ? (counts.get(String(reason)) ?? 0) : null }];
    });
  }),
);

function countsByReason(editor: Editor): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (reason: string | undefined) => reason !== undefined && counts.set(reason, (counts.get(reason) ?? 0) + 1);
  for (const { accepted } of analysis(editor).value?.overlaps ?? []) add(accepted);
  for (const { accepted } of analysis(editor).value?.gaps ?? []) add(accepted);
  for (const { code, accepted } of editor.problems.value) if (code !== "overlap" && code !== "gap") add(accepted);
  return counts;
}

/** What keeps the engine from using them: all of them, then. */
export const acceptanceFaults = perEditor(({ catalog, acceptances }) =>
  computed((): readonly Diagnostic[] => {
    const reading = catalog.value;
    return reading.state === "ready" && acceptances.value.length > 0 ? reading.value.judgeAcceptances(acceptances.value) : [];
  }),
);

/** That these findings are meant. Gaps with the same conditions are one acceptance. */
export function acceptancesFor(editor: Editor, findings: readonly Finding[], reason: string): Acceptance[] {
  const gaps = new Map<string, Acceptance & { care_types: string[] }>();
  const all: Acceptance[] = [];
  for (const finding of findings) {
    if (finding.kind === "problem") all.push(ofPlace(editor, finding.problem.code, finding.problem.pointer, reason));
    if (finding.kind === "overlap") all.push({ code: "overlap", guarantee: finding.guarantees[1], ...regionIn(finding.region), reason });
    if (finding.kind !== "gap") continue;
    const key = JSON.stringify(finding.region.conditions);
    const same = gaps.get(key);
    if (same) same.care_types = [...same.care_types, ...finding.region.care_types].sort();
    else gaps.set(key, { code: "gap", ...regionIn(finding.region), reason });
  }
  return [...all, ...gaps.values()];
}

function regionIn({ care_types, conditions }: { care_types: string[]; conditions: NonNullable<Acceptance["conditions"]> }) {
  return { care_types: [...care_types], ...(Object.keys(conditions).length > 0 && { conditions }) };
}

/** Findings of places can be accepted by their kind, in one guarantee or in all. */
function ofPlace({ documents }: Editor, code: string, pointer: string, reason: string): Acceptance {
  const guarantee = guaranteeAt(pointer);
  const name = guarantee === null ? null : valueAt(documents.coverage.json.peek(), `/guarantees/${guarantee}/name`);
  return { code, ...(typeof name === "string" && { guarantee: name }), reason };
}

/** Said of the report itself, or undefined without it: nobody can accept those. */
const NEVER = new Set(["analysis_truncated", "diagnostics_truncated", "stale_acceptance"]);

export function canBeAccepted(finding: Finding): boolean {
  return finding.kind !== "problem" || (finding.problem.severity !== "error" && !NEVER.has(finding.problem.code));
}

/** The text of the document with these, too; null where it says something else than such a list, which is not to be lost. */
export function textWith({ documents }: Editor, added: readonly Acceptance[]): string | null {
  const { text, typedJson } = documents.acceptances;
  if (text.peek().trim() === "") return `${JSON.stringify({ accept: added }, null, 2)}\n`;
  const json = typedJson.peek();
  if (!json.ok || !isObject(json.value) || !Array.isArray(json.value["accept"])) return null;
  return patchedText(text.peek(), added.map((value) => ({ op: "add", path: "/accept/-", value })));
}
