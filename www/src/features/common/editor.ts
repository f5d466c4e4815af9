/** The editor that components are of. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Editor } from "../../store/editor/editor";
import { commonWords } from "./words";

const Context = createContext<Editor | null>(null);

export const EditorProvider = Context.Provider;

/** The name of a region: of an editor that has a label, with that before it. */
export function regionName({ surroundings: { label } }: Editor, name: string): string {
  return label.value === "" ? name : commonWords.ofLabel(label.value, name);
}

export function useEditor(): Editor {
  const editor = useContext(Context);
  if (editor === null) throw new Error("there is no editor around this component");
  return editor;
}
