/** What is wrong with the act is said at its fields: the ways to them. What no field has is said here. */
import type { Diagnostic } from "../../engine/engine";
import { factName } from "../common/act-words";
import { sentence } from "../common/problems";
import { askFor } from "./ask";

export function ToMend({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  const fields = new Map(diagnostics.map((found) => [found.pointer.split("/")[1] ?? "", found]));
  return (
    <ul class="asked">
      {[...fields].map(([field, { message }]) => {
        const ask = askFor(field);
        return (
          <li key={field}>
            {ask ? (
              <button type="button" onClick={ask}>
                {factName(field)}
              </button>
            ) : (
              sentence(message)
            )}
          </li>
        );
      })}
    </ul>
  );
}
