/** What only the elements say. */
import { count } from "../../www/src/features/common/english";

export const elementWords = {
  undo: "Undo",
  dismiss: "Close this message",
  messages: "Messages",
  invalid: (errors: number) => `The coverage has ${count(errors, "error", "errors")}.`,
  broken: "The text is not JSON.",
  missing: "Please enter a coverage.",
  remove: (label: string) => `Remove ${label}`,
  pick: "Care types and groups",
};
