// What a person reads instead of the name of a field or of a type.

const WORDS = {
  optam: "OPTAM", secu: "Sécu", brss: "BRSS", plv: "PLV", hlf: "HLF", pmss: "PMSS", dls: "DLS", innm: "INNM", qty: "quantity",
  etablissement: "établissement", conventionne: "conventionné",
};

/** `is_optam_or_secteur_1` → "OPTAM or secteur 1" */
export function titleOfField(name) {
  return sentence(name.replace(/^\$|^is_/, "").toLowerCase().split("_"));
}

/** `CoverageRuleFlatAmount` → "Flat amount" */
export function titleOfType(name) {
  const words = name.match(/[A-Z][a-z]*/g).map((word) => word.toLowerCase());
  const ofRule = words[0] === "coverage" && words[1] === "rule" && words.length > 2;
  return sentence(ofRule ? words.slice(2) : words);
}

function sentence(words) {
  const text = words.map((word) => WORDS[word] ?? word).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
