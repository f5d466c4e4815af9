// The commands that are about coverages, in one part of the program: to load many small parts takes longer.
export { check } from "./check.ts";
export { diff } from "./diff.ts";
export { fmt } from "./fmt.ts";
export { require_ } from "./require.ts";
export { schema } from "./schema.ts";
export { test } from "./test.ts";
