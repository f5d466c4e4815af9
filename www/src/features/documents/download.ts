/** The texts in hand as files, exactly as they are. */
import { download } from "../../kit/download";
import { documents } from "../../store/work";

export const DOWNLOADS = ["coverage", "catalog", "year", "dispense"] as const;
export type Download = (typeof DOWNLOADS)[number];

export function downloadDocument(name: Download): void {
  const loaded = documents[name].loaded.value;
  if (loaded) download(fileName(name), new Blob([loaded.text], { type: "application/json" }));
}

/** A coverage is called by its name and version, anything else by the file it came from. */
function fileName(name: Download): string {
  const { loaded, typedJson } = documents[name];
  if (name === "coverage" && typedJson.value.ok) {
    const { name: title, version } = (typedJson.value.value ?? {}) as { name?: unknown; version?: unknown };
    if (typeof title === "string" && /^[\w-]{1,64}$/.test(title)) return Number.isSafeInteger(version) ? `${title}-v${String(version)}.json` : `${title}.json`;
  }
  const source = loaded.value?.source ?? "";
  return /^[^/\\]+\.json$/i.test(source) ? source : `${{ coverage: "coverage", catalog: "catalog", year: "acts", dispense: "dispense" }[name]}.json`;
}
