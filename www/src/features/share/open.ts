/** What becomes of a link that is opened? Little work is opened at once; much is read in a worker first, and the person decides. */
import { batch } from "@preact/signals";
import * as page from "../../store/page";
import { history } from "../../store/history";
import { say } from "../../store/page";
import { openWork } from "../../store/persistence";
import type { Notice, View, Work } from "../../store/types";
import { isEmpty, work as inHand } from "../../store/work";
import { mistakeWords } from "../common/words";
import { unpack } from "./link";
import { readInWorker } from "./reader";
import { linkWords } from "./words";

/** Work of so many bytes is read and drawn before a person could notice, whatever is in it. */
const OPENED_AT_ONCE = 96 * 1024;
/** So that what is said is on the page before the page is busy. */
const DRAWN_AFTER_MS = 50;

/** The newest link; what an earlier one still brings is for nobody. */
let newest: AbortController | null = null;

/** Resolves when the page has something to draw; much work is read after that. */
export async function openLink(part: string, view: View): Promise<void> {
  newest?.abort();
  const { signal } = (newest = new AbortController());
  const unpacked = await unpack(part, OPENED_AT_ONCE);
  if (signal.aborted) return;
  if (unpacked.ok) return open(unpacked.work, view);
  page.view.value = view;
  if (unpacked.reason !== "too_large") return say({ tone: "failed", text: linkWords.failures[unpacked.reason] });
  say({ tone: "busy", text: linkWords.reading });
  void offer(part, view, signal);
}

export function openOffered({ work, view }: NonNullable<Notice["offer"]>): void {
  say({ tone: "busy", text: linkWords.opening });
  setTimeout(() => {
    location.hash = view;
    open(work, view);
  }, DRAWN_AFTER_MS);
}

async function offer(part: string, view: View, signal: AbortSignal): Promise<void> {
  const read = await readInWorker(part, signal).catch(() => ({ ok: false, reason: "failed" }) as const);
  if (signal.aborted) return;
  if (!read.ok) return say({ tone: "failed", text: linkWords.failures[read.reason] });
  const { work, size, milliseconds, unreadable } = read;
  const about = unreadable.map(({ text, mistake, problems }) => (mistake ? linkWords.broken(text, mistakeWords(mistake)) : linkWords.refused(text, problems)));
  say({ tone: "open", text: [linkWords.large(size, milliseconds), ...about].join(" "), offer: { work, view } });
}

function open(work: Work, view: View): void {
  const isFresh = isEmpty(inHand.peek());
  const text = isFresh ? linkWords.openedFresh : linkWords.opened;
  const step = isFresh ? null : history.announce(text);
  const opened = () =>
    batch(() => {
      openWork(work);
      page.view.value = view;
      say({ tone: "done", text, ...(step !== null && { step }) });
    });
  // What replaces nothing is where the history begins.
  if (isFresh) history.unrecorded(opened);
  else opened();
}
