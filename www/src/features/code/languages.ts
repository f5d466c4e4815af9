/** In which languages is a call written? */
import type { Call } from "./call";
import { asCurl } from "./curl";
import { asJavaScript } from "./javascript";
import { asPython } from "./python";
import { asRust } from "./rust";
import { asTestFile, type Step } from "./test-file";

export const CODE_LANGUAGES = ["javascript", "python", "curl", "rust", "test"] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

type Expected = (call: Call) => readonly Step[] | null;

const WRITERS: Record<CodeLanguage, (call: Call, expectedOf: Expected) => string | null> = {
  javascript: asJavaScript, python: asPython, curl: asCurl, rust: asRust, test: (call, expectedOf) => asTestFile(call, expectedOf(call)),
};

/** Null where the call cannot be made in that language. `expectedOf`: what a test expects of its acts. */
export function copyOf(call: Call, language: CodeLanguage, expectedOf: Expected): string | null {
  return WRITERS[language](call, expectedOf);
}
