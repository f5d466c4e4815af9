// What is a file of a coverage, a catalogue or a profile: its text, and what is wrong with it, whether it is JSON or YAML.
import { readFileSync } from "node:fs";
import { isUtf8 } from "node:buffer";
import { extname } from "node:path";
import type { TextDiagnostic } from "care-coverage/slim";
import { readJsonText } from "care-coverage/slim";
import { Failure, FileFailure } from "./failure.ts";
import { framed } from "./framed.ts";
import { noteRead } from "./inputs.ts";
import type { Language } from "./words.ts";
import type { YamlText } from "../yaml/read.ts";

export interface Source { file: string; text: string; bytes: Uint8Array; isYaml: boolean }

export const DOCUMENT_EXTENSIONS = ["json", "yaml", "yml"];

export function isYamlName(file: string): boolean {
  return [".yaml", ".yml"].includes(extname(file).toLowerCase());
}

/** `-` is standard input, which is JSON where it begins as JSON does. */
export function readSource(file: string, named?: string): Source {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file === "-" ? 0 : file);
    noteRead(file);
  } catch (error) {
    throw new FileFailure(file, error);
  }
  const name = file === "-" ? (named ?? "<stdin>") : file;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const isYaml = file === "-" && named === undefined ? !/^\ufeff?\s*[[{]/.test(text) : isYamlName(name);
  return { file: name, text, bytes, isYaml };
}

/** `ask` is a function of the engine that judges JSON. In YAML the places are those of the YAML. */
export async function judge(source: Source, language: Language, ask: (json: string | Uint8Array) => TextDiagnostic[]): Promise<TextDiagnostic[]> {
  if (!source.isYaml) return ask(source.bytes);
  const { inYaml, yamlDiagnostics } = await yamlParts();
  const yaml = await yamlOf(source);
  return yaml.json === null ? yamlDiagnostics(source.text, yaml, language) : inYaml(source.text, yaml, ask(yaml.json));
}

export type YamlParts = typeof import("../yaml/index.ts");

let yamlLoaded: Promise<YamlParts> | undefined;
export function yamlParts(): Promise<YamlParts> {
  return (yamlLoaded ??= import("../yaml/index.ts"));
}

const read = new WeakMap<Source, YamlText>();

/** A text in YAML, read once. */
export async function yamlOf(source: Source): Promise<YamlText> {
  const { readYaml } = await yamlParts();
  const known = read.get(source) ?? readYaml(source.text, isUtf8(source.bytes));
  read.set(source, known);
  return known;
}

/** What a text says; throws a `Failure` with its place for one that says nothing. */
export async function valueOf(source: Source, language: Language): Promise<unknown> {
  return JSON.parse(await jsonOf(source, language));
}

/** The same as JSON, with its numbers as they are written. */
export async function jsonOf(source: Source, language: Language): Promise<string> {
  const wrong = await judge(source, language, (json) => {
    try {
      readJsonText(json);
      return [];
    } catch (error) {
      return (error as { diagnostics: TextDiagnostic[] }).diagnostics;
    }
  });
  if (wrong.length > 0) {
    throw new Failure(framed(source, wrong, { language, color: false }));
  }
  if (!source.isYaml) return source.text.replace(/^\ufeff/, "");
  return (await yamlOf(source)).json!;
}
