import { createCoverageWorker, createLanguageService } from "care-coverage/language/worker";
import { careCoverage } from "care-coverage/monaco";
import * as monaco from "monaco-editor";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import { StrictMode, useEffect, useRef } from "react";
import { createRoot } from "react-dom/client";
import lists from "../../catalog.json";
import initial from "../../coverage.json?raw";
import "./style.css";

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
// The colours of JSON, and nothing else of Monaco's own.
monaco.json.jsonDefaults.setModeConfiguration({ tokens: true });

/** Started once, outside of components. */
const worker = await createCoverageWorker({ workers: 1 });
const service = await createLanguageService(await worker.createCatalog(lists), { language: "fr" });
const editing = careCoverage(monaco, service, { language: "fr" });

function Editor({ text }: { text: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const editor = monaco.editor.create(place.current!, { value: text, language: "json", automaticLayout: true, ariaLabel: "Couverture" });
    editing.attach(editor.getModel()!, { kind: "coverage" });
    return () => {
      editor.getModel()?.dispose();
      editor.dispose();
    };
  }, [text]);
  return <div ref={place} className="monaco" />;
}

createRoot(document.getElementById("root")!).render(<StrictMode><main lang="fr"><h1>Couverture</h1><Editor text={initial} /></main></StrictMode>);
