// The outcome and all matching guarantees, by hand, with an index by care type. The facts of an act are compared as bits: each text that
// some filter names has a bit of its own, so that a condition is one `&`. Slower were: objects compared field by field (three
// times the time), functions generated from the filters, one for each care type (twice).
import { allowed } from "../conditions.mjs";
import { bitsOfFlags, flagsOf } from "./flags.mjs";

/** The same in two ways, of which the quicker one counts: which it is depends on how many mappings an act is compared with. */
export function sameAnswers(candidates) {
  return { "texts as bits": byBits(candidates), "texts as they are": byText(candidates) };
}

const answer = (count, guarantees) =>
  count === 0 ? { outcome: "not_covered", guarantees: [] } : { outcome: count === 1 ? "covered" : "ambiguous", guarantees };

function byBits(candidates) {
  const practitioners = new Map();
  const lenses = new Map();
  const modes = new Map();
  const natures = new Map();
  const bits = (known, texts) => (texts === undefined ? -1 : texts.reduce((sum, text) => sum | (1 << numberOf(known, text)), 0));
  const compiled = mapped(candidates, ({ name, filter }) => ({
    name, ...flagsOf(filter), min: filter.min_age ?? 0, max: filter.max_age ?? 200,
    practitioner: bits(practitioners, allowed(filter, "practitioner")), lens: bits(lenses, filter.glasses_lens_complexities),
    mode: bits(modes, filter.allowed_treatment_modes), nature: bits(natures, filter.allowed_natures_de_soins),
  }));
  const bitOf = (known, text) => 1 << (known.get(text) ?? 0);
  return (act) => {
    const mappings = compiled.get(act.care_type);
    if (mappings === undefined) return answer(0);
    const flags = bitsOfFlags(act);
    const age = act.member_age;
    const practitioner = bitOf(practitioners, act.practitioner);
    const lens = bitOf(lenses, act.glasses_lens_complexity);
    const mode = bitOf(modes, act.treatment_mode);
    const nature = bitOf(natures, act.nature_de_soins);
    let guarantees;
    let last;
    let count = 0;
    for (let index = 0; index < mappings.length; index++) {
      const mapping = mappings[index];
      if (
        (flags & mapping.mask) === mapping.flags && age >= mapping.min && age <= mapping.max &&
        (mapping.practitioner & practitioner) !== 0 && (mapping.lens & lens) !== 0 && (mapping.mode & mode) !== 0 &&
        (mapping.nature & nature) !== 0 && mapping.name !== last
      ) {
        last = mapping.name;
        count += 1;
        if (count === 1) guarantees = [last];
        else guarantees.push(last);
      }
    }
    return answer(count, guarantees);
  };
}

/** From 1: bit 0 is that of the texts that no filter names. */
function numberOf(known, text) {
  if (!known.has(text)) known.set(text, known.size + 1);
  if (known.size > 30) throw new Error("more texts than an integer has bits");
  return known.get(text);
}

function byText(candidates) {
  const compiled = mapped(candidates, textMapping);
  return (act) => {
    const mappings = compiled.get(act.care_type);
    if (mappings === undefined) return answer(0);
    const flags = bitsOfFlags(act);
    const age = act.member_age;
    let guarantees;
    let last;
    let count = 0;
    for (let index = 0; index < mappings.length; index++) {
      const mapping = mappings[index];
      const isOpen = (flags & mapping.mask) === mapping.flags && age >= mapping.min && age <= mapping.max;
      if (isOpen && mapping.name !== last && textsHold(mapping, act)) {
        last = mapping.name;
        count += 1;
        if (count === 1) guarantees = [last];
        else guarantees.push(last);
      }
    }
    return answer(count, guarantees);
  };
}

export function mapped(candidates, compile) {
  return new Map([...candidates].map(([careType, mappings]) => [careType, mappings.map(compile)]));
}

export function textMapping({ name, filter }) {
  return {
    name, ...flagsOf(filter), min: filter.min_age ?? 0, max: filter.max_age ?? 200, practitioner: filter.practitioner,
    lenses: filter.glasses_lens_complexities, modes: filter.allowed_treatment_modes, natures: filter.allowed_natures_de_soins,
  };
}

export function textsHold(mapping, act) {
  return (
    (mapping.practitioner === undefined || act.practitioner === mapping.practitioner) &&
    (mapping.lenses === undefined || mapping.lenses.includes(act.glasses_lens_complexity)) &&
    (mapping.modes === undefined || mapping.modes.includes(act.treatment_mode)) &&
    (mapping.natures === undefined || mapping.natures.includes(act.nature_de_soins))
  );
}
