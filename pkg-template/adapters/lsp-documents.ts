// What is a document that a client opens, by its path, and which requirements does a coverage violate?
import type * as main from "../care-coverage";
import type * as language from "../care-coverage-language";
import type * as api from "../care-coverage-lsp";

const DOCUMENTS: Record<string, language.DocumentKind> = {
  "*.coverage.json": "coverage", "*.catalog.json": "catalog", "*.act.json": "act", "*.acts.json": "acts", "*.profile.json": "profile",
};

/** By the first pattern that fits the end of the path: `*` is within a name, `**` over folders. */
export function kindOf(uri: string, documents: api.InitializationOptions["documents"]): language.DocumentKind | undefined {
  const path = decodeURIComponent(uri);
  const fits = (pattern: string) => new RegExp(`(?:^|/)${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\*\*|\*/g, (stars) => (stars === "**" ? ".*" : "[^/]*"))}$`).test(path);
  return Object.entries<language.DocumentKind>({ ...documents, ...DOCUMENTS }).find(([pattern]) => fits(pattern))?.[1];
}

export interface Violation { id: string; title: { fr: string; en: string }; place: language.Span }

/** Of a coverage without errors, each requirement once for each guarantee that violates it; at the beginning where none does. */
export function violationsOf(document: language.LanguageDocument, catalog: main.CareTypeCatalog, profiles: api.InitializationOptions["profiles"] = []): Violation[] {
  if (profiles.length === 0) return [];
  const guarantees = document.symbols().filter(({ kind }) => kind === "guarantee");
  const coverage = catalog.compileCoverage(JSON.parse(document.text));
  try {
    return profiles.flatMap(({ profile, options }) => coverage.checkRequirements(profile, options).requirements).flatMap(({ id, title, status, violations }) => {
      const indices = violations.map(({ pointer }) => Number(/^\/guarantees\/(\d+)/.exec(pointer ?? "")?.[1] ?? -1));
      return status === "violated" ? [...new Set(indices)].map((index) => ({ id, title, place: guarantees[index]?.selection ?? { start: 0, end: 0 } })) : [];
    });
  } finally {
    coverage.free();
  }
}
