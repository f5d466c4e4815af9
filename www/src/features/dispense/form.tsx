/** A form for the facts that one changes: each edits its place in the text, and says why a check fails there. */
import { Status } from "../../kit/status";
import { isUnfolded, listState } from "../../store/lists";
import { judged } from "../../store/readings";
import { ChoiceField, DateField, DecimalField, TextInput } from "../common/fields";
import { More, Unfolding } from "../common/lists";
import { withCapital } from "../common/sentences";
import { setFact } from "./actions";
import { DECISION_TONES, decisionSentence } from "./decision";
import type { Fact, FactEntry, FactSection } from "./facts";
import { facts, problemsByPlace, snapshotNow } from "./model";
import { entryName, fieldName } from "./snapshots";
import { dispenseWords as d } from "./words";

/** These are open: what is asked, and what was prescribed. */
const OPEN = ["request", "medication_request"];
const SHOWN_FIRST = 5;
const MORE = 20;

export function DispenseForm() {
  const { isCurrent } = snapshotNow.value;
  const sections = facts.value;
  return (
    <section class="card dispense-form" aria-labelledby="dispense-form">
      <h2 id="dispense-form">{d.form.title}</h2>
      <p class="hint">{sections.length === 0 ? d.form.none : isCurrent ? d.form.hint : d.form.stale}</p>
      <Answer />
      {sections.map((section) => (
        <Section key={section.name} section={section} isDisabled={!isCurrent} />
      ))}
    </section>
  );
}

/** Where the answer is not next to the form, it is in it; said it is by the view. */
function Answer() {
  const now = judged.value;
  if (!now) return null;
  const { decision } = now.report;
  return (
    <p class="form-answer" aria-hidden="true">
      <Status tone={DECISION_TONES[decision]} word={d.said(decision, decisionSentence(now))} />
    </p>
  );
}

function Section({ section: { name, entries }, isDisabled }: { section: FactSection; isDisabled: boolean }) {
  const list = `dispense/facts/${name}`;
  const shown = listState(list).shown.value ?? SHOWN_FIRST;
  const failing = entries.reduce((sum, { facts }) => sum + facts.filter(({ pointer }) => problemsByPlace.value.has(pointer)).length, 0);
  const title = d.sections[name]?.all ?? name;
  const rows = () => (
    <>
      {entries.slice(0, shown).map((entry) => (
        <Entry key={entry.pointer} entry={entry} isNamed={entries.length > 1 || name !== "medication_request"} isDisabled={isDisabled} />
      ))}
      <More list={list} length={entries.length} shown={shown} step={MORE} />
    </>
  );
  if (OPEN.includes(name)) {
    return (
      <fieldset class="facts">
        <legend>{title}</legend>
        {rows()}
      </fieldset>
    );
  }
  return (
    <Unfolding
      part={list}
      class="facts"
      summary={
        <>
          {title}
          {failing > 0 && !isUnfolded(list).value && <Status tone="bad" word={d.form.failing(failing)} />}
        </>
      }
    >
      {rows}
    </Unfolding>
  );
}

function Entry({ entry: { pointer, facts }, isNamed, isDisabled }: { entry: FactEntry; isNamed: boolean; isDisabled: boolean }) {
  const name = isNamed ? entryName(snapshotNow.value.snapshot, pointer) : null;
  return (
    <div class="fact-entry" role={name ? "group" : undefined} aria-label={name ?? undefined}>
      {name && <h3 aria-hidden="true">{name}</h3>}
      <div class="fact-fields">
        {facts.map((fact) => (
          <FactField key={fact.pointer} fact={fact} isDisabled={isDisabled} />
        ))}
      </div>
    </div>
  );
}

/** The name of the entry is with the field for those who do not see it next to it. */
function FactField({ fact, isDisabled }: { fact: Fact; isDisabled: boolean }) {
  const { pointer, kind, value, isAbsent } = fact;
  const problem = problemsByPlace.value.get(pointer);
  const common = {
    id: idOf(pointer),
    label: withCapital(fieldName(fact.name)),
    isDisabled,
    problem: isAbsent ? <Status tone="open" word={d.form.absent} /> : problem && <Status tone="bad" word={problem} />,
    isRemark: true,
    oncommit: (committed: string) => setFact(fact, committed),
  };
  const written = value === null ? "" : String(value);
  if (kind === "date") return <DateField {...common} value={written} isOptional={value === null} />;
  if (kind === "amount") return <DecimalField {...common} value={written} isOptional={value === null} />;
  if (kind === "text") return <TextInput {...common} value={written} hint={value === null ? d.form.noText : undefined} />;
  return <ChoiceField {...common} value={written} choices={choicesOf(fact)} />;
}

export function idOf(pointer: string): string {
  return `fact${pointer.replaceAll("/", "-")}`;
}

function choicesOf({ kind, value, isAbsent, choices }: Fact): (readonly [string, string])[] {
  const none = isAbsent ? d.form.notSaid : d.form.nothing;
  const empty = value === null || kind === "reference" ? [["", none] as const] : [];
  if (kind === "yes_no") return [...empty, ["true", d.form.yes], ["false", d.form.no]];
  if (kind === "code") return [...empty, ...choices.map((code) => [code, code] as const)];
  return [...empty, ...choices.map((id) => [id, nameOfId(id)] as const)];
}

function nameOfId(id: string): string {
  const { divisions, medical_programs, medications } = snapshotNow.value.snapshot;
  const entry = [divisions, medical_programs, medications].flatMap((list) => list ?? []).find((entry) => entry?.id === id);
  const name = entry?.["name"];
  return typeof name === "string" ? name : id;
}
