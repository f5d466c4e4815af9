// Diagnostics as a terminal shows them, in the language. The engine speaks English; the words of other languages are loaded when they are needed.
import { formatDiagnostics } from "care-coverage/slim";
import type { Diagnostic } from "care-coverage/slim";
import type { Language } from "./words.ts";

export interface FrameOptions { language: Language; color: boolean }

type Translate = typeof import("care-coverage/words").translate;

let translate: Translate | undefined;

/** Before anything is said in it. */
export async function speak(language: Language): Promise<void> {
  if (language !== "en") ({ translate } = await import("care-coverage/words"));
}

/** In the language; as it is, in English. */
export function inOneLanguage<S extends Parameters<Translate>[0]>(said: S, language: Language): S {
  return language === "en" ? said : (translate!(said, language) as S);
}

export function framed(source: { file: string; text: string }, found: readonly Diagnostic[], { language, color }: FrameOptions): string {
  return formatDiagnostics(source.text, found, { file: source.file, language, color, ...(language !== "en" && { translate: translate! }) });
}

export function inLanguage<D extends Diagnostic>(found: readonly D[], language: Language): D[] {
  return found.map((diagnostic) => inOneLanguage(diagnostic, language));
}
