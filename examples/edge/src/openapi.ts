// The OpenAPI document (3.1) of the service. Schemas of inputs are those of the package.
import { packageVersion } from "care-coverage";
import { schemas } from "./schemas.ts";
import type { Schema } from "./schemas.ts";

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const content = (schema: Schema, type = "application/json") => ({ [type]: { schema } });

/** A schema of the package as a component: what it defines is next to it. */
function components(...names: string[]): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  for (const name of names) {
    const { $schema, $id, $defs = {}, title, ...schema } = schemas.get(name) as Schema & { title: string; $defs?: Schema };
    const text = JSON.stringify({ ...$defs, [title]: schema });
    Object.assign(found, JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/').replaceAll('"$ref":"#"', `"$ref":"#/components/schemas/${title}"`)));
  }
  return found;
}

const version = { type: "integer", minimum: 1, maximum: 999999999999999 };
const list = (items: Schema): Schema => ({ type: "array", items });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({ type: "object", properties, required, additionalProperties: false });
const text = { type: "string" };

const inputs = components("coverage-payload", "care-act", "act-amounts", "dispense-snapshot", "requirement-profile", "act-classes");

/** An act with its amounts: the fields of both. */
function pricedAct({ CareAct, ActAmounts }: Record<string, Schema>): Schema {
  const [act, amounts] = [CareAct, ActAmounts] as { properties: Record<string, Schema>; required: string[] }[];
  return object({ ...act?.properties, ...amounts?.properties }, [...(act?.required ?? []), ...(amounts?.required ?? [])]);
}

const question = {
  name: { ...text, description: "Of a stored coverage." },
  version: { ...orNull(version), description: "Left out or null: the latest. A given one is answered without a look into the database." },
};
const OUTCOMES = ["not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type"];

const answers: Record<string, Schema> = {
  Diagnostic: object(
    {
      code: { ...text, description: "Stable, see docs/codes.md of care-coverage." },
      severity: { enum: ["error", "warning", "info"] },
      message: text,
      pointer: { ...text, description: "RFC 6901 JSON Pointer into the body; of a stored coverage that cannot be used, into its payload." },
      related: list(object({ pointer: text, message: text })),
      fix: { description: "JSON Patch (RFC 6902) on the body that makes the diagnostic disappear.", type: ["array", "null"], items: { type: "object" } },
      range: { description: "Where it is in the text of the body: UTF-16 offsets, line and column from 1.", ...object({ start: { type: "integer" }, end: { type: "integer" }, line: { type: "integer" }, column: { type: "integer" } }) },
    },
    ["code", "severity", "message", "pointer", "related", "fix"],
  ),
  Problem: {
    description: "RFC 9457.",
    ...object({ type: text, title: text, status: { type: "integer" }, detail: text, code: { ...text, description: "Stable." }, diagnostics: list(ref("Diagnostic")) }),
  },
  Stored: object({ name: text, version, created: { type: "boolean", description: "Whether it is the first version." }, diagnostics: list(ref("Diagnostic")) }),
  Validation: object({ valid: { type: "boolean", description: "No diagnostic is an error." }, diagnostics: list(ref("Diagnostic")) }),
  Decision: object({
    name: text,
    version,
    decision: object({ outcome: { enum: OUTCOMES }, guarantees: list(text), undetermined: list(object({ guarantee: text, missing: list(text) })) }),
  }),
  MatchQuestion: object({ ...question, act: ref("CareAct") }, ["name", "act"]),
  PricedAct: pricedAct(inputs),
  LimitCounter: {
    description: "What earlier acts used of a limit: what an answer gives, the question about the next act takes.",
    ...object({
      key: text,
      scope_id: text,
      period_start: orNull({ type: "string", format: "date" }),
      amount: text,
      count: text,
      entries: orNull(list(object({ date: { type: "string", format: "date" }, amount: text, count: text }))),
    }),
  },
  ReimburseQuestion: object(
    {
      ...question,
      act: ref("PricedAct"),
      counters: { ...orNull(list(ref("LimitCounter"))), description: "Those of the answer about the act before this one; left out, nothing was used of any limit." },
      options: orNull(object({ secuRounding: { enum: ["down", "half_up"], description: "How the Sécu part is rounded to the cent; left out, down." } }, [])),
    },
    ["name", "act"],
  ),
  Reimbursement: object({
    name: text,
    version,
    reimbursement: object({
      outcome: { enum: OUTCOMES },
      guarantee: orNull(text),
      missing: { ...list(text), description: "The fields that the act lacks." },
      amounts: orNull(object({ secu_theoretical: text, secu_paid: text, ticket_moderateur: text, complementary: text, out_of_pocket: text })),
      steps: list(object({ step: text, value: text, note: orNull(text) })),
      counters: list(ref("LimitCounter")),
    }),
  }),
  RequirementsQuestion: object(
    {
      ...question,
      profile: { description: "What is asked: the name of a profile that ships, or one of your own.", oneOf: [{ enum: ["fr-contrat-responsable", "fr-ani"] }, ref("RequirementProfile")] },
      date: { type: "string", format: "date", description: "What is in force on this day is asked." },
      classes: { description: "Which acts of the catalogue the classes of the profile are, by name: those that ship for a catalogue, or your own. Left out, those of the profile.", oneOf: [{ enum: ["example", "national"] }, ref("ActClasses"), { type: "null" }] },
      declarations: orNull({ type: "object", additionalProperties: { type: "boolean" }, description: "By id, whether a requirement holds that cannot be seen in amounts." }),
      tariffs: orNull({ type: "object", additionalProperties: list({ type: "object" }), description: "By name of a class, tariffs in place of its own." }),
    },
    ["name", "profile", "date"],
  ),
  RequirementsReport: object({
    name: text,
    version,
    report: {
      type: "object",
      description: "Each requirement in the profile's order, and how many there are of each status.",
      required: ["profile", "date", "note", "requirements", "summary"],
    },
  }),
  CompareQuestion: object(
    {
      ...question,
      next: { ...object(question, ["name"]), description: "The version that it is compared with, of the same coverage or of another one." },
      date: { type: "string", format: "date" },
      rates: orNull(list({ type: "string" })),
    },
    ["name", "next", "date"],
  ),
  AmountComparison: object({
    current: object({ name: text, version }),
    next: object({ name: text, version }),
    comparison: { type: "object", description: "Where members get more or less, with an act in euros for each.", required: ["regions", "limits", "not_decidable"] },
  }),
  DispenseReport: { type: "object", required: ["decision", "ruleset", "first_failure", "programs", "contract", "amounts", "checks"] },
  Health: object({ status: { const: "ok" }, version: { ...text, description: "Of care-coverage." }, care_types: { type: "integer", description: "In the catalogue." } }),
};

const REASONS = {
  400: "The body or a parameter cannot be read.",
  401: "The bearer token is missing or wrong.",
  404: "It is not there.",
  408: "The body took too long to arrive.",
  409: "Versions: this one exists, or is not the next; of a question: the coverage cannot be used with the catalogue of today, or its rule not at all.",
  412: "`If-Match` or `If-None-Match` does not hold.",
  413: "The body, or what is in it, is too large.",
  415: "The body is compressed, or not application/json.",
  422: "The document was read and cannot be used; `diagnostics` says why.",
  429: "Too many requests in a short time.",
  503: "No catalogue was seeded, no write token is configured, or memory ran out: `Retry-After` says when to try again.",
};
type Status = keyof typeof REASONS;
const problem = (status: Status) => ({ description: REASONS[status], content: content(ref("Problem"), "application/problem+json") });
const problems = (...statuses: Status[]) => Object.fromEntries(statuses.map((status) => [status, problem(status)]));

const etag = { description: "Strong; of a coverage its version in quotes.", schema: text };
const read = (schema: Schema, type?: string) => ({
  200: { description: "What was asked for.", headers: { ETag: etag, "Cache-Control": { schema: text } }, content: content(schema, type) },
  304: { description: "The caller has it already." },
});
const header = (name: string, description: string) => ({ name, in: "header", required: false, description, schema: text });
const ifNoneMatch = header("If-None-Match", "ETags that the caller has.");
const inPath = (name: string, description: string, schema: Schema = { ...text, minLength: 1 }) => ({ name, in: "path", required: true, description, schema });
const body = (schema: Schema) => ({ required: true, content: content(schema) });
const OF_BODY = [400, 408, 413, 415, 429] as const;

export const openApi = {
  openapi: "3.1.0",
  info: {
    title: "Coverages at the edge",
    version: packageVersion(),
    description: "Versions of health coverages: validated, stored, and asked. Errors are problems (RFC 9457) with diagnostics.",
    license: { name: "MIT OR Apache-2.0", identifier: "MIT OR Apache-2.0" },
  },
  paths: {
    "/coverages": {
      post: {
        operationId: "createOrUpdateCoverage",
        summary: "Stores the next version of a coverage: version 1 of a new one, otherwise the one after the latest.",
        security: [{ token: [] }],
        parameters: [
          header("If-Match", "The ETag of the latest version, or `*`: it is stored only after this one. It may be left out: the version in the body says as much."),
          header("If-None-Match", "`*`: only where there is no version yet."),
        ],
        requestBody: body(ref("CoveragePayload")),
        responses: {
          201: { description: "Stored. The diagnostics are warnings and hints.", headers: { ETag: etag, Location: { schema: text } }, content: content(ref("Stored")) },
          ...problems(...OF_BODY, 401, 409, 412, 422, 503),
        },
      },
    },
    "/coverages/{name}": {
      get: {
        operationId: "getCoverage",
        summary: "The latest version, or a given one.",
        parameters: [inPath("name", "Of the coverage."), { name: "version", in: "query", required: false, schema: version }, ifNoneMatch],
        responses: { ...read(ref("CoveragePayload")), ...problems(400, 404, 429) },
      },
    },
    "/validate": {
      post: {
        operationId: "validateCoverage",
        summary: "Every problem of a coverage payload of any shape, each with its place and its fix.",
        parameters: [{ name: "analysis", in: "query", required: false, description: "False leaves out overlaps, gaps and redundant mappings, and takes less than half the time.", schema: { type: "boolean", default: true } }],
        requestBody: body({ description: "Should be a CoveragePayload; whatever it is, the diagnostics say." }),
        responses: { 200: { description: "Every diagnostic.", content: content(ref("Validation")) }, ...problems(...OF_BODY, 503) },
      },
    },
    "/match": {
      post: {
        operationId: "matchAct",
        summary: "Which guarantees of a stored coverage match a care act.",
        requestBody: body(ref("MatchQuestion")),
        responses: { 200: { description: "The decision, and the version that was asked.", content: content(ref("Decision")) }, ...problems(...OF_BODY, 404, 409, 422, 503) },
      },
    },
    "/reimburse": {
      post: {
        operationId: "reimburseAct",
        summary: "What a stored coverage pays for a care act, with every line of the computation and what is used of its limits after it.",
        requestBody: body(ref("ReimburseQuestion")),
        responses: { 200: { description: "The reimbursement, and the version that was asked.", content: content(ref("Reimbursement")) }, ...problems(...OF_BODY, 404, 409, 422, 503) },
      },
    },
    "/requirements": {
      post: {
        operationId: "checkRequirements",
        summary: "Does a stored coverage pay what a law or an agreement asks for, and which act shows where it does not?",
        requestBody: body(ref("RequirementsQuestion")),
        responses: { 200: { description: "What came of each requirement, and the version that was asked.", content: content(ref("RequirementsReport")) }, ...problems(...OF_BODY, 404, 409, 422, 503) },
      },
    },
    "/compare": {
      post: {
        operationId: "compareAmounts",
        summary: "In which acts do members get more or less by another stored version?",
        requestBody: body(ref("CompareQuestion")),
        responses: { 200: { description: "The comparison, and the versions that were compared.", content: content(ref("AmountComparison")) }, ...problems(...OF_BODY, 404, 409, 422, 503) },
      },
    },
    "/dispense/check": {
      post: {
        operationId: "checkDispense",
        summary: "Would a dispense of medication be accepted, and why?",
        requestBody: body(ref("DispenseSnapshot")),
        responses: { 200: { description: "The report.", content: content(ref("DispenseReport")) }, ...problems(...OF_BODY, 422, 503) },
      },
    },
    "/schemas/{name}": {
      get: {
        operationId: "getSchema",
        summary: "The JSON Schema (draft 2020-12) of an input document.",
        parameters: [inPath("name", "Of the document.", { enum: [...schemas.keys()] }), ifNoneMatch],
        responses: { ...read({ type: "object" }, "application/schema+json"), ...problems(404, 429) },
      },
    },
    "/openapi.json": {
      get: { operationId: "getOpenApi", summary: "This document.", parameters: [ifNoneMatch], responses: { ...read({ type: "object" }), ...problems(429) } },
    },
    "/health": {
      get: {
        operationId: "getHealth",
        summary: "Whether the service can answer: the engine and the catalogue are there.",
        responses: { 200: { description: "It can.", content: content(ref("Health")) }, ...problems(503) },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: "http", scheme: "bearer" } },
    schemas: { ...inputs, ...answers },
  },
};
