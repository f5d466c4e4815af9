// What the package's declarations allow beyond the contract.
import { CoverageError, knownValues } from "care-coverage";
import type { Coverage, CoveragePayload, ValidateOptions } from "care-coverage";

const options: ValidateOptions = { ignore: new Set(["overlap"]) };
const { practitioners, glassesLensComplexities, naturesDeSoins, treatmentModes } = knownValues();
const all: string[] = [...practitioners, ...glassesLensComplexities, ...naturesDeSoins, ...treatmentModes];
const own = new CoverageError([{ code: "mine", severity: "error", message: "mine", pointer: "", related: [], fix: null }]);

/** Asked again after an edit. */
export const edited = (coverage: Coverage, payload: CoveragePayload): Coverage => coverage.withPayload(payload);

export const added = { ignored: options.ignore, known: all.length, code: own.code };
