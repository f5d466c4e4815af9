/** The work in hand as a link. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { close } from "../../kit/dialog";
import { view } from "../../store/page";
import { work } from "../../store/work";
import { LONGEST_LINK, makeLink } from "./link";
import { shareWords } from "./words";

type Link = { state: "making" } | { state: "ready"; link: string; copy: "copied" | "refused" | null } | { state: "failed"; reason: string };

async function made(): Promise<Link> {
  const made = await makeLink(new URL(location.href), view.value, work.value);
  if (made.ok) return { state: "ready", link: made.link, copy: null };
  const { tooLong, tooLarge, unsupported } = shareWords;
  return {
    state: "failed",
    reason:
      made.reason === "too_long" ? tooLong(made.length, LONGEST_LINK) : made.reason === "too_large" ? tooLarge(made.length) : unsupported,
  };
}

/** A browser may refuse, and has no clipboard where the page is not served securely. */
async function copied(link: string): Promise<"copied" | "refused"> {
  try {
    await navigator.clipboard.writeText(link);
    return "copied";
  } catch {
    return "refused";
  }
}

export function Share() {
  const share = useSignal<Link>({ state: "making" });
  useLayoutEffect(() => {
    void made()
      .catch((): Link => ({ state: "failed", reason: shareWords.failed }))
      .then((link) => (share.value = link));
  }, []);
  const link = share.value;
  const copy = async (link: string) => {
    const copy = await copied(link);
    share.value = { state: "ready", link, copy };
  };
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
          {link.state === "ready" && link.copy && shareWords[link.copy]}
        </span>
        {link.state === "ready" && (
          <button type="button" class="primary" onClick={() => void copy(link.link)}>
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
