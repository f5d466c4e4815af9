// What a product manager does alone, in Firefox.
import { scenarios } from "./scenarios/author.mjs";

scenarios("firefox");
