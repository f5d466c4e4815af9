/**
 * A text of the page: as it is loaded or typed, as it is read, and where each value in it is.
 *
 * What is read follows what is typed at once, as long as reading and drawing it takes no longer than a person can notice; of a longer text,
 * what is there when typing pauses, once what takes long to find in it is found. A text is parsed once for each of its states, whoever asks; one that is no JSON is read
 * a second time, by our own reader, for the place of its mistake and of the values before it.
 */
import { computed, signal } from "@preact/signals";
import type { FocusRequest } from "../kit/focus";
import { type Parsed, parseJson } from "../kit/json/parse";
import { readTree, type Span, spanAt, type Tree } from "../kit/json/tree";
import { nextTask } from "../kit/next-task";
import { deltaOf } from "../kit/text-delta";
import { withBreaksOf, withPlainBreaks } from "../kit/line-breaks";
import { LONG_TEXT } from "./limits";
import type { LoadedText } from "./types";

const SLOW_READ_MS = 50;
const TYPING_PAUSE_MS = 120;

/** Whether a text took the place of another: it was replaced nearly from end to end, and most words of it are gone. */
function isAnother(before: string, after: string): boolean {
  if (deltaOf(before, after).removed.length <= 0.9 * before.length) return false;
  const wordsOf = (text: string) => new Set(text.match(/[\p{L}\w]{3,}/gu));
  const [words, left] = [wordsOf(before), wordsOf(after)];
  return [...words].filter((word) => left.has(word)).length < words.size / 2;
}

export class TextDocument {
  /** As it was loaded or typed; null until there is one. */
  readonly loaded = signal<LoadedText | null>(null);
  /** With plain line breaks, as every field of the page has them. */
  readonly text = computed(() => withPlainBreaks(this.loaded.value?.text ?? ""));
  readonly isThere = computed(() => this.loaded.value !== null);
  /** The part of the page that edits the text is asked to select a part of it. */
  readonly focus = signal<FocusRequest | null>(null);

  /** As it came from its source, where it is edited and that is still known. */
  readonly original = computed(() => {
    const { source, isEdited } = this.loaded.value ?? {};
    return isEdited && source !== undefined ? (this.#originals.get(source)?.text ?? null) : null;
  });

  /** Finds what a long text is read with, before it is read. */
  prepare: ((text: string) => Promise<void>) | null = null;

  readonly #read = signal<LoadedText | null>(null);
  /** There is a newer text than the one that results are of. */
  readonly isBehind = computed(() => this.#read.value !== this.loaded.value);
  /** The text that all results are of, with plain line breaks: every place is an offset into it. */
  readonly read = computed(() => withPlainBreaks(this.#read.value?.text ?? ""));
  readonly json = computed(() => this.#parse(this.read.value));
  readonly tree = computed(() => this.#treeOf(this.read.value));
  /** What the text says at this moment, for a form that edits it. */
  readonly typedJson = computed(() => this.#parse(this.text.value));

  /** What came from each source, as loaded and with plain line breaks; null where only an edited text is known of it. */
  readonly #originals = new Map<string, { text: string; plain: string } | null>();
  #parsed: { text: string; json: Parsed } | null = null;
  #treeAhead: { text: string; tree: Tree } | null = null;
  #readMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A text that was not typed is read at once, or as soon as it is prepared. */
  set(loaded: LoadedText | null): void {
    clearTimeout(this.#timer);
    if (loaded) this.#keepOriginal(loaded);
    const before = this.loaded.peek();
    this.loaded.value = loaded;
    if (!this.#isLong()) {
      this.#read.value = loaded;
      return;
    }
    // What was found in a text from elsewhere says nothing of this one.
    if (before?.source !== loaded?.source) this.#read.value = null;
    void this.#readPrepared();
  }

  /** The key itself comes first; a text that changes meanwhile starts the wait again, so that only the newest is read. */
  type(text: string, source: string): void {
    const before = this.loaded.peek();
    const loaded = this.#changed(text, source);
    if (before?.source !== source) return this.set(loaded);
    this.loaded.value = loaded;
    clearTimeout(this.#timer);
    const isLong = this.#isLong();
    const pause = this.#readMs < SLOW_READ_MS && !isLong ? 0 : Math.max(TYPING_PAUSE_MS, 3 * this.#readMs);
    this.#timer = setTimeout(() => (isLong ? void this.#readPrepared() : this.#readNow()), pause);
  }

  /** The same text changed at once, with its line breaks and where it came from. */
  change(text: string): void {
    const before = this.loaded.peek();
    if (before) this.set(this.#changed(text, before.source));
  }

  /** What is typed may not be read yet. */
  treeFor(text: string): Tree {
    return text === this.read.peek() ? this.tree.peek() : readTree(text);
  }

  /** What is typed is what is read a moment later. */
  #parse(text: string): Parsed {
    if (this.#parsed?.text !== text) this.#parsed = { text, json: parseJson(text, () => this.treeFor(text)) };
    return this.#parsed.json;
  }

  #keepOriginal({ text, source, isEdited }: LoadedText): void {
    if (!isEdited) this.#originals.set(source, { text, plain: withPlainBreaks(text) });
    else if (!this.#originals.has(source)) this.#originals.set(source, null);
  }

  #changed(plain: string, source: string): LoadedText {
    const original = this.#originals.get(source);
    if (original?.plain === plain) return { text: original.text, source };
    const before = this.loaded.peek();
    const text = withBreaksOf(original?.text ?? before?.text ?? "", plain);
    if (original === undefined) return { text, source };
    const isReplaced = before?.isReplaced || isAnother(this.text.peek(), plain);
    return { text, source, isEdited: true, ...(isReplaced && { isReplaced }) };
  }

  /** The place of the value that a JSON Pointer names, or of the nearest value around it that exists. */
  spanOf(pointer: string): Span | null {
    return spanAt(this.tree.value.root, pointer);
  }

  #isLong(): boolean {
    return this.prepare !== null && (this.loaded.peek()?.text.length ?? 0) > LONG_TEXT;
  }

  /** Each step is a task of its own, and a text that changes meanwhile is read when it is prepared itself. */
  async #readPrepared(): Promise<void> {
    const asked = this.loaded.peek();
    await this.prepare?.(this.text.peek()).catch(() => undefined);
    await nextTask();
    if (this.loaded.peek() !== asked) return;
    const text = this.text.peek();
    this.#treeAhead = { text, tree: readTree(text) };
    await nextTask();
    if (this.loaded.peek() === asked) this.#readNow();
  }

  #treeOf(text: string): Tree {
    const ahead = this.#treeAhead;
    this.#treeAhead = null;
    return ahead?.text === text ? ahead.tree : readTree(text);
  }

  #readNow(): void {
    const started = performance.now();
    this.#read.value = this.loaded.peek();
    // After the components that the change concerns are drawn, which is a microtask, too.
    queueMicrotask(() => (this.#readMs = performance.now() - started));
  }
}
