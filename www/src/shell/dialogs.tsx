/** The dialogs: paste a document, share the work as a link, and the stored versions, which are fetched when they are opened. */
import { loadedWords, kindWords, pasteWords } from "../features/documents/words";
import { shareWords } from "../features/share/words";
import { load } from "../features/documents/actions";
import type { ComponentChildren } from "preact";
import { problems } from "../features/common/problems";
import type { Results } from "../store/results";
import { getState, KINDS, update, type Kind, type State } from "../store/state";
import { laterView } from "../features/common/later";

const versionsPanel = laterView(
  () => import("../features/versions/view").then(({ versionsPanel }) => versionsPanel),
  () => update({}),
);

export function dialog(state: State, results: Results): ComponentChildren {
  if (state.dialog === "paste") return frame(pasteTitle(state), pasteBody(state));
  if (state.dialog === "share") return frame(shareWords.title, shareBody(state));
  if (state.dialog === "versions") return frame(loadedWords.versionsTitle, [versionsPanel(state, results), closing(shareWords.close)]);
  return null;
}

function pasteTitle({ view, paste }: State): string {
  return view === "dispense" ? pasteWords.titleDispense : paste.target === "hand" ? pasteWords.title : pasteWords.titleOther;
}

function frame(title: string, body: ComponentChildren): ComponentChildren {
  return (
    <dialog
      key={title}
      aria-labelledby="dialog-title"
      ref={shown}
      onClose={() => update({ dialog: null, versions: null, shareLink: { state: "making" } })}
    >
      <h2 id="dialog-title">{title}</h2>
      {body}
    </dialog>
  );
}

function shown(element: HTMLDialogElement | null): void {
  if (element && !element.open) element.showModal();
}

/** Closing gives the focus back to where it was, so it comes before the dialog goes. */
function close(event: Event): void {
  closer(event)();
}

/** The same for later: once the event is over, it no longer says where it was. */
export function closer(event: Event): () => void {
  const dialog = (event.currentTarget as Element).closest("dialog");
  return () => dialog?.close();
}

function closing(word: string): ComponentChildren {
  return (
    <div class="closing">
      <button type="button" onClick={close}>
        {word}
      </button>
    </div>
  );
}

function pasteBody({ paste }: State): ComponentChildren {
  const change = (change: Partial<State["paste"]>) => update({ paste: { ...getState().paste, failure: null, ...change } });
  const submit = (event: Event) => {
    const { text, kind, target } = getState().paste;
    const failure =
      text.trim() === "" ? { tone: "failed" as const, text: pasteWords.empty } : load({ text, source: loadedWords.pastedSource }, kind, target);
    if (failure) return change({ failure });
    change({ text: "" });
    close(event);
  };
  return (
    <>
      <div class="field">
        <label for="paste-text">{pasteWords.text}</label>
        <textarea
          id="paste-text"
          class="code"
          rows={12}
          spellcheck={false}
          value={paste.text}
          onInput={(event: Event) => change({ text: (event.target as HTMLTextAreaElement).value })}
        />
      </div>
      <fieldset class="field">
        <legend>{pasteWords.kind}</legend>
        <div class="choices">
          {(["auto", ...KINDS] as const).map((kind: Kind | "auto") => (
            <label class="choice">
              <input type="radio" name="paste-kind" checked={paste.kind === kind} onChange={() => change({ kind })} />
              <span>{kindWords[kind]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div role="alert">
        {paste.failure && <p class="bad">{paste.failure.text}</p>}
        {paste.failure?.diagnostics && problems(paste.failure.diagnostics, paste.text)}
      </div>
      <div class="bar-end">
        <button type="button" onClick={close}>
          {pasteWords.cancel}
        </button>
        <button type="button" class="primary" onClick={submit}>
          {pasteWords.load}
        </button>
      </div>
    </>
  );
}

function shareBody({ shareLink }: State): ComponentChildren {
  const copy = (link: string) =>
    void navigator.clipboard.writeText(link).then(() => update({ shareLink: { state: "ready", link, copied: true } }));
  return (
    <>
      <p>{shareWords.contents}</p>
      <p>{shareWords.privacy}</p>
      <div role="status">
        {shareLink.state === "making" && <p class="muted">{shareWords.making}</p>}
        {shareLink.state === "failed" && <p class="bad">{shareLink.reason}</p>}
      </div>
      {shareLink.state === "ready" && (
        <div class="field">
          <label for="share-link">{shareWords.link}</label>
          <input
            id="share-link"
            class="code"
            type="text"
            readOnly
            value={shareLink.link}
            onFocus={(event: Event) => (event.target as HTMLInputElement).select()}
          />
        </div>
      )}
      <div class="bar-end">
        <span class="muted" role="status">
          {shareLink.state === "ready" && shareLink.copied && shareWords.copied}
        </span>
        {shareLink.state === "ready" && (
          <button type="button" class="primary" onClick={() => copy(shareLink.link)}>
            {shareWords.copy}
          </button>
        )}
        <button type="button" onClick={close}>
          {shareWords.close}
        </button>
      </div>
    </>
  );
}
