// Coverages that can be compiled, with their text.
import type { CareTypeCatalog, Coverage, TextDiagnostic } from "care-coverage/slim";
import { Failure } from "./failure.ts";
import { framed } from "./framed.ts";
import type { Setting } from "./setting.ts";
import { judge } from "./text.ts";
import type { Source } from "./text.ts";

/** Throws a `Failure` with the problems of a text that has no meaning. */
export async function compiled(source: Source, catalog: CareTypeCatalog, { language }: Setting): Promise<Coverage> {
  const { coverage, problems } = await tryCompiled(source, catalog, language);
  if (coverage === null) throw new Failure(framed(source, problems, { language, color: false }));
  return coverage;
}

/** The coverage, or null with what leaves it without a meaning. */
export async function tryCompiled(source: Source, catalog: CareTypeCatalog, language: Setting["language"]): Promise<{ coverage: Coverage | null; problems: TextDiagnostic[] }> {
  let coverage: Coverage | null = null;
  const problems = await judge(source, language, (json) => {
    const result = catalog.tryCompileText(json);
    ({ coverage } = result);
    return result.diagnostics;
  });
  return { coverage, problems: problems.filter(({ severity }) => severity === "error") };
}
