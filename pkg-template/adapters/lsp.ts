// A language server over the messages of the worker that it is in.
import { CareTypeCatalog, packageVersion } from "#index";
import { createLanguageService } from "#language";
import { BrowserMessageReader, BrowserMessageWriter, type Connection, createConnection } from "vscode-languageserver/browser";
import { serve as serveBy } from "./lsp-server.ts";

export function serve(connection: Connection): void {
  serveBy(connection, { CareTypeCatalog, createLanguageService, packageVersion });
}

export function startServer(): void {
  serve(createConnection(new BrowserMessageReader(self as never), new BrowserMessageWriter(self as never)));
}
