// care-coverage fmt: sets texts out anew. JSON as an editor does; YAML with two blanks a level. What they say stays, to the digit.
import { Failure, FileFailure, FINDINGS, FINE, UNUSABLE } from "../kit/failure.ts";
import { documentFiles, isNoCoverage } from "../kit/files.ts";
import { put } from "../kit/output.ts";
import { setOut } from "../kit/set-out.ts";
import { settle } from "../kit/setting.ts";
import type { Setting, SharedOptions } from "../kit/setting.ts";
import { readSource } from "../kit/text.ts";
import type { Source } from "../kit/text.ts";
import { writeWhole } from "../kit/write.ts";

export interface FmtOptions extends SharedOptions { fix?: boolean; stdinFilename?: string }

export async function fmt(given: string[], options: FmtOptions): Promise<number> {
  const setting = await settle(options);
  const { words, output, config } = setting;
  const files = (await documentFiles(given.length > 0 ? given : config.coverages, words)).filter((file) => given.includes(file) || !isNoCoverage(file));
  if (files.length === 0) throw new Failure(words.noCoverages);
  if (files.includes("-") && files.length > 1) throw new Failure(words.stdinAlone);
  let [changed, broken] = [0, 0];
  for (const file of files) {
    const source = readSource(file, options.stdinFilename);
    const text = await setOutOr(source, setting, () => (broken += 1));
    if (file === "-") {
      output.print(text);
      continue;
    }
    if (text === source.text) continue;
    changed += 1;
    output.print(`${file}\n`);
    if (!options.fix) continue;
    try {
      writeWhole(file, text);
    } catch (error) {
      throw new FileFailure(file, error);
    }
  }
  output.end();
  if (files[0] !== "-") output.note(`${options.fix ? words.setOut(files.length, changed) : words.toSetOut(files.length, changed)}\n`);
  if (broken > 0) return UNUSABLE;
  return changed > 0 && !options.fix ? FINDINGS : FINE;
}

/** As it is where it cannot be read, which is said; the other files are set out. */
async function setOutOr(source: Source, setting: Setting, isBroken: () => void): Promise<string> {
  try {
    return await setOut(source, setting);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    put(2, `${error.message}\n`);
    isBroken();
    return source.text;
  }
}
