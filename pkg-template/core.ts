// What all entries with an engine share, so that there is one module in a program however many of them it imports. The default export is
// what only the package's own entries use: `export *` leaves it out.
import inside from "./api/inside.ts";
import { start, startPatiently } from "./start.ts";
import { bringAmounts, hasAmounts } from "./started.ts";

export * from "./api.ts";
export default { start, startPatiently, bringAmounts, hasAmounts, ...inside };
