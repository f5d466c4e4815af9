/**
 * The call of the package that made an answer, and what it was asked with: documents by the name of their file, an act as data.
 *
 * `javascript.ts`, `python.ts`, `curl.ts` and `rust.ts` write it in a language, `test-file.ts` as a test of it.
 */
import type { ActAmounts, CareAct, GroupKey, LimitCounter, RequirementsOptions } from "../../engine/engine";

/** Which documents a coverage is read from. */
export interface CoverageFiles {
  catalog: FileName;
  coverage: FileName;
}

interface OfAct {
  act: CareAct & Partial<ActAmounts>;
  /** What the text says, for a service that has the coverage stored. */
  name: string;
  version: number;
}

/** Of a coverage that a service has stored. */
export interface Version {
  name: string;
  version: number;
}

/** A document that ships has a name; else it is one's own. */
export interface HeldTo {
  shipped: string | null;
  text: string;
}

/** `classes`: those of the profile itself where it is null. */
interface OfProfile {
  profile: HeldTo;
  classes: HeldTo | null;
  asked: Pick<RequirementsOptions, "date" | "declarations" | "tariffs">;
  name: string;
  version: number;
}

/** By the names of their files, which are those of what they are for: the draft, its first option. */
export interface SimulatedCoverage {
  file: string;
  catalog: string;
}

/** A file of claims that was simulated: nothing of it is in the call but its name. */
export interface OfSimulation {
  claims: {
    name: string;
    format: "csv" | "ndjson" | "parquet" | "arrow";
    encoding: string;
    /** What takes the place of so many bytes at its beginning, in UTF-8; null where it is read as it is. */
    header: string | null;
    headerBytes: number;
  };
  sides: { current: readonly SimulatedCoverage[]; draft: readonly SimulatedCoverage[] | null };
  asked: { by: readonly GroupKey[]; files: { mapping?: string; headings?: string } };
  /** What the files have. */
  texts: Readonly<Record<string, string>>;
}

/** `texts`: the files that are not of the work: headings, examples and other words for care types. */
export interface OfTable {
  coverages: readonly FileName[];
  date: string;
  texts: Readonly<Record<"headings.json" | "examples.json" | "synonyms.json", string>>;
}

export type Call = { options?: CatalogOptions } & (
  | { ask: "getCareTypeMappings" }
  | { ask: "validateCoverageText"; isAccepting: boolean }
  | ({ ask: "explain" } & OfAct)
  | ({ ask: "reimburse"; counters: readonly LimitCounter[] } & OfAct)
  | { ask: "reimburseMany"; acts: readonly (CareAct & Partial<ActAmounts>)[] }
  | { ask: "evaluateText" }
  | { ask: "diff"; before: CoverageFiles; after: CoverageFiles }
  | { ask: "compareAmounts"; before: CoverageFiles; after: CoverageFiles; versions: readonly [Version, Version]; date: string }
  | ({ ask: "checkRequirements" } & OfProfile)
  | { ask: "checkDispense" }
  | ({ ask: "simulate" } & OfSimulation)
  | ({ ask: "benefitTable" } & OfTable)
);

/** Of the catalogue; left out where there are none. */
export interface CatalogOptions {
  nonConventionedEstablishments: readonly string[];
}

export const FILES = [
  "catalog.json", "coverage.json", "acceptances.json", "other-catalog.json", "other-coverage.json", "acts.json", "acts.csv", "dispense.json",
  "profile.json", "classes.json",
] as const;
/** Those of a simulation are named after its sides. */
export type FileName = (typeof FILES)[number] | (string & {});

const HAND: CoverageFiles = { catalog: "catalog.json", coverage: "coverage.json" };

/** What the call reads, each once. */
export function filesOf(call: Call): readonly FileName[] {
  switch (call.ask) {
    case "getCareTypeMappings":
      return ["catalog.json"];
    case "validateCoverageText":
      return ["catalog.json", "coverage.json", ...(call.isAccepting ? (["acceptances.json"] as const) : [])];
    case "explain":
    case "reimburse":
      return ["catalog.json", "coverage.json"];
    case "reimburseMany":
      return ["catalog.json", "coverage.json", "acts.json"];
    case "evaluateText":
      return ["catalog.json", "coverage.json", "acts.csv"];
    case "checkRequirements":
      return ["catalog.json", "coverage.json", "profile.json", ...(call.classes ? (["classes.json"] as const) : [])];
    case "diff":
    case "compareAmounts":
      return [...new Set([call.before.catalog, call.before.coverage, call.after.catalog, call.after.coverage])];
    case "checkDispense":
      return ["dispense.json"];
    case "simulate":
      return [call.claims.name, ...Object.keys(call.texts)];
    case "benefitTable":
      return ["catalog.json", ...call.coverages, ...Object.keys(call.texts)];
  }
}

/** The coverages that the call compiles, and what each is called in it. */
export function coveragesOf(call: Call): { name: "coverage" | "before" | "after"; files: CoverageFiles }[] {
  if (call.ask === "diff" || call.ask === "compareAmounts") return [{ name: "before", files: call.before }, { name: "after", files: call.after }];
  const isCompiled = call.ask === "explain" || call.ask === "reimburse" || call.ask === "reimburseMany" || call.ask === "evaluateText" || call.ask === "checkRequirements";
  return isCompiled ? [{ name: "coverage", files: HAND }] : [];
}

/** A file's name as that of a variable: `other-coverage.json` is `otherCoverage`. */
export function variableOf(file: FileName, join: (words: string[]) => string): string {
  return join(file.replace(/\..*$/, "").split("-"));
}

export function literal(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
