/** How much does a guarantee reimburse? Its rule in the words of a benefit table, and the way to change it. */
import { ruleFormWords } from "./words";
import { laterWords } from "../common/words";
import type { ComponentChildren } from "preact";
import { ruleWords, type CoverageGuarantee } from "../../engine/engine";
import { unfolding } from "../common/lists";
import type { Results } from "../../store/results";
import { ruleInText } from "./rule-text";
import { update, type State } from "../../store/state";
import { status } from "../../kit/status";
import type { ruleForm } from "./rule-form";

/** The form is fetched when somebody wants to change a rule. */
let form: typeof ruleForm | "none" | "loading" | "failed" = "none";

/** For the list of guarantees: nothing where the rule has errors, which are told elsewhere. */
export function ruleLine({ coverage_rule: rule }: CoverageGuarantee): ComponentChildren {
  const words = typeof rule === "object" && rule !== null ? ruleWords(rule) : null;
  return words?.ok ? <span class="rule-words">{words.value}</span> : <span class="rule-words">{status("bad", ruleFormWords.brokenShort)}</span>;
}

export function ruleSection(state: State, results: Results, guarantee: CoverageGuarantee, index: number): ComponentChildren {
  const rule = ruleInText(state, index, guarantee.name);
  const shown = (rule ?? guarantee.coverage_rule) as unknown;
  const words = typeof shown === "object" && shown !== null ? ruleWords(shown) : null;
  return (
    <section class="mapping rule">
      <h4>{ruleFormWords.title}</h4>
      <p role="status">{words?.ok ? <strong>{words.value}</strong> : status("bad", ruleFormWords.broken)}</p>
      {isOpaque(shown)
        ? opaque(shown as object, index)
        : unfolding(
            state,
            `rule/${guarantee.name}`,
            { class: "inline-details" },
            [ruleFormWords.edit, <span class="visually-hidden">{ruleFormWords.editOf(guarantee.name)}</span>],
            () => (rule === undefined ? <p class="empty">{ruleFormWords.unreadable}</p> : opened(state, results, rule, index)),
          )}
    </section>
  );
}

/** Another system's rule stays as it is; where there is none, one can be begun. */
function opaque(rule: object, index: number): ComponentChildren {
  if (Object.keys(rule).length > 0) return <p class="hint">{ruleFormWords.opaque}</p>;
  const begin = () => void fetchForm().then((loaded) => loaded?.beginRule(index));
  return (
    <div class="bar">
      <p class="hint">{ruleFormWords.nothing}</p>
      <button type="button" onClick={begin}>
        {ruleFormWords.begin}
      </button>
      {form === "failed" && (
        <p class="bad" role="alert">
          {laterWords.failed}
        </p>
      )}
    </div>
  );
}

function isOpaque(rule: unknown): boolean {
  return typeof rule === "object" && rule !== null && !Array.isArray(rule) && !("components" in rule);
}

function opened(state: State, results: Results, rule: unknown, index: number): ComponentChildren {
  if (form === "none") void fetchForm();
  if (typeof form === "function") return form(state, results, rule, index);
  return (
    <p class="empty" role="status">
      {form === "failed" ? laterWords.failed : laterWords.loading}
    </p>
  );
}

async function fetchForm(): Promise<typeof import("./rule-form") | null> {
  if (typeof form !== "function") form = "loading";
  const loaded = await import("./rule-form").catch(() => null);
  form = loaded?.ruleForm ?? "failed";
  update({});
  return loaded;
}
