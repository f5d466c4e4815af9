// What a product manager does alone, in Chromium.
import { scenarios } from "./scenarios/author.mjs";

scenarios("chromium");
