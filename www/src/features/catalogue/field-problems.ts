/** What is wrong with a field of the form? What the engine finds in the catalogue as it would be, where it is about that field. */
import { segmentsOf } from "../../kit/json/tree";
import { plainSentence } from "../common/sentences";
import type { EntryDraft } from "./draft";
import { impact } from "./impact";
import { editWords } from "./words";

export function fieldProblem({ code, was }: EntryDraft, field: "short_code" | "care_type_group_ids"): string | null {
  const now = impact.value;
  // An empty code of a new entry is not worth a complaint before it is typed.
  if (field === "short_code" && code === "") return was === null ? null : editWords.needCode;
  if (now.state !== "refused") return null;
  const found = now.diagnostics.find(({ pointer }) => segmentsOf(pointer).includes(field));
  return found ? plainSentence(found.message) : null;
}
