/** The editor that components are of. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Editor } from "../../store/editor/editor";

const Context = createContext<Editor | null>(null);

export const EditorProvider = Context.Provider;

export function useEditor(): Editor {
  const editor = useContext(Context);
  if (editor === null) throw new Error("there is no editor around this component");
  return editor;
}
