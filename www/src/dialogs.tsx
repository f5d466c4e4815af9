/** The dialogs: paste a document, share the work as a link, and the stored versions, which are fetched when they are opened. */
import { load } from "./documents";
import type { ComponentChildren } from "preact";
import { messages as m } from "./messages";
import { problems } from "./problems";
import type { Results } from "./results";
import { getState, KINDS, update, type Kind, type State } from "./state";
import { laterView } from "./views/later";

const versionsPanel = laterView(
  () => import("./views/versions").then(({ versionsPanel }) => versionsPanel),
  () => update({}),
);

export function dialog(state: State, results: Results): ComponentChildren {
  if (state.dialog === "paste") return frame(pasteTitle(state), pasteBody(state));
  if (state.dialog === "share") return frame(m.share.title, shareBody(state));
  if (state.dialog === "versions") return frame(m.loaded.versionsTitle, [versionsPanel(state, results), closing(m.share.close)]);
  return null;
}

function pasteTitle({ view, paste }: State): string {
  return view === "dispense" ? m.paste.titleDispense : paste.target === "hand" ? m.paste.title : m.paste.titleOther;
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
      text.trim() === "" ? { tone: "failed" as const, text: m.paste.empty } : load({ text, source: m.loaded.pastedSource }, kind, target);
    if (failure) return change({ failure });
    change({ text: "" });
    close(event);
  };
  return (
    <>
      <div class="field">
        <label for="paste-text">{m.paste.text}</label>
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
        <legend>{m.paste.kind}</legend>
        <div class="choices">
          {(["auto", ...KINDS] as const).map((kind: Kind | "auto") => (
            <label class="choice">
              <input type="radio" name="paste-kind" checked={paste.kind === kind} onChange={() => change({ kind })} />
              <span>{m.kinds[kind]}</span>
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
          {m.paste.cancel}
        </button>
        <button type="button" class="primary" onClick={submit}>
          {m.paste.load}
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
      <p>{m.share.contents}</p>
      <p>{m.share.privacy}</p>
      <div role="status">
        {shareLink.state === "making" && <p class="muted">{m.share.making}</p>}
        {shareLink.state === "failed" && <p class="bad">{shareLink.reason}</p>}
      </div>
      {shareLink.state === "ready" && (
        <div class="field">
          <label for="share-link">{m.share.link}</label>
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
          {shareLink.state === "ready" && shareLink.copied && m.share.copied}
        </span>
        {shareLink.state === "ready" && (
          <button type="button" class="primary" onClick={() => copy(shareLink.link)}>
            {m.share.copy}
          </button>
        )}
        <button type="button" onClick={close}>
          {m.share.close}
        </button>
      </div>
    </>
  );
}
