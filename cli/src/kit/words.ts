// Which language does somebody read, and what does this program say in it? What the engine says, care-coverage/words says in both.
import { en } from "./words.en.ts";
import { fr } from "./words.fr.ts";

export type Language = "en" | "fr";
export type Words = typeof en;

export const LANGUAGES: readonly Language[] = ["en", "fr"];

export function wordsOf(language: Language): Words {
  return language === "fr" ? fr : en;
}

/** That of the environment, as other programs take it. */
export function languageOfEnvironment({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  return (LC_ALL || LC_MESSAGES || LANG || "").startsWith("fr") ? "fr" : "en";
}
