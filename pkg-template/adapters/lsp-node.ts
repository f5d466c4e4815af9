// A language server over standard input and output.
import { CareTypeCatalog, packageVersion } from "#node";
import { createLanguageService } from "#language";
import { type Connection, createConnection } from "vscode-languageserver/node";
import { serve as serveBy } from "./lsp-server.ts";

export function serve(connection: Connection): void {
  serveBy(connection, { CareTypeCatalog, createLanguageService, packageVersion });
}

export function startServer(): void {
  serve(createConnection(process.stdin, process.stdout));
}
