// What a file of claims would have cost, in Firefox.
import { scenarios } from "./scenarios/simulate.mjs";

scenarios("firefox");
