// care-coverage fmt: sets texts out anew. JSON as an editor does; YAML with two blanks a level. What they say stays, to the digit.
import { Failure, FileFailure, FINDINGS, FINE } from "../kit/failure.ts";
import { coverageFiles } from "../kit/files.ts";
import { setOut } from "../kit/set-out.ts";
import { settle } from "../kit/setting.ts";
import type { SharedOptions } from "../kit/setting.ts";
import { readSource } from "../kit/text.ts";
import { writeWhole } from "../kit/write.ts";

export interface FmtOptions extends SharedOptions { fix?: boolean; stdinFilename?: string }

export async function fmt(given: string[], options: FmtOptions): Promise<number> {
  const setting = await settle(options);
  const { words, output, config } = setting;
  const files = await coverageFiles(given.length > 0 ? given : config.coverages, words, () => false);
  if (files.includes("-") && files.length > 1) throw new Failure(words.stdinAlone);
  let changed = 0;
  for (const file of files) {
    const source = readSource(file, options.stdinFilename);
    const text = await setOut(source, setting);
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
  return changed > 0 && !options.fix ? FINDINGS : FINE;
}
