/** What is around the parts of an element: its editor, its messages, and that it can be disabled. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { EditorProvider, useEditor } from "../../www/src/features/common/editor";
import { OrFailure } from "../../www/src/features/common/failure";
import { Problems } from "../../www/src/features/common/problems";
import { Icon } from "../../www/src/kit/status";
import type { Editor } from "../../www/src/store/editor/editor";
import { elementWords } from "./element-words";

const SHOWN_MS = 8_000;

export function Frame({ editor, isDisabled, children }: { editor: Editor; isDisabled: boolean; children: ComponentChildren }) {
  return (
    <EditorProvider value={editor}>
      <fieldset disabled={isDisabled} role="none">
        <OrFailure>{children}</OrFailure>
      </fieldset>
      <Messages />
    </EditorProvider>
  );
}

/** A failure stays until it is put away. */
function Messages() {
  const { notice, history, say } = useEditor();
  const said = notice.value;
  useEffect(() => {
    if (said?.tone !== "done") return;
    const timer = setTimeout(() => notice.peek() === said && say(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const canUndo = said?.step !== undefined && said.step === history.lastStep.value?.id;
  return (
    <div role={said?.tone === "failed" ? "alert" : "status"} part="messages" aria-label={elementWords.messages}>
      {said && (
        <div class={`notice ${said.tone}`}>
          <Icon tone={said.tone === "failed" ? "bad" : "good"} />
          <div class="notice-words">
            <p>{said.text}</p>
            {said.diagnostics && <Problems diagnostics={said.diagnostics} />}
            {canUndo && (
              <div class="notice-actions">
                <button type="button" onClick={() => history.undo() && say(null)}>
                  {elementWords.undo}
                </button>
              </div>
            )}
          </div>
          <button type="button" class="quiet dismiss" aria-label={elementWords.dismiss} title={elementWords.dismiss} onClick={() => say(null)}>
            ✕
          </button>
        </div>
      )}
    </div>
  );
}
