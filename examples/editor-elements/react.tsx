import type { CoverageEdit } from "care-coverage-editor";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import payload from "../coverage.json";
import { CoverageField } from "./coverage-field";

const initial = JSON.stringify(payload, null, 2);

function App() {
  const [value, setValue] = useState(initial);
  const [edit, setEdit] = useState<CoverageEdit | null>(null);
  const [isShown, setShown] = useState(true);
  const keep = (edit: CoverageEdit) => {
    setValue(edit.value);
    setEdit(edit);
  };
  return (
    <form>
      {isShown && <CoverageField value={value} onEdit={keep} />}
      <button type="button" onClick={() => setShown(!isShown)}>{isShown ? "Masquer" : "Afficher"}</button>
      <button>Enregistrer</button> <output>{edit && (edit.valid ? `${edit.payload?.name} : correct` : "à corriger")}</output>
    </form>
  );
}

createRoot(document.querySelector("#app")!).render(<StrictMode><App /></StrictMode>);
