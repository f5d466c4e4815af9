/** To which guarantee does a care type, or a mapping, go? */
import { useRef } from "preact/hooks";
import type { CoverageCareTypeFilter, LoadedCatalog } from "../../engine/engine";
import { Combobox, type Option } from "../../kit/combobox";
import { closer, Dialog } from "../../kit/dialog";
import type { Editor } from "../../store/editor/editor";
import { useEditor } from "../common/editor";
import { filterWords } from "../common/conditions";
import { list } from "../common/counting";
import { typeLabel } from "../common/labels";
import { comboboxWords } from "../common/words";
import { moveCareType, moveMappingTo } from "./actions";
import { guaranteeItems, mappingsOf, partOf } from "./guarantee-list";
import { movingMapping, movingType } from "./model";
import { formWords } from "./words";

export function MoveDialogs({ catalog }: { catalog: LoadedCatalog }) {
  const editor = useEditor();
  const [type, mapping] = [movingType(editor).value, movingMapping(editor).value];
  const items = guaranteeItems(editor).value ?? [];
  if (type) {
    return (
      <MoveDialog
        title={formWords.moveTypeTitle(typeLabel(catalog, type.careType))}
        hint={formWords.moveTypeHint}
        options={targetsBut(editor, type.guarantee)}
        onclose={() => (movingType(editor).value = null)}
        onchoose={(value) => {
          const [guarantee, at] = value.split("/");
          moveCareType(editor, catalog, type.guarantee, type.careType, { guarantee: Number(guarantee), mapping: at === "" ? null : Number(at) });
        }}
      />
    );
  }
  if (!mapping) return null;
  const others = items.filter(({ index }) => index !== mapping.guarantee);
  return (
    <MoveDialog
      title={formWords.moveMappingTitle(mapping.mapping + 1, items[mapping.guarantee]?.name ?? "")}
      options={others.map(({ index, name }) => ({ value: String(index), label: name }))}
      onclose={() => (movingMapping(editor).value = null)}
      onchoose={(value) => moveMappingTo(editor, mapping.guarantee, mapping.mapping, Number(value))}
    />
  );
}

/** Of a guarantee with several mappings, each with its conditions. */
function targetsBut(editor: Editor, guarantee: number): Option[] {
  return (guaranteeItems(editor).value ?? []).flatMap(({ index, name, value }): Option[] => {
    if (index === guarantee) return [];
    const mappings = mappingsOf(value);
    if (mappings.length === 0) return [{ value: `${index}/`, label: name }];
    if (mappings.length === 1) return [{ value: `${index}/0`, label: name }];
    const own = { value: `${index}/`, label: formWords.newMapping(name) };
    return [...mappings.map((mapping, at) => ({ value: `${index}/${at}`, label: formWords.target(name, at + 1, conditionWords(mapping)) })), own];
  });
}

function conditionWords(mapping: unknown): string {
  const conditions = filterWords(partOf(mapping, "filter") as CoverageCareTypeFilter);
  return conditions.length === 0 ? formWords.everyAct : list(conditions);
}

interface Props {
  title: string;
  hint?: string;
  options: readonly Option[];
  onclose: () => void;
  onchoose: (value: string) => void;
}

/** The choice is made once it is taken: closing gives the focus back before anything moves. */
function MoveDialog({ title, hint, options, onclose, onchoose }: Props) {
  const part = useRef<HTMLDivElement>(null);
  const choose = (value: string) => {
    part.current?.closest("dialog")?.close();
    onchoose(value);
  };
  return (
    <Dialog title={title} onclose={onclose}>
      {hint && <p class="hint">{hint}</p>}
      {options.length === 0 ? (
        <p class="empty">{formWords.noTarget}</p>
      ) : (
        <div class="move-target" ref={part}>
          <Combobox
            words={comboboxWords}
            id="move-target"
            label={formWords.moveTarget}
            hint={formWords.moveTargetHint}
            options={options}
            value={undefined}
            onchoose={(value) => value && choose(value)}
          />
        </div>
      )}
      <div class="closing">
        <button type="button" onClick={(event) => closer(event)()}>
          {formWords.cancel}
        </button>
      </div>
    </Dialog>
  );
}
