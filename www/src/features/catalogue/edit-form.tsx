/** A change of the catalogue as a form, with what it does before it is taken. */
import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type ActFact, FACTS, type LoadedCatalog } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { listState } from "../../store/lists";
import { focusOf } from "../../store/page";
import { factName } from "../common/act-words";
import { withCapital } from "../common/sentences";
import { groupLabel, typeLabel } from "../common/labels";
import { More } from "../common/lists";
import { CareTypePicker } from "../picker/picker";
import { apply, cancel, change, redo, undo } from "./actions";
import { type EntryDraft, keyOfDraft } from "./draft";
import { impact, watchImpact } from "./impact";
import { ImpactPanel } from "./impact-panel";
import { coverageNow, drafts } from "./model";
import { fieldProblem } from "./field-problems";
import { impactOfGroup, impactOfMember } from "./picker-impacts";
import { editWords as w } from "./words";

const LINKED_SHOWN = 50;
const MORE_LINKED = 200;

interface Props {
  catalog: LoadedCatalog;
  draft: EntryDraft;
}

export function EditForm({ catalog, draft }: Props) {
  useSignalEffect(() => {
    const now = drafts.value.get(keyOfDraft(draft));
    return now && watchImpact(now);
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const { of, was, isRemoved } = draft;
  const before = was === null ? null : (of === "group" ? groupLabel : typeLabel)(catalog, was);
  const title = before === null ? (of === "group" ? w.newGroup : w.newType) : isRemoved ? w.removeTitle(before) : w.titleType(before);
  const submit = (event: Event) => {
    event.preventDefault();
    if (canApply(draft)) apply(draft);
  };
  // Before the page takes the keys for its own history.
  const press = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const isSearch = event.target instanceof Element && event.target.closest('input[type="search"], input[role="combobox"]') !== null;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isSearch || (key !== "z" && key !== "y")) return;
    if (!(key === "y" || event.shiftKey ? redo(draft) : undo(draft))) return;
    event.preventDefault();
    // What has the focus may go with the step.
    if (event.target instanceof Element && event.target.closest(".fact-choices, .linked, .tree-panel")) heading.current?.focus();
  };
  return (
    <form class="edit-form" aria-labelledby="catalogue-edit-title" onSubmit={submit} onKeyDown={press}>
      <h3 id="catalogue-edit-title" tabindex={-1} ref={heading}>{title}</h3>
      {!isRemoved && (
        <>
          <Names draft={draft} />
          {of === "care_type" ? (
            <>
              <Groups catalog={catalog} draft={draft} />
              <Facts draft={draft} />
            </>
          ) : (
            <Members catalog={catalog} draft={draft} />
          )}
        </>
      )}
      <ImpactPanel draft={draft} />
      <div class="bar">
        <button type="submit" class="primary" disabled={!canApply(draft)}>
          {isRemoved ? w.applyRemoval : was === null ? w.applyNew : w.apply}
        </button>
        <button type="button" onClick={() => cancel(draft)}>
          {w.cancel}
        </button>
      </div>
    </form>
  );
}

function canApply({ code }: EntryDraft): boolean {
  return code !== "" && impact.value.state === "ready";
}

function Names({ draft }: { draft: EntryDraft }) {
  const problem = fieldProblem(draft, "short_code");
  return (
    <div class="fields names">
      <div class="field">
        <label for="catalogue-label">{w.label}</label>
        <input
          id="catalogue-label"
          ref={takesFocus(focusOf("catalogue-label"))}
          type="text"
          autocomplete="off"
          value={draft.label}
          aria-describedby="catalogue-label-hint"
          onInput={(event) => change(draft, { label: event.currentTarget.value })}
        />
        <p id="catalogue-label-hint" class="hint">
          {w.labelHint}
        </p>
      </div>
      <div class="field">
        <label for="catalogue-code">{w.code}</label>
        <input
          id="catalogue-code"
          class="code"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={draft.code}
          aria-invalid={problem ? "true" : undefined}
          aria-describedby="catalogue-code-hint"
          onInput={(event) => change(draft, { code: event.currentTarget.value })}
        />
        <p id="catalogue-code-hint" class={problem ? "hint bad" : "hint"}>
          {problem ?? (draft.was === null ? w.codeHint : `${w.codeHint} ${w.renameHint}`)}
        </p>
      </div>
    </div>
  );
}

interface LinkedProps extends Props {
  title: string;
  none: string;
  labelOf: (catalog: LoadedCatalog, code: string) => string;
}

function Linked({ catalog, draft, title, none, labelOf }: LinkedProps) {
  const list = `catalogue/linked/${keyOfDraft(draft)}`;
  const shown = listState(list).shown.value ?? LINKED_SHOWN;
  const problem = fieldProblem(draft, "care_type_group_ids");
  const takeOut = (code: string) => change(draft, { linked: draft.linked.filter((other) => other !== code) });
  return (
    <>
      <h4>{title}</h4>
      {draft.linked.length === 0 ? (
        <p class="empty">{none}</p>
      ) : (
        <ul class="linked">
          {draft.linked.slice(0, shown).map((code) => {
            const label = labelOf(catalog, code);
            return (
              <li key={code}>
                <span>{label}</span>
                {label !== code && <code>{code}</code>}
                <button type="button" class="quiet" aria-label={w.takeOut(label)} title={w.takeOut(label)} onClick={() => takeOut(code)}>
                  ✕
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <More list={list} length={draft.linked.length} shown={shown} step={MORE_LINKED} />
      {problem && <p class="hint bad">{problem}</p>}
    </>
  );
}

function Groups({ catalog, draft }: Props) {
  const coverage = coverageNow.value;
  return (
    <section>
      <Linked catalog={catalog} draft={draft} title={w.groups} none={w.noGroups} labelOf={groupLabel} />
      <CareTypePicker
        catalog={catalog}
        id="catalogue-groups"
        label={w.addGroup}
        kinds="groups"
        chosen={new Set(draft.linked)}
        onpick={({ shortCode }) => change(draft, { linked: [...draft.linked, shortCode] })}
        onunpick={({ shortCode }) => change(draft, { linked: draft.linked.filter((other) => other !== shortCode) })}
        impact={(entry) => impactOfGroup(coverage, draft.was, entry.shortCode)}
      />
    </section>
  );
}

function Members({ catalog, draft }: Props) {
  const coverage = coverageNow.value;
  return (
    <section>
      <Linked catalog={catalog} draft={draft} title={`${w.members} (${draft.linked.length})`} none={w.noMembers} labelOf={typeLabel} />
      <CareTypePicker
        catalog={catalog}
        id="catalogue-members-add"
        label={w.addMember}
        kinds="types"
        chosen={new Set(draft.linked)}
        onpick={({ shortCode }) => change(draft, { linked: [...draft.linked, shortCode] })}
        onunpick={({ shortCode }) => change(draft, { linked: draft.linked.filter((other) => other !== shortCode) })}
        impact={(entry) => impactOfMember(coverage, draft.was, entry.shortCode)}
      />
    </section>
  );
}

function Facts({ draft }: { draft: EntryDraft }) {
  const { facts } = draft;
  const all = FACTS.map(({ name }) => name);
  const toggle = (fact: ActFact, isOn: boolean) =>
    change(draft, { facts: all.filter((name) => (name === fact ? isOn : (facts ?? all).includes(name))) });
  return (
    <fieldset>
      <legend>{w.facts}</legend>
      <div class="choices">
        <label class="choice">
          <input type="radio" name="catalogue-facts" checked={facts === null} onChange={() => change(draft, { facts: null })} />
          {w.allFacts}
        </label>
        <label class="choice">
          <input type="radio" name="catalogue-facts" checked={facts !== null} onChange={() => change(draft, { facts: all })} />
          {w.someFacts}
        </label>
      </div>
      {facts !== null && (
        <div class="fact-choices">
          {all.map((fact) => (
            <label class="choice">
              <input type="checkbox" checked={facts.includes(fact)} onChange={(event) => toggle(fact, event.currentTarget.checked)} />
              {withCapital(factName(fact))}
            </label>
          ))}
        </div>
      )}
      <p class="hint">{w.factsHint}</p>
    </fieldset>
  );
}
