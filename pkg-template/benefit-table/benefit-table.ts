// Coverages as a benefit table: headings, rows, lines by conditions, a cell for each coverage; and what no cell says.
import type * as api from "../care-coverage-benefit-table";
import type * as main from "../care-coverage";
import { describeFilter, describeRule } from "#words";
import { eurosInWords, pmssOf, shareOf } from "./euros.ts";
import { examplesOf } from "./examples.ts";
import { Labels } from "./labels.ts";
import type { Line } from "./lines.ts";
import { readBenefit } from "./read-benefit.ts";
import { keyOf } from "./regions.ts";
import { labelOf } from "./row-labels.ts";
import { entriesOf, type Row, rowsOf } from "./rows.ts";
import { areSame, limitsOf } from "./same-rule.ts";
import { atOnce, inSlices, type Steps } from "./steps.ts";
import { wordsOfTable } from "./table-words.ts";

/** More columns than that nobody reads next to one another. */
const MOST_COVERAGES = 100;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function benefitTable(coverages: readonly main.Coverage[], options: api.BenefitTableOptions): api.BenefitTable {
  return atOnce(tableInSteps(coverages, options));
}

export async function benefitTableAsync(coverages: readonly main.Coverage[], options: api.BenefitTableAsyncOptions): Promise<api.BenefitTable> {
  return inSlices(tableInSteps(coverages, options), options.signal);
}

/** What is wrong with the question is thrown by the first step. */
function* tableInSteps(coverages: readonly main.Coverage[], options: api.BenefitTableOptions): Steps<api.BenefitTable> {
  if (!Array.isArray(coverages) || coverages.length === 0) throw new TypeError("`coverages` is an array of at least one coverage");
  if (coverages.length > MOST_COVERAGES) throw new RangeError(`a table has at most ${MOST_COVERAGES} coverages`);
  for (const coverage of coverages as unknown[]) if (typeof (coverage as main.Coverage | null)?.toPayload !== "function") throw new TypeError("`coverages` is an array of coverages");
  const { catalog, headings, language = "fr", date, synonyms = [], examples = [] } = options;
  if (language !== "fr" && language !== "en") throw new RangeError("the language of a benefit table is `fr` or `en`");
  if (typeof date !== "string" || !DATE.test(date)) throw new TypeError("`date` is a calendar date `YYYY-MM-DD`");
  return yield* new Writer(coverages, catalog, catalog.headings(headings), language, date, synonyms).table(examples);
}

class Writer {
  private readonly payloads: main.CoveragePayload[];
  private readonly labels: Labels;
  private readonly unsaid: api.BenefitUnsaid[] = [];
  private readonly words;
  private readonly catalog: Pick<main.CareTypeCatalog, "getCareTypeMappings" | "getCareTypesFromSelector">;

  constructor(
    private readonly coverages: readonly main.Coverage[],
    private readonly given: main.CareTypeCatalog,
    private readonly headings: main.ResolvedHeadings,
    private readonly language: "fr" | "en",
    private readonly date: string,
    synonyms: readonly main.CareTypeSynonyms[],
  ) {
    this.payloads = coverages.map((coverage) => coverage.toPayload());
    // It is a copy at each call.
    const mappings = given.getCareTypeMappings();
    this.catalog = { getCareTypeMappings: () => mappings, getCareTypesFromSelector: (selector) => given.getCareTypesFromSelector(selector) };
    this.labels = new Labels(this.catalog, headings, synonyms, "fr");
    this.words = wordsOfTable(language);
  }

  *table(examples: readonly api.BenefitExample[]): Steps<api.BenefitTable> {
    yield;
    const entries: ReturnType<typeof entriesOf>[] = [];
    for (const payload of this.payloads) {
      entries.push(entriesOf(this.catalog, payload));
      yield;
    }
    const parts = [...this.headings.headings.map(({ id, title, care_types }) => ({ id, title: title[this.language], care_types })), { id: null, title: this.words.without, care_types: this.headings.without }];
    const headings: api.BenefitTableHeading[] = [];
    for (const { id, title, care_types } of parts) {
      const at = headings.length;
      const rows: api.BenefitTableRow[] = [];
      for (const row of rowsOf(care_types, this.catalog, entries)) {
        rows.push(yield* this.row(row, at, rows.length));
        yield;
      }
      if (rows.length > 0) headings.push({ id, title, rows });
      yield;
    }
    this.findShared(headings);
    const pmss = pmssOf(this.date);
    return {
      language: this.language, date: this.date, pmss: pmss === null ? null : String(pmss),
      coverages: this.payloads.map(({ name, version }) => ({ name, version })),
      headings,
      examples: yield* examplesOf(this.coverages, examples, this.language, this.given),
      unsaid: this.unsaid,
    };
  }

  private *row({ careTypes, lines, hasOtherLenses }: Row, heading: number, row: number): Steps<api.BenefitTableRow> {
    const { label, isRead } = labelOf(careTypes, this.catalog, this.labels);
    const place = { heading, row, line: 0, coverage: null };
    if (!isRead) this.unsaid.push({ code: "care_types", ...place, text: label });
    if (hasOtherLenses) this.unsaid.push({ code: "condition", ...place, text: this.words.rest });
    if (lines === null) this.unsaid.push({ code: "too_many_lines", ...place, text: label });
    const written: api.BenefitTableLine[] = [];
    for (const line of lines ?? []) {
      yield;
      written.push(this.line(line, label, { heading, row, line: written.length }));
    }
    return { label, care_types: careTypes, lines: written };
  }

  private line(line: Line, label: string, place: { heading: number; row: number; line: number }): api.BenefitTableLine {
    const isPlain = Object.keys(line.when).length === 0;
    const said = isPlain ? null : describeFilter(line.when, { language: this.language });
    const condition = line.isRest ? (said === null ? this.words.rest : `${said}, ${this.words.rest}`) : said;
    if (line.isRest || !this.isConditionRead(line, label)) this.unsaid.push({ code: "condition", ...place, coverage: null, text: condition ?? "" });
    return { label: condition, when: line.when, cells: line.entries.map((entries, coverage) => this.cell(entries, { ...place, coverage })) };
  }

  private isConditionRead({ when }: Line, label: string): boolean {
    if (Object.keys(when).length === 0) return true;
    const reading = this.labels.read(`${label} (${describeFilter(when, { language: "fr" })})`);
    return keyOf(reading.when) === keyOf(when) && reading.asides.length === 0;
  }

  private cell(entries: Line["entries"][number], place: Omit<api.BenefitUnsaid, "code" | "text">): api.BenefitTableCell {
    const guarantees = [...new Set(entries.map(({ guarantee }) => guarantee))].map((index) => this.payloads[place.coverage!]!.guarantees[index]!);
    const [first] = guarantees;
    if (!first) return { text: this.words.nothing, guarantees: [], rule: null, limits: [], euros: [] };
    const names = guarantees.map(({ name }) => name);
    if (guarantees.length > 1) this.unsaid.push({ code: "several_guarantees", ...place, text: names.join(", ") });
    const rule = first.coverage_rule;
    const { text, euros } = this.text(rule);
    const isOpaque = !("components" in rule) || rule.components === undefined;
    const { readings, unread } = readBenefit(text);
    const isRead = unread.length === 0 && readings.length === 1 && keyOf(readings[0]!.when) === "{}" && areSame(readings[0]!.rule, rule);
    if (isOpaque) this.unsaid.push({ code: "opaque_rule", ...place, text });
    else if (this.language === "fr" && !isRead) this.unsaid.push({ code: "rule", ...place, text });
    return { text, guarantees: names, rule: rule as main.CoverageRuleParameterSet, limits: limitsOf(rule), euros };
  }

  /** With the euros of percentages of the PMSS right behind each of them: of one whatever it is for. */
  private text(rule: main.CoverageRuleParameterSet): { text: string; euros: api.BenefitEuros[] } {
    const said = describeRule(rule, { language: this.language });
    const pmss = pmssOf(this.date);
    const euros: api.BenefitEuros[] = [];
    if (pmss === null) return { text: said, euros };
    const text = said.replace(/(\d[\d.,\u202f\u00a0 ]{0,20}?)(?:\s?%)\s(?:du |of the )?PMSS/gu, (all, figure: string) => {
      const percent = figure.replace(/[\u202f\u00a0 ]/g, "").replace(this.language === "fr" ? "," : /,(?=\d{3})/g, this.language === "fr" ? "." : "");
      if (!/^\d+(?:\.\d+)?$/.test(percent)) return all;
      const amount = shareOf(pmss, percent);
      euros.push({ pmss_percent: percent, amount });
      return `${all} (${eurosInWords(amount, this.language)})`;
    });
    return { text, euros };
  }

  /** Limits of one key in several lines of a coverage share what they leave, which no cell says. */
  private findShared(headings: readonly api.BenefitTableHeading[]): void {
    this.payloads.forEach((_, coverage) => {
      const first = new Map<string, string>();
      headings.forEach(({ rows }, heading) => rows.forEach(({ lines }, row) => lines.forEach(({ cells }, line) => {
        for (const { key } of cells[coverage]!.limits) {
          const place = `${heading} ${row} ${line}`;
          const known = first.get(key);
          if (known === undefined) first.set(key, place);
          else if (known !== place) this.unsaid.push({ code: "shared_limit", heading, row, line, coverage, text: key });
        }
      })));
    });
  }
}
