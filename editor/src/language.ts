/**
 * In which language do the elements of a page speak? In one: that of the first of them, which is what `lang` says of it or of what it is in.
 * Its words are fetched when it is first spoken.
 */
import { followLanguage } from "../../www/src/engine/words";
import { type Dictionary, LANGUAGES, type Language, language, speak } from "../../www/src/store/language";
import type * as English from "./words.en";

const FILES: Record<Language, () => Promise<typeof English>> = {
  en: () => import("./words.en"),
  fr: () => import("./words.fr"),
};

followLanguage(language);

/** Those that are on the page. */
const speaking = new Set<Element>();
const fetched = new Map<Language, Promise<Dictionary>>();
let asked: Language | null = null;
let isSpoken: Promise<void> = Promise.resolve();

/** From here on the element has a say. What is returned is there once words can be read. */
export function join(element: Element): Promise<void> {
  speaking.add(element);
  return follow();
}

export function leave(element: Element): void {
  speaking.delete(element);
  void follow();
}

/** To be called where a `lang` may have changed. */
export function follow(): Promise<void> {
  const [one, ...others] = speaking;
  const wanted = one ? languageAt(others.reduce(earlier, one)) : asked;
  if (wanted === null || wanted === asked) return isSpoken;
  asked = wanted;
  return (isSpoken = isSpoken.catch(() => undefined).then(async () => {
    const words = await wordsIn(wanted);
    if (asked === wanted) speak(wanted, words);
  }));
}

/** Of two elements the one that is first in the page. */
function earlier(one: Element, other: Element): Element {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? other : one;
}

function wordsIn(language: Language): Promise<Dictionary> {
  let words = fetched.get(language);
  if (!words) {
    fetched.set(language, (words = FILES[language]() as Promise<unknown> as Promise<Dictionary>));
    // Where they cannot be fetched, they are asked for again.
    words.catch(() => fetched.delete(language));
  }
  return words;
}

/** English where nothing says otherwise. */
function languageAt(element: Element): Language {
  const tag = element.closest("[lang]")?.getAttribute("lang")?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((known) => known === tag) ?? "en";
}
