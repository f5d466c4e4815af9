// What a file of tests says: of which coverage, which acts with what should come of them, what it is held to. Anything else in it is a mistake.
import { dirname, join } from "node:path";
import type { ActAmounts, CareAct, LimitCounter, RequirementStatus } from "care-coverage/slim";
import { Form } from "../kit/form.ts";
import type { Fields } from "../kit/form.ts";
import { readSource, valueOf, yamlParts } from "../kit/text.ts";
import type { Source } from "../kit/text.ts";
import type { Language, Words } from "../kit/words.ts";

export interface Expected {
  outcome?: string | undefined;
  guarantee?: string | null | undefined;
  missing?: string[] | undefined;
  amounts?: { [name: string]: string | number } | undefined;
}

export type TestAct = CareAct & Partial<ActAmounts>;

export interface TestFile {
  file: string;
  /** The file of the coverage. */
  coverage: string;
  acts: { name: string; pointer: string; steps: { act: TestAct; expect: Expected; pointer: string }[]; counters: LimitCounter[] | undefined }[];
  requirements: { name: string; pointer: string; date: string | undefined; statuses: { [id: string]: RequirementStatus } | undefined }[];
  noGaps: { code: string; of: "group" | "care_type"; pointer: string }[];
  /** 1-based; null where it is not known. */
  lineOf(pointer: string): number | null;
}

export const FIELDS = ["coverage", "acts", "requirements", "no_gaps", "$schema", "description"];
export const ACT_FIELDS = ["name", "act", "steps", "expect", "counters", "description"];
export const STEP_FIELDS = ["act", "expect", "description"];
export const EXPECT_FIELDS = ["outcome", "guarantee", "missing", "amounts"];
export const AMOUNTS = ["secu_theoretical", "secu_paid", "ticket_moderateur", "complementary", "out_of_pocket"];
export const REQUIREMENT_FIELDS = ["profile", "date", "statuses", "description"];
export const GAP_FIELDS = ["groups", "care_types", "description"];

export async function readTests(file: string, language: Language, words: Words): Promise<TestFile> {
  const source = readSource(file);
  const value = await valueOf(source, language);
  return new Reader(file, words, await liner(source)).tests(value);
}

async function liner(source: Source): Promise<(pointer: string) => number | null> {
  if (!source.isYaml) return () => null;
  const { readYaml, rangeAt } = await yamlParts();
  const yaml = readYaml(source.text);
  return (pointer) => rangeAt(yaml, source.text, pointer)?.line ?? null;
}

class Reader extends Form {
  tests(value: unknown): TestFile {
    const given = this.object(value, "", FIELDS);
    const coverage = join(dirname(this.file), this.text(given["coverage"], "/coverage"));
    const acts = this.list(given["acts"] ?? [], "/acts").map((item, index) => this.act(item, `/acts/${index}`));
    const requirements = this.list(given["requirements"] ?? [], "/requirements").map((item, index) => this.requirement(item, `/requirements/${index}`));
    const gaps = this.object(given["no_gaps"] ?? {}, "/no_gaps", GAP_FIELDS);
    const codes = (field: string, of: "group" | "care_type") =>
      this.list(gaps[field] ?? [], `/no_gaps/${field}`).map((code, index) => ({ code: this.text(code, `/no_gaps/${field}/${index}`), of, pointer: `/no_gaps/${field}/${index}` }));
    return { file: this.file, coverage, acts, requirements, noGaps: [...codes("groups", "group"), ...codes("care_types", "care_type")], lineOf: this.lineOf };
  }

  act(value: unknown, at: string): TestFile["acts"][number] {
    const given = this.object(value, at, ACT_FIELDS);
    const name = this.text(given["name"], `${at}/name`);
    if ((given["act"] === undefined) === (given["steps"] === undefined)) this.fail(at, this.words.testWords.actOrSteps);
    const steps = given["steps"] === undefined ? [this.step(given, at)] : this.list(given["steps"], `${at}/steps`).map((step, index) => this.step(this.object(step, `${at}/steps/${index}`, STEP_FIELDS), `${at}/steps/${index}`));
    return { name, pointer: at, steps, counters: given["counters"] === undefined ? undefined : (this.list(given["counters"], `${at}/counters`) as LimitCounter[]) };
  }

  step(given: Fields, at: string): { act: TestAct; expect: Expected; pointer: string } {
    const expect = this.object(given["expect"], `${at}/expect`, EXPECT_FIELDS);
    if (Object.keys(expect).length === 0) this.fail(`${at}/expect`, this.words.testWords.expectsNothing);
    if (expect["amounts"] !== undefined) this.object(expect["amounts"], `${at}/expect/amounts`, AMOUNTS);
    return { act: this.object(given["act"], `${at}/act`, null) as unknown as TestAct, expect: expect as Expected, pointer: at };
  }

  requirement(value: unknown, at: string): TestFile["requirements"][number] {
    if (typeof value === "string") return { name: value, pointer: at, date: undefined, statuses: undefined };
    const given = this.object(value, at, REQUIREMENT_FIELDS);
    return {
      name: this.text(given["profile"], `${at}/profile`), pointer: at, date: given["date"] === undefined ? undefined : this.text(given["date"], `${at}/date`),
      statuses: given["statuses"] === undefined ? undefined : (this.object(given["statuses"], `${at}/statuses`, null) as { [id: string]: RequirementStatus }),
    };
  }
}
