/**
 * Choose one of many by typing, or with `free`, type something else.
 *
 * Follows the editable combobox of the ARIA Authoring Practices: arrow keys move, Enter chooses, Escape closes, leaving the field keeps what was
 * typed where that is allowed. Its list is drawn only while open and never longer than `MOST_SHOWN`.
 */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { fold, foldLabel, search } from "./search";

/** `undefined` and `null` are choices too: a fact that is not known, one that does not apply. */
export type Choice = string | null | undefined;

export interface Option {
  value: Choice;
  label: string;
  /** Shown next to the label and searched like it. */
  code?: string;
}

/** What it says itself. */
export interface ComboboxWords {
  none: (typed: string) => string;
  free: (typed: string) => string;
  more: (hidden: number) => string;
  list: string;
}

export interface ComboboxConfig {
  /** For the label's `for`. */
  id: string;
  options: readonly Option[];
  value: Choice;
  onchoose: (value: Choice) => void;
  free?: boolean;
  disabled?: boolean;
  placeholder?: string;
  words: ComboboxWords;
}

interface Props extends ComboboxConfig {
  label: string;
  hint?: string | null | undefined;
  problem?: ComponentChildren;
}

interface Typing {
  /** What is typed and not chosen yet; null while the field shows the choice. */
  typed: string | null;
  isOpen: boolean;
  active: number;
}

const MOST_SHOWN = 100;
const CLOSED: Typing = { typed: null, isOpen: false, active: -1 };

function labelOf(options: readonly Option[], value: Choice): string {
  return options.find((option) => option.value === value)?.label ?? value ?? "";
}

function found(options: readonly Option[], typed: string | null): readonly Option[] {
  return search(
    options,
    typed ?? "",
    (option) => option.label,
    (option) => option.code ?? "",
  );
}

/** What the list offers, and how many more there are. */
function offered({ options, free, words }: ComboboxConfig, typed: string | null): { shown: readonly Option[]; hidden: number } {
  const all = found(options, typed);
  const text = typed?.trim();
  const folded = fold(text ?? "");
  const isKnown = all.some((option) => foldLabel(option.label) === folded || option.code === text);
  const own = free && text && !isKnown ? [{ value: text, label: words.free(text) }] : [];
  return { shown: [...all.slice(0, MOST_SHOWN), ...own], hidden: all.length - MOST_SHOWN };
}

/** With its label, and a hint or a problem under it. */
export function Combobox(props: Props) {
  const { id, options, value, onchoose, free, disabled = false, placeholder = "", words, label, hint, problem } = props;
  const [{ typed, isOpen, active }, set] = useState(CLOSED);
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => popup.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" }),
    [isOpen, active, typed],
  );
  const { shown, hidden } = isOpen ? offered(props, typed) : { shown: [], hidden: 0 };

  const close = () => set(CLOSED);
  const choose = (value: Choice) => {
    close();
    onchoose(value);
  };
  const open = () => {
    if (isOpen) return;
    const chosen = typed === null ? options.findIndex((option) => option.value === value) : -1;
    set({ typed, isOpen: true, active: chosen >= MOST_SHOWN ? -1 : chosen });
  };
  const type = (event: Event) => {
    const { value: text } = event.target as HTMLInputElement;
    set({ typed: text, isOpen: true, active: text.trim() === "" ? -1 : 0 });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return open();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // Up from the field itself leads to the last one.
      const from = active < 0 && step < 0 ? 0 : active;
      if (shown.length > 0) set({ typed, isOpen, active: (from + step + shown.length) % shown.length });
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      const option = shown[active];
      if (option) choose(option.value);
    } else if (event.key === "Escape" && (isOpen || typed !== null)) {
      event.preventDefault();
      close();
    }
  };
  const leave = () => {
    const text = typed?.trim();
    const folded = fold(text ?? "");
    const exact = text && options.find((option) => foldLabel(option.label) === folded || option.code === text);
    if (exact) choose(exact.value);
    else if (text && free) choose(text);
    else if (typed === "" && free) choose(undefined);
    else close();
  };

  const note = shown.length === 0 ? words.none(typed ?? "") : hidden > 0 ? words.more(hidden) : null;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="combobox">
        <input
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          disabled={disabled}
          placeholder={placeholder}
          value={typed ?? labelOf(options, value)}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-invalid={problem ? "true" : undefined}
          aria-describedby={hint || problem ? `${id}-hint` : undefined}
          aria-activedescendant={isOpen && shown[active] ? `${id}-${active}` : undefined}
          onInput={type}
          onFocus={(event) => event.currentTarget.select()}
          onClick={open}
          onKeyDown={press}
          onBlur={leave}
        />
        <div class="combobox-popup" hidden={!isOpen} ref={popup} onMouseDown={(event) => event.preventDefault()}>
          <div id={`${id}-list`} role="listbox" aria-label={words.list}>
            {shown.map((option, index) => (
              <div
                id={`${id}-${index}`}
                role="option"
                class="combobox-option"
                aria-selected={index === active}
                onClick={() => choose(option.value)}
              >
                <span>{option.label}</span>
                {option.code !== undefined && <code>{option.code}</code>}
              </div>
            ))}
          </div>
          {isOpen && (
            <p class="combobox-note" role="status">
              {note}
            </p>
          )}
        </div>
      </div>
      {(hint || problem) && (
        <p id={`${id}-hint`} class={problem ? "hint bad" : "hint"}>
          {problem ?? hint}
        </p>
      )}
    </div>
  );
}
