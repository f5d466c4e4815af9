/**
 * In which language does the page speak? Its words are two files for each language: what a first visit needs, fetched when the language is first
 * spoken, and those of the views that are opened later.
 *
 *     export const { actWords } = words<typeof Words>("act");   // reads like the words of the language in front, and follows it
 *
 * What is drawn and what is computed follows a change of the language, because reading a word reads the signal.
 */
import { effect, signal } from "@preact/signals";
import { keep, stored } from "./storage";

export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** By feature, what its `words.<language>.ts` exports. */
export type Dictionary = Record<string, Record<string, unknown>>;

const LANGUAGE = "care-coverage:language";

const spoken = signal<{ language: Language; dictionary: Dictionary } | null>(null);

/** The language in front; English until the first words are here. */
export function language(): Language {
  return spoken.value?.language ?? "en";
}

/** The language that the person chose on this page before, else the first of the browser's that the page speaks. */
export function preferredLanguage(): Language {
  const wanted = [stored(() => localStorage, LANGUAGE), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  return LANGUAGES.find((known) => known === wanted.find((tag) => LANGUAGES.some((name) => name === tag))) ?? "en";
}

export function speak(language: Language, dictionary: Dictionary): void {
  spoken.value = { language, dictionary };
}

let fetchMore = (): Promise<void> => Promise.resolve();

/** How the words come that a first visit does not need. */
export function fetchMoreWordsBy(fetch: () => Promise<void>): void {
  fetchMore = fetch;
}

/** To be waited for before a view that is fetched later is drawn, or something of it is done. */
export function moreWords(): Promise<void> {
  return fetchMore();
}

/** A language that is chosen is kept. */
export function keepLanguage(language: Language): void {
  keep(() => localStorage, LANGUAGE, language);
}

/** The language of the document follows that of the page. */
export function markLanguage(): void {
  effect(() => {
    document.documentElement.lang = language();
  });
}

/** The words of a feature, each export as if it were that of the language in front. They cannot be read before they are fetched. */
export function words<W extends object>(feature: string): W {
  return new Proxy({} as W, { get: (_, name) => word(feature, String(name)) });
}

function word(feature: string, name: string): unknown {
  const now = (): unknown => {
    const file = spoken.value?.dictionary[feature];
    if (!file) throw new Error(`the words ${feature}/${name} are read before they are here`);
    return file[name];
  };
  return new Proxy(() => undefined, {
    get: (_, key) => Reflect.get(now() as object, key),
    has: (_, key) => Reflect.has(now() as object, key),
    apply: (_, __, given) => (now() as (...given: unknown[]) => unknown)(...given),
  });
}
