/** A JSON text in a plain text area: while the editor is on its way, where it cannot be fetched, and for texts that need none. */
import { useState } from "preact/hooks";
import { takesFocus } from "../../kit/focus";
import { LARGEST_TEXT } from "../../store/limits";
import type { TextDocument } from "../../store/text-document";
import { useEditor } from "../common/editor";
import { format, moved, save, textIsFull, typed } from "./actions";

interface Plain {
  document: TextDocument;
  id: string;
  describedBy: string;
  focus?: object | null;
  /** As high as its column, with long lines scrolled. */
  isFixed?: boolean;
}

/** What is typed is taken, unless it is too long; then the area gets back what it had. */
export function PlainText({ document, id, describedBy, focus, isFixed }: Plain) {
  const editor = useEditor();
  const [, redraw] = useState({});
  const name = id.replace(/-text$/, "");
  const type = (text: string) => {
    if (text.length <= LARGEST_TEXT) return typed(editor, document, text);
    textIsFull(editor);
    redraw({});
  };
  const press = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const isSave = key === "s" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const isFormat = key === "f" && event.shiftKey && event.altKey;
    if (!isSave && !isFormat) return;
    event.preventDefault();
    if (isSave) save(editor, name, document);
    else format(editor, document);
  };
  return (
    <textarea
      ref={takesFocus(focus)}
      id={id}
      class="code"
      rows={isFixed ? undefined : 16}
      wrap={isFixed ? "off" : undefined}
      spellcheck={false}
      aria-describedby={describedBy}
      value={document.text.value}
      onInput={(event) => type(event.currentTarget.value)}
      onSelect={(event) => moved(editor, name, event.currentTarget.selectionEnd)}
      onKeyDown={press}
    />
  );
}
