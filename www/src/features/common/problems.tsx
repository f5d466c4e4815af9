/** What is wrong, and where? The engine's diagnostics as a list. */
import { problemWords } from "./words";
import type { ComponentChildren } from "preact";
import type { Diagnostic } from "../../engine/engine";
import { placeOf } from "../../kit/json/parse";
import { locate } from "../../kit/json/tree";
import { status, type Tone } from "../../kit/status";

const MOST_SHOWN = 100;
export const SEVERITY_TONES: Record<Diagnostic["severity"], Tone> = { error: "bad", warning: "warn", info: "info" };

/** `text`: the document that the pointers point into. */
export function problems(diagnostics: readonly Diagnostic[], text?: string): ComponentChildren {
  const hidden = diagnostics.length - MOST_SHOWN;
  return (
    <>
      <ul class="problems">
        {diagnostics.slice(0, MOST_SHOWN).map(({ severity, message, pointer, related }) => (
          <li>
            {status(SEVERITY_TONES[severity], problemWords.severity[severity])}
            <div>
              <p>{sentence(message)}</p>
              <p class="place">{place(pointer, text)}</p>
              {related.map((other) => (
                <p class="place">
                  <span>{problemWords.related(other.message)}</span>
                  {place(other.pointer, text)}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="muted">{problemWords.more(hidden)}</p>}
    </>
  );
}

function place(pointer: string, text: string | undefined): ComponentChildren {
  const span = text === undefined ? null : locate(text, pointer);
  return (
    <>
      {span && <span>{problemWords.line(placeOf(text!, span.start).line)}</span>}
      {pointerCode(pointer)}
    </>
  );
}

export function pointerCode(pointer: string): ComponentChildren {
  return <code>{pointer === "" ? problemWords.whole : pointer}</code>;
}

/** The engine writes one line without a full stop and what a person wrote in backticks. */
export function sentence(message: string): ComponentChildren[] {
  const parts: ComponentChildren[] = withCapital(message)
    .split("`")
    .map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part));
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
