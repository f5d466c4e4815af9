/** What would settle a finding, each with what it does to acts, before it is taken. */
import type { LoadedCatalog } from "../../engine/engine";
import { knownFactValues } from "../../engine/engine";
import { Icon } from "../../kit/status";
import { compiled } from "../../store/readings";
import { documents } from "../../store/work";
import { More } from "../common/lists";
import { valueWords } from "../common/values";
import { listState } from "../../store/lists";
import { fixOf } from "../text/actions";
import { type ListedAt, take, takeEdit, takeFix } from "./actions";
import { areTooMany, type Choice, choicesOf } from "./choices";
import { nextStep } from "./code-words";
import type { Effect, Effects } from "./effects";
import type { Finding } from "./findings";
import { factAt } from "./guesses";
import { actsWords } from "./region-words";
import { effectWords, worklistWords } from "./words";

const SHOWN_FIRST = 3;
const MORE = 10;
const REGIONS_SAID = 2;

interface Props {
  finding: Finding;
  at: ListedAt;
  /** The finding in words, for who hears a button alone. */
  what: string;
}

export function Choices({ finding, at, what }: Props) {
  const text = documents.coverage.read.value;
  const fix = finding.kind === "problem" ? fixOf(finding.problem) : null;
  const found = areTooMany.value && finding.kind !== "problem" ? [] : choicesOf(finding);
  const fixed = finding.kind === "problem" && finding.problem.fix !== null;
  const list = `choices/${finding.key}`;
  const shown = listState(list).shown.value ?? SHOWN_FIRST;
  // The fix of the engine is often among what was tried, too.
  const others = found?.filter(({ title }) => !fixed || title() !== fix?.title) ?? [];
  const isNone = fix === null && found !== null && others.length === 0;
  return (
    <div class="ways">
      {(fix || others.length > 0) && (
        <ul aria-label={worklistWords.choices}>
          {fix && (
            <li>
              <button type="button" class="fix" aria-description={what} onClick={() => takeFix(fix, text, at)}>
                {fix.title}
              </button>
            </li>
          )}
          {others.slice(0, shown).map((choice) => (
            <Way key={choice.text} choice={choice} finding={finding} from={text} at={at} what={what} />
          ))}
        </ul>
      )}
      <More list={list} length={others.length} shown={shown} step={MORE} />
      {finding.kind === "problem" && <KnownValues pointer={finding.problem.pointer} code={finding.problem.code} at={at} />}
      {found === null && fix === null && <p class="muted">{worklistWords.looking}</p>}
      {isNone && <p class="muted">{noneWords(finding)}</p>}
    </div>
  );
}

function noneWords(finding: Finding): string {
  if (finding.kind === "problem") return nextStep(finding.problem.code);
  return areTooMany.value ? worklistWords.tooMany : worklistWords.noChoices;
}

function Way({ choice, finding, from, at, what }: { choice: Choice; finding: Finding; from: string; at: ListedAt; what: string }) {
  const catalog = compiled.value?.catalog;
  return (
    <li>
      <button type="button" class="fix" aria-description={what} onClick={() => take(choice, from, at)}>
        {choice.title()}
      </button>
      {choice.effects && catalog && finding.kind !== "problem" && (
        <EffectWords catalog={catalog} effects={choice.effects} careTypes={finding.region.care_types} />
      )}
    </li>
  );
}

function EffectWords({ catalog, effects: { effects, isUnfinished }, careTypes }: { catalog: LoadedCatalog; effects: Effects; careTypes: readonly string[] }) {
  return (
    <ul class="effects">
      {effects.length === 0 && <li>{effectWords.none}</li>}
      {effects.map((effect) => (
        <li class={effect.kind === "loses" ? "loses" : undefined}>
          {effect.kind === "loses" && <Icon tone="warn" />}
          <span>{effectWords.acts(effectWords[effect.kind](effect.before, effect.after), regionsOf(catalog, effect, careTypes))}</span>
        </li>
      ))}
      {isUnfinished && <li>{effectWords.unfinished}</li>}
    </ul>
  );
}

function regionsOf(catalog: LoadedCatalog, { regions }: Effect, careTypes: readonly string[]): string {
  const said = regions.slice(0, REGIONS_SAID).map((region) => actsWords(catalog, region, careTypes));
  return regions.length > said.length ? `${said.join("; ")}; ${effectWords.more(regions.length - said.length)}` : said.join("; ");
}

const OF_A_VALUE = new Set(["unknown_practitioner", "unknown_lens_complexity", "unknown_nature_de_soins", "unknown_treatment_mode", "treatment_mode_format"]);

/** Instead of a value that nobody knows, any that is known. */
function KnownValues({ pointer, code, at }: { pointer: string; code: string; at: ListedAt }) {
  const fact = OF_A_VALUE.has(code) ? factAt(pointer) : null;
  if (fact === null) return null;
  return (
    <label class="known-values">
      <span>{worklistWords.another}</span>
      <select value="" onChange={(event) => takeEdit([{ op: "replace", path: pointer, value: event.currentTarget.value }], at)}>
        <option value="">{worklistWords.choose}</option>
        {knownFactValues[fact].map((value) => (
          <option value={value}>{valueWords(fact, value)}</option>
        ))}
      </select>
    </label>
  );
}
