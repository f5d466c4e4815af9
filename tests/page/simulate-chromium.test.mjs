// What a file of claims would have cost, in Chromium.
import { scenarios } from "./scenarios/simulate.mjs";

scenarios("chromium");
