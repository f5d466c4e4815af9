/** What is there to decide about the coverage? Each finding with what tells it apart from all others of the same text. */
import type { ActRegion, CoverageAnalysis, TextDiagnostic } from "../../engine/engine";
import { segmentsOf } from "../../kit/json/tree";
import { meet } from "./filters";

/** A mapping, by the positions of its guarantee and of itself. */
export interface Place {
  guarantee: number;
  mapping: number;
}

export interface ProblemFinding {
  kind: "problem";
  key: string;
  problem: TextDiagnostic;
  /** Of an object that lacks several fields, all of them: they are begun at once. */
  fields: readonly string[];
}

export interface OverlapFinding {
  kind: "overlap";
  key: string;
  guarantees: readonly [string, string];
  places: readonly [Place, Place];
  region: ActRegion;
}

export interface GapFinding {
  kind: "gap";
  key: string;
  region: ActRegion;
  openFacts: CoverageAnalysis["gaps"][number]["open_facts"];
}

export type Finding = ProblemFinding | OverlapFinding | GapFinding;

/** What an object lacks is one finding. */
export function problemFindings(problems: readonly TextDiagnostic[]): ProblemFinding[] {
  const missing = new Map<string, string[]>();
  return problems.flatMap((problem): ProblemFinding[] => {
    const { code, pointer, params } = problem;
    const key = JSON.stringify([code, pointer, params]);
    if (code !== "missing_field" || !("field" in params)) return [{ kind: "problem", key, problem, fields: [] }];
    const fields = missing.get(pointer);
    if (fields) return fields.push(params.field), [];
    const own = [params.field];
    missing.set(pointer, own);
    return [{ kind: "problem", key, problem, fields: own }];
  });
}

export function overlapFinding({ guarantees, pointers, region }: CoverageAnalysis["overlaps"][number]): OverlapFinding {
  const [first, second] = [placeOf(pointers[0]), placeOf(pointers[1])];
  const key = JSON.stringify(["overlap", pointers, region.care_types[0], region.conditions]);
  return { kind: "overlap", key, guarantees, places: [first, second], region };
}

export function gapFinding({ region, open_facts }: Pick<CoverageAnalysis["gaps"][number], "region" | "open_facts">): GapFinding {
  return { kind: "gap", key: JSON.stringify(["gap", region.care_types, region.conditions]), region, openFacts: open_facts };
}

export function placeOf(pointer: string): Place {
  const [, guarantee, , mapping] = segmentsOf(pointer);
  return { guarantee: Number(guarantee), mapping: Number(mapping) };
}

export function pointerOf({ guarantee, mapping }: Place): string {
  return `/guarantees/${guarantee}/care_type_mappings/${mapping}`;
}

/** The guarantee that a pointer is in; null for the coverage itself. */
export function guaranteeAt(pointer: string): number | null {
  const [first, index] = segmentsOf(pointer);
  return first === "guarantees" && index !== undefined ? Number(index) : null;
}

/** Whether some act is in both regions. */
export function regionsMeet(one: ActRegion, other: ActRegion): boolean {
  const types = new Set(one.care_types);
  return other.care_types.some((type) => types.has(type)) && meet(one.conditions, other.conditions);
}
