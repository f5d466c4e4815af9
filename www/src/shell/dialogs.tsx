/** The dialogs: paste a document, share the work as a link, the stored versions, the glossary and a call as code, which are fetched when they are opened. */
import { codeEntryWords } from "../features/code/entry-words";
import { later } from "../features/common/later";
import { paste } from "../features/documents/model";
import { Paste } from "../features/documents/paste";
import { loadedWords, pasteWords } from "../features/documents/words";
import { glossaryWords } from "../features/glossary/words";
import { Share } from "../features/share/view";
import { shareWords } from "../features/share/words";
import { close, Dialog } from "../kit/dialog";
import { moreWords } from "../store/language";
import { dialog, view } from "../store/page";

const Versions = later(() => Promise.all([import("../features/versions/view"), moreWords()]).then(([{ VersionsPanel }]) => VersionsPanel));

const CodeDialog = later(() => Promise.all([import("../features/code/dialog"), moreWords()]).then(([{ CodeDialog }]) => CodeDialog));

const Glossary = later(() => import("../features/glossary/view").then(({ Glossary }) => Glossary));

const closed = () => {
  dialog.value = null;
};

export function Dialogs() {
  if (dialog.value === "paste") {
    return (
      <Dialog key="paste" title={pasteTitle()} onclose={closed}>
        <Paste />
      </Dialog>
    );
  }
  if (dialog.value === "share") {
    return (
      <Dialog key="share" title={shareWords.title} onclose={closed}>
        <Share />
      </Dialog>
    );
  }
  if (dialog.value === "code") {
    return (
      <Dialog key="code" title={codeEntryWords.title} onclose={closed}>
        <CodeDialog />
      </Dialog>
    );
  }
  if (dialog.value === "words") {
    return (
      <Dialog key="words" title={glossaryWords.title} onclose={closed}>
        <Glossary />
        <Closing />
      </Dialog>
    );
  }
  if (dialog.value === null) return null;
  return (
    <Dialog key="versions" title={loadedWords.versionsTitle} onclose={closed}>
      <Versions />
      <Closing />
    </Dialog>
  );
}

/** A long dialog is closed from wherever one is in it. */
function Closing() {
  return (
    <div class="closing">
      <button type="button" onClick={close}>
        {shareWords.close}
      </button>
    </div>
  );
}

function pasteTitle(): string {
  return view.value === "dispense" ? pasteWords.titleDispense : paste.value.target === "hand" ? pasteWords.title : pasteWords.titleOther;
}
