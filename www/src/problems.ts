/** What is wrong, and where? The engine's diagnostics as a list; each place leads into the text, when the text is at hand. */
import { h, type Child } from "./dom";
import type { Diagnostic } from "./engine";
import { locate, placeOf } from "./json";
import { messages as m } from "./messages";
import { status, type Tone } from "./status";

const MOST_SHOWN = 100;
const TONES: Record<Diagnostic["severity"], Tone> = { error: "bad", warning: "open", info: "info" };

/** `text`: the document that the pointers point into. */
export function problems(diagnostics: readonly Diagnostic[], text?: string, onshow?: (pointer: string) => void): Child {
  const hidden = diagnostics.length - MOST_SHOWN;
  return [
    h("ul", { class: "problems" }, diagnostics.slice(0, MOST_SHOWN).map(({ severity, message, pointer, related }) =>
      h("li", {},
        status(TONES[severity], m.problems.severity[severity]),
        h("div", {},
          h("p", {}, sentence(message)),
          h("p", { class: "place" }, place(pointer, text, onshow)),
          related.map((other) => h("p", { class: "place" }, h("span", {}, m.problems.related(other.message)), place(other.pointer, text, onshow))))))),
    hidden > 0 && h("p", { class: "muted" }, m.problems.more(hidden)),
  ];
}

function place(pointer: string, text: string | undefined, onshow: ((pointer: string) => void) | undefined): Child {
  const span = text === undefined ? null : locate(text, pointer);
  const line = span && m.problems.line(placeOf(text!, span.start).line);
  return [
    onshow && line ? h("button", { type: "button", class: "link", onclick: () => onshow(pointer) }, line) : line && h("span", {}, line),
    h("code", {}, pointer === "" ? m.problems.whole : pointer),
  ];
}

/** The engine writes one line without a full stop and what a person wrote in backticks. */
export function sentence(message: string): Child[] {
  const capital = message.charAt(0).toUpperCase() + message.slice(1);
  const parts: Child[] = capital.split("`").map((part, index) => (index % 2 === 1 ? h("code", {}, part) : part));
  return /[.?!]$/.test(message.replaceAll("`", "")) ? parts : [...parts, "."];
}
