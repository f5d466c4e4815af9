/** State of a feature that each editor has its own of: made when it is first asked for, and gone with the editor. */
import type { Editor } from "./editor";

/**
 *     const openGuarantees = perEditor(() => signal(new Set()));
 *     openGuarantees(editor).value
 */
export function perEditor<T>(make: (editor: Editor) => T): (editor: Editor) => T {
  const made = new WeakMap<Editor, { value: T }>();
  return (editor) => {
    let one = made.get(editor);
    if (!one) made.set(editor, (one = { value: make(editor) }));
    return one.value;
  };
}
