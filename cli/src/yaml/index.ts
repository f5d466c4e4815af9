// All of YAML, in one part that is loaded when the first such file is.
export { readYaml } from "./read.ts";
export { inYaml, rangeAt, yamlDiagnostics } from "./places.ts";
export { scalarText, yamlEdits } from "./edits.ts";
export { setOutYaml } from "./layout.ts";
export { toYaml } from "./write.ts";
