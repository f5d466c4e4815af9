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

export function problemFinding(problem: TextDiagnostic): ProblemFinding {
  const { code, pointer, params } = problem;
  return { kind: "problem", key: JSON.stringify([code, pointer, params]), problem };
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
