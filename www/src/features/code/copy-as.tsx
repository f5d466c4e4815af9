/** From an answer to the call that made it, as code. */
import { showCode } from "./actions";
import type { Call } from "./call";
import { codeWords } from "./words";

export function CopyAs({ call }: { call: Call | null }) {
  if (call === null) return null;
  return (
    <button type="button" class="quiet copy-as no-print" onClick={() => showCode(call)}>
      {codeWords.copyAs}
    </button>
  );
}
