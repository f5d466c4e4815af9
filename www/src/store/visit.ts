/** Was this browser here before? Asked before anything else of the page is here. */
import { stored } from "./storage";

/** The work of this tab, and the last work of any. */
export const TAB = "care-coverage:tab";
export const LAST = "care-coverage:last";

/** Whether no work is kept, readable or not. */
export function isFirstVisit(): boolean {
  return stored(() => sessionStorage, TAB) === null && stored(() => localStorage, LAST) === null;
}
