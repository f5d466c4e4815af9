/** The search of a catalogue is ready before a person types. */
import { useEffect } from "preact/hooks";
import type { LoadedCatalog } from "../../engine/engine";
import { whenThereIsTime } from "../../kit/slices";
import { prepareSearch } from "./hits";

export function usePreparedSearch(catalog: LoadedCatalog): void {
  useEffect(() => whenThereIsTime(() => prepareSearch(catalog)), [catalog]);
}
