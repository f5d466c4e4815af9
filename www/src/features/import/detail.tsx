/** A place: what is understood of it, what is not, and what can be done: accept it, type it again, or leave it out. */
import { useLayoutEffect, useState } from "preact/hooks";
import type { BenefitTableReading } from "../../engine/import";
import { describeFilter, describeRule } from "../../engine/words";
import { takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { focusOf } from "../../store/page";
import { catalog } from "../../store/readings";
import { typeLabel } from "../common/labels";
import { Lacking } from "../common/lacking";
import { closePlace } from "./go-through";
import { draft, reading as said } from "./model";
import { PickTypes } from "./pick-types";
import { askForPreview, preview, previewFootnotes, typed } from "./preview";
import { accept, leaveOut, leaveRowOut, putBack, typeAgain } from "./say";
import { placeName, quoted, type SheetRow, type Spot } from "./spots";
import { TONES } from "./tones";
import { DETAIL } from "./view-state";
import { importWords } from "./words";

export function Detail({ row, spot }: { row: SheetRow; spot: Spot }) {
  const { detail: w, explained, stateNames } = importWords;
  const { state } = spot;
  const isLabel = row.label?.key === spot.key;
  return (
    <section class="import-detail" aria-labelledby={DETAIL}>
      <h4 id={DETAIL} tabIndex={-1} ref={takesFocus(focusOf(DETAIL))}>
        {w.of(placeName(spot.row, spot.column), isLabel ? "" : (row.read?.label ?? ""))}
      </h4>
      <p class="import-said" lang="fr">
        {spot.text}
      </p>
      <p>
        <Status tone={TONES[state]} word={stateNames[state]} /> <span class="import-why">{explained[state]}</span>
      </p>
      <Reasons spot={spot} />
      {state !== "left" && spot.cells.map((line) => <Understood key={line.part ?? ""} cell={line} footnotes={said.value!.footnotes} isLine={spot.cells.length > 1} />)}
      {spot.cells.length === 0 && spot.state !== "left" && <PlaceWords row={row} spot={spot} isLabel={isLabel} />}
      {isLabel && state !== "left" && (state === "untyped" || draft.value!.careTypes[row.row] !== undefined) && <PickTypes row={row} />}
      <Typing spot={spot} isLabel={isLabel} />
      <Choices row={row} spot={spot} isLabel={isLabel} />
    </section>
  );
}

/** Why a place is to be looked at. */
function Reasons({ spot: { notes, reasons } }: { spot: Spot }) {
  const { detail: w } = importWords;
  if (notes.length + reasons.length === 0) return null;
  return (
    <ul class="import-reasons">
      {notes.map((note) => (
        <li key={note}>{w.notesUnread(note)}</li>
      ))}
      {reasons.map((reason) => (
        <li key={reason}>{importWords.reasons[reason]}</li>
      ))}
    </ul>
  );
}

function Choices({ row, spot, isLabel }: { row: SheetRow; spot: Spot; isLabel: boolean }) {
  const { detail: w } = importWords;
  const { state, isTyped, key, cell } = spot;
  const { accepted, careTypes } = draft.value!;
  const isSaid = isTyped || state === "left" || accepted.includes(key) || (isLabel && careTypes[row.row] !== undefined);
  return (
    <div class="bar">
      {(state === "assumed" || state === "aside" || state === "noted") && (
        <button type="button" class="primary" onClick={() => accept(spot)}>
          {w.accept}
        </button>
      )}
      {cell && state !== "left" && state !== "waiting" && (
        <button type="button" onClick={() => leaveOut(spot)}>
          {w.leave}
        </button>
      )}
      {row.label && state !== "left" && (isLabel || state === "waiting") && (
        <button type="button" onClick={() => leaveRowOut(row)}>
          {w.leaveRow}
        </button>
      )}
      {isSaid && (
        <button type="button" onClick={() => putBack(spot)}>
          {w.putBack}
        </button>
      )}
      <button type="button" onClick={closePlace}>
        {w.close}
      </button>
    </div>
  );
}

/** The rule, for each condition; or which words are not understood. `isLine`: the text has others. */
function Understood({ cell: { text, reading, footnotes_used: used }, footnotes: all, isLine }: { cell: NonNullable<Spot["cell"]>; footnotes: BenefitTableReading["footnotes"]; isLine: boolean }) {
  const { detail: w } = importWords;
  if (reading.unread.length > 0) {
    return (
      <>
        <p class="bad">{w.notUnderstood(reading.unread.map(({ start, end }) => text.slice(start, end)))}</p>
        <Lacking unread={reading.unread} />
      </>
    );
  }
  const frame = reading.notes.find(({ code }) => code === "frame_at_most");
  const footnotes = used.flatMap((index) => all[index] ?? []);
  return (
    <>
      {isLine && (
        <p class="import-said" lang="fr">
          {text}
        </p>
      )}
      {reading.readings.length > 0 && (
        <div>
          <p class="term">{w.understoodAs}</p>
          <Rules readings={reading.readings} />
        </div>
      )}
      {footnotes.length > 0 && <p class="hint">{w.footnotes(footnotes.map((footnote) => footnote.text))}</p>}
      {frame && <p class="hint">{w.frame(frame.amount ?? "")}</p>}
    </>
  );
}

function Rules({ readings }: { readings: NonNullable<Spot["cell"]>["reading"]["readings"] }) {
  return readings.map(({ when, rule }, at) => (
    <p key={at} class="import-rule">
      {Object.keys(when).length > 0 && <span class="muted">{`${describeFilter(when)}: `}</span>}
      {describeRule(rule)}
    </p>
  ));
}

const LABELS_SHOWN = 4;

/** What a label says: for which care types, under which conditions; of it and of a heading, which words are not understood. */
function PlaceWords({ row: { read }, spot, isLabel }: { row: SheetRow; spot: Spot; isLabel: boolean }) {
  const { detail: w } = importWords;
  const types = catalog.value;
  if (read === null || types.state !== "ready") return null;
  if (!isLabel) return spot.words.length > 0 ? <p>{w.notUnderstood(spot.words)}</p> : null;
  const { care_types: codes, when, unread, asides } = read;
  const quotedWords = [...new Set([...quoted(read.label, unread), ...quoted(read.label, asides), ...spot.words])];
  const labels = codes.slice(0, codes.length > LABELS_SHOWN + 1 ? LABELS_SHOWN : codes.length).map((code) => typeLabel(types.value, code));
  return (
    <>
      {quotedWords.length > 0 && <p class={unread.length > 0 ? "bad" : ""}>{w.notUnderstood(quotedWords)}</p>}
      {read.status === "matched" && <p>{w.isFor(labels, codes.length - labels.length)}</p>}
      {Object.keys(when).length > 0 && <p>{w.when(describeFilter(when))}</p>}
    </>
  );
}

function Typing({ spot, isLabel }: { spot: Spot; isLabel: boolean }) {
  const { detail: w } = importWords;
  const [text, set] = useState(spot.text);
  // What was taken, or taken back, is what is typed from there on.
  useLayoutEffect(() => set(spot.text), [spot.text]);
  const isChanged = text.trim() !== spot.text.trim();
  const isBenefit = spot.cell !== null;
  useLayoutEffect(() => (isBenefit ? askForPreview() : undefined), [isBenefit]);
  useLayoutEffect(() => {
    typed.value = isBenefit && isChanged && text.trim() !== "" ? { spot, text: text.trim() } : null;
    return () => (typed.value = null);
  }, [text, spot]);
  const take = (event: Event) => {
    event.preventDefault();
    if (isChanged) typeAgain(spot, text.trim());
  };
  return (
    <form class="import-typing" onSubmit={take}>
      <div class="field">
        <label for="import-typed">{isBenefit ? w.type : isLabel ? w.typeLabel : w.typeText}</label>
        <div class="import-typed">
          <input id="import-typed" lang="fr" data-own-undo autocomplete="off" spellcheck={false} value={text} onInput={(event) => set(event.currentTarget.value)} />
          <button type="submit" disabled={!isChanged}>
            {w.take}
          </button>
        </div>
      </div>
      {isBenefit && <div role="status">{isChanged && <Preview text={text} />}</div>}
    </form>
  );
}

/** What will be taken: the table is read with it. */
function Preview({ text }: { text: string }) {
  const { detail: w, stateNames } = importWords;
  const spot = preview.value;
  if (text.trim() === "") return <Status tone="info" word={w.emptyText} />;
  if (spot === null) return null;
  if (spot.state === "nothing") return <Status tone="info" word={w.nothing} />;
  return (
    <>
      <Status tone={TONES[spot.state]} word={spot.state === "read" || spot.state === "accepted" ? w.understood : stateNames[spot.state]} />
      <Reasons spot={spot} />
      {spot.cells.map((line) => (
        <Understood key={line.part ?? ""} cell={line} footnotes={previewFootnotes.value} isLine={spot.cells.length > 1} />
      ))}
    </>
  );
}
