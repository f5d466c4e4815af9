// care-coverage reimburse: what is paid for each of many acts? Limits are counted over all rows of a person, or of a family.
import { OUTCOME_CODES } from "care-coverage/slim";
import type { InvalidRow } from "care-coverage/slim";
import { OUTPUTS, answersOf, outputFormat } from "../acts/answers.ts";
import type { Column, Problem } from "../acts/row.ts";
import { chosen, documentsOf, workersOf } from "../acts/asked.ts";
import { openInput } from "../acts/input.ts";
import { problemOf, sayProblems } from "../acts/problems.ts";
import { createProgress } from "../acts/progress.ts";
import { UNPAID, simulated } from "../acts/simulated.ts";
import { sinkOf } from "../acts/sink.ts";
import { startAmounts } from "../kit/engine.ts";
import { FINDINGS, FINE } from "../kit/failure.ts";
import { inOneLanguage } from "../kit/framed.ts";
import { settle } from "../kit/setting.ts";
import { mappingOf } from "../acts/mapping.ts";
import type { ActsOptions } from "./evaluate.ts";

export interface ReimburseOptions extends ActsOptions { mapping?: string }

const COLUMNS: readonly Column[] = [
  { name: "row", kind: "row" }, { name: "outcome", kind: "text" }, { name: "guarantee", kind: "text" },
  ...["charged", "secu_paid", "complementary", "out_of_pocket"].map((name): Column => ({ name, kind: "euros" })),
];
const INVALID = OUTCOME_CODES.indexOf("invalid_act");
/** Rows whose amounts are known. */
const DECIDED = new Set(["covered", "not_covered"]);

export async function reimburse(name: string, options: ReimburseOptions): Promise<number> {
  const setting = await settle(options);
  const { words, output, language } = setting;
  const format = outputFormat(options, OUTPUTS, "csv", words);
  await startAmounts();
  const current = await documentsOf(await chosen(options.coverage, setting), setting, true);
  const mapping = await mappingOf(options.mapping, setting);
  const input = await openInput(name, options.inputFormat, words);
  const sink = sinkOf(options.out);
  const progress = createProgress({ isShown: !options.quiet, words: words.actsWords });
  const counts = OUTCOME_CODES.map(() => 0);
  let rows = 0;
  let close = () => {};
  try {
    const found = await simulated({ input, current, draft: null, options: { amounts: true, mapping }, workers: workersOf(options.workers), progress, setting, said: UNPAID });
    ({ close } = found);
    const { charged, secu_paid, current: { outcomes, guarantees, complementary } } = found.simulation.amounts!;
    rows = outcomes.length;
    const answers = await answersOf(sink, format, COLUMNS);
    const row = (index: number, problems: Problem[]) => {
      const outcome = OUTCOME_CODES[outcomes[index]!]!;
      const amounts = DECIDED.has(outcome)
        ? [charged[index]!, secu_paid[index]!, complementary[index]!, charged[index]! - secu_paid[index]! - complementary[index]!] : [null, null, null, null];
      counts[outcomes[index]!]! += 1;
      answers.row([index + 1, outcome, current.guarantees[guarantees[index]!] ?? null, ...amounts], problems);
    };
    let next = 0;
    for await (const invalid of found.problems) {
      for (; next < invalid.row; next += 1) row(next, []);
      const problem = problemOf(inOneLanguage(invalid as InvalidRow, language));
      sayProblems(input.name, invalid.line, invalid.row + 1, [problem], words);
      row(next, [problem]);
      next += 1;
    }
    for (; next < rows; next += 1) row(next, []);
    if (found.unnamed > 0) output.note(`${words.actsWords.unnamed(found.unnamed)}\n`);
    answers.end({ rows, by_outcome: Object.fromEntries(OUTCOME_CODES.map((outcome, index) => [outcome, counts[index]])), totals: found.simulation.totals });
    sink.end();
  } catch (error) {
    sink.drop();
    throw error;
  } finally {
    close();
    input.file?.close();
  }
  output.note(`${words.actsWords.summary(rows, OUTCOME_CODES.map((outcome, index) => [outcome, counts[index]!]))}\n`);
  return counts[INVALID]! > 0 ? FINDINGS : FINE;
}
