/** What the engine has against a value, in words of what a person has written in a column: nobody has written a string there. */
import type { ComponentChildren } from "preact";
import type { Diagnostic } from "../../engine/engine";
import { translated } from "../../engine/words";
import { sentence } from "../common/problems";
import { type Field, FIELD_KINDS } from "./fields";
import { fileWords as b } from "./words";

/** Codes of what cannot be read at all. */
const UNREADABLE = new Set(["wrong_type", "invalid_date", "amount_format"]);

/** Null where it is of the whole act. */
export function fieldOf({ code, pointer }: Diagnostic): string | null {
  return code === "missing_field" ? "care_type" : (pointer.split("/")[1] ?? null);
}

export function WrongWords({ diagnostic }: { diagnostic: Diagnostic }): ComponentChildren {
  const kind = FIELD_KINDS[fieldOf(diagnostic) as Field];
  if (diagnostic.code === "missing_field") return b.wrong.noCareType;
  if (kind && UNREADABLE.has(diagnostic.code)) return b.wrong.not[kind];
  return sentence(translated(diagnostic).message);
}
