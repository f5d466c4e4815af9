// care-coverage lsp: the language server of the package over standard input and output, for the catalogue and the configuration of a repository.
import { FINE } from "../kit/failure.ts";
import { settle } from "../kit/setting.ts";
import type { SharedOptions } from "../kit/setting.ts";
import { configured } from "../lsp/configured.ts";
import { withYaml } from "../lsp/server.ts";

export async function lsp(options: SharedOptions): Promise<number> {
  const libraries = await import("../parts/lsp.ts");
  const setting = await settle(options);
  const connection = libraries.createConnection(process.stdin, process.stdout);
  libraries.serve(await withYaml(connection, setting, await configured(setting), libraries));
  return FINE;
}
