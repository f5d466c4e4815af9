/** The words by which code is opened, wherever one is. */

export const codeEntryWords = {
  title: "Copy as code",
  how: "How this works",
};
