/** How much does a guarantee reimburse? Its rule in the words of a benefit table, and the way to change it. */
import { type CoverageGuarantee, ruleWords } from "../../engine/engine";
import { Status } from "../../kit/status";
import { useEditor } from "../common/editor";
import { later } from "../common/later";
import { Unfolding } from "../common/lists";
import { beginRule } from "./actions";
import { Said } from "./controls";
import { isNone, isOpaque } from "./edits";
import { partOf, rootOf, ruleInText } from "./model";
import { Presets } from "./presets-bar";
import { ruleFormWords } from "./words";

const RuleForm = later(() => import("./form").then(({ RuleForm }) => RuleForm));

/** For the list of guarantees. */
export function RuleLine({ guarantee }: { guarantee: CoverageGuarantee }) {
  const words = wordsOf(guarantee.coverage_rule);
  return <span class="rule-words">{words ?? <Status tone="bad" word={ruleFormWords.brokenShort} />}</span>;
}

export function RuleSection({ guarantee, index }: { guarantee: CoverageGuarantee; index: number }) {
  const editor = useEditor();
  const rule = ruleInText(editor, index, guarantee.name);
  const shown = (rule ?? guarantee.coverage_rule) as unknown;
  const words = wordsOf(shown);
  return (
    <section class="mapping rule">
      <h4>{ruleFormWords.title}</h4>
      <p role="status">{words === null ? <Status tone="bad" word={ruleFormWords.broken} /> : <strong>{words}</strong>}</p>
      {isNone(shown) ? (
        <None guarantee={guarantee} index={index} />
      ) : isOpaque(shown) ? (
        <Opaque index={index} />
      ) : (
        <Unfolding part={partOf(guarantee.name)} class="inline-details" summary={<Summary name={guarantee.name} />}>
          {() =>
            rule === undefined ? (
              <p class="empty">{ruleFormWords.unreadable}</p>
            ) : (
              <RuleForm rule={rule} guarantee={guarantee} index={index} />
            )
          }
        </Unfolding>
      )}
    </section>
  );
}

/** The rule in the words of a benefit table; null where it has errors. An empty one is a rule that is not written yet. */
function wordsOf(rule: unknown): string | null {
  if (typeof rule !== "object" || rule === null) return null;
  if (isNone(rule)) return ruleFormWords.none;
  const words = ruleWords(rule);
  return words.ok ? words.value : null;
}

function Summary({ name }: { name: string }) {
  return (
    <>
      {ruleFormWords.edit}
      <span class="visually-hidden">{ruleFormWords.editOf(name)}</span>
    </>
  );
}

function None({ guarantee, index }: { guarantee: CoverageGuarantee; index: number }) {
  const editor = useEditor();
  return (
    <>
      <p>
        <button type="button" class="primary" onClick={() => beginRule(editor, guarantee, index)}>
          {ruleFormWords.begin}
        </button>
      </p>
      <Presets guarantee={guarantee} index={index} rule={{}} />
    </>
  );
}

/** Another system's rule stays as it is; a misspelt field of ours is said. */
function Opaque({ index }: { index: number }) {
  const editor = useEditor();
  const found = editor.problems.value.filter(({ pointer }) => pointer === rootOf(index) || pointer.startsWith(`${rootOf(index)}/`));
  return (
    <>
      <p class="hint">{ruleFormWords.opaque}</p>
      <Said problems={found.filter(({ edits }) => edits !== null)} />
    </>
  );
}
