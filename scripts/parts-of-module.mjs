// Which exports are in the second module: that which has amounts in columns, compares them, checks requirements and simulates. It is loaded
// where it is asked.

export const EXPORTS_OF_AMOUNTS = [
  "coverage_compareAmounts", "coverage_checkRequirements", "coverage_diffOnDate", "coverage_reimburseColumns", "validateProfile", "validateProfileText",
  "guessMapping", "previewClaims", "validateMapping",
  ...["new", "pushCurrent", "pushDraft", "pushColumns", "setHeader", "pushText", "pushValues", "pushDistributions", "state", "settle", "answer", "listActs", "acts"].map((name) => `simulationpart_${name}`), "__wbg_simulationpart_free",
];

/** The folders of src/ that only these need. */
const FOLDERS = ["coverage::amounts", "coverage::bulk", "coverage::claims", "coverage::compare", "coverage::requirements", "coverage::simulate", "ground::exact::fraction", "ground::exact::linear"];
const IN_FOLDERS = new RegExp(`^care_coverage(?:\\[[0-9a-f]+\\])?::(?:${FOLDERS.join("|")})\\b`);
/** Characters of the text of a closure of which there is surely no other that has the same code. */
const LONG = 2_000;

/** Whether a function is written in one of these folders. Not what is made of a trait or for a type, nor a short closure: where the code is
 *  the same, the compiler makes one function of several, and gives it any of their names. */
export function isOfAmounts(name, text) {
  return IN_FOLDERS.test(name.replace(/^\$"?/, "")) && (!name.includes("{closure") || text.length > LONG);
}
