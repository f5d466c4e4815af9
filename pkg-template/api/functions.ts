// Questions that need no catalogue, as src/wasm/functions.rs has them.
import * as core from "#glue";
import { ask } from "../ask.ts";
import type * as api from "../care-coverage";
import { assertAmounts } from "../start.ts";
import { viewOf } from "../typed-arrays.ts";
import { textOf } from "./text.ts";

export function packageVersion(): string {
  return ask(() => core.packageVersion());
}

export function matchFilter(...[filter, act]: Parameters<typeof api.matchFilter>): ReturnType<typeof api.matchFilter> {
  return ask(() => core.matchFilter(filter, act));
}

export function lensComplexity(
  ...[prescription]: Parameters<typeof api.lensComplexity>
): ReturnType<typeof api.lensComplexity> {
  return ask(() => core.lensComplexity(prescription));
}

export function ageOn(birthDate: string, date: string): number {
  return ask(() => core.ageOn(birthDate, date));
}

export function describeRule(rule: api.AsJson<api.CoverageRuleParameterSet>): string {
  return ask(() => core.describeRule(rule));
}

export function knownValues(): ReturnType<typeof api.knownValues> {
  return ask(() => core.knownValues());
}

export function validateCatalog(data: unknown): api.Diagnostic[] {
  return ask(() => core.validateCatalog(data));
}

export function validateCatalogText(text: string | Uint8Array): api.TextDiagnostic[] {
  return ask(() => core.validateCatalogText(textOf(text)));
}

export function validateProfile(profile: unknown): api.Diagnostic[] {
  assertAmounts();
  return ask(() => core.validateProfile(profile));
}

export function validateProfileText(text: string | Uint8Array): api.TextDiagnostic[] {
  assertAmounts();
  return ask(() => core.validateProfileText(textOf(text)));
}

export function validateMapping(mapping: unknown): api.Diagnostic[] {
  assertAmounts();
  return ask(() => core.validateMapping(mapping));
}

export function validateHeadings(headings: unknown): api.Diagnostic[] {
  return ask(() => core.validateHeadings(headings));
}

export function guessMapping(...[header, rows]: Parameters<typeof api.guessMapping>): api.MappingGuess {
  assertAmounts();
  return ask(() => core.guessMapping(header, rows));
}

export function previewClaims(claims: string | Uint8Array | api.AsJson<api.ClaimDistributions>, options?: api.PreviewOptions): api.ClaimPreview {
  assertAmounts();
  // Bytes of another program in this page, or of a test, are of another class.
  const bytes = typeof claims === "string" ? undefined : viewOf("Uint8Array", claims);
  return ask(() => core.previewClaims(bytes ?? claims, options));
}

export function readCoveragePayload(payload: unknown): api.CoveragePayload {
  return ask(() => core.readCoveragePayload(payload));
}

export function checkCoverageVersion(payload: api.AsJson<api.CoveragePayload>, latest?: number | null): api.CoverageVersion {
  return ask(() => core.checkCoverageVersion(payload, latest));
}

export function readJsonText(text: string | Uint8Array): unknown {
  return ask(() => core.readJsonText(textOf(text)));
}
