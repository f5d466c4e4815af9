// What a good front-end developer writes by hand: which guarantee alone covers the act, and what it pays, in whole cents. Every rule of the
// measured coverage is one percentage of the base with the Sécu part included, and that is all that this code knows.
import { bitsOfFlags, flagsOf } from "../acts/baselines/flags.mjs";
import { LISTS, TEXTS, allowed } from "../acts/conditions.mjs";

/** What is paid of an act that a rule of `percent` covers. */
function paid(charged, brss, rate, contribution, percent) {
  const base = Math.min(charged, brss);
  const rss = Math.floor((base * rate) / 100);
  const complementary = Math.max(0, Math.min(Math.floor((base * percent + 50) / 100) - rss, charged - rss));
  const bySecu = rss - Math.min(contribution, rss);
  return { complementary, bySecu, byMember: charged - bySecu - complementary };
}

/** The mappings of a care type, each text that a filter names with a bit of its own. */
function compile(mappings, bitsOf) {
  return mappings.map(({ guarantee, filter }) => ({
    guarantee, ...flagsOf(filter), min: filter.min_age ?? 0, max: filter.max_age ?? 200,
    practitioner: bitsOf("practitioner", allowed(filter, "practitioner")), lens: bitsOf("glasses_lens_complexity", filter[LISTS.glasses_lens_complexity]),
    mode: bitsOf("treatment_mode", filter[LISTS.treatment_mode]), nature: bitsOf("nature_de_soins", filter[LISTS.nature_de_soins]),
  }));
}

/** The one guarantee that covers an act; -1 where none or several do. */
function covering(mappings, flags, age, practitioner, lens, mode, nature) {
  let last = -1;
  for (let index = 0; index < mappings.length; index++) {
    const mapping = mappings[index];
    if (
      (flags & mapping.mask) === mapping.flags && age >= mapping.min && age <= mapping.max &&
      (mapping.practitioner & practitioner) !== 0 && (mapping.lens & lens) !== 0 && (mapping.mode & mode) !== 0 && (mapping.nature & nature) !== 0
    ) {
      if (last !== -1 && last !== mapping.guarantee) return -1;
      last = mapping.guarantee;
    }
  }
  return last;
}

/** Over typed arrays: codes, and whole cents. */
export function overColumns({ coverage, candidates, percents }) {
  const lists = coverage.actCodes();
  // A code is its own bit; none of the lists has more than 28 texts.
  const bitsOf = (fact, texts) => (texts === undefined ? -1 : texts.reduce((bits, text) => bits | (1 << (lists[fact].indexOf(text) + 2)), 0));
  const byCode = [[], [], ...lists.care_type.map((careType) => compile(candidates.get(careType) ?? [], bitsOf))];
  if (TEXTS.some((fact) => lists[fact].length > 28)) throw new Error("more texts than an integer has bits");
  return (columns, amounts) => {
    const { length } = columns.care_type;
    const { care_type, member_age, practitioner, glasses_lens_complexity, treatment_mode, nature_de_soins } = columns;
    const { is_optam_or_secteur_1, is_for_at_least_one_visible_tooth, is_etablissement_conventionne, reimbursed_by_secu } = columns;
    const { charged, brss, rate, contribution } = amounts;
    const guarantees = new Int32Array(length).fill(-1);
    const [complementary, bySecu, byMember] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
    for (let row = 0; row < length; row++) {
      // The codes 2 and 3 are `false` and `true`, and 1 is neither.
      const flags =
        (is_optam_or_secteur_1[row] - 1) | ((is_for_at_least_one_visible_tooth[row] - 1) << 2) | ((is_etablissement_conventionne[row] - 1) << 4) |
        ((reimbursed_by_secu[row] - 1) << 6);
      const guarantee = covering(
        byCode[care_type[row]], flags, member_age[row], 1 << practitioner[row], 1 << glasses_lens_complexity[row], 1 << treatment_mode[row], 1 << nature_de_soins[row],
      );
      if (guarantee < 0) continue;
      guarantees[row] = guarantee;
      const amounts = paid(charged[row], brss[row], rate[row], contribution[row], percents[guarantee]);
      complementary[row] = amounts.complementary;
      bySecu[row] = amounts.bySecu;
      byMember[row] = amounts.byMember;
    }
    return { length, guarantees, complementary, bySecu, byMember };
  };
}

/** Over objects whose amounts are whole cents. */
export function overObjects({ candidates, percents }) {
  const known = Object.fromEntries(TEXTS.map((fact) => [fact, new Map()]));
  const numberOf = (fact, text) => {
    if (!known[fact].has(text)) known[fact].set(text, known[fact].size + 1);
    return known[fact].get(text);
  };
  const bitsOf = (fact, texts) => (texts === undefined ? -1 : texts.reduce((bits, text) => bits | (1 << numberOf(fact, text)), 0));
  const byType = new Map([...candidates].map(([careType, mappings]) => [careType, compile(mappings, bitsOf)]));
  const { practitioner, glasses_lens_complexity, treatment_mode, nature_de_soins } = known;
  const bit = (texts, text) => 1 << (texts.get(text) ?? 0);
  return (act) => {
    const mappings = byType.get(act.care_type);
    if (mappings === undefined) return { guarantee: -1, amounts: null };
    const guarantee = covering(
      mappings, bitsOfFlags(act), act.member_age, bit(practitioner, act.practitioner), bit(glasses_lens_complexity, act.glasses_lens_complexity),
      bit(treatment_mode, act.treatment_mode), bit(nature_de_soins, act.nature_de_soins),
    );
    const amounts = guarantee < 0 ? null : paid(act.charged, act.brss, act.rate, act.contribution, percents[guarantee]);
    return { guarantee, amounts };
  };
}
