/** In which languages is a call written? */
import type { Call } from "./call";
import { asCurl } from "./curl";
import { asJavaScript } from "./javascript";
import { asPython } from "./python";
import { asRust } from "./rust";

export const CODE_LANGUAGES = ["javascript", "python", "curl", "rust"] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

const WRITERS: Record<CodeLanguage, (call: Call) => string | null> = { javascript: asJavaScript, python: asPython, curl: asCurl, rust: asRust };

/** Null where the call cannot be made in that language. */
export function copyOf(call: Call, language: CodeLanguage): string | null {
  return WRITERS[language](call);
}
