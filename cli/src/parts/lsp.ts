// The language server of the package, and its connection.
export { serve } from "care-coverage/lsp";
export { createConnection } from "vscode-languageserver/node";
