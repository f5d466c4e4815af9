// What the package's declarations allow beyond the contract.
import { CoverageError, knownValues } from "care-coverage";
import type { ValidateOptions } from "care-coverage";

const options: ValidateOptions = { ignore: new Set(["overlap"]) };
const { practitioners, glassesLensComplexities, naturesDeSoins, treatmentModes } = knownValues();
const all: string[] = [...practitioners, ...glassesLensComplexities, ...naturesDeSoins, ...treatmentModes];
const own = new CoverageError([{ code: "mine", severity: "error", message: "mine", pointer: "", related: [], fix: null }]);

export const added = { ignored: options.ignore, known: all.length, code: own.code };
