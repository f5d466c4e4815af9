// For which acts is what a cell says? Marks such as "CAS … hors CAS …" and "moins de 18 ans" divide it.
import type * as main from "../care-coverage";
import type { Phrase } from "./phrases.ts";

/** What is said under a condition. */
export interface Half { when: main.CoverageCareTypeFilter; phrases: Phrase[] }

const CONDITIONS: Partial<Record<Phrase["meaning"], main.CoverageCareTypeFilter>> = {
  optam: { is_optam_or_secteur_1: true },
  not_optam: { is_optam_or_secteur_1: false },
  approved: { is_etablissement_conventionne: true },
  not_approved: { is_etablissement_conventionne: false },
};

/** Alone, "adhérent" is also the insured: of an amount that is of no base. */
const ALONE = /adher\w+$/;
const BASES: Phrase["meaning"][] = ["br", "tm", "fr", "brr"];

/** Null where marks do not say which half is whose. */
export function halvesOf(phrases: readonly Phrase[]): Half[] | null {
  const [plain, marks] = [[] as Phrase[], [] as { when: main.CoverageCareTypeFilter; at: number }[]];
  for (let at = 0; at < phrases.length; at += 1) {
    const mark = markAt(phrases, at);
    if (mark === null) {
      plain.push(phrases[at]!);
      continue;
    }
    // "– adhérent", "(OPTAM)", "adhérents, …"
    const isBracket = phrases[at + mark.count]?.meaning === "close";
    if (plain.at(-1) && ["less", "comma", "per", "semicolon", ...(isBracket ? ["open"] : [])].includes(plain.at(-1)!.meaning)) {
      const before = plain.pop()!;
      // "100 € par adhérent": the insured.
      if (before.meaning === "per" && before.text !== "/") return null;
      if (before.meaning === "open") at += 1;
    }
    marks.push({ when: mark.when, at: plain.length });
    at += mark.count - 1;
  }
  if (marks.length === 0) return [{ when: {}, phrases: withoutBullet(plain) }];
  if (marks.length > 2) return null;
  if (marks.length === 1 && ALONE.test(phrases.find(({ meaning }) => CONDITIONS[meaning])?.text ?? "") && !plain.some(({ meaning }) => BASES.includes(meaning))) return null;
  const rest = bracketOf(plain, marks);
  if (rest) return rest;
  const isBefore = marks[0]!.at === 0;
  const bounds = isBefore ? [...marks.map(({ at }) => at), plain.length] : [0, ...marks.map(({ at }) => at)];
  if (!isBefore && bounds.at(-1) !== plain.length) return null;
  const halves = marks.map(({ when }, index) => ({ when, phrases: withoutEdges(plain.slice(bounds[index], bounds[index + 1])) }));
  return areOpposite(marks.map(({ when }) => when)) ? halves : null;
}

/** "180 % BR (160 % BR hors OPTAM)": what is before the bracket is for the others. */
function bracketOf(plain: Phrase[], marks: { when: main.CoverageCareTypeFilter; at: number }[]): Half[] | null {
  const open = plain.findIndex(({ meaning }) => meaning === "open");
  const [{ when, at }, ...others] = marks as [(typeof marks)[0], ...typeof marks];
  const [name] = Object.keys(when) as (keyof typeof when)[];
  const isIn = others.length === 0 && open > 0 && plain.at(-1)!.meaning === "close" && (at === open + 1 || at === plain.length - 1);
  if (!isIn || typeof when[name!] !== "boolean") return null;
  return [{ when: { [name!]: !when[name!] }, phrases: withoutBullet(plain.slice(0, open)) }, { when, phrases: withoutEdges(plain.slice(open + 1, -1)) }];
}

function markAt(phrases: readonly Phrase[], at: number): { when: main.CoverageCareTypeFilter; count: number } | null {
  const when = CONDITIONS[phrases[at]!.meaning];
  if (when) return { when, count: 1 };
  const [less, figure, year] = phrases.slice(at, at + 3);
  const age = Number(figure?.text);
  const isAge = less?.meaning === "less" && less.text !== "-" && figure?.meaning === "figure" && year?.meaning === "year" && Number.isInteger(age) && age >= 1 && age <= 131;
  return isAge ? { when: { max_age: age - 1 }, count: 3 } : null;
}

/** Two marks are of one condition, once true and once false. */
function areOpposite([first, second]: main.CoverageCareTypeFilter[]): boolean {
  if (!second) return true;
  const [name, other] = [Object.keys(first!)[0]!, Object.keys(second)[0]!] as (keyof main.CoverageCareTypeFilter)[];
  return name === other && typeof first![name!] === "boolean" && first![name!] !== second[name!];
}

function withoutEdges(phrases: Phrase[]): Phrase[] {
  let end = phrases.length;
  while (end > 0 && ["comma", "semicolon", "less", "per"].includes(phrases[end - 1]!.meaning)) end -= 1;
  let start = 0;
  while (start < end && ["comma", "semicolon", "per", "close"].includes(phrases[start]!.meaning)) start += 1;
  return withoutBullet(phrases.slice(start, end));
}

function withoutBullet(phrases: Phrase[]): Phrase[] {
  return phrases.length > 1 && phrases[0]!.meaning === "less" && phrases[0]!.text === "-" ? phrases.slice(1) : phrases;
}
