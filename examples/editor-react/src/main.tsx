import { lintGutter } from "@codemirror/lint";
import type { ViewUpdate } from "@codemirror/view";
import CodeMirror from "@uiw/react-codemirror";
import type { CoverageGuarantee, CoveragePayload } from "care-coverage";
import { careCoverage } from "care-coverage/codemirror";
import { createLanguageService } from "care-coverage/language";
import type { Language } from "care-coverage/words";
import { StrictMode, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import initial from "../../coverage.json?raw";
import { catalog } from "./catalog";
import { GuaranteeForm } from "./guarantee-form";
import { guaranteeAt } from "./json-place";
import "./style.css";

const services = { fr: createLanguageService(catalog, { language: "fr" }), en: createLanguageService(catalog) };

const UNREADABLE = ["invalid_json", "duplicate_key", "wrong_type", "missing_field"];

/** The value of a text, where it has the shape of a coverage, whatever else is wrong with it. */
function payloadOf(text: string): CoveragePayload | null {
  const found = catalog.validateCoverageText(text, { analysis: false });
  return found.some(({ code }) => UNREADABLE.includes(code)) ? null : JSON.parse(text);
}

function App() {
  const [language, setLanguage] = useState<Language>("fr");
  const [{ view, state }, setUpdate] = useState<Partial<ViewUpdate>>({});
  const extensions = useMemo(() => [lintGutter(), careCoverage(services[language], { kind: "coverage", language })], [language]);
  const say = (fr: string, en: string) => (language === "fr" ? fr : en);

  const text = state?.doc.toString() ?? initial;
  const payload = useMemo(() => payloadOf(text), [text]);
  const place = state && payload && guaranteeAt(state);
  function save(guarantee: CoverageGuarantee) {
    if (!view || !place) return;
    const indent = /^\s*/.exec(view.state.doc.lineAt(place.from).text)?.[0] ?? "";
    view.dispatch({ changes: { ...place, insert: JSON.stringify(guarantee, null, 2).replaceAll("\n", `\n${indent}`) } });
  }

  return (
    <main lang={language}>
      <h1>{say("Couverture", "Coverage")}</h1>
      <p><a href="monaco.html">Monaco</a></p>
      <button onClick={() => setLanguage(language === "fr" ? "en" : "fr")}>{say("English", "Français")}</button>
      <CodeMirror value={initial} extensions={extensions} aria-label={say("Couverture", "Coverage")}
        onUpdate={(update) => { if (update.docChanged || update.selectionSet) setUpdate(update); }} />
      {place && payload
        ? <GuaranteeForm key={place.at + text.slice(place.from, place.to)} payload={payload} at={place.at} language={language} onSave={save} />
        : <p>{say("Placez le curseur dans une garantie d’un texte lisible.", "Put the cursor into a guarantee of a readable text.")}</p>}
    </main>
  );
}

createRoot(document.getElementById("root")!).render(<StrictMode><App /></StrictMode>);
