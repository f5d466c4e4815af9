/** The words by which code is opened, wherever one is, in French. */
import type * as en from "./entry-words.en";

export const codeEntryWords: typeof en.codeEntryWords = {
  title: "Copier en code",
  how: "Comment ça marche",
};
