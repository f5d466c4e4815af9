// What the package's declarations allow beyond the contract.
import { CoverageError, knownValues, matchFilter } from "care-coverage";
import type { CoverageCareTypeFilter } from "care-coverage";

const filter: CoverageCareTypeFilter = {
  glasses_lens_complexities: new Set(["SIMPLE", "COMPLEX"]),
  allowed_treatment_modes: new Set<string>(),
  allowed_natures_de_soins: new Set(["CHIRURGIE"]),
};
const { practitioners, glassesLensComplexities, naturesDeSoins, treatmentModes } = knownValues();
const all: string[] = [...practitioners, ...glassesLensComplexities, ...naturesDeSoins, ...treatmentModes];
const own = new CoverageError([{ code: "mine", severity: "error", message: "mine", pointer: "", related: [], fix: null }]);

export const added = { outcome: matchFilter(filter, {}).outcome, known: all.length, code: own.code };
