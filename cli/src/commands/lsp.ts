// care-coverage lsp: the language server of the package over standard input and output, for the catalogue and the configuration of a repository.
import type { Connection, InitializeParams } from "vscode-languageserver";
import { FINE } from "../kit/failure.ts";
import { settle } from "../kit/setting.ts";
import type { SharedOptions } from "../kit/setting.ts";
import { configured } from "../lsp/configured.ts";

export async function lsp(options: SharedOptions): Promise<number> {
  const { createConnection, serve } = await import("../parts/lsp.ts");
  const told = await configured(await settle(options));
  const connection = createConnection(process.stdin, process.stdout);
  // What the client says itself goes before.
  const onInitialize: Connection["onInitialize"] = (handler) =>
    connection.onInitialize((params: InitializeParams, ...others) => handler({ ...params, initializationOptions: { ...told, ...(params.initializationOptions as object | undefined) } }, ...others));
  serve({ ...connection, onInitialize });
  return FINE;
}
