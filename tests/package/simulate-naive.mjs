// What a simulation answers, row by row over the public functions of a coverage. It shares no code with the engine, and was written from
// the rules of docs/simulation.md alone.

const UNITS = 10_000n;
const DECIDED = ["covered", "not_covered"];

/** "7.95" and 7.95 as 79,500. */
function unitsOf(value) {
  const [whole, part = ""] = String(value).split(".");
  return BigInt(whole) * UNITS + (whole.startsWith("-") ? -1n : 1n) * BigInt(part.padEnd(4, "0").slice(0, 4));
}

/** A number with so many decimals, without zeros at the end but for cents; a weight has none of these. */
function shown(value, decimals) {
  const [sign, digits] = [value < 0n ? "-" : "", String(value < 0n ? -value : value).padStart(decimals + 1, "0")];
  const part = digits.slice(-decimals).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -decimals)}.${part.padEnd(2, "0")}`;
}

/** 35 and 16.5. */
const shownWeight = (weight) => shown(weight, 4).replace(/\.00$|(?<=\.\d)0$/, "");

/** Who is not named is a person of its own. */
const actOf = ({ person, family, weight, ...row }, ignored) => ({
  ...Object.fromEntries(Object.entries(row).filter(([field]) => !ignored.includes(field))), beneficiary: row.beneficiary ?? person ?? "nobody else",
});

const personOf = ({ person, beneficiary }, index) => person ?? beneficiary ?? index;
const limitsOf = ({ coverage_rule: { limits = [], components = [] } }) => [...limits, ...components.flatMap((component) => component.limits ?? [])];

/** Whether a limit of a side is the family's: then a family's acts are counted together. */
const isOfFamilies = (side) => side.some((coverage) => coverage.toPayload().guarantees.flatMap(limitsOf).some(({ scope }) => scope === "family"));

/** Positions of rows by a key, in the order of the rows. */
function grouped(count, keyOf) {
  const groups = new Map();
  for (let index = 0; index < count; index++) {
    const key = keyOf(index);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return groups;
}

const invalid = { outcome: "invalid_act", guarantee: null, amounts: null, steps: [] };

/** What a side answers for each row: one coverage through `reimburseMany`, a stack act after act. */
function answersOf({ reimburseStack }, side, acts, units) {
  const answers = acts.map(() => [invalid]);
  const isReadable = acts.map((act) => side.every((coverage) => isAnswered(coverage, act)));
  for (const all of units.values()) {
    const positions = all.filter((position) => isReadable[position]);
    if (side.length === 1) {
      const { results } = side[0].reimburseMany(positions.map((position) => acts[position]), [], { counters: "none" });
      positions.forEach((position, index) => (answers[position] = [results[index]]));
      continue;
    }
    let counters = side.map(() => []);
    const byDate = positions.map((position) => [acts[position].care_date ?? "9999", position]).sort(([one, first], [other, second]) => (one < other ? -1 : one > other ? 1 : first - second));
    for (const [, position] of byDate) {
      const answer = reimburseStack(side, acts[position], counters);
      counters = answer.counters;
      answers[position] = answer.results;
    }
  }
  return answers.map((results) => ({
    outcome: outcomeOf(results), guarantee: results.find(({ guarantee }) => guarantee !== null)?.guarantee ?? null,
    complementary: results.reduce((sum, { amounts }) => sum + (amounts === null ? 0n : unitsOf(amounts.complementary)), 0n),
    cuts: results.flatMap(({ steps }, coverage) => cutsOf(steps, coverage)),
  }));
}

/** What nobody decides is not decided; what one coverage pays is covered. */
function outcomeOf(results) {
  return results.map(({ outcome }) => outcome).find((outcome) => !DECIDED.includes(outcome)) ?? (results.some(({ outcome }) => outcome === "covered") ? "covered" : "not_covered");
}

function isAnswered(coverage, act) {
  try {
    coverage.reimburse(act, [], { steps: false });
    return true;
  } catch (error) {
    if (error.name !== "CoverageError") throw error;
    return false;
  }
}

/** By limit of a rule: what it alone takes away of what is paid without limits, at most what all of them take away in the end. */
function cutsOf(steps, coverage) {
  const value = (name) => unitsOf(steps.find(({ step }) => step === name).value);
  return steps.filter(({ step }) => step.startsWith("room:")).flatMap(({ step }) => {
    const [alone, all] = [value("unlimited") - value(step), value("unlimited") - value("amc")];
    const cut = alone < all ? alone : all;
    return alone > 0n ? [{ coverage, key: step.slice("room:".length), cut }] : [];
  });
}

/** `everything`: a coverage of the same catalogue whose one guarantee covers every act and pays nothing; it says what the Sécu pays. */
export function simulateNaively(api, { current, draft = null, rows, by = [], everything }) {
  const ignored = by.flatMap((key) => (typeof key === "string" ? [] : [key.column])).concat(["sex", "act_code"]);
  const acts = rows.map((row) => actOf(row, ignored));
  const ofFamilies = [current, ...(draft === null ? [] : [draft])].some(isOfFamilies);
  const persons = rows.map(personOf);
  const units = grouped(rows.length, (index) => (ofFamilies ? (rows[index].family === undefined ? `p ${persons[index]}` : `f ${rows[index].family}`) : persons[index]));
  const sides = { current: answersOf(api, current, acts, units), draft: draft === null ? null : answersOf(api, draft, acts, units) };
  const weights = rows.map(({ weight }) => unitsOf(weight ?? 1));
  const charged = rows.map((row) => unitsOf(row.charged ?? 0));
  const isDecided = rows.map((_, index) => [sides.current, sides.draft].every((side) => side === null || DECIDED.includes(side[index].outcome)));
  const secu = acts.map((act, index) => (isDecided[index] ? unitsOf(everything.reimburse(act, [], { steps: false }).amounts?.secu_paid ?? 0) : 0n));
  const outOfPocket = (side, index) => charged[index] - secu[index] - side[index].complementary;

  const sum = (positions, valueOf) => positions.reduce((sum, index) => sum + weights[index] * valueOf(index), 0n);
  const countsOf = (positions) => ({
    rows: positions.length, weight: shownWeight(positions.reduce((sum, index) => sum + weights[index], 0n)), charged: shown(sum(positions, (index) => charged[index]), 8),
  });
  const sumsOf = (all) => {
    const decided = all.filter((index) => isDecided[index]);
    const paid = (side) => (side === null ? null : {
      complementary: shown(sum(decided, (index) => side[index].complementary), 8), out_of_pocket: shown(sum(decided, (index) => outOfPocket(side, index)), 8),
    });
    return {
      ...countsOf(decided), secu_paid: shown(sum(decided, (index) => secu[index]), 8), current: paid(sides.current), draft: paid(sides.draft),
      difference: sides.draft === null ? null : shown(sum(decided, (index) => sides.draft[index].complementary - sides.current[index].complementary), 8),
    };
  };
  const outcomes = (side) => side === null ? null : Object.fromEntries([...grouped(rows.length, (index) => side[index].outcome)].map(([outcome, positions]) => [outcome, countsOf(positions)]));
  const everyRow = rows.map((_, index) => index);
  const of = (index, amount) => (isDecided[index] ? amount : 0n);
  const byRow = (name) => sides[name] && rows.map((_, index) => ({ outcome: sides[name][index].outcome, guarantee: sides[name][index].guarantee, complementary: of(index, sides[name][index].complementary) }));
  return {
    amounts: { charged: rows.map((_, index) => of(index, charged[index])), secu_paid: rows.map((_, index) => of(index, secu[index])), current: byRow("current"), draft: byRow("draft") },
    rows: rows.length,
    totals: { ...sumsOf(everyRow), outcomes: { current: outcomes(sides.current), draft: outcomes(sides.draft) } },
    groups: by.length === 0 ? [] : groupsOf(rows, sides.current, by).map(([key, positions]) => ({ key, sums: sumsOf(positions) })),
    persons: sides.draft === null ? null : personsOf({ persons, weights, isDecided, gainOf: (index) => outOfPocket(sides.current, index) - outOfPocket(sides.draft, index) }),
    acts: sides.draft === null ? null : changesOf(sides, isDecided),
    limits: ["current", "draft"].flatMap((name) => (sides[name] === null ? [] : limitsReached(name, sides[name], { persons, weights, isDecided }))),
  };
}

function groupsOf(rows, current, by) {
  const band = (age) => (age === undefined ? null : age >= 90 ? "90+" : `${Math.floor(age / 10) * 10}-${Math.floor(age / 10) * 10 + 9}`);
  const value = (key, index) => {
    if (key === "guarantee") return current[index].outcome === "covered" ? current[index].guarantee : null;
    if (key === "age_band") return band(rows[index].member_age);
    return rows[index][key === "care_type" ? key : key.column] ?? null;
  };
  const nameOf = (key) => (typeof key === "string" ? key : key.column);
  const found = grouped(rows.length, (index) => JSON.stringify(by.map((key) => value(key, index))));
  return [...found].map(([key, positions]) => [Object.fromEntries(JSON.parse(key).map((text, place) => [nameOf(by[place]), text])), positions]);
}

const ENDS = [-500n, -100n, -50n, -10n, 0n, 10n, 50n, 100n, 500n];

function personsOf({ persons, weights, isDecided, gainOf }) {
  const all = [...grouped(persons.length, (index) => persons[index])];
  const whole = all.filter(([, positions]) => positions.every((index) => isDecided[index]))
    .map(([person, positions]) => ({ person, rows: positions, weight: weights[positions[0]], gain: positions.reduce((sum, index) => sum + gainOf(index), 0n) }));
  const ordered = [...whole].sort((one, other) => (one.gain < other.gain ? -1 : one.gain > other.gain ? 1 : 0));
  const change = ({ person, gain, weight, rows }) => ({ person: typeof person === "number" ? null : person, difference: shown(gain, 4), weight: shownWeight(weight), row_count: rows.length, rows: rows.slice(0, 100) });
  const quantile = (at) => {
    const least = unitsOf(at) * whole.reduce((sum, { weight }) => sum + weight, 0n);
    let reached = 0n;
    return ordered.find(({ weight }) => (reached += weight * UNITS) >= least)?.gain;
  };
  const count = (test) => whole.filter(({ gain }) => test(gain)).length;
  return {
    counted: whole.length, apart: all.length - whole.length, better: count((gain) => gain > 0n), worse: count((gain) => gain < 0n), same: count((gain) => gain === 0n),
    quantile: (at) => shown(quantile(at), 4), ENDS,
    gains: [...ordered].reverse().filter(({ gain }) => gain > 0n).slice(0, 10).map(change), losses: ordered.filter(({ gain }) => gain < 0n).slice(0, 10).map(change),
    gainsOf: new Map(whole.map((one) => [one.person, change(one)])), differences: whole.map(({ gain }) => gain),
  };
}

function changesOf({ current, draft }, isDecided) {
  const found = { newly_covered: 0, no_longer_covered: 0, other_guarantee: 0 };
  isDecided.forEach((decided, index) => {
    if (!decided) return;
    const [before, after] = [current[index], draft[index]];
    if (before.outcome !== after.outcome) found[after.outcome === "covered" ? "newly_covered" : "no_longer_covered"] += 1;
    else if (before.guarantee !== after.guarantee) found.other_guarantee += 1;
  });
  return found;
}

function limitsReached(side, answers, { persons, weights, isDecided }) {
  const found = new Map();
  answers.forEach(({ cuts }, index) => {
    if (!isDecided[index]) return;
    for (const { coverage, key, cut } of cuts) {
      const own = JSON.stringify([coverage, key]);
      const reached = found.get(own) ?? { side, coverage, key, who: new Set(), cut: 0n };
      reached.who.add(persons[index]);
      reached.cut += cut * weights[index];
      found.set(own, reached);
    }
  });
  return [...found.values()].map(({ who, cut, ...reached }) => ({ ...reached, persons: who.size, cut: shown(cut, 8) }));
}
