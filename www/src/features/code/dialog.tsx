/** The call that made an answer, to be copied. */
import { close } from "../../kit/dialog";
import { Code } from "./code";
import { isDrawerOpen, shownCall } from "./model";
import { codeEntryWords } from "./entry-words";
import { codeWords as w } from "./words";

export function CodeDialog() {
  const call = shownCall.value;
  if (call === null) return null;
  const openDrawer = (event: Event) => {
    isDrawerOpen.value = true;
    close(event);
  };
  return (
    <>
      <Code call={call} name="code-of-answer" />
      <div class="bar">
        <button type="button" class="link" onClick={openDrawer}>
          {codeEntryWords.how}
        </button>
        <div class="bar-end">
          <button type="button" onClick={close}>
            {w.close}
          </button>
        </div>
      </div>
    </>
  );
}
