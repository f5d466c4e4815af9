/** The search of a catalogue is ready before a person types. */
import { useEffect } from "preact/hooks";
import type { LoadedCatalog } from "../../engine/engine";
import { EngineFailure } from "../../engine/failure";
import { whenThereIsTime } from "../../kit/slices";
import { prepareSearch } from "./hits";

export function usePreparedSearch(catalog: LoadedCatalog): void {
  useEffect(() => whenThereIsTime(() => prepare(catalog)), [catalog]);
}

/** Where the engine fails at it, the search says so when it is asked. */
function prepare(catalog: LoadedCatalog): void {
  try {
    prepareSearch(catalog);
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
  }
}
