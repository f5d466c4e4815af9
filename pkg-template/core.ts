// What all entries share, so that there is one module in a program however many entries it imports, and a CoverageError of
// one is a CoverageError of the other. `start` is the default export because `export *` leaves that one out.
export * from "./api.ts";
export { start as default } from "./start.ts";
