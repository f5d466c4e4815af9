// Does a coverage do what its tests say? What differs is said field by field.
import { CoverageError } from "care-coverage/slim";
import type { ActAmounts, AnalyzeOptions, CareAct, CareTypeCatalog, Coverage } from "care-coverage/slim";
import { inLanguage } from "../kit/framed.ts";
import type { AskedProfile } from "../kit/profiles.ts";
import { sayer } from "../kit/said.ts";
import type { Language, Words } from "../kit/words.ts";
import type { Expected, TestAct, TestFile } from "./read.ts";

/** A test, and what differs: nothing where it passes. */
export interface TestResult { name: string; pointer: string; line: number | null; differences: string[] }

type Counters = NonNullable<Parameters<Coverage["reimburse"]>[1]>;

interface Got { outcome: string; guarantee: string | null; missing: readonly string[]; amounts: { [name: string]: string } | null }

export class TestRun {
  constructor(readonly coverage: Coverage, readonly catalog: CareTypeCatalog, readonly language: Language, readonly words: Words) {}

  acts({ acts, lineOf }: TestFile): TestResult[] {
    return acts.map(({ name, pointer, steps, counters: before }) => {
      let counters: Counters = before ?? [];
      const differences = steps.flatMap(({ act, expect }, index) => {
        const at = steps.length > 1 ? `${index + 1}: ` : "";
        try {
          const { got, after } = this.#ask(act, counters);
          counters = after ?? counters;
          return this.#differences(expect, got).map((difference) => `${at}${difference}`);
        } catch (error) {
          if (!(error instanceof CoverageError)) throw error;
          return inLanguage(error.diagnostics, this.language).map(({ code, message, pointer }) => `${at}${code} ${pointer}: ${message}`);
        }
      });
      return { name, pointer, line: lineOf(pointer), differences };
    });
  }

  /** An act that says what was charged is paid, any other only decided. */
  #ask(act: TestAct, counters: Counters): { got: Got; after: Counters | undefined } {
    if (act.charged === undefined) {
      const { outcome, guarantees, undetermined } = this.coverage.guaranteesFor(act);
      const missing = [...new Set(undetermined.flatMap(({ missing }) => missing as readonly string[]))].sort();
      return { got: { outcome, guarantee: outcome === "covered" ? (guarantees[0] ?? null) : null, missing, amounts: null }, after: undefined };
    }
    const { outcome, guarantee, missing, amounts, counters: after } = this.coverage.reimburse(act as CareAct & ActAmounts, counters);
    return { got: { outcome, guarantee, missing, amounts }, after };
  }

  #differences({ outcome, guarantee, missing, amounts }: Expected, got: Got): string[] {
    const { expected } = this.words.testWords;
    const found: string[] = [];
    const compare = (field: string, wanted: unknown, is: unknown) => {
      if (wanted !== undefined && show(wanted) !== show(is)) found.push(expected(field, show(wanted), show(is)));
    };
    // What is missing says why it is not determined.
    compare("outcome", outcome, outcome !== got.outcome && got.missing.length > 0 ? `${got.outcome} (${got.missing.join(", ")})` : got.outcome);
    compare("guarantee", guarantee, got.guarantee);
    compare("missing", missing && [...missing].sort(), got.missing);
    for (const [name, wanted] of Object.entries(amounts ?? {})) {
      const is = got.amounts?.[name] ?? null;
      if (is === null || !sameAmount(String(wanted), is)) found.push(expected(`amounts.${name}`, String(wanted), is ?? "null"));
    }
    return found;
  }

  requirements({ requirements, lineOf }: TestFile, asked: readonly AskedProfile[]): TestResult[] {
    const { testWords: said, requireWords } = this.words;
    return requirements.map(({ name, pointer, statuses }, index) => {
      const { profile, options } = asked[index]!;
      const report = this.coverage.checkRequirements(profile, options);
      const all = new Map(report.requirements.map(({ id, status }) => [id, status]));
      // Without a list, nothing may be violated, nor stay open.
      const differences = statuses === undefined
        ? report.requirements.filter(({ status }) => status === "violated" || status === "not_decidable").map(({ id, title, status }) => `${id}: ${title[this.language]}: ${requireWords.statuses[status]}`)
        : Object.entries(statuses).filter(([id, status]) => all.get(id) !== status).map(([id, status]) => {
            const is = all.get(id);
            return is === undefined ? said.unknownRequirement(name, id, [...all.keys()]) : said.expected(id, status, is);
          });
      return { name: said.requirement(name), pointer, line: lineOf(pointer), differences };
    });
  }

  gaps({ noGaps, lineOf }: TestFile, options: AnalyzeOptions): TestResult[] {
    if (noGaps.length === 0) return [];
    const { testWords: said } = this.words;
    const { gaps, unselected_care_types: unselected } = this.coverage.analyze(options);
    const says = sayer([this.catalog], this.language);
    return noGaps.map(({ code, of, pointer }) => {
      const members = of === "group" ? this.catalog.membersOf(code)?.map(({ short_code }) => short_code) : this.catalog.careType(code) ? [code] : undefined;
      const differences = members === undefined ? [said.unknownCode(code)] : [
        ...gaps.filter(({ region, accepted }) => accepted === undefined && region.care_types.some((one) => members.includes(one))).map(({ region }) => said.gap(says.region(region))),
        ...unselected.filter((one) => members.includes(one)).map((one) => said.unselected(one)),
      ];
      return { name: said.noGap(code), pointer, line: lineOf(pointer), differences };
    });
  }
}

const show = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** "228", 228 and "228.00" are one amount. */
function sameAmount(left: string, right: string): boolean {
  const plain = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? text.replace(/^(-?)0+(?=\d)/, "$1").replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "") : text);
  return plain(left) === plain(right);
}
