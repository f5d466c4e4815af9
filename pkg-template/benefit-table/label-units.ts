// What does the label of a row say that the amounts of its cells are for? "Chambre particulière (par nuit)", "Lentilles, par an et par
// bénéficiaire": it is used for cells that do not say it, and reported where it is not.
import type * as api from "../care-coverage-benefit-table";
import { fold } from "./normalise.ts";
import { readBenefit } from "./read-benefit.ts";

export interface LabelUnits {
  /** As they would be in a cell. */
  text: string;
  place: api.BenefitPlace;
  hasPeriod: boolean;
}

/** A longer label is a text. */
const LONGEST = 300;
const PERIODS = "an|annee(?: civile)?|sejour";
const UNITS = "jour(?:nee)?(?: d'hospitalisation)?|nuit(?:ee)?|seance|consultation|visite|acte|oreille|oeil|verre|dent|implant|semestre|boite|beneficiaire|personne|assure|famille";
const ONE = `(?:par |/ ?)(?:${PERIODS}|${UNITS})\\b(?!')`;
const RUN = new RegExp(`(?<![a-z0-9])${ONE}(?:(?: ?,| et| ?-)? ?${ONE})*`, "g");
/** "5 séances par an", "deux fois par an": how often, and for no amount. */
const COUNTED = /(?:\d[^a-z]*(?:[a-z']+[^a-z]+){0,2}|\b(?:fois|seances?|jours?|actes?|consultations?|visites?|boites?|equipements?|paires?|une?|deux|trois|quatre|cinq|renouvel\w+)[^a-z0-9]*)$/;

/** Null where a label says none, or several. */
export function unitsIn(label: string): LabelUnits | null {
  if (label.length > LONGEST) return null;
  const { text, starts, ends } = fold(label);
  const found = [...text.matchAll(RUN)];
  const [run] = found;
  if (found.length !== 1 || COUNTED.test(text.slice(0, run!.index))) return null;
  const place = { start: starts[run!.index]!, end: ends[run!.index + run![0].length - 1]! };
  return { text: run![0].replace(/\//g, "par ").replace(/ {2,}/g, " "), place, hasPeriod: new RegExp(`(?:par |/ ?)(?:${PERIODS})\\b`).test(run![0]) };
}

/** The label without them, in the same places. */
export function withoutUnits(label: string): string {
  const units = unitsIn(label);
  if (!units) return label;
  const { start, end } = units.place;
  return `${label.slice(0, start)}${" ".repeat(end - start)}${label.slice(end)}`;
}

const AMOUNT = /\d\s*(?:€|euros?\b|eur\b)|(?<=%\s*(?:du\s)?)pmss\b/gi;

/**
 * A cell with what its label says: as it is where it says so itself or says nothing that is for something; null where the two together are not
 * understood, or would be of another case or share.
 */
export function withUnits(text: string, { text: units, hasPeriod }: LabelUnits, alone: api.BenefitReading): string | null {
  const amounts = [...text.matchAll(AMOUNT)];
  const behind = amounts.length === 1 ? amounts[0]!.index + amounts[0]![0].length : null;
  const tried = [...(behind === null ? [] : [`${text.slice(0, behind)} ${units}${text.slice(behind)}`]), `${text}, ${units}`];
  for (const whole of tried) {
    const reading = readBenefit(whole);
    if (reading.unread.length > 0 || reading.readings.length !== alone.readings.length) continue;
    if (JSON.stringify(reading.readings) === JSON.stringify(alone.readings)) return reading.assumed.length < alone.assumed.length ? whole : text;
    const isSame = reading.readings.every(({ when, rule }, at) => JSON.stringify(when) === JSON.stringify(alone.readings[at]!.when) && (rule.secu_share === alone.readings[at]!.rule.secu_share || isOfPeriod(rule)));
    if (isSame && alone.assumed.includes("unit")) return whole;
  }
  return amounts.length === 0 && !hasPeriod ? text : null;
}

/** "100 €" with "par an": all costs, up to that amount. */
function isOfPeriod({ components: [first, ...others] }: api.BenefitReading["readings"][number]["rule"]): boolean {
  return others.length === 0 && first?.kind === "actual_costs" && first.percent === "100";
}
