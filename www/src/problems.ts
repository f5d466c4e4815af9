/** What is wrong, and where? The engine's diagnostics as a list. */
import { h, type Child } from "./dom";
import type { Diagnostic } from "./engine";
import { placeOf } from "./json";
import { locate } from "./json-tree";
import { messages as m } from "./messages";
import { status, type Tone } from "./status";

const MOST_SHOWN = 100;
export const SEVERITY_TONES: Record<Diagnostic["severity"], Tone> = { error: "bad", warning: "warn", info: "info" };

/** `text`: the document that the pointers point into. */
export function problems(diagnostics: readonly Diagnostic[], text?: string): Child {
  const hidden = diagnostics.length - MOST_SHOWN;
  return [
    h("ul", { class: "problems" }, diagnostics.slice(0, MOST_SHOWN).map(({ severity, message, pointer, related }) =>
      h("li", {},
        status(SEVERITY_TONES[severity], m.problems.severity[severity]),
        h("div", {},
          h("p", {}, sentence(message)),
          h("p", { class: "place" }, place(pointer, text)),
          related.map((other) => h("p", { class: "place" }, h("span", {}, m.problems.related(other.message)), place(other.pointer, text))))))),
    hidden > 0 && h("p", { class: "muted" }, m.problems.more(hidden)),
  ];
}

function place(pointer: string, text: string | undefined): Child {
  const span = text === undefined ? null : locate(text, pointer);
  return [span && h("span", {}, m.problems.line(placeOf(text!, span.start).line)), pointerCode(pointer)];
}

export function pointerCode(pointer: string): Child {
  return h("code", {}, pointer === "" ? m.problems.whole : pointer);
}

/** The engine writes one line without a full stop and what a person wrote in backticks. */
export function sentence(message: string): Child[] {
  const parts: Child[] = withCapital(message).split("`").map((part, index) => (index % 2 === 1 ? h("code", {}, part) : part));
  return /[.?!]$/.test(message.replaceAll("`", "")) ? parts : [...parts, "."];
}

/** The same where only text can stand. */
export function plainSentence(message: string): string {
  const words = withCapital(message).replaceAll("`", "");
  return /[.?!]$/.test(words) ? words : `${words}.`;
}

function withCapital(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
