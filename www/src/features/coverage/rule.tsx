/** How much does a guarantee reimburse? Its rule in the words of a benefit table, and the way to change it. */
import { type CoverageGuarantee, ruleWords } from "../../engine/engine";
import { Status } from "../../kit/status";
import { later } from "../common/later";
import { Unfolding } from "../common/lists";
import { beginRule } from "./rule-edits";
import { ruleInText } from "./rule-text";
import { ruleFormWords } from "./words";

const RuleForm = later(() => import("./rule-form").then(({ RuleForm }) => RuleForm));

/** For the list of guarantees: nothing where the rule has errors, which are said elsewhere. */
export function RuleLine({ guarantee }: { guarantee: CoverageGuarantee }) {
  const words = wordsOf(guarantee.coverage_rule);
  return <span class="rule-words">{words ?? <Status tone="bad" word={ruleFormWords.brokenShort} />}</span>;
}

export function RuleSection({ guarantee, index }: { guarantee: CoverageGuarantee; index: number }) {
  const rule = ruleInText(index, guarantee.name);
  const shown = (rule ?? guarantee.coverage_rule) as unknown;
  const words = wordsOf(shown);
  return (
    <section class="mapping rule">
      <h4>{ruleFormWords.title}</h4>
      <p role="status">{words === null ? <Status tone="bad" word={ruleFormWords.broken} /> : <strong>{words}</strong>}</p>
      {isOpaque(shown) ? (
        <Opaque rule={shown as object} index={index} />
      ) : (
        <Unfolding part={`rule/${guarantee.name}`} class="inline-details" summary={<Summary name={guarantee.name} />}>
          {() => (rule === undefined ? <p class="empty">{ruleFormWords.unreadable}</p> : <RuleForm rule={rule} index={index} />)}
        </Unfolding>
      )}
    </section>
  );
}

/** The rule in the words of a benefit table; null where it has errors. An empty one is a rule that is not written yet. */
function wordsOf(rule: unknown): string | null {
  if (typeof rule !== "object" || rule === null) return null;
  if (isOpaque(rule) && Object.keys(rule).length === 0) return ruleFormWords.none;
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

/** Another system's rule stays as it is; where there is none, one can be begun. */
function Opaque({ rule, index }: { rule: object; index: number }) {
  if (Object.keys(rule).length > 0) return <p class="hint">{ruleFormWords.opaque}</p>;
  return (
    <div class="bar">
      <p class="hint">{ruleFormWords.nothing}</p>
      <button type="button" onClick={() => beginRule(index)}>
        {ruleFormWords.begin}
      </button>
    </div>
  );
}

function isOpaque(rule: unknown): boolean {
  return typeof rule === "object" && rule !== null && !Array.isArray(rule) && !("components" in rule);
}
