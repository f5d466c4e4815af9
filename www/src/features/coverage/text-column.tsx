/** The text of the coverage, and where in it the cursor is. */
import { documents } from "../../store/work";
import { labelOf, TextField } from "../text/field";
import { coverageService } from "../text/language";
import { showCard } from "./actions";
import { guaranteeItems } from "./guarantee-list";
import { cursorPlace, marks, TEXT_NAME } from "./model";
import { coverageWords, formWords } from "./words";

export function TextColumn() {
  return (
    <section class="column text-column" aria-labelledby={labelOf(TEXT_NAME)}>
      <TextField name={TEXT_NAME} label={coverageWords.text} document={documents.coverage} marks={marks} service={coverageService} />
      <CursorPlace />
    </section>
  );
}

function CursorPlace() {
  const place = cursorPlace.value;
  const name = place && (guaranteeItems.value?.[place.guarantee]?.name || formWords.unnamed);
  if (!place || !name) return null;
  const { guarantee, mapping } = place;
  return (
    <p class="bar cursor-place">
      <span>{mapping === null ? formWords.cursorIn(name) : formWords.cursorInMapping(name, mapping + 1)}</span>
      <button type="button" onClick={() => showCard(guarantee, mapping)}>
        {formWords.showCard}
      </button>
    </p>
  );
}
