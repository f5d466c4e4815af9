/** What does this coverage say, and what is wrong with it? As a form, as text, or both, of which each follows the other. */
import type { ComponentChildren } from "preact";
import type { Diagnostic, LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import { useKeptFocus } from "../../kit/keep-focus";
import { Status } from "../../kit/status";
import { regionName, useEditor } from "../common/editor";
import { FailureCard, OrFailure } from "../common/failure";
import { Problems } from "../common/problems";
import { commonWords, mistakeWords, problemWords } from "../common/words";
import { startWords } from "../documents/words";
import { Unselected } from "../findings/card";
import { Truncated } from "../findings/truncated";
import { findingWords } from "../findings/words";
import { Worklist } from "../findings/worklist";
import { showSpan } from "./actions";
import { AskedCareType } from "./asked-care-type";
import { guaranteeItems, isEditable } from "./guarantee-list";
import { Guarantees } from "./guarantees";
import { Begin, CoverageFields, Modes } from "./header";
import { analysis } from "./model";
import { MoveDialogs } from "./move-dialogs";
import { TextColumn } from "./text-column";
import { coverageWords, formWords } from "./words";

interface Props {
  /** Next to the heading of the findings. */
  tools?: ComponentChildren;
  /** The coverage as its readers see it, where that is a mode of the editor. */
  table?: ComponentChildren;
}

export function CoverageEditor({ tools, table }: Props) {
  const editor = useEditor();
  const mode = editor.mode.value;
  if (table && mode === "table") {
    return (
      <div class="coverage-view">
        <Modes hasTable />
        {table}
      </div>
    );
  }
  return (
    <div class="coverage-view">
      <Modes hasTable={table !== undefined} />
      <div class={mode === "form" ? "coverage-form-alone" : `columns coverage-${mode}`}>
        <section class="column coverage-form" part="form" aria-label={regionName(editor, coverageWords.title)} ref={useKeptFocus()}>
          <Reading tools={tools} />
        </section>
        {mode !== "form" && <TextColumn />}
      </div>
    </div>
  );
}

function Reading({ tools }: Pick<Props, "tools">) {
  const editor = useEditor();
  const [catalog, coverage] = [editor.catalog.value, editor.coverage.value];
  const brokenText = coverage.state === "broken" && (
    <Broken title={coverageWords.brokenTitle} words={mistakeWords(coverage.mistake)} offset={coverage.mistake.offset} />
  );
  if (catalog.state === "none")
    return (
      <>
        {brokenText}
        <p class="empty">{startWords.needCatalog}</p>
      </>
    );
  if (catalog.state === "broken") return [brokenText, <Broken title={coverageWords.refusedCatalog} words={mistakeWords(catalog.mistake)} />];
  if (catalog.state === "refused") return [brokenText, <Refused title={coverageWords.refusedCatalog} diagnostics={catalog.diagnostics} />];
  if (catalog.state === "failed") return [brokenText, <FailureCard code={catalog.code} />];
  const warnings = catalog.value.warnings;
  return (
    <>
      {brokenText}
      <div class="coverage-findings" part="findings">
        {coverage.state === "failed" ? <FailureCard code={coverage.code} /> : <Worklist coverage={editor.compiled.value} tools={tools} />}
      </div>
      {editor.mode.value !== "text" && (
        <OrFailure>
          <Form catalog={catalog.value} coverage={editor.compiled.value} />
        </OrFailure>
      )}
      {warnings.length > 0 && (
        <details class="card">
          <summary>{coverageWords.catalogWarnings}</summary>
          <Problems diagnostics={warnings} />
        </details>
      )}
    </>
  );
}

/** While the text is no JSON, the coverage as it could last be read: to be looked at, not to be changed. */
function Form({ catalog, coverage }: { catalog: LoadedCatalog; coverage: LoadedCoverage | null }) {
  const editor = useEditor();
  const guarantees = guaranteeItems(editor).value;
  const isReadOnly = !isEditable(editor).value;
  const found = analysis(editor).value;
  return (
    <>
      {isReadOnly && <p class="hint">{formWords.readOnly}</p>}
      <fieldset class={isReadOnly ? "stale coverage-parts" : "coverage-parts"} disabled={isReadOnly} role="none">
        <CoverageFields />
        {guarantees === null ? <Begin /> : <Guarantees catalog={catalog} coverage={coverage} guarantees={guarantees} />}
        {coverage && found && (
          <>
            <Truncated catalog={catalog} truncated={found.truncated} title={findingWords.truncated} />
            <Unselected coverage={coverage} analysis={found} />
            <AskedCareType coverage={coverage} />
          </>
        )}
      </fieldset>
      <MoveDialogs catalog={catalog} />
    </>
  );
}

function Broken({ title, words, offset }: { title: string; words: string; offset?: number }) {
  const editor = useEditor();
  return (
    <div class="card bad-card">
      <p>
        <Status tone="bad" word={title} />
      </p>
      <p>{words}</p>
      {offset !== undefined && (
        <p>
          <button type="button" onClick={() => showSpan(editor, { start: offset, end: offset + 1 })}>
            {commonWords.show}
          </button>
        </p>
      )}
    </div>
  );
}

function Refused({ title, diagnostics }: { title: string; diagnostics: readonly Diagnostic[] }) {
  return (
    <div class="card bad-card">
      <p role="status">
        <Status tone="bad" word={title} /> {problemWords.title(diagnostics.length)}
      </p>
      <Problems diagnostics={diagnostics} />
    </div>
  );
}
