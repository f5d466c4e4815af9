/**
 * Choose one of many by typing, or with `free`, type something else. Leaving the field keeps what was typed where that is allowed.
 *
 * The keys are those of `ComboboxField`; the list is never longer than `MOST_SHOWN`.
 */
import type { ComponentChildren } from "preact";
import { ComboboxField, type Offer } from "./combobox-field";
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

const MOST_SHOWN = 100;

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

/** With its label, and a hint or a problem under it. */
export function Combobox(props: Props) {
  const { id, options, value, onchoose, free, disabled = false, placeholder = "", words, label, hint, problem } = props;
  const offer = (typed: string | null): Offer => {
    const all = found(options, typed);
    const text = typed?.trim();
    const folded = fold(text ?? "");
    const isKnown = all.some((option) => foldLabel(option.label) === folded || option.code === text);
    const own: Option[] = free && text && !isKnown ? [{ value: text, label: words.free(text) }] : [];
    const shown = [...all.slice(0, MOST_SHOWN), ...own];
    const hidden = all.length - MOST_SHOWN;
    const suggestions = shown.map((option) => ({ key: `${option.value} ${option.label}`, content: <OptionWords {...option} />, take: () => onchoose(option.value) }));
    return {
      sections: [{ label: null, suggestions }],
      note: shown.length === 0 ? words.none(typed ?? "") : hidden > 0 ? words.more(hidden) : null,
      chosen: shown.findIndex((option) => option.value === value),
    };
  };
  const leave = (typed: string) => {
    const text = typed.trim();
    const folded = fold(text);
    const exact = text !== "" && options.find((option) => foldLabel(option.label) === folded || option.code === text);
    if (exact) onchoose(exact.value);
    else if (text !== "" && free) onchoose(text);
    else if (typed === "" && free) onchoose(undefined);
  };
  const text = labelOf(options, value);
  return <ComboboxField list={words.list} onleave={leave} {...{ id, label, text, offer, disabled, placeholder, hint, problem }} />;
}

function OptionWords({ label, code }: Option) {
  return (
    <>
      <span>{label}</span>
      {code !== undefined && <code>{code}</code>}
    </>
  );
}
