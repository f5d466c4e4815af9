/** The work in hand as a link. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { close } from "../../kit/dialog";
import { view } from "../../store/page";
import { work } from "../../store/work";
import { LONGEST_LINK, makeLink } from "./link";
import { shareWords } from "./words";

type Link = { state: "making" } | { state: "ready"; link: string; copied: boolean } | { state: "failed"; reason: string };

async function made(): Promise<Link> {
  const made = await makeLink(new URL(location.href), view.value, work.value);
  if (made.ok) return { state: "ready", link: made.link, copied: false };
  const { tooLong, tooLarge, unsupported } = shareWords;
  return {
    state: "failed",
    reason:
      made.reason === "too_long" ? tooLong(made.length, LONGEST_LINK) : made.reason === "too_large" ? tooLarge(made.length) : unsupported,
  };
}

export function Share() {
  const share = useSignal<Link>({ state: "making" });
  useLayoutEffect(() => void made().then((link) => (share.value = link)), []);
  const link = share.value;
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(() => (share.value = { state: "ready", link: text, copied: true }));
  return (
    <>
      <p>{shareWords.contents}</p>
      <p>{shareWords.privacy}</p>
      <div role="status">
        {link.state === "making" && <p class="muted">{shareWords.making}</p>}
        {link.state === "failed" && <p class="bad">{link.reason}</p>}
      </div>
      {link.state === "ready" && (
        <div class="field">
          <label for="share-link">{shareWords.link}</label>
          <input id="share-link" class="code" type="text" readOnly value={link.link} onFocus={(event) => event.currentTarget.select()} />
        </div>
      )}
      <div class="bar-end">
        <span class="muted" role="status">
          {link.state === "ready" && link.copied && shareWords.copied}
        </span>
        {link.state === "ready" && (
          <button type="button" class="primary" onClick={() => copy(link.link)}>
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
