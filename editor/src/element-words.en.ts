/** What only the elements say. */
import { count } from "../../www/src/features/common/english";

export const elementWords = {
  undo: "Undo",
  dismiss: "Close this message",
  messages: "Messages",
  invalid: (errors: number) => `The coverage has ${count(errors, "error", "errors")}.`,
  broken: "The text is not JSON.",
  missing: "Please enter a coverage.",
  invalidAct: (errors: number) => `The act has ${count(errors, "error", "errors")}.`,
  brokenAct: "The text is not JSON of an act.",
  missingAct: "Please enter an act.",
  unknownType: "Please choose a care type of the catalogue.",
  refusedCatalog: "The lists of care types have errors.",
  refusedCoverage: "The coverage has errors, so it cannot be asked what an act needs.",
  remove: (label: string) => `Remove ${label}`,
  pick: "Care types and groups",
};
