/** Amounts of an answer as they are read: to the cent, with differences and their shares; and the answer in one sentence. */
import { decimal, minus, rounded, written } from "../../kit/decimals";
import { euros, signedEuros } from "../common/counting";
import type { Answer } from "./cost-model";
import { costWords as c } from "./cost-words";

export function money(value: string): string {
  return euros(rounded(value, 2));
}

export function signedMoney(value: string): string {
  return signedEuros(rounded(value, 2));
}

export function difference(after: string, before: string): string {
  return written(minus(decimal(after), decimal(before)));
}

export function isNothing(value: string): boolean {
  return decimal(value).digits === 0n;
}

export function withoutSign(value: string): string {
  return value.replace(/^-/, "");
}

/** Null where there is nothing that it is a share of. */
export function shareOf(value: string, whole: string): number | null {
  return isNothing(whole) ? null : Number(value) / Number(whole);
}

/** What it comes to, in one sentence. */
export function sentenceOf(answer: Answer): string {
  const { simulation, current, draft } = answer;
  const { totals, persons, acts } = simulation;
  if (totals.rows === 0) return c.sentence.noneDecided;
  if (draft === null || totals.draft === null || totals.difference === null)
    return c.sentence.alone(totals.rows, current, money(totals.charged), money(totals.current.complementary), money(totals.current.out_of_pocket));
  const members = persons === null ? 0 : persons.better + persons.worse;
  const changed = acts === null ? 0 : acts.newly_covered + acts.no_longer_covered + acts.other_guarantee;
  if (isNothing(totals.difference) && members + changed === 0) return c.sentence.nothing(draft, current);
  const words = isNothing(totals.difference) ? c.sentence.same : totals.difference.startsWith("-") ? c.sentence.less : c.sentence.more;
  const first = words(draft, current, money(withoutSign(totals.difference)), shareOf(totals.difference, totals.current.complementary));
  return persons === null || persons.counted === 0 ? `${first}.` : c.sentence.joined(first, c.sentence.members(persons.better, persons.worse));
}
