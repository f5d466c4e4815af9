/**
 * A text field that offers suggestions for what is typed, in sections.
 *
 * Follows the editable combobox of the ARIA Authoring Practices: arrow keys move, Enter takes, Escape closes. While a person types, the first
 * suggestion is what Enter takes; the first arrow key goes to it rather than past it. The list is drawn only while it is open.
 */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

export interface Suggestion {
  key: string;
  content: ComponentChildren;
  take: () => void;
  /** It is shown, and cannot be taken. */
  isDisabled?: boolean;
}

export interface Section {
  /** Null where there is but one. */
  label: string | null;
  suggestions: readonly Suggestion[];
}

export interface Offer {
  sections: readonly Section[];
  /** Said under the list: that there is nothing, or more. */
  note: string | null;
  /** Position, over all sections, of the one that is chosen. */
  chosen?: number;
}

interface Props {
  /** For the label's `for`. */
  id: string;
  label: ComponentChildren;
  /** What the list is called. */
  list: string;
  /** In the field while nothing is typed. */
  text: string;
  /** Asked while the list is open; `typed` is null while nothing is. */
  offer: (typed: string | null) => Offer;
  /** The field is left with this typed, and nothing taken. */
  onleave?: (typed: string) => void;
  disabled?: boolean;
  placeholder?: string;
  hint?: ComponentChildren;
  problem?: ComponentChildren;
  /** Beside the field. */
  after?: ComponentChildren;
}

interface Typing {
  /** What is typed and not taken yet; null while the field shows its text. */
  typed: string | null;
  isOpen: boolean;
  active: number;
  /** Enter takes the active one, but no arrow key has gone to it. */
  isAhead: boolean;
}

const CLOSED: Typing = { typed: null, isOpen: false, active: -1, isAhead: false };
const NOTHING: Offer = { sections: [], note: null };

export function ComboboxField(props: Props) {
  const { id, label, list, text, offer, onleave, disabled = false, placeholder = "", hint, problem, after } = props;
  const [{ typed, isOpen, active, isAhead }, set] = useState(CLOSED);
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => popup.current?.querySelector(".active")?.scrollIntoView({ block: "nearest" }), [isOpen, active, typed]);
  const { sections, note } = isOpen ? offer(typed) : NOTHING;
  const all = sections.flatMap(({ suggestions }) => suggestions);

  const close = () => set(CLOSED);
  const take = (suggestion: Suggestion | undefined) => {
    if (!suggestion || suggestion.isDisabled) return;
    close();
    suggestion.take();
  };
  const open = () => {
    if (!isOpen) set({ typed, isOpen: true, active: typed === null ? (offer(null).chosen ?? -1) : -1, isAhead: false });
  };
  const type = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    const isBlank = value.trim() === "";
    set({ typed: value, isOpen: true, active: isBlank ? -1 : 0, isAhead: !isBlank });
  };
  const move = (step: 1 | -1) => {
    if (all.length === 0) return;
    // Up from the field itself leads to the last one.
    const from = isAhead ? (step > 0 ? -1 : 0) : active < 0 && step < 0 ? 0 : active;
    set({ typed, isOpen, active: (from + step + all.length) % all.length, isAhead: false });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) move(event.key === "ArrowDown" ? 1 : -1);
      else open();
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      take(all[active]);
    } else if (event.key === "Escape" && (isOpen || typed !== null)) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  const leave = () => {
    close();
    if (typed !== null) onleave?.(typed);
  };

  let position = 0;
  const optionOf = (suggestion: Suggestion) => {
    const { content, isDisabled } = suggestion;
    const index = position++;
    const isActive = index === active;
    return (
      <div
        key={suggestion.key}
        id={`${id}-${index}`}
        role="option"
        class={isActive ? (isAhead ? "combobox-option active ahead" : "combobox-option active") : "combobox-option"}
        aria-selected={isActive && !isAhead}
        aria-disabled={isDisabled || undefined}
        onClick={() => take(suggestion)}
      >
        {content}
      </div>
    );
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="combobox-line">
        <div class="combobox">
          <input
            id={id}
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck={false}
            disabled={disabled}
            placeholder={placeholder}
            value={typed ?? text}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-invalid={problem ? "true" : undefined}
            aria-describedby={hint || problem ? `${id}-hint` : undefined}
            aria-activedescendant={isOpen && !isAhead && all[active] ? `${id}-${active}` : undefined}
            onInput={type}
            onFocus={(event) => event.currentTarget.select()}
            onClick={open}
            onKeyDown={press}
            onBlur={leave}
          />
          <div class="combobox-popup" hidden={!isOpen} ref={popup} onMouseDown={(event) => event.preventDefault()}>
            <div id={`${id}-list`} role="listbox" aria-label={list}>
              {sections.map(({ label, suggestions }, at) =>
                label === null ? (
                  suggestions.map(optionOf)
                ) : (
                  <div role="group" aria-labelledby={`${id}-section-${at}`}>
                    <p id={`${id}-section-${at}`} class="combobox-section">
                      {label}
                    </p>
                    {suggestions.map(optionOf)}
                  </div>
                ),
              )}
            </div>
            {isOpen && (
              <p class="combobox-note" role="status">
                {note}
              </p>
            )}
          </div>
        </div>
        {after}
      </div>
      {(hint || problem) && (
        <p id={`${id}-hint`} class={problem ? "hint bad" : "hint"}>
          {problem ?? hint}
        </p>
      )}
    </div>
  );
}
