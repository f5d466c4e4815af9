/** What just happened, said at the top of the page. */
import { Problems } from "../features/common/problems";
import { load } from "../features/documents/actions";
import { kindWords } from "../features/documents/words";
import { openOffered } from "../features/share/open";
import { linkWords } from "../features/share/words";
import { Icon } from "../kit/status";
import { lastStep, nextStep } from "../store/history";
import { notice, say } from "../store/page";
import { type Kind, KINDS } from "../store/types";
import { redoStep, undoStep } from "./undo";
import { shellWords } from "./words";

/** A failure is announced at once, anything else when there is a pause. */
export function NoticeBar() {
  const said = notice.value;
  return (
    <div class="notice-area" role={said?.tone === "failed" ? "alert" : "status"} aria-label={shellWords.notice.label}>
      {said && (
        <div class={`notice ${said.tone}`}>
          <Icon tone={said.tone === "failed" ? "bad" : said.tone === "done" ? "good" : "info"} />
          <div>
            <p>{said.text}</p>
            {said.diagnostics && <Problems diagnostics={said.diagnostics} />}
          </div>
          <div class="bar-end">
            {said.question &&
              KINDS.map((kind) => (
                <button type="button" onClick={() => answer(kind)}>
                  {kindWords[kind]}
                </button>
              ))}
            {said.offer && (
              <button type="button" onClick={() => openOffered(said.offer!)}>
                {linkWords.open}
              </button>
            )}
            {said.step !== undefined && said.step === lastStep.value?.id && (
              <button type="button" onClick={undoStep}>
                {shellWords.notice.undo}
              </button>
            )}
            {said.redo !== undefined && said.redo === nextStep.value?.id && (
              <button type="button" onClick={redoStep}>
                {shellWords.notice.redo}
              </button>
            )}
            {said.tone !== "busy" && (
              <button type="button" class="quiet" onClick={() => say(null)}>
                {shellWords.notice.dismiss}
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function answer(kind: Kind): void {
  const question = notice.value?.question;
  if (!question) return;
  const failure = load(question.loaded, kind, question.target);
  if (failure) say(failure);
}

