// The engine, from the files of the package: quicker than what `care-coverage` does at import, which brings its modules as text.
import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import init, { initAmounts } from "care-coverage/slim";
import { early, fileOf } from "./early.ts";

let started: Promise<void> | undefined;
let amounts: Promise<void> | undefined;

export function startEngine(): Promise<void> {
  return (started ??= init(early ?? readFile(fileOf("core.wasm"))));
}

/** The second module: what compares amounts, checks requirements and simulates. */
export async function startAmounts(): Promise<void> {
  await startEngine();
  await (amounts ??= initAmounts(readFile(fileOf("amounts.wasm"))));
}

/** A file that ships with care-coverage, such as `profiles/fr-ani.json`. */
export function shipped(name: string): { file: string; text: string } {
  const file = fileOf(name);
  return { file, text: readFileSync(file, "utf8") };
}
