// The names of the declarations, for the files of the service.
import type * as api from "../care-coverage-language";
import type * as main from "../care-coverage";

export type DocumentKind = api.DocumentKind;
export type Span = api.Span;
export type TextEdit = main.TextEdit;
export type LanguageName = api.Language;
