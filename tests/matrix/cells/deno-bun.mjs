// Deno without any permission, and Bun.
import { assertPrints, programFiles } from "../docs.mjs";
import { MODULE, SCRIPT } from "../programs.mjs";
import { project } from "../project.mjs";
import { run, tool, versionOf } from "../tools.mjs";

const both = { isShort: true, isFull: true };

const deno = {
  ...both,
  name: "Deno, no permissions",
  version: () => versionOf("deno"),
  async test(name) {
    const cwd = project(name, { "main.mjs": MODULE, ...programFiles("deno.mjs", "language.mjs") });
    const env = { DENO_DIR: `${cwd}/.deno`, DENO_NO_UPDATE_CHECK: "1" };
    const deno = (file) => run(process.execPath, [tool("deno", "bin.cjs"), "run", "--no-prompt", "--no-remote", "--no-lock", file], { cwd, env });
    assertPrints(await deno("deno.mjs"), "deno.mjs");
    assertPrints(await deno("language.mjs"), "language.mjs", "CROWN Couronne");
    return JSON.parse(await deno("main.mjs"));
  },
};

const bun = (way, files, main) => ({
  ...both,
  name: `Bun, ${way}`,
  version: () => versionOf("bun"),
  async test(name) {
    const cwd = project(name, { ...files, ...programFiles("bun.mjs", "language.mjs") });
    const bun = (file) => run(tool("bun", "bin/bun.exe"), [file], { cwd });
    assertPrints(await bun("bun.mjs"), "bun.mjs");
    assertPrints(await bun("language.mjs"), "language.mjs", "CROWN Couronne");
    return JSON.parse(await bun(main));
  },
});

export const cells = [deno, bun("import", { "main.mjs": MODULE }, "main.mjs"), bun("require", { "main.cjs": SCRIPT }, "main.cjs")];
