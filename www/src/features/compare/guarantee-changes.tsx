/** Guarantees that are new, gone, or called otherwise. */
import { Status, type Tone } from "../../kit/status";
import { listState } from "../../store/lists";
import { GuaranteeName } from "../common/care-types";
import { More } from "../common/lists";
import type { Rename } from "./renames";
import { compareWords } from "./words";

const LIST = "compare/guarantees";
const SHOWN_FIRST = 20;
const MORE = 50;

interface Props {
  renames: readonly Rename[];
  added: readonly string[];
  removed: readonly string[];
}

export function GuaranteeChanges({ renames, added, removed }: Props) {
  const entry = (tone: Tone, word: string) => (name: string) => (
    <li>
      <Status tone={tone} word={word} />
      <strong>
        <GuaranteeName name={name} />
      </strong>
    </li>
  );
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  const all = [
    ...renames.map((rename) => <Renamed rename={rename} />),
    ...added.map(entry("good", compareWords.added)),
    ...removed.map(entry("bad", compareWords.removedGuarantee)),
  ];
  return (
    <section class="card">
      <h3>{compareWords.guarantees}</h3>
      <ul class="guarantee-changes">{all.slice(0, shown)}</ul>
      <More list={LIST} length={all.length} shown={shown} step={MORE} />
    </section>
  );
}

/** One line; what else is other about it is in the other lists. */
function Renamed({ rename: { before, after } }: { rename: Rename }) {
  return (
    <li>
      <Status tone="info" word={compareWords.renamed} />
      <span>
        <strong>
          <GuaranteeName name={before} />
        </strong>
        {` ${compareWords.isNowCalled} `}
        <strong>
          <GuaranteeName name={after} />
        </strong>
      </span>
    </li>
  );
}
