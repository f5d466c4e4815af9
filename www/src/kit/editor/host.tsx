/** The text editor's element as a component. */
import type { HTMLAttributes } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { EditorConfig, TextEditor } from "./editor";

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "care-editor": HTMLAttributes<TextEditor>;
    }
  }
}

/** The element is defined once its file is fetched; `found` gets it when it is on the page. */
export function EditorHost({ config, found }: { config: EditorConfig; found: (editor: TextEditor) => void }) {
  const host = useRef<TextEditor>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    found(host.current);
    host.current.config = config;
  });
  return <care-editor ref={host} />;
}
