/** A guarantee as a card: what it pays, for which care types, and under which conditions. */
import type { CoverageGuarantee, LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import { dragEntry, stepOf } from "../../kit/drag-list";
import { takesFocus } from "../../kit/focus";
import { isObject } from "../../kit/json/values";
import { useEditor } from "../common/editor";
import { GuaranteeName } from "../common/care-types";
import { commonWords } from "../common/words";
import { ProblemsAt } from "../findings/at";
import { FindingCounts, Findings } from "../findings/card";
import { addMapping, moveGuarantee, removeGuarantee, showInText, toggleGuarantee } from "./actions";
import { CardTools } from "./card-tools";
import { type GuaranteeItem, mappingsOf, pointerOf } from "./guarantee-list";
import { MappingPart } from "./mapping";
import { guaranteeLineId } from "./model";
import { RuleLine, RuleSection } from "../rule/section";
import { formWords } from "./words";

interface Card {
  catalog: LoadedCatalog;
  /** As it could last be compiled; null until then. */
  coverage: LoadedCoverage | null;
  item: GuaranteeItem;
  isOpen: boolean;
  isLast: boolean;
  /** The cursor of the text is in it. */
  isMarked: boolean;
  canDrag: boolean;
}

/** A closed guarantee costs nothing: a coverage may have hundreds, each with thousands of care types. */
export function GuaranteeCard(card: Card) {
  const editor = useEditor();
  const { item, isOpen, isMarked, canDrag } = card;
  const { id, index, name, value } = item;
  const drag = formWords.drag(name);
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (step === 0 || isOfField(event.target)) return;
    event.preventDefault();
    moveGuarantee(editor, index, index + step);
  };
  return (
    <li class="guarantee-entry" data-entry={index} onKeyDown={press}>
      <button type="button" class="handle" aria-label={drag} title={drag} disabled={!canDrag} onPointerDown={(event) => dragEntry(event, (from, to) => moveGuarantee(editor, from, to))}>
        <span aria-hidden="true">⠿</span>
      </button>
      <details class={isMarked ? "card guarantee marked" : "card guarantee"} open={isOpen} onToggle={(event) => toggleGuarantee(editor, id, event.currentTarget.open)}>
        <summary ref={takesFocus(editor.focusOf(guaranteeLineId(index)))}>
          <svg class="icon chevron" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 4l4 4-4 4" />
          </svg>
          <h3>{name === "" ? formWords.unnamed : <GuaranteeName name={name} />}</h3>
          <Size {...card} />
          {isMarked && <span class="visually-hidden">{formWords.marked}</span>}
          <FindingCounts guarantee={index} />
          {isObject(value) && <RuleLine guarantee={value as unknown as CoverageGuarantee} />}
        </summary>
        {isOpen && <Body {...card} />}
      </details>
    </li>
  );
}

function Size({ coverage, item: { index, name, value } }: Card) {
  const mappings = commonWords.mappings(mappingsOf(value).length);
  const isCompiled = coverage?.payload.guarantees[index]?.name === name;
  return <span class="muted">{isCompiled ? `${commonWords.careTypes(coverage.careTypesOf(name).length)} · ${mappings}` : mappings}</span>;
}

function Body(card: Card) {
  const editor = useEditor();
  const { catalog, coverage, item } = card;
  const { index, value } = item;
  if (!isObject(value) || ("care_type_mappings" in value && !Array.isArray(value["care_type_mappings"]))) return <OtherShape index={index} />;
  const mappings = mappingsOf(value);
  return (
    <>
      <CardTools item={item} isLast={card.isLast} />
      <ProblemsAt pointer={pointerOf(index)} />
      <ProblemsAt pointer={`${pointerOf(index)}/care_type_mappings`} />
      <RuleSection guarantee={value as unknown as CoverageGuarantee} index={index} />
      <ol class="mappings">
        {mappings.map((mapping, at) => (
          <MappingPart key={at} catalog={catalog} coverage={coverage} item={item} mapping={at} value={mapping} isOnly={mappings.length === 1} isLast={at === mappings.length - 1} />
        ))}
      </ol>
      <p class="mapping-add">
        <button type="button" onClick={() => addMapping(editor, index)}>
          {formWords.addMapping}
        </button>
      </p>
      {coverage && coverage.payload.guarantees[index]?.name === item.name && <Findings coverage={coverage} guarantee={index} />}
    </>
  );
}

function OtherShape({ index }: { index: number }) {
  const editor = useEditor();
  return (
    <div class="mapping">
      <p class="empty">{formWords.otherShape}</p>
      <ProblemsAt pointer={pointerOf(index)} deep />
      <div class="bar">
        <button type="button" onClick={() => showInText(editor, pointerOf(index))}>
          {formWords.showText}
        </button>
        <button type="button" onClick={() => removeGuarantee(editor, index)}>
          {formWords.remove}
        </button>
      </div>
    </div>
  );
}

/** Where Alt with an arrow may mean something else. */
function isOfField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, .mapping-entry") !== null;
}
