// care-coverage explain: what does a code mean, why is it a problem, and how is it mended?
import { findConfig } from "../kit/config.ts";
import { FINE, Failure } from "../kit/failure.ts";
import { nearest } from "../kit/nearest.ts";
import { createOutput } from "../kit/output.ts";
import { languageOfEnvironment, wordsOf } from "../kit/words.ts";
import type { Language } from "../kit/words.ts";
import { wrapped } from "../kit/wrap.ts";
import { settle } from "../kit/setting.ts";
import type { SharedOptions } from "../kit/setting.ts";

export async function explain(code: string | undefined, options: SharedOptions): Promise<number> {
  const { codeEntry, codes } = await import("../parts/codes.ts");
  const language = await languageOf(options);
  const words = wordsOf(language);
  const { codeWords: said, didYouMean } = words;
  const output = createOutput(options);
  if (code === undefined) {
    output.print([...codes].map(([name, { severity }]) => `${name} (${said.severities[severity]})\n`).join(""));
    return FINE;
  }
  // As it is shown: error[gap].
  const name = /\[(\w+)\]/.exec(code)?.[1] ?? code;
  const entry = codeEntry(name, words, language);
  if (!entry) throw new Failure(didYouMean(name, nearest(name, [...codes.keys(), "invalid_yaml"])));
  const { severity, when, fix, why, mend, fine, wrong, right } = entry;
  const rows: [string, string | undefined][] = [[said.when, when], [said.why, why], [said.mend, mend], [said.fine, fine], [said.fix, fix]];
  const colon = language === "fr" ? " :" : ":";
  output.print(`${name} (${said.severities[severity]})\n\n`);
  for (const [title, text] of rows) if (text) output.print(`${wrapped(text, `${title}${colon} `, " ".repeat(2), 80)}\n`);
  for (const [title, example] of [[said.wrong, wrong], [said.right, right]] as const) {
    if (example === undefined) continue;
    const text = typeof example === "string" ? example : JSON.stringify(example, null, 2);
    output.print(`\n${title}${colon}\n${text.split("\n").map((line) => `  ${line}`.trimEnd()).join("\n")}\n`);
  }
  return FINE;
}

/** As other commands take it; but a configuration that cannot be read, and is not asked for, is no reason to say nothing. */
async function languageOf(options: SharedOptions): Promise<Language> {
  const { language, config } = options;
  if (language !== undefined) return language;
  if (config === undefined && findConfig(process.cwd()) === null) return languageOfEnvironment(process.env);
  try {
    return (await settle(options)).language;
  } catch (error) {
    if (config === undefined && error instanceof Failure) return languageOfEnvironment(process.env);
    throw error;
  }
}
