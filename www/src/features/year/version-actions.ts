/** Under which other version is the year computed, too? */
import type { VersionId } from "../../engine/versions-store";
import { storedText, storedVersions, type Version, version } from "./other-version";

/** Fetched with the store, which most people never need. */
const storeOf = () => import("../../engine/versions-store");

/** The stored versions, the latest of a name first. */
export async function listVersions(): Promise<void> {
  try {
    const { withStore } = await storeOf();
    const coverages = await withStore(null, (store) => store.listCoverages());
    const list = coverages.flatMap(({ name, latest_version: latest }) =>
      Array.from({ length: latest }, (_, index): VersionId => ({ name, version: latest - index })),
    );
    storedVersions.value = { list, failed: false };
  } catch {
    storedVersions.value = { list: [], failed: true };
  }
}

export async function chooseVersion(chosen: Version): Promise<void> {
  version.value = chosen;
  if (typeof chosen !== "object") return;
  storedText.value = null;
  try {
    const store = await storeOf();
    const text = await store.withStore(null, (opened) => store.storedText(opened, chosen));
    if (version.value === chosen) storedText.value = { id: chosen, text };
  } catch {
    if (version.value === chosen) storedText.value = { id: chosen, text: "" };
  }
}
