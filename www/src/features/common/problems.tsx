/** What is wrong, and where? The engine's diagnostics as a list. */
import type { ComponentChildren } from "preact";
import type { Diagnostic } from "../../engine/engine";
import { placeOf } from "../../kit/json/parse";
import { readTree, spanAt, type Tree } from "../../kit/json/tree";
import { Status, type Tone } from "../../kit/status";
import { withCapital } from "./sentences";
import { problemWords } from "./words";

const MOST_SHOWN = 100;
export const SEVERITY_TONES: Record<Diagnostic["severity"], Tone> = { error: "bad", warning: "warn", info: "info" };

/** `text`: the document that the pointers point into. */
export function Problems({ diagnostics, text }: { diagnostics: readonly Diagnostic[]; text?: string }) {
  const hidden = diagnostics.length - MOST_SHOWN;
  const tree = text === undefined ? null : readTree(text);
  return (
    <>
      <ul class="problems">
        {diagnostics.slice(0, MOST_SHOWN).map(({ severity, message, pointer, related }) => (
          <li>
            <Status tone={SEVERITY_TONES[severity]} word={problemWords.severity[severity]} />
            <div>
              <p>{sentence(message)}</p>
              <p class="place">
                <Place pointer={pointer} text={text} tree={tree} />
              </p>
              {related.map((other) => (
                <p class="place">
                  <span>{problemWords.related(other.message)}</span>
                  <Place pointer={other.pointer} text={text} tree={tree} />
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

function Place({ pointer, text, tree }: { pointer: string; text: string | undefined; tree: Tree | null }) {
  const span = tree && spanAt(tree.root, pointer);
  return (
    <>
      {span && <span>{problemWords.line(placeOf(text!, span.start).line)}</span>}
      <PointerCode pointer={pointer} />
    </>
  );
}

export function PointerCode({ pointer }: { pointer: string }) {
  return <code>{pointer === "" ? problemWords.whole : pointer}</code>;
}

/** The engine writes one line without a full stop and what a person wrote in backticks. */
export function sentence(message: string): ComponentChildren[] {
  const parts: ComponentChildren[] = withCapital(message)
    .split("`")
    .map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part));
  return /[.?!]$/.test(message.replaceAll("`", "")) ? parts : [...parts, "."];
}
