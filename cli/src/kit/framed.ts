// Diagnostics as a terminal shows them, in the language.
import { formatDiagnostics } from "care-coverage/slim";
import type { Diagnostic } from "care-coverage/slim";
import { translate } from "care-coverage/words";
import type { Language } from "./words.ts";

export interface FrameOptions { language: Language; color: boolean }

export function framed(source: { file: string; text: string }, found: readonly Diagnostic[], { language, color }: FrameOptions): string {
  return formatDiagnostics(source.text, found, { file: source.file, language, color, translate });
}

export function inLanguage<D extends Diagnostic>(found: readonly D[], language: Language): D[] {
  return language === "en" ? [...found] : found.map((diagnostic) => translate(diagnostic, language));
}
