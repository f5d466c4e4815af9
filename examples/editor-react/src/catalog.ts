import { CareTypeCatalog } from "care-coverage";
import lists from "../../catalog.json";
import synonyms from "../../synonyms/fr.json";

/** Built once, outside of components, and never freed: StrictMode runs effects twice. */
export const catalog = new CareTypeCatalog(lists, { synonyms: [synonyms] });
