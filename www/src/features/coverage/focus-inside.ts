/** The `ref` of an element whose field is asked to take the focus, where the field itself is of another component. */
import { takesFocus } from "../../kit/focus";
import type { Editor } from "../../store/editor/editor";

export function focusInside({ focusOf }: Editor, id: string): ((part: HTMLElement | null) => void) | undefined {
  const take = takesFocus(focusOf(id));
  return take && ((part) => part && take(part.querySelector("input")));
}
