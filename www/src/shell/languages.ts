/** The words of the page by language: fetched when a language is first spoken, and kept for the next time. */
import { type Dictionary, keepLanguage, type Language, preferredLanguage, speak } from "../store/language";
import type * as English from "./language.en";

/** A language without one of the words does not compile. */
const FILES: Record<Language, () => Promise<typeof English>> = {
  en: () => import("./language.en"),
  fr: () => import("./language.fr"),
};

export async function speakPreferred(): Promise<void> {
  await speakIn(preferredLanguage());
}

/** The choice of a person, for the next visit, too. Nothing changes where the words cannot be fetched. */
export async function chooseLanguage(language: Language): Promise<boolean> {
  try {
    await speakIn(language);
  } catch {
    return false;
  }
  keepLanguage(language);
  return true;
}

async function speakIn(language: Language): Promise<void> {
  speak(language, (await FILES[language]()) as unknown as Dictionary);
}
