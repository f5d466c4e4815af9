// What the language service names, by the names that Monaco and the Language Server Protocol share.
import type * as language from "../care-coverage-language";

export const COMPLETIONS: Record<language.CompletionKind, "Property" | "EnumMember" | "Struct" | "Constant" | "Variable" | "Class"> = {
  field: "Property", value: "EnumMember", object: "Struct", care_type: "Constant", care_type_group: "Constant", group_id: "Constant", limit_key: "Variable", class: "Class",
};
export const SYMBOLS: Record<language.SymbolKind, "Class" | "Object" | "Method" | "Constant" | "Enum" | "Event" | "Property"> = {
  guarantee: "Class", mapping: "Object", rule: "Method", care_type: "Constant", care_type_group: "Enum", act: "Event", class: "Class", requirement: "Property",
};
export const ACTIONS: Record<language.CodeActionKind, string> = {
  fix: "quickfix", extract_group: "refactor.extract", split_by_optam: "refactor.rewrite", sort_codes: "refactor.rewrite", remove_unused: "refactor.rewrite", add_missing: "refactor.rewrite",
};

export const NO_NAME = { en: "Nothing here can be renamed.", fr: "Rien ici ne peut être renommé." };

/** In a snippet. */
export const snippet = (insert: string, cursor: number) => `${escaped(insert.slice(0, cursor))}$0${escaped(insert.slice(cursor))}`;
const escaped = (text: string) => text.replaceAll(/[\\$}]/g, "\\$&");

/** Where there is no Markdown. */
export const plain = (text: string) => text.replaceAll("`", "");
