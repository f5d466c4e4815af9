// What is the same for all entries of a program, with an engine or without: a CoverageError of one is a CoverageError of the other. Other
// files import its parts by their names, and the build takes all of them from here.
export * from "./answers.ts";
export * from "./apply-fixes.ts";
export * from "./error.ts";
export * from "./format-diagnostics.ts";
export * from "./memory.ts";
export * from "./started.ts";
