// care-coverage fmt: sets texts out anew. JSON as an editor does; YAML with two blanks a level. What they say stays, to the digit.
import { Failure, FileFailure, FINDINGS, FINE } from "../kit/failure.ts";
import { coverageFiles } from "../kit/files.ts";
import { jsonSetOut } from "../kit/json-layout.ts";
import { settle } from "../kit/setting.ts";
import type { Setting, SharedOptions } from "../kit/setting.ts";
import { jsonOf, readSource, yamlParts } from "../kit/text.ts";
import type { Source } from "../kit/text.ts";
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

async function setOut(source: Source, { language, words }: Setting): Promise<string> {
  // What says nothing is not set out.
  const json = await jsonOf(source, language);
  if (!source.isYaml) return jsonSetOut(source.text);
  const { readYaml, setOutYaml } = await yamlParts();
  const text = setOutYaml(readYaml(source.text));
  const whole = source.text.startsWith("\ufeff") ? `\ufeff${text}` : text;
  const kept = source.text.includes("\r\n") ? whole.replace(/\r?\n/g, "\r\n") : whole;
  if (readYaml(kept).json !== json) throw new Failure(words.notSetOut(source.file));
  return kept;
}
