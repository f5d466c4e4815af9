// care-coverage init: a folder of coverages to begin with. What is there already stays as it is.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FileFailure, FINE } from "../kit/failure.ts";
import { CONFIG_NAMES } from "../kit/config.ts";
import { createOutput } from "../kit/output.ts";
import type { SharedOptions } from "../kit/setting.ts";
import { languageOfEnvironment, wordsOf } from "../kit/words.ts";
import { PRE_COMMIT, WORKFLOW, catalogFile, configFile, coverageFile } from "../start-files.ts";

export interface InitOptions extends SharedOptions { github?: boolean; preCommit?: boolean }

export async function init(folder: string | undefined, options: InitOptions): Promise<number> {
  const language = options.language ?? languageOfEnvironment(process.env);
  const words = wordsOf(language);
  const output = createOutput(options);
  const at = (name: string) => join(folder ?? ".", name);
  const hasConfig = CONFIG_NAMES.some((name) => existsSync(at(name)));
  const files: { [name: string]: string } = {
    ...(!hasConfig && { "care-coverage.config.yaml": configFile(language) }),
    "catalog.yaml": catalogFile(language),
    "coverages/BASIC.yaml": coverageFile(language),
    ...(options.github && { ".github/workflows/coverages.yml": WORKFLOW }),
    ...(options.preCommit && { ".pre-commit-config.yaml": PRE_COMMIT }),
  };
  for (const [name, text] of Object.entries(files)) {
    const file = at(name);
    const isThere = existsSync(file);
    try {
      mkdirSync(dirname(file), { recursive: true });
      // Fails where there is one.
      writeFileSync(file, text, { flag: "wx" });
      output.print(`${words.made(file)}\n`);
    } catch (error) {
      if (!isThere) throw new FileFailure(folder ?? ".", error);
      output.print(`${words.kept(file)}\n`);
    }
  }
  output.note(`${words.next}\n`);
  return FINE;
}
