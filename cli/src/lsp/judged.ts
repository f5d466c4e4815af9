// What is wrong with a text that an editor has: what `check` says of it, with the acceptances of its own coverage.
import { CoverageError, validateCatalogText } from "care-coverage/slim";
import type { CareTypeCatalog, TextDiagnostic } from "care-coverage/slim";
import { Acceptances } from "../check/acceptances.ts";
import { nameOf } from "../check/name.ts";
import { Failure } from "../kit/failure.ts";
import { inLanguage } from "../kit/framed.ts";
import type { Setting } from "../kit/setting.ts";
import { judge } from "../kit/text.ts";
import type { Source } from "../kit/text.ts";

/** `complain`: acceptances that cannot be read are said, and left alone. */
export async function judged(source: Source, kind: "coverage" | "catalog", { config, language }: Setting, catalog: CareTypeCatalog, complain: (message: string) => void): Promise<TextDiagnostic[]> {
  if (kind === "catalog") return inLanguage(await judge(source, language, validateCatalogText), language);
  const acceptances = new Acceptances(config, language);
  try {
    const asked = await acceptances.optionsOf(source.file, await nameOf(source));
    const found = await judge(source, language, (json) => catalog.validateCoverageText(json, asked.options));
    return inLanguage(acceptances.ofCoverage(found, asked), language);
  } catch (error) {
    if (!(error instanceof Failure) && !(error instanceof CoverageError)) throw error;
    complain(error.message);
    return inLanguage(await judge(source, language, (json) => catalog.validateCoverageText(json)), language);
  }
}
