// The program: what is asked, in which language, and with which exit code it ends.
// First, because it works on while the rest is loaded.
import "./kit/early.ts";
import { CommanderError } from "commander";
import { Failure, FileFailure, UNUSABLE } from "./kit/failure.ts";
import { put } from "./kit/output.ts";
import { LANGUAGES, languageOfEnvironment, wordsOf } from "./kit/words.ts";
import type { Language } from "./kit/words.ts";
import { endCleanly } from "./kit/write.ts";
import { createProgram } from "./program.ts";
import { saidOf } from "./usage.ts";

endCleanly();
const argv = process.argv.slice(2);
const language = languageOf(argv);

createProgram(language, argv[0]).parseAsync(argv, { from: "user" }).catch((error: unknown) => {
  process.exitCode = ended(error);
});

function ended(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // Help that nobody asked for is written already.
    if (error.code !== "commander.help") put(2, `${saidOf(error, wordsOf(language))}\n`);
    return UNUSABLE;
  }
  if (error instanceof FileFailure) {
    const { reasons } = wordsOf(language);
    put(2, `${error.file}: ${(reasons as { [code: string]: string })[error.code] ?? error.code}\n`);
    return UNUSABLE;
  }
  const isPlain = error instanceof Failure || (error as { name?: string } | null)?.name === "CoverageError";
  put(2, `${isPlain ? (error as Error).message : ((error as Error)?.stack ?? String(error))}\n`);
  return UNUSABLE;
}

/** Before the options are read, because what is said of them is in it, too. */
function languageOf(argv: readonly string[]): Language {
  const position = argv.findIndex((given) => given === "--language" || given.startsWith("--language="));
  const given = position < 0 ? undefined : (argv[position]!.split("=")[1] ?? argv[position + 1]);
  return LANGUAGES.find((one) => one === given) ?? languageOfEnvironment(process.env);
}
