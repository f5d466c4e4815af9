/** The lists of the page, and its parts that are unfolded. */
import { createLists } from "./editor/lists";

export const lists = createLists();
export const { listState, isUnfolded } = lists;
