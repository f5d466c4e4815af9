/** What would settle a finding, each with what it does to acts, before it is taken. */
import type { LoadedCatalog, TextDiagnostic } from "../../engine/engine";
import { applyEdits } from "../../kit/json/patch";
import { Icon } from "../../kit/status";
import type { Editor } from "../../store/editor/editor";
import { useEditor } from "../common/editor";
import { groupLabel, typeLabel } from "../common/labels";
import { More } from "../common/lists";
import { type Fix, fixOf } from "../text/actions";
import { type ListedAt, take } from "./actions";
import { areTooMany, catalogInHand, type Choice, choicesOf } from "./choices";
import { nextStep } from "./code-words";
import type { Effect, Effects } from "./effects";
import type { Finding } from "./findings";
import { Others } from "./others";
import { actsWords } from "./region-words";
import { choiceWords, effectWords, worklistWords } from "./words";

const SHOWN_FIRST = 3;
const MORE = 10;
const REGIONS_SAID = 2;

interface Props {
  finding: Finding;
  at: ListedAt;
  /** The finding in words, for who hears a button alone. */
  what: string;
}

/** The engine's own fix is there at once; what was tried may have it, too, and then in its order. */
export function Choices({ finding, at, what }: Props) {
  const editor = useEditor();
  const text = editor.documents.coverage.read.value;
  const fix = fixFor(editor, finding, text);
  const found = areTooMany(editor).value && finding.kind !== "problem" ? [] : choicesOf(editor, finding);
  const list = `choices/${finding.key}`;
  const shown = editor.listState(list).shown.value ?? SHOWN_FIRST;
  const all: readonly Way[] = [...(fix && !found?.some((choice) => choice.text === fix.text) ? [fix] : []), ...(found ?? [])];
  return (
    <div class="ways">
      {all.length > 0 && (
        <ul aria-label={worklistWords.choices}>
          {all.slice(0, shown).map((way) => (
            <li key={way.text}>
              <button type="button" class="fix" aria-description={what} onClick={() => take(editor, way, text, at)}>
                {way.title()}
              </button>
              {way.effects && finding.kind !== "problem" && <EffectWords effects={way.effects} careTypes={finding.region.care_types} />}
            </li>
          ))}
        </ul>
      )}
      <More list={list} length={all.length} shown={shown} step={MORE} />
      {finding.kind === "problem" && at !== null && "part" in at && <Others problem={finding.problem} at={at} />}
      {found === null && all.length === 0 && <p class="muted">{worklistWords.looking}</p>}
      {found !== null && all.length === 0 && <p class="muted">{noneWords(editor, finding)}</p>}
    </div>
  );
}

type Way = Pick<Choice, "title" | "text" | "effects">;

/** The fields that are missing together are begun together. */
function fixFor(editor: Editor, finding: Finding, text: string): Way | null {
  if (finding.kind !== "problem" || finding.fields.length > 1) return null;
  const fix = fixOf(finding.problem);
  return fix && { title: () => fixTitle(editor, finding.problem, fix), text: applyEdits(text, [...fix.edits].reverse()), effects: null };
}

/** A code with its label. */
function fixTitle(editor: Editor, { code, params }: TextDiagnostic, { title }: Fix): string {
  const catalog = catalogInHand(editor);
  const nearest = "nearest" in params ? params.nearest : null;
  if (!catalog || !nearest) return title;
  if (code === "unknown_care_type") return choiceWords.replaceBy(typeLabel(catalog, nearest), nearest);
  return code === "unknown_care_type_group" ? choiceWords.replaceByGroup(groupLabel(catalog, nearest), nearest) : title;
}

function noneWords(editor: Editor, finding: Finding): string {
  if (finding.kind === "problem") return nextStep(finding.problem.code);
  return areTooMany(editor).value ? worklistWords.tooMany : worklistWords.noChoices;
}

function EffectWords({ effects: { effects, isUnfinished }, careTypes }: { effects: Effects; careTypes: readonly string[] }) {
  const editor = useEditor();
  const catalog = catalogInHand(editor);
  if (!catalog) return null;
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
