// Names of files by globs.
export { globSync } from "tinyglobby";
