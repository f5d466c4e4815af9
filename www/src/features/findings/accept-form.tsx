/** Says of findings that they are meant, with the reason. */
import { useId, useState } from "preact/hooks";
import { takesFocus } from "../../kit/focus";
import { useEditor } from "../common/editor";
import { accept, type ListedAt } from "./actions";
import type { Finding } from "./findings";
import { acceptWords } from "./words";

interface Props {
  findings: readonly Finding[];
  at: ListedAt;
  /** What is accepted, in words. */
  what: string;
  /** It is accepted by its kind, with all others like it in its guarantee. */
  isKind?: boolean;
}

export function AcceptButton({ findings, at, what, isKind = false }: Props) {
  // A request for the focus: of the field while it is open, of the button after it was left.
  const [open, setOpen] = useState<{ request: object } | null>(null);
  const [left, setLeft] = useState<object | null>(null);
  if (open) {
    const close = () => {
      setOpen(null);
      setLeft({});
    };
    return <AcceptForm findings={findings} at={at} what={isKind ? acceptWords.ofKind(what) : what} request={open.request} close={close} />;
  }
  const label = acceptWords.acceptAll(findings.length);
  return (
    <button type="button" class="accept" aria-description={what} ref={takesFocus(left)} onClick={() => setOpen({ request: {} })}>
      {label}
    </button>
  );
}

function AcceptForm({ findings, at, what, request, close }: { findings: readonly Finding[]; at: ListedAt; what: string; request: object; close: () => void }) {
  const editor = useEditor();
  const id = useId();
  const [reason, setReason] = useState("");
  const [isRefused, setIsRefused] = useState(false);
  const save = (event: Event) => {
    event.preventDefault();
    if (reason.trim() === "") setIsRefused(true);
    else accept(editor, findings, reason, at);
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  return (
    <form class="accept-form" onSubmit={save} onKeyDown={escape}>
      <p class="hint">{what}</p>
      <div class="field">
        <label for={id}>{acceptWords.reason}</label>
        <input
          ref={takesFocus(request)}
          id={id}
          type="text"
          data-own-undo
          value={reason}
          aria-invalid={isRefused}
          aria-describedby={`${id}-hint`}
          onInput={(event) => {
            setReason(event.currentTarget.value);
            setIsRefused(false);
          }}
        />
        <p id={`${id}-hint`} class={isRefused ? "hint bad" : "hint"} role={isRefused ? "alert" : undefined}>
          {isRefused ? acceptWords.needsReason : acceptWords.reasonHint}
        </p>
      </div>
      <p class="bar">
        <button type="submit" class="primary">
          {acceptWords.save}
        </button>
        <button type="button" onClick={close}>
          {acceptWords.cancel}
        </button>
      </p>
    </form>
  );
}
