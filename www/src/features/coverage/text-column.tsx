/** The text of the coverage, and where in it the cursor is. */
import { regionName, useEditor } from "../common/editor";
import { TextField } from "../text/field";
import { coverageService } from "../text/language";
import { showCard } from "./actions";
import { guaranteeItems } from "./guarantee-list";
import { cursorPlace, marks, TEXT_NAME } from "./model";
import { coverageWords, formWords } from "./words";

export function TextColumn() {
  const editor = useEditor();
  return (
    <section class="column text-column" part="text" aria-label={regionName(editor, coverageWords.text)}>
      <TextField name={TEXT_NAME} label={coverageWords.text} document={editor.documents.coverage} marks={marks(editor)} service={coverageService(editor)} />
      <CursorPlace />
    </section>
  );
}

function CursorPlace() {
  const editor = useEditor();
  const place = cursorPlace(editor).value;
  const name = place && (guaranteeItems(editor).value?.[place.guarantee]?.name || formWords.unnamed);
  if (!place || !name) return null;
  const { guarantee, mapping } = place;
  return (
    <p class="bar cursor-place">
      <span>{mapping === null ? formWords.cursorIn(name) : formWords.cursorInMapping(name, mapping + 1)}</span>
      <button type="button" onClick={() => showCard(editor, guarantee, mapping)}>
        {formWords.showCard}
      </button>
    </p>
  );
}
