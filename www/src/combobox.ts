/**
 * `<care-combobox>`: choose one of many by typing, or with `free`, type something else.
 *
 * Follows the editable combobox of the ARIA Authoring Practices: arrow keys move, Enter chooses, Escape closes, leaving the field keeps what was
 * typed where that is allowed. Its list is drawn only while open and never longer than `MOST_SHOWN`.
 */
import { h, render, type Child } from "./dom";
import { messages as m } from "./messages";
import { fold, search } from "./search";

/** `undefined` and `null` are choices too: a fact that is not known, one that does not apply. */
export type Choice = string | null | undefined;

export interface Option {
  value: Choice;
  label: string;
  /** Shown beside the label and searched like it. */
  code?: string;
}

export interface ComboboxConfig {
  /** For the label's `for`. */
  id: string;
  options: readonly Option[];
  value: Choice;
  onchoose: (value: Choice) => void;
  free?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  placeholder?: string;
  describedBy?: string | undefined;
}

const MOST_SHOWN = 100;

class Combobox extends HTMLElement {
  #config: ComboboxConfig = { id: "", options: [], value: undefined, onchoose: () => {} };
  /** What is typed and not chosen yet; null while the field shows the choice. */
  #typed: string | null = null;
  #open = false;
  #active = -1;

  get config(): ComboboxConfig {
    return this.#config;
  }

  set config(config: ComboboxConfig) {
    this.#config = config;
    this.#draw();
  }

  get #found(): readonly Option[] {
    return search(this.#config.options, this.#typed ?? "", (option) => option.label, (option) => option.code ?? "");
  }

  get #chosenLabel(): string {
    const { options, value } = this.#config;
    return options.find((option) => option.value === value)?.label ?? value ?? "";
  }

  #draw(): void {
    const { id, disabled, invalid, placeholder, describedBy } = this.#config;
    const listId = `${id}-list`;
    const shown = this.#open ? this.#shown() : [];
    render(this, [
      h("input", {
        id,
        type: "text",
        role: "combobox",
        autocomplete: "off",
        spellcheck: "false",
        disabled: disabled ?? false,
        placeholder: placeholder ?? "",
        value: this.#typed ?? this.#chosenLabel,
        "aria-autocomplete": "list",
        "aria-expanded": String(this.#open),
        "aria-controls": listId,
        "aria-invalid": invalid ? "true" : undefined,
        "aria-describedby": describedBy,
        "aria-activedescendant": this.#open && this.#active >= 0 ? `${id}-${this.#active}` : undefined,
        oninput: (event: Event) => this.#type((event.target as HTMLInputElement).value),
        onfocus: (event: Event) => (event.target as HTMLInputElement).select(),
        onclick: () => this.#show(),
        onkeydown: (event: KeyboardEvent) => this.#key(event),
        onblur: () => this.#leave(),
      }),
      h("div", { class: "combobox-popup", hidden: !this.#open, onmousedown: (event: Event) => event.preventDefault() },
        h("div", { id: listId, role: "listbox", "aria-label": m.combobox.list }, shown.map((option, index) => this.#row(option, index))),
        this.#open && this.#note(shown.length),
      ),
    ]);
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }

  #shown(): readonly Option[] {
    const found = this.#found;
    const typed = this.#typed?.trim();
    const known = found.some((option) => fold(option.label) === fold(typed ?? "") || option.code === typed);
    const free = this.#config.free && typed && !known ? [{ value: typed, label: m.combobox.free(typed) }] : [];
    return [...found.slice(0, MOST_SHOWN), ...free];
  }

  #row(option: Option, index: number): Child {
    return h("div", {
      id: `${this.#config.id}-${index}`,
      role: "option",
      class: "combobox-option",
      "aria-selected": String(index === this.#active),
      onclick: () => this.#choose(option.value),
    }, h("span", {}, option.label), option.code !== undefined && h("code", {}, option.code));
  }

  #note(shown: number): Child {
    const hidden = this.#found.length - MOST_SHOWN;
    const text = shown === 0 ? m.combobox.none(this.#typed ?? "") : hidden > 0 ? m.combobox.more(hidden) : null;
    return h("p", { class: "combobox-note", role: "status" }, text);
  }

  #type(text: string): void {
    this.#typed = text;
    this.#open = true;
    this.#active = text.trim() === "" ? -1 : 0;
    this.#draw();
  }

  #show(): void {
    if (this.#open) return;
    this.#open = true;
    this.#active = this.#typed === null ? this.#config.options.findIndex((option) => option.value === this.#config.value) : -1;
    if (this.#active >= MOST_SHOWN) this.#active = -1;
    this.#draw();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!this.#open) return this.#show();
      const count = this.#shown().length;
      const step = event.key === "ArrowDown" ? 1 : -1;
      // Up from the field itself leads to the last one.
      const from = this.#active < 0 && step < 0 ? 0 : this.#active;
      if (count > 0) this.#active = (from + step + count) % count;
      this.#draw();
    } else if (event.key === "Enter" && this.#open) {
      event.preventDefault();
      const option = this.#shown()[this.#active];
      if (option) this.#choose(option.value);
    } else if (event.key === "Escape" && (this.#open || this.#typed !== null)) {
      event.preventDefault();
      this.#close();
    }
  }

  #choose(value: Choice): void {
    this.#close();
    this.#config.onchoose(value);
  }

  #close(): void {
    this.#typed = null;
    this.#open = false;
    this.#active = -1;
    this.#draw();
  }

  #leave(): void {
    const typed = this.#typed?.trim();
    const exact = typed && this.#config.options.find((option) => fold(option.label) === fold(typed) || option.code === typed);
    if (exact) this.#choose(exact.value);
    else if (typed && this.#config.free) this.#choose(typed);
    else if (this.#typed === "" && this.#config.free) this.#choose(undefined);
    else this.#close();
  }
}

customElements.define("care-combobox", Combobox);

/** A combobox with its label, and a hint or a problem under it. */
export function combobox(label: string, config: ComboboxConfig, hint?: string | null, problem?: Child): Child {
  const hintId = `${config.id}-hint`;
  return h("div", { class: "field" },
    h("label", { for: config.id }, label),
    h("care-combobox", { config: { ...config, invalid: Boolean(problem), describedBy: hint || problem ? hintId : undefined } }),
    (hint || problem) && h("p", { id: hintId, class: problem ? "hint bad" : "hint" }, problem ?? hint),
  );
}
