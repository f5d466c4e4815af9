// A language service for the documents of the package: what an editor asks while somebody types.
export { createLanguageService } from "./language/service.ts";
