/**
 * A term of art with its definition: by hover, by touch, and by Enter.
 *
 *     <Term name="optam" />                    // the word itself
 *     <Term name="gap">3 gaps</Term>           // other words for it
 *     <TermsIn text="150 % BR, Sécu included" />
 *
 * The definition is the browser's own popover: above everything, closed by Escape and by a click elsewhere.
 */
import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { documentationOf } from "../../store/addresses";
import { dialog } from "../../store/page";
import { piecesOf } from "./model";
import { TERMS, type TermName } from "./terms";
import { glossaryWords, termWords } from "./words";

const HOVER_MS = 400;
const LEAVE_MS = 250;
const MARGIN = 8;

export function Term({ name, children }: { name: TermName; children?: ComponentChildren }) {
  const id = `term-${useId()}`;
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { word, definition } = termWords[name];
  const later = (ms: number, show: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => note.current?.isConnected && note.current.togglePopover(show), ms);
  };
  // A finger has no hover: its tap is a click.
  const enter = (event: PointerEvent) => event.pointerType === "mouse" && later(HOVER_MS, true);
  const leave = (event: PointerEvent) => event.pointerType === "mouse" && later(LEAVE_MS, false);
  const rules = documentationOf(TERMS[name]);
  // The dialog gives the focus back to the word: the definition is closed by then.
  const showAll = () => {
    button.current?.focus();
    dialog.value = "words";
  };
  return (
    <span class="term-of-art" onPointerEnter={enter} onPointerLeave={leave}>
      <button type="button" class="term-word" ref={button} {...{ popovertarget: id }}>
        {children ?? word}
      </button>
      <span id={id} class="term-note no-print" popover="auto" ref={note} onToggle={() => place(button.current, note.current)}>
        <strong>{word}</strong>
        <span>{definition}</span>
        <span class="term-links">
          {rules !== null && (
            <a href={rules} target="_blank" rel="noopener">
              {glossaryWords.rules}
            </a>
          )}
          <button type="button" class="link" onClick={showAll}>
            {glossaryWords.all}
          </button>
        </span>
      </span>
    </span>
  );
}

/** A sentence whose terms can be asked about. */
export function TermsIn({ text }: { text: string }) {
  return (
    <>
      {piecesOf(text).map((piece) =>
        piece.term === null ? piece.text : (
          <Term key={piece.term} name={piece.term}>
            {piece.text}
          </Term>
        ),
      )}
    </>
  );
}

/** Under the word, or above it where there is no room; never out of the window. */
function place(word: HTMLElement | null, note: HTMLElement | null): void {
  if (!word || !note?.matches(":popover-open")) return;
  const [at, box] = [word.getBoundingClientRect(), note.getBoundingClientRect()];
  const below = at.bottom + MARGIN / 2;
  const top = below + box.height + MARGIN <= innerHeight ? below : Math.max(MARGIN, at.top - box.height - MARGIN / 2);
  note.style.top = `${top}px`;
  note.style.left = `${Math.max(MARGIN, Math.min(at.left, document.documentElement.clientWidth - box.width - MARGIN))}px`;
}
