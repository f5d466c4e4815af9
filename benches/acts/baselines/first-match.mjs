// The first guarantee that matches, by hand, with an index by care type. Texts are compared as they are: most mappings are refused by
// the flags and the age, so that bits for the texts would cost more than they save.
import { bitsOfFlagTexts, bitsOfFlags } from "./flags.mjs";
import { mapped, textMapping, textsHold } from "./same-answer.mjs";

export function firstMatch(candidates) {
  const compiled = mapped(candidates, textMapping);
  return (act) => first(compiled.get(act.care_type), bitsOfFlags(act), act);
}

/** For acts whose flags are still texts. */
export function firstMatchOfTexts(candidates) {
  const compiled = mapped(candidates, textMapping);
  return (act) => first(compiled.get(act.care_type), bitsOfFlagTexts(act), act);
}

function first(mappings, flags, act) {
  if (mappings === undefined) return undefined;
  const age = act.member_age;
  for (let index = 0; index < mappings.length; index++) {
    const mapping = mappings[index];
    const isOpen = (flags & mapping.mask) === mapping.flags && age >= mapping.min && age <= mapping.max;
    if (isOpen && textsHold(mapping, act)) return mapping.name;
  }
  return undefined;
}
