// What a good front-end developer writes by hand: an index by care type, and each act compared with each candidate, field by field. All
// filters have the same shape, so that V8 compiles one comparison.
import { mapped } from "./same-answer.mjs";

export function sameAnswerFieldByField(candidates) {
  const index = mapped(candidates, filled);
  return (act) => {
    const guarantees = [];
    let last;
    for (const mapping of index.get(act.care_type) ?? []) {
      if (mapping.name !== last && holds(mapping, act)) guarantees.push((last = mapping.name));
    }
    return { outcome: guarantees.length === 0 ? "not_covered" : guarantees.length === 1 ? "covered" : "ambiguous", guarantees };
  };
}

export function firstMatchFieldByField(candidates) {
  const index = mapped(candidates, filled);
  return (act) => {
    for (const mapping of index.get(act.care_type) ?? []) if (holds(mapping, act)) return mapping.name;
    return undefined;
  };
}

function filled({ name, filter }) {
  return {
    name, minAge: filter.min_age, maxAge: filter.max_age, optam: filter.is_optam_or_secteur_1, visibleTooth: filter.is_for_at_least_one_visible_tooth,
    conventionne: filter.is_etablissement_conventionne, secu: filter.reimbursed_by_secu, practitioner: filter.practitioner,
    lenses: filter.glasses_lens_complexities, modes: filter.allowed_treatment_modes, natures: filter.allowed_natures_de_soins,
  };
}

function holds(mapping, act) {
  return (
    (mapping.minAge === undefined || act.member_age >= mapping.minAge) &&
    (mapping.maxAge === undefined || act.member_age <= mapping.maxAge) &&
    (mapping.optam === undefined || act.is_optam_or_secteur_1 === mapping.optam) &&
    (mapping.visibleTooth === undefined || act.is_for_at_least_one_visible_tooth === mapping.visibleTooth) &&
    (mapping.conventionne === undefined || act.is_etablissement_conventionne === mapping.conventionne) &&
    (mapping.secu === undefined || act.reimbursed_by_secu === mapping.secu) &&
    (mapping.practitioner === undefined || act.practitioner === mapping.practitioner) &&
    (mapping.lenses === undefined || mapping.lenses.includes(act.glasses_lens_complexity)) &&
    (mapping.modes === undefined || mapping.modes.includes(act.treatment_mode)) &&
    (mapping.natures === undefined || mapping.natures.includes(act.nature_de_soins))
  );
}
