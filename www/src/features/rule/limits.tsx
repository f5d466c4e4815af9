/** How much of something is paid in a period: the limits of a rule, and those of a component. */
import { isObject, type Json, listIn } from "../../kit/json/values";
import { useEditor } from "../common/editor";
import { TextInput } from "../common/fields";
import { addCredit, addLimit, adderId, editRule, remove, removeCredit } from "./actions";
import { Adder, At, Choice, common, Figure, type Form, Part, Rest, Unknown } from "./controls";
import { changePeriod } from "./edits";
import { sharingOf } from "./model";
import { type LimitPreset, maximumOf } from "./presets";
import { presetWords, ruleFormWords as w } from "./words";

export function Limits({ form, rule }: { form: Form; rule: Json }) {
  const editor = useEditor();
  const limits = listIn(rule, "limits");
  const isThere = !("limits" in rule) || Array.isArray(rule["limits"]);
  const [first, ...others] = Object.keys(presetWords.limits) as LimitPreset[];
  const add = (preset: LimitPreset) => addLimit(editor, form.root, form.name, rule, preset);
  const adding = `${adderId(form.root, "/limits")}/label`;
  return (
    <Part title={w.limits}>
      {isThere && limits.length === 0 && <p class="hint">{w.noLimits}</p>}
      {limits.map((limit, at) => (
        <Limit
          key={at}
          form={form}
          path={`/limits/${at}`}
          limit={limit}
          title={w.limit(at + 1)}
          name={w.limit(at + 1)}
          removing={w.removeLimit(at + 1)}
          hasCounts
          onremove={() => remove(editor, form.root, `/limits/${at}`)}
        />
      ))}
      {!isThere && <Unknown value={rule["limits"]} words={w.notAForm} />}
      <At form={form} path="/limits" />
      {isThere && (
        <div class="bar" role="group" aria-labelledby={adding}>
          <span id={adding} class="hint">
            {w.addLimit}
          </span>
          <Adder form={form} list="/limits" words={presetWords.limits[first!]} onclick={() => add(first!)} />
          {others.map((preset) => (
            <button type="button" onClick={() => add(preset)}>
              {presetWords.limits[preset]}
            </button>
          ))}
        </div>
      )}
    </Part>
  );
}

interface CreditsProps {
  form: Form;
  /** The component's. */
  path: string;
  component: Json;
  number: number;
  mayBeLimited: boolean;
}

/** The limits of one component. */
export function Credits({ form, path, component, number, mayBeLimited }: CreditsProps) {
  const editor = useEditor();
  const limits = listIn(component, "limits");
  const isThere = Array.isArray(component["limits"]);
  return (
    <div class="rule-credits">
      {limits.map((limit, at) => (
        <Limit
          key={at}
          form={form}
          path={`${path}/limits/${at}`}
          limit={limit}
          title={w.limitOfPart(at + 1)}
          name={w.limitOf(at + 1, number)}
          removing={w.removeLimitOf(at + 1, number)}
          hasCounts={false}
          onremove={() => removeCredit(editor, form.root, path, component, at)}
        />
      ))}
      {!isThere && <Unknown value={component["limits"]} words={w.notAForm} />}
      <At form={form} path={`${path}/limits`} />
      {isThere && mayBeLimited && (
        <p class="bar">
          <Adder form={form} list={`${path}/limits`} words={w.limitPart} onclick={() => addCredit(editor, form.root, form.name, path, component)} />
        </p>
      )}
    </div>
  );
}

interface Props {
  form: Form;
  path: string;
  limit: unknown;
  title: string;
  /** Of the whole, and of the button that removes it. */
  name: string;
  removing: string;
  /** Whether it says which amounts count. */
  hasCounts: boolean;
  onremove: () => void;
}

function Limit({ form, path, limit, title, name, removing, hasCounts, onremove }: Props) {
  return (
    <div class="rule-limit" role="group" aria-label={name}>
      <div class="list-head">
        <p class="term">{title}</p>
        <button type="button" class="quiet" aria-label={removing} title={removing} onClick={onremove}>
          {w.remove}
        </button>
      </div>
      {isObject(limit) ? (
        <LimitFields form={form} path={path} limit={limit} hasCounts={hasCounts} />
      ) : (
        <>
          <Unknown value={limit} words={w.notAForm} />
          <Rest form={form} path={path} shown={[]} />
        </>
      )}
    </div>
  );
}

const UNITS: Partial<Record<string, string>> = { max_amount: "€", max_pmss_percent: "%" };

function LimitFields({ form, path, limit, hasCounts }: { form: Form; path: string; limit: Json; hasCounts: boolean }) {
  const editor = useEditor();
  const { root } = form;
  const maximum = maximumOf(limit);
  const unit = UNITS[maximum];
  const set = (name: string) => (value: string) => editRule(editor, root, { op: "add", path: `${path}/${name}`, value });
  const changeMaximum = (value: string) =>
    editRule(editor, 
      root,
      maximum in limit
        ? { op: "move", from: `${path}/${maximum}`, path: `${path}/${value}` }
        : { op: "add", path: `${path}/${value}`, value: "1" },
    );
  return (
    <>
      <div class="rule-row">
        <Figure form={form} path={path} name={maximum} label={w.maximum} part={limit} unit={unit} />
        <Choice form={form} path={`${path}/${maximum}`} name="kind" label={w.maximumKind} value={maximum} words={w.maxima} oncommit={changeMaximum} />
        <Period form={form} path={`${path}/period`} period={limit["period"]} />
        <Choice form={form} path={path} name="scope" label={w.scope} value={String(limit["scope"] ?? "beneficiary")} words={w.scopes} oncommit={set("scope")} />
        {unit !== undefined && hasCounts && (
          <Choice
            form={form}
            path={path}
            name="counts"
            label={w.counts}
            value={String(limit["counts"] ?? "complementary")}
            words={w.countsWhat}
            oncommit={set("counts")}
          />
        )}
      </div>
      <div class="rule-row">
        <Key form={form} path={path} limit={limit} />
      </div>
      <Rest form={form} path={path} part={limit} shown={["key", maximum, "scope", ...(hasCounts ? ["counts"] : [])]} lists={["period"]} />
    </>
  );
}

function Period({ form, path, period }: { form: Form; path: string; period: unknown }) {
  const editor = useEditor();
  const part = isObject(period) ? period : {};
  const kind = String(part["kind"] ?? "");
  const hasMonths = kind === "rolling_months";
  const change = (value: string) => editRule(editor, form.root, ...changePeriod(path, period, value));
  return (
    <>
      <Choice form={form} path={path} name="kind" label={w.period} value={kind} words={w.periods} oncommit={change} />
      {hasMonths && <Figure form={form} path={path} name="months" label={w.months} part={part} unit={w.monthsUnit} isWhole />}
      <Rest form={form} path={path} part={part} shown={hasMonths ? ["kind", "months"] : ["kind"]} />
    </>
  );
}

function Key({ form, path, limit }: { form: Form; path: string; limit: Json }) {
  const editor = useEditor();
  const key = typeof limit["key"] === "string" ? limit["key"] : "";
  const sharing = key === "" ? [] : sharingOf(editor, form.index, key);
  return (
    <TextInput
      {...common(editor, { form, path, name: "key", label: w.key })}
      class="key"
      label={w.key}
      value={key}
      hint={sharing.length > 0 ? w.keyShared(sharing) : w.keyHint}
      oncommit={(value) => editRule(editor, form.root, { op: "add", path: `${path}/key`, value })}
    />
  );
}
