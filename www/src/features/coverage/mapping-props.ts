/** What each part of a mapping is given. */
import type { LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import type { GuaranteeItem } from "./guarantee-list";

export interface MappingProps {
  catalog: LoadedCatalog;
  coverage: LoadedCoverage | null;
  item: GuaranteeItem;
  mapping: number;
  value: unknown;
}
