/** A modal dialog: the browser's own, which keeps the focus inside, closes by Escape and gives the focus back. */
import type { ComponentChildren } from "preact";

interface Props {
  title: string;
  onclose: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, onclose, children }: Props) {
  return (
    <dialog aria-labelledby="dialog-title" ref={shown} onClose={onclose}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

function shown(element: HTMLDialogElement | null): void {
  if (element && !element.open) element.showModal();
}

/** Whether a dialog is open at this moment: the event that it has closed comes later. */
export function isOpen(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** Closes the dialog of the control that an event is of. Closing gives the focus back to where it was, so it comes before the dialog goes. */
export function close(event: Event): void {
  closer(event)();
}

/** The same for later: once the event is over, it no longer says where it was. */
export function closer(event: Event): () => void {
  const dialog = (event.currentTarget as Element).closest("dialog");
  return () => dialog?.close();
}
