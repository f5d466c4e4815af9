/** What does the version that is being published change for the last file of claims? Asked while it is looked at. */
import { computed } from "@preact/signals";
import { Gate } from "../simulate/gate";
import { versions } from "./model";

export const gate = new Gate(
  computed(() => {
    const publishing = versions.value?.publishing;
    return publishing?.before && publishing.name !== null ? { name: publishing.name, version: publishing.version, before: publishing.before.text } : null;
  }),
);
