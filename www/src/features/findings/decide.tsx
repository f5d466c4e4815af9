/** What there is to decide: errors first, then overlaps, warnings and hints; many of one kind are one line until it is unfolded. */
import type { ComponentChildren } from "preact";
import type { LoadedCoverage, Severity } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { useEditor } from "../common/editor";
import { More, Unfolding } from "../common/lists";
import { SEVERITY_TONES } from "../common/problems";
import { listSeverity } from "./actions";
import { codeName } from "./code-words";
import type { Finding } from "./findings";
import { FindingItem } from "./item";
import { countsOf, focusNext, listedSeverity, SEVERITIES, severityOf, toDecide } from "./model";
import { worklistWords } from "./words";

const SHOWN_FIRST = 10;
const MORE = 50;
const LIST = "findings";
/** So many of one kind are folded. */
const MANY = 6;

/** A finding, or many of one kind, at the place of the first of them. */
type Row = { index: number; findings: readonly Finding[] };

export function ToDecide({ coverage }: { coverage: LoadedCoverage | null }) {
  const editor = useEditor();
  const { state } = editor.coverage.value;
  const all = toDecide(editor).value;
  const counts = countsOf(all);
  const asked = listedSeverity(editor).value;
  const chosen = asked !== null && counts[asked] > 0 ? asked : null;
  const listed = chosen === null ? all : all.filter((finding) => severityOf(finding) === chosen);
  const rows = rowsOf(listed);
  const shown = editor.listState(LIST).shown.value ?? SHOWN_FIRST;
  const next = focusNext(editor).value?.part === "decide" ? focusNext(editor).value : null;
  const nextRow = next && rows.findLastIndex(({ index }) => index <= next.index);
  return (
    <>
      {state === "refused" && (
        <p>
          <Status tone="bad" word={worklistWords.refused} />
        </p>
      )}
      {SEVERITIES.filter((severity) => counts[severity] > 0).length > 1 && <Filter counts={counts} chosen={chosen} />}
      {all.length === 0 && state === "ready" && (
        <p>
          <Status tone="good" word={worklistWords.nothing} />
        </p>
      )}
      {all.length === 0 && state === "broken" && <p class="empty">{worklistWords.nothingYet}</p>}
      {rows.length > 0 && (
        <ul class="problems">
          {rows.slice(0, shown).map(({ index, findings }, row) => {
            const [first] = findings;
            return (
              <li key={first!.key} tabindex={-1} ref={takesFocus(nextRow === row ? next!.request : null)}>
                {findings.length === 1 ? <FindingItem finding={first!} coverage={coverage} at={{ part: "decide", index }} /> : <Many findings={findings} index={index} coverage={coverage} />}
              </li>
            );
          })}
        </ul>
      )}
      <More list={LIST} length={rows.length} shown={shown} step={MORE} />
    </>
  );
}

function rowsOf(findings: readonly Finding[]): Row[] {
  const byKind = new Map<string, Finding[]>();
  for (const finding of findings) {
    const alike = byKind.get(kindOf(finding));
    if (alike) alike.push(finding);
    else byKind.set(kindOf(finding), [finding]);
  }
  const rows: Row[] = [];
  findings.forEach((finding, index) => {
    const alike = byKind.get(kindOf(finding))!;
    if (alike.length < MANY) rows.push({ index, findings: [finding] });
    else if (alike[0] === finding) rows.push({ index, findings: alike });
  });
  return rows;
}

/** Each overlap is a decision of its own. */
function kindOf(finding: Finding): string {
  return finding.kind === "problem" && finding.problem.code !== "overlap" ? `${finding.problem.severity}/${finding.problem.code}` : finding.key;
}

function Many({ findings, index, coverage }: { findings: readonly Finding[]; index: number; coverage: LoadedCoverage | null }) {
  const editor = useEditor();
  const [first] = findings;
  if (first?.kind !== "problem") return null;
  const { code, severity } = first.problem;
  const list = `${LIST}/${severity}/${code}`;
  const shown = editor.listState(list).shown.value ?? SHOWN_FIRST;
  return (
    <>
      <Status tone={SEVERITY_TONES[severity]} word={worklistWords.severities[severity](findings.length)} />
      <Unfolding part={list} class="finding" summary={worklistWords.sameKind(findings.length, codeName(code))}>
        {() => (
          <>
            <ul class="problems folded">
              {findings.slice(0, shown).map((finding) => (
                <li key={finding.key}>
                  <FindingItem finding={finding} coverage={coverage} at={{ part: "decide", index }} />
                </li>
              ))}
            </ul>
            <More list={list} length={findings.length} shown={shown} step={MORE} />
          </>
        )}
      </Unfolding>
    </>
  );
}

function Filter({ counts, chosen }: { counts: Record<Severity, number>; chosen: Severity | null }) {
  const editor = useEditor();
  const choice = (severity: Severity | null, words: ComponentChildren) => (
    <button type="button" class="chip" aria-pressed={severity === chosen} onClick={() => listSeverity(editor, severity)}>
      {words}
    </button>
  );
  return (
    <div class="chips" role="group" aria-label={worklistWords.filter}>
      {choice(null, worklistWords.all(counts.error + counts.warning + counts.info))}
      {SEVERITIES.map(
        (severity) =>
          counts[severity] > 0 && choice(severity, <Status tone={SEVERITY_TONES[severity]} word={worklistWords.severities[severity](counts[severity])} />),
      )}
    </div>
  );
}
