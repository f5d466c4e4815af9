/** The words for a failure of the engine itself. */
import type { FailureCode } from "./engine-failure";

const notice: Record<FailureCode, string> = {
  out_of_memory: "The engine ran out of memory and was started again, and nothing you had here is lost: undo the last change, or close other tabs and try again.",
  internal: "The engine stopped, by a mistake of its own, and was started again; nothing you had here is lost: undo the last change, and report what led to it.",
};

const help: Record<FailureCode, string> = {
  out_of_memory: "There was not enough memory for it. Make the text smaller, or close other tabs and try again.",
  internal: "The engine stopped at it, by a mistake of its own. Change the text, and report what led to it.",
};

export const failureMessages = { notice, help, title: "This could not be computed", retry: "Try again", again: "Everything was read again." };
