/** The dialogs: paste a document, share the work as a link, and the stored versions, which are fetched when they are opened. */
import { load } from "./documents";
import { h, type Child } from "./dom";
import { messages as m } from "./messages";
import { problems } from "./problems";
import type { Results } from "./results";
import { getState, KINDS, update, type Kind, type State } from "./state";
import { laterView } from "./views/later";

const versionsPanel = laterView(() => import("./views/versions").then(({ versionsPanel }) => versionsPanel), () => update({}));

export function dialog(state: State, results: Results): Child {
  if (state.dialog === "paste") return frame(pasteTitle(state), pasteBody(state));
  if (state.dialog === "share") return frame(m.share.title, shareBody(state));
  if (state.dialog === "versions") return frame(m.loaded.versionsTitle, [versionsPanel(state, results), closing(m.share.close)]);
  return null;
}

function pasteTitle({ view, paste }: State): string {
  return view === "dispense" ? m.paste.titleDispense : paste.target === "hand" ? m.paste.title : m.paste.titleOther;
}

function frame(title: string, body: Child): Child {
  return h("dialog", {
    key: title,
    "aria-labelledby": "dialog-title",
    mounted: (element: HTMLDialogElement) => element.showModal(),
    onclose: () => update({ dialog: null, versions: null, shareLink: { state: "making" } }),
  }, h("h2", { id: "dialog-title" }, title), body);
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

function closing(word: string): Child {
  return h("div", { class: "closing" }, h("button", { type: "button", onclick: close }, word));
}

function pasteBody({ paste }: State): Child {
  const change = (change: Partial<State["paste"]>) => update({ paste: { ...getState().paste, failure: null, ...change } });
  const submit = (event: Event) => {
    const { text, kind, target } = getState().paste;
    const failure = text.trim() === "" ? { tone: "failed" as const, text: m.paste.empty } : load({ text, source: m.loaded.pastedSource }, kind, target);
    if (failure) return change({ failure });
    change({ text: "" });
    close(event);
  };
  return [
    h("div", { class: "field" },
      h("label", { for: "paste-text" }, m.paste.text),
      h("textarea", {
        id: "paste-text", class: "code", rows: 12, spellcheck: "false", value: paste.text,
        oninput: (event: Event) => change({ text: (event.target as HTMLTextAreaElement).value }),
      })),
    h("fieldset", { class: "field" },
      h("legend", {}, m.paste.kind),
      h("div", { class: "choices" }, (["auto", ...KINDS] as const).map((kind: Kind | "auto") =>
        h("label", { class: "choice" },
          h("input", { type: "radio", name: "paste-kind", checked: paste.kind === kind, onchange: () => change({ kind }) }),
          h("span", {}, m.kinds[kind]))))),
    h("div", { role: "alert" },
      paste.failure && h("p", { class: "bad" }, paste.failure.text),
      paste.failure?.diagnostics && problems(paste.failure.diagnostics, paste.text)),
    h("div", { class: "bar-end" },
      h("button", { type: "button", onclick: close }, m.paste.cancel),
      h("button", { type: "button", class: "primary", onclick: submit }, m.paste.load)),
  ];
}

function shareBody({ shareLink }: State): Child {
  const copy = (link: string) => void navigator.clipboard.writeText(link).then(() => update({ shareLink: { state: "ready", link, copied: true } }));
  return [
    h("p", {}, m.share.contents),
    h("p", {}, m.share.privacy),
    h("div", { role: "status" },
      shareLink.state === "making" && h("p", { class: "muted" }, m.share.making),
      shareLink.state === "failed" && h("p", { class: "bad" }, shareLink.reason)),
    shareLink.state === "ready" && h("div", { class: "field" },
      h("label", { for: "share-link" }, m.share.link),
      h("input", {
        id: "share-link", class: "code", type: "text", readOnly: true, value: shareLink.link,
        onfocus: (event: Event) => (event.target as HTMLInputElement).select(),
      })),
    h("div", { class: "bar-end" },
      h("span", { class: "muted", role: "status" }, shareLink.state === "ready" && shareLink.copied && m.share.copied),
      shareLink.state === "ready" && h("button", { type: "button", class: "primary", onclick: () => copy(shareLink.link) }, m.share.copy),
      h("button", { type: "button", onclick: close }, m.share.close)),
  ];
}
