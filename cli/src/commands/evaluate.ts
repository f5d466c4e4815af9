// care-coverage evaluate: which guarantee covers each of many acts? Rows are read, asked and answered piece by piece, by all cores.
import { OUTCOME_CODES } from "care-coverage/slim";
import { evaluated } from "../acts/evaluate.ts";
import type { AnsweredActs } from "../acts/evaluate.ts";
import { OUTPUTS, answersOf, outputFormat } from "../acts/answers.ts";
import type { OutputFormat } from "../acts/answers.ts";
import type { Column } from "../acts/row.ts";
import { chosen, documentsOf, workersOf } from "../acts/asked.ts";
import { openInput } from "../acts/input.ts";
import type { InputFormat } from "../acts/input.ts";
import { sayProblems } from "../acts/problems.ts";
import { createProgress } from "../acts/progress.ts";
import { sinkOf } from "../acts/sink.ts";
import { FINDINGS, FINE } from "../kit/failure.ts";
import { inLanguage } from "../kit/framed.ts";
import { settle } from "../kit/setting.ts";
import type { SharedOptions } from "../kit/setting.ts";

export interface ActsOptions extends SharedOptions { coverage?: string[]; inputFormat?: InputFormat; format?: OutputFormat; workers?: number }

const COLUMNS: readonly Column[] = [{ name: "row", kind: "row" }, { name: "outcome", kind: "text" }, { name: "guarantee", kind: "text" }];

export async function evaluate(name: string, options: ActsOptions): Promise<number> {
  const setting = await settle(options);
  const { words, output, language } = setting;
  const format = outputFormat(options, OUTPUTS, "csv", words);
  const documents = await documentsOf((await chosen(options.coverage, setting)).slice(0, 1), setting, false);
  const input = await openInput(name, options.inputFormat, words);
  const sink = sinkOf(options.out);
  const progress = createProgress({ isShown: !options.quiet && (options.out !== undefined || !process.stdout.isTTY), words: words.actsWords });
  const counts = OUTCOME_CODES.map(() => 0);
  let rows = 0;
  try {
    const answers = await answersOf(sink, format, COLUMNS);
    const take = ({ outcomes, guarantees, invalid, bytes }: AnsweredActs) => {
      for (let act = 0; act < outcomes.length; act += 1) {
        const [outcome, guarantee] = [outcomes[act]!, guarantees[act]!];
        counts[outcome]! += 1;
        const wrong = invalid.get(act);
        const said = wrong === undefined ? [] : inLanguage(wrong.diagnostics, language).map(({ code, pointer, message }) => ({ code, pointer, message }));
        answers.row([rows + act + 1, OUTCOME_CODES[outcome]!, documents.guarantees[guarantee] ?? null], said);
        if (wrong !== undefined) {
          progress.end();
          sayProblems(input.name, wrong.line, rows + act + 1, said, words);
        }
      }
      rows += outcomes.length;
      progress.at(rows, bytes, input.file?.size ?? null);
    };
    await evaluated(input, documents, workersOf(options.workers), setting, take);
    progress.end();
    answers.end({ rows, by_outcome: Object.fromEntries(OUTCOME_CODES.map((outcome, index) => [outcome, counts[index]])) });
    sink.end();
  } catch (error) {
    progress.end();
    sink.drop();
    throw error;
  } finally {
    input.file?.close();
  }
  output.note(`${words.actsWords.summary(rows, OUTCOME_CODES.map((outcome, index) => [outcome, counts[index]!]))}\n`);
  return counts[OUTCOME_CODES.indexOf("invalid_act")]! > 0 ? FINDINGS : FINE;
}
