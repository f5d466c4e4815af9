/** Which care types and groups are there, and who selects them? The tree on the left, on the right what is chosen in it. */
import type { ComponentChildren } from "preact";
import { Status } from "../../kit/status";
import * as readings from "../../store/readings";
import { documents } from "../../store/work";
import { FailureCard, OrFailure } from "../common/failure";
import { Problems } from "../common/problems";
import { mistakeWords } from "../common/words";
import { StartPanel } from "../documents/start";
import { beginNew, choosePart, convert } from "./actions";
import { Details } from "./details";
import { Entries } from "./entries";
import { isEditable, part, PARTS } from "./model";
import { Remarks } from "./remarks";
import { CatalogText } from "./text";
import { ValuesLists } from "./values";
import { catalogueWords as w } from "./words";
import "./style.css";

export function CatalogueView() {
  if (!documents.catalog.isThere.value) return <StartPanel lead={documents.coverage.isThere.value ? w.needCatalog : w.lead} />;
  const catalog = readings.catalog.value;
  if (catalog.state === "failed") return <FailureCard code={catalog.code} />;
  if (catalog.state === "broken") return <Unreadable title={w.broken}>{<p>{mistakeWords(catalog.mistake)}</p>}</Unreadable>;
  if (catalog.state === "refused")
    return (
      <Unreadable title={w.refused}>
        <Problems diagnostics={catalog.diagnostics} text={documents.catalog.read.value} />
      </Unreadable>
    );
  if (catalog.state === "none") return null;
  const { types, groups } = catalog.value;
  const shown = part.value;
  return (
    <OrFailure>
      <div class="catalogue-head">
        <div>
          <h2>{w.title}</h2>
          <p class="muted">{w.size(types.size, groups.size)}</p>
        </div>
        <div class="chips" role="group" aria-label={w.parts.label}>
          {PARTS.map((name) => (
            <button type="button" class="chip" aria-pressed={name === shown} onClick={() => choosePart(name)}>
              {w.parts[name]}
            </button>
          ))}
        </div>
        {isEditable.value && shown === "entries" && (
          <div class="bar-end">
            <button type="button" onClick={() => beginNew("care_type")}>
              {w.addType}
            </button>
            <button type="button" onClick={() => beginNew("group")}>
              {w.addGroup}
            </button>
          </div>
        )}
      </div>
      {!isEditable.value && <ReadOnly />}
      {shown === "text" ? (
        <CatalogText />
      ) : shown === "values" ? (
        <ValuesLists />
      ) : (
        <div class="columns catalogue-columns">
          <section class="column" aria-label={w.parts.entries}>
            <Remarks catalog={catalog.value} />
            <Entries catalog={catalog.value} />
          </section>
          <section class="column">
            <Details catalog={catalog.value} />
          </section>
        </div>
      )}
    </OrFailure>
  );
}

function ReadOnly() {
  return (
    <div class="card read-only">
      <p>
        <Status tone="info" word={w.readOnly} />
      </p>
      <p>
        <button type="button" onClick={convert}>
          {w.convert}
        </button>
      </p>
    </div>
  );
}

function Unreadable({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <>
      <h2>{w.title}</h2>
      <div class="card bad-card">
        <p>
          <Status tone="bad" word={title} />
        </p>
        {children}
      </div>
      <CatalogText />
    </>
  );
}
