/** The words of the page by language: fetched when a language is first spoken, and kept for the next time. */
import { type Dictionary, fetchMoreWordsBy, keepLanguage, type Language, language, preferredLanguage, speak } from "../store/language";
import type * as English from "./language.en";
import type * as EnglishViews from "./views.en";

/** A language without one of the words does not compile. */
const FILES: Record<Language, () => Promise<typeof English>> = {
  en: () => import("./language.en"),
  fr: () => import("./language.fr"),
};
const VIEWS: Record<Language, () => Promise<typeof EnglishViews>> = {
  en: () => import("./views.en"),
  fr: () => import("./views.fr"),
};

/** Whether the words in front are those of every view. */
let hasViews = false;
let before: Promise<unknown> = Promise.resolve();

/** One after the other, so that the last that is asked for is spoken, whatever comes first over the network. */
function inTurn(fetch: () => Promise<void>): Promise<void> {
  const done = before.then(fetch);
  before = done.catch(() => undefined);
  return done;
}

fetchMoreWordsBy(async () => {
  if (!hasViews) await inTurn(() => (hasViews ? Promise.resolve() : speakIn(language(), true)));
});

export function speakPreferred(): Promise<void> {
  return inTurn(() => speakIn(preferredLanguage()));
}

/** The choice of a person, for the next visit, too. Nothing changes where the words cannot be fetched. */
export async function chooseLanguage(language: Language): Promise<boolean> {
  try {
    await inTurn(() => speakIn(language));
  } catch {
    return false;
  }
  keepLanguage(language);
  return true;
}

async function speakIn(language: Language, withViews = hasViews): Promise<void> {
  const files = await Promise.all([FILES[language](), withViews ? VIEWS[language]() : null]);
  speak(language, Object.assign({}, ...files) as Dictionary);
  hasViews = withViews;
}
