/** What just happened, said in a corner of the page for a while. It covers no control for long and moves nothing. */
import { useEffect, useState } from "preact/hooks";
import { Problems } from "../features/common/problems";
import { load } from "../features/documents/actions";
import { kindWords } from "../features/documents/words";
import { openOffered } from "../features/share/open";
import { linkWords } from "../features/share/words";
import { Icon } from "../kit/status";
import { shownHistory } from "../store/history";
import { dialog, notice, say } from "../store/page";
import { type Kind, KINDS, type Notice } from "../store/types";
import { redoStep, undoStep } from "./undo";
import { shellWords } from "./words";

const SHOWN_MS = 8_000;

/** A failure is announced at once, anything else when there is a pause. */
export function NoticeBar() {
  const said = notice.value;
  return (
    <div class="toasts no-print" role={said?.tone === "failed" ? "alert" : "status"} aria-label={shellWords.notice.label}>
      {said && <Toast said={said} />}
    </div>
  );
}

function Toast({ said }: { said: Notice }) {
  const [isHeld, hold] = useState(false);
  const stays = said.tone !== "done" || isHeld;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => notice.peek() === said && say(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said, stays]);
  return (
    <div
      class={`notice ${said.tone}`}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocusCapture={() => hold(true)}
      onBlurCapture={() => hold(false)}
    >
      <Icon tone={said.tone === "failed" ? "bad" : said.tone === "done" ? "good" : "info"} />
      <div class="notice-words">
        <p>{said.text}</p>
        {said.diagnostics && <Problems diagnostics={said.diagnostics} />}
        <Actions said={said} />
      </div>
      {said.tone !== "busy" && (
        <button type="button" class="quiet dismiss" aria-label={shellWords.notice.dismiss} title={shellWords.notice.dismiss} onClick={() => say(null)}>
          ✕
        </button>
      )}
    </div>
  );
}

function Actions({ said: { question, offer, dialog: more, step, redo } }: { said: Notice }) {
  const canUndo = step !== undefined && step === shownHistory.value.lastStep.value?.id;
  const canRedo = redo !== undefined && redo === shownHistory.value.nextStep.value?.id;
  if (!question && !offer && !more && !canUndo && !canRedo) return null;
  return (
    <div class="notice-actions">
      {question &&
        KINDS.map((kind) => (
          <button type="button" onClick={() => answer(kind)}>
            {kindWords[kind]}
          </button>
        ))}
      {offer && (
        <button type="button" onClick={() => openOffered(offer)}>
          {linkWords.open}
        </button>
      )}
      {more && (
        <button type="button" onClick={() => (dialog.value = more.name)}>
          {more.words}
        </button>
      )}
      {canUndo && (
        <button type="button" onClick={undoStep}>
          {shellWords.notice.undo}
        </button>
      )}
      {canRedo && (
        <button type="button" onClick={redoStep}>
          {shellWords.notice.redo}
        </button>
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

