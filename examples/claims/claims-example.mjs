// Claims that nobody made, as real ones are: drawn from the numbers of lines of the national claims base, for persons in families, with
// amounts around public tariffs. The same for the same options in every run. See docs/simulation.md.
import { CELLS_WITH_MISTAKES, CsvWriter } from "./csv.mjs";
import { pick, random } from "./random.mjs";
import { ClaimRows, NO, WOMEN } from "./rows.mjs";

const PIECE = 256 * 1024;
/** A row as an object has these texts of the tables. */
const FLAGS = [undefined, undefined, false, true];
const euros = (cents) => (cents / 100).toFixed(2);

function withDefaults({ rows = 1_000_000, seed = 1, year = 2025, order = "person", mistakes = 0, catalog = "example" } = {}) {
  if (!(Number.isInteger(rows) && rows >= 0 && rows <= 100_000_000)) throw new RangeError(`rows: ${rows} is not between 0 and 100,000,000`);
  if (!["person", "date"].includes(order)) throw new RangeError(`order: ${order} is neither person nor date`);
  if (!["example", "national"].includes(catalog)) throw new RangeError(`catalog: ${catalog} is neither example nor national`);
  return { rows, seed, year, order, mistakes, catalog };
}

/** Bytes of CSV, in pieces of whole rows, made as they are asked for. */
export function claimsExample(options) {
  const given = withDefaults(options);
  const claims = new ClaimRows(given);
  const mistaken = random(given.seed + 1);
  const rows = claims[Symbol.iterator]();
  const writer = new CsvWriter({ texts: claims.catalog.texts, first: claims.first, days: claims.days, size: PIECE });
  return new ReadableStream({
    pull(controller) {
      let next;
      while (writer.length < PIECE && !(next = rows.next()).done) {
        writer.write(next.value, given.mistakes > 0 && mistaken() < given.mistakes ? pick(CELLS_WITH_MISTAKES, mistaken()) : undefined);
      }
      if (writer.length > 0) controller.enqueue(writer.take());
      if (next?.done) controller.close();
    },
  });
}

/** The same rows as objects. */
export function* claimsAsObjects(options) {
  const claims = new ClaimRows(withDefaults(options));
  const { careTypes, codes, practitioners, modes, natures, lenses } = claims.catalog.texts;
  const named = (letter, number) => letter + String(number).padStart(7, "0");
  for (const row of claims) {
    const filled = {
      person: named("P", row.person), family: named("F", row.family), member_age: row.age, sex: row.sex === WOMEN ? "F" : "M",
      care_date: new Date(row.day * 86_400_000).toISOString().slice(0, 10), care_type: careTypes[row.careType], act_code: codes[row.code] || undefined,
      practitioner: practitioners[row.practitioner] || undefined, is_optam_or_secteur_1: FLAGS[row.agreed], reimbursed_by_secu: FLAGS[row.reimbursed],
      is_for_at_least_one_visible_tooth: FLAGS[row.visible], is_etablissement_conventionne: FLAGS[row.contracted], treatment_mode: modes[row.mode] || undefined,
      nature_de_soins: natures[row.nature] || undefined, glasses_lens_complexity: lenses[row.lens] || undefined, charged: euros(row.charged),
      brss: row.base < 0 ? undefined : euros(row.base), secu_rate_percent: row.rate < 0 ? undefined : row.rate,
      pathway_rate_percent: row.pathwayRate < 0 ? undefined : row.pathwayRate, flat_contribution: row.contribution === 0 ? undefined : euros(row.contribution),
      franchise: row.franchise === 0 ? undefined : euros(row.franchise), quantity: row.quantity === 0 ? undefined : row.quantity,
      plv: row.plv < 0 ? undefined : euros(row.plv), hlf: row.hlf < 0 ? undefined : euros(row.hlf), side: row.side === 0 ? undefined : row.side === NO ? "left" : "right",
    };
    yield Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined));
  }
}
