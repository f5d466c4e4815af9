// The language server of the package, its service, and its connection.
export { createLanguageService } from "care-coverage/language";
export { serve } from "care-coverage/lsp";
export { ErrorCodes, ResponseError, createConnection } from "vscode-languageserver/node";
export { TextDocument } from "vscode-languageserver-textdocument";
