// What all entries share, so that there is one module in a program however many entries it imports, and a CoverageError of
// one is a CoverageError of the other. The default export is what only the package's own entries use: `export *` leaves it out.
import inside from "./api/inside.ts";
import { maxMemory } from "./memory.ts";
import { start, startedModule } from "./start.ts";

export * from "./api.ts";
export default { start, startedModule, maxMemory, ...inside };
