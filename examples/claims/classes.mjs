// Classes of persons by age and sex, and what share of all lines each has.
import counts from "./counts.json" with { type: "json" };

/** First ages; the counts have one band below 20, of which children and adolescents have these parts. */
const FIRST_AGES = [0, 6, 16, 20, 30, 40, 50, 60, 70, 80];
const PARTS_BELOW_20 = [0.35, 0.4, 0.25];

export const WOMEN = 1;
const sexes = [counts.sexes["1"], counts.sexes["2"]];

/** By class: from which age to which, of which sex, and its lines. */
export const CLASSES = FIRST_AGES.flatMap((from, band) =>
  sexes.map((lines, sex) => ({
    from, to: (FIRST_AGES[band + 1] ?? 131) - 1, sex,
    lines: ((PARTS_BELOW_20[band] ?? 1) * counts.age_bands[from < 20 ? 0 : from] * lines) / (sexes[0] + sexes[1]),
  })),
);

export function classOf(age, sex) {
  let band = FIRST_AGES.length - 1;
  while (FIRST_AGES[band] > age) band -= 1;
  return band * sexes.length + sex;
}

/** Whether acts for some ages and one sex, or both, are for persons of a class. */
export const isFor = ({ from, to, sex }, [least, most] = [0, 130], only) => from >= least && to <= most && (only === undefined || only === (sex === WOMEN ? "F" : "M"));
