/** What a selector names: care types and groups as chips, and the pickers that add to them. */
import { useMemo } from "preact/hooks";
import type { LoadedCatalog } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { textsIn } from "../../kit/json/values";
import type { Editor } from "../../store/editor/editor";
import { useEditor } from "../common/editor";
import { groupLabel, typeLabel } from "../common/labels";
import { ProblemsAt } from "../findings/at";
import { CareTypePicker } from "../picker/picker";
import { edit } from "./actions";
import { focusInside } from "./focus-inside";
import { type GuaranteeItem, partOf, pointerOf } from "./guarantee-list";
import { impacts } from "./impact";
import { addTerm, type Field, removeTerm } from "./mapping-edits";
import type { MappingProps } from "./mapping-props";
import { mappingId } from "./model";
import { severityAt } from "./problems-here";
import { coverageWords, formWords } from "./words";

/** What a longer selector selects is in the table; here its first terms give the idea. */
const TERMS_SHOWN = 12;

const SIDES = {
  include: { groups: "include_care_type_groups", types: "include_care_types" },
  exclude: { groups: "exclude_care_type_groups", types: "exclude_care_types" },
} as const satisfies Record<string, Record<string, Field>>;
type Side = keyof typeof SIDES;

interface Term {
  field: Field;
  code: string;
  position: number;
  label: string;
}

export function Terms(props: MappingProps) {
  const editor = useEditor();
  const { item, mapping, value } = props;
  const pointer = `${pointerOf(item.index, mapping)}/selector`;
  const excluded = termsOf(props.catalog, value, "exclude");
  const isAsked = editor.isUnfolded(`except/${item.id}/${mapping}`);
  return (
    <div class="terms">
      <ProblemsAt pointer={pointer} />
      <TermSide {...props} side="include" title={coverageWords.selects} label={formWords.selectsPick} terms={termsOf(props.catalog, value, "include")} />
      {excluded.length > 0 || isAsked.value ? (
        <TermSide {...props} side="exclude" title={coverageWords.except} label={formWords.exceptPick} terms={excluded} />
      ) : (
        <p>
          <button type="button" class="quiet" onClick={() => ask(editor, item, mapping)}>
            {formWords.exceptAdd}
          </button>
        </p>
      )}
    </div>
  );
}

function ask(editor: Editor, item: GuaranteeItem, mapping: number): void {
  editor.isUnfolded(`except/${item.id}/${mapping}`).value = true;
  editor.focusOn(mappingId(item.index, mapping, "exclude"));
}

function termsOf(catalog: LoadedCatalog, mapping: unknown, side: Side): Term[] {
  const selector = partOf(mapping, "selector");
  const { groups, types } = SIDES[side];
  return [
    ...textsIn(selector, groups).map((code, position) => ({ field: groups, code, position, label: coverageWords.group(groupLabel(catalog, code)) })),
    ...textsIn(selector, types).map((code, position) => ({ field: types, code, position, label: typeLabel(catalog, code) })),
  ];
}

interface SideProps extends MappingProps {
  side: Side;
  title: string;
  label: string;
  terms: readonly Term[];
}

function TermSide({ side, title, label, terms, ...props }: SideProps) {
  const editor = useEditor();
  const { catalog, coverage, item, mapping, value } = props;
  const pointer = pointerOf(item.index, mapping);
  const all = editor.isUnfolded(`terms/${side}/${item.id}/${mapping}`);
  const shown = all.value ? terms : terms.slice(0, TERMS_SHOWN);
  const hidden = terms.length - shown.length;
  const picker = mappingId(item.index, mapping, side);
  const { name } = item;
  const impact = useMemo(() => impacts({ catalog, coverage, guarantee: name, mapping: value, side }), [catalog, coverage, name, value, side]);
  return (
    <div class="term-side" role="group" aria-label={title} ref={focusInside(editor, picker)}>
      <p class="term">{title}</p>
      {side === "include" && terms.length === 0 && <p class="empty">{formWords.selectsNothing}</p>}
      {terms.length > 0 && (
        <ul class="term-chips">
          {shown.map((term, index) => (
            <Chip key={`${term.field}/${term.position}`} {...props} term={term} id={`${picker}-${index}`} next={terms.length === 1 ? picker : `${picker}-${Math.min(index, terms.length - 2)}`} />
          ))}
          {hidden > 0 && (
            <li>
              <button type="button" class="link" onClick={() => (all.value = true)}>
                {formWords.showTerms(hidden)}
              </button>
            </li>
          )}
        </ul>
      )}
      <ProblemsAt pointer={`${pointer}/selector/${SIDES[side].groups}`} deep />
      <ProblemsAt pointer={`${pointer}/selector/${SIDES[side].types}`} deep />
      <CareTypePicker
        catalog={catalog}
        id={picker}
        label={label}
        kinds="both"
        chosen={new Set(terms.map(({ code }) => code))}
        onpick={({ of, shortCode }) => edit(editor, addTerm(pointer, value, SIDES[side][of === "group" ? "groups" : "types"], shortCode))}
        onunpick={({ of, shortCode }) => edit(editor, removeTerm(pointer, value, SIDES[side][of === "group" ? "groups" : "types"], shortCode))}
        impact={impact}
      />
    </div>
  );
}

function Chip({ item, mapping, value, term: { field, code, position, label }, id, next }: MappingProps & { term: Term; id: string; next: string }) {
  const editor = useEditor();
  const pointer = pointerOf(item.index, mapping);
  const severity = severityAt(editor, `${pointer}/selector/${field}/${position}`);
  return (
    <li class={severity ? `term-chip ${severity}` : "term-chip"} title={code}>
      <span>{label}</span>
      <button
        type="button"
        id={id}
        aria-label={formWords.removeTerm(label)}
        ref={takesFocus(editor.focusOf(id))}
        onClick={() => edit(editor, removeTerm(pointer, value, field, code)) && editor.focusOn(next)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}
