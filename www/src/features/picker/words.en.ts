/** The words for choosing care types and groups. */
import { count } from "../common/english";

export const pickerWords = {
  placeholder: {
    types: "Name, code or everyday word",
    groups: "Name or code of a group",
    both: "Care type, group or everyday word",
  },
  list: "Care types and groups that are found",
  types: "Care types",
  groups: "Groups",
  members: (number: number) => count(number, "care type", "care types"),
  synonym: (term: string) => `also: ${term}`,
  path: (groups: readonly string[]) => groups.join(" · "),
  chosen: "Already chosen",
  throughGroup: "By its group",
  none: (text: string) => `Nothing in the catalogue is called “${text}”, nor nearly so. Try another word, or browse the groups.`,
  noneOf: { types: "The catalogue has no care types.", groups: "The catalogue has no groups.", both: "The catalogue is empty." },
  own: (text: string) => `Use “${text}”, which is not in the catalogue`,
  more: "There are more: type another word to narrow them down.",
  browse: "Browse",
  browseOf: (label: string) => `Browse the catalogue: ${label}`,
  tree: "Groups and their care types",
  filter: "Find in the catalogue",
  close: "Close",
  treeHint: "Arrow keys move and unfold, Enter chooses.",
};
