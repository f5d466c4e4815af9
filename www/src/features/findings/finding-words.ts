/** A problem of the coverage in one sentence, as the engine writes sentences. */
import { list } from "../common/counting";
import { saidOf } from "../common/said";
import type { ProblemFinding } from "./findings";
import { worklistWords } from "./words";

export function findingSentence({ problem, fields }: ProblemFinding): string {
  return fields.length > 1 ? worklistWords.missing(list(fields.map((field) => `\`${field}\``))) : saidOf(problem);
}
