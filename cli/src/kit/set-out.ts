// A text set out anew, which says the same.
import { Failure } from "./failure.ts";
import { jsonSetOut } from "./json-layout.ts";
import type { Setting } from "./setting.ts";
import { jsonOf, yamlParts } from "./text.ts";
import type { Source } from "./text.ts";

/** Throws a `Failure` for a text that cannot be read, and for one of which the layout would say something else. */
export async function setOut(source: Source, { language, words }: Setting): Promise<string> {
  const json = await jsonOf(source, language);
  if (!source.isYaml) return jsonSetOut(source.text);
  const { readYaml, setOutYaml } = await yamlParts();
  // Nothing but comments, as a file begins.
  if (readYaml(source.text).document.contents === null) return source.text;
  const text = setOutYaml(readYaml(source.text));
  const whole = source.text.startsWith("\ufeff") ? `\ufeff${text}` : text;
  const kept = source.text.includes("\r\n") ? whole.replace(/\r?\n/g, "\r\n") : whole;
  if (readYaml(kept).json !== json) throw new Failure(words.notSetOut(source.file));
  return kept;
}
