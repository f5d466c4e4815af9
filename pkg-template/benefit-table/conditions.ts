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
const FOR_ALONE = /^pour adher\w+$/;
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
  const mark = phrases.find(({ meaning }) => CONDITIONS[meaning])?.text ?? "";
  if (marks.length === 1 && (FOR_ALONE.test(mark) || (ALONE.test(mark) && !plain.some(({ meaning }) => BASES.includes(meaning))))) return null;
  const rest = bracketOf(plain, marks);
  if (rest) return rest;
  const isBefore = marks[0]!.at === 0;
  const bounds = isBefore ? [...marks.map(({ at }) => at), plain.length] : [0, ...marks.map(({ at }) => at)];
  if (!isBefore && bounds.at(-1) !== plain.length) return null;
  const halves = marks.map(({ when }, index) => ({ when, phrases: withoutEdges(plain.slice(bounds[index], bounds[index + 1])) }));
  // "moins de 20 ans : 1 400 € ; 20 ans et plus : 1 000 € par an": maybe both of them.
  const isOneFor = halves.some(isFor) && !halves.every(isFor);
  return areOpposite(marks.map(({ when }) => when)) && !isOneFor ? halves : null;
}

function isFor({ phrases }: Half): boolean {
  return phrases.some(({ meaning }) => ["per", "every", "over", "annual"].includes(meaning));
}

/** What an amount is made of. What else is said before a bracket may hold in it, too: "45 € par jour (30 € moins de 16 ans)". */
const OF_AMOUNTS: Phrase["meaning"][] = ["figure", "percent", "euro", "pmss", ...BASES];

/** "180 % BR (160 % BR hors OPTAM)": what is before the bracket is for the others. */
function bracketOf(plain: Phrase[], marks: { when: main.CoverageCareTypeFilter; at: number }[]): Half[] | null {
  const open = plain.findIndex(({ meaning }) => meaning === "open");
  const [{ when, at }, ...others] = marks as [(typeof marks)[0], ...typeof marks];
  const isIn = others.length === 0 && open > 0 && plain.at(-1)!.meaning === "close" && (at === open + 1 || at === plain.length - 1);
  const [outer, inner] = [plain.slice(0, open), plain.slice(open + 1, -1)];
  const isAllSaid = outer.every(({ meaning }) => OF_AMOUNTS.includes(meaning) || inner.some((said) => said.meaning === meaning));
  return isIn && isAllSaid ? [{ when: oppositeOf(when), phrases: outer }, { when, phrases: withoutEdges(inner) }] : null;
}

function markAt(phrases: readonly Phrase[], at: number): { when: main.CoverageCareTypeFilter; count: number } | null {
  const when = CONDITIONS[phrases[at]!.meaning];
  if (when) return { when, count: 1 };
  const [first, second, third] = phrases.slice(at, at + 3);
  const isLess = first!.meaning === "less" && (first!.text !== "-" || phrases[at - 1]?.meaning === "open") && third?.meaning === "year";
  // "20 ans et plus", but "100 € tous les 2 ans plus 50 €"
  const isMore = third?.meaning === "plus" && second!.meaning === "year" && !["every", "over", "per"].includes(phrases[at - 1]?.meaning ?? "");
  const figure = isLess ? second! : first!;
  const age = Number(figure.text);
  if (!(isLess || isMore) || figure.meaning !== "figure" || !Number.isInteger(age) || age < 1 || age > 131) return null;
  return { when: isLess ? { max_age: age - 1 } : { min_age: age }, count: 3 };
}

/** Two marks are of one condition, once true and once false. */
function areOpposite([first, second]: main.CoverageCareTypeFilter[]): boolean {
  return !second || JSON.stringify(oppositeOf(first!)) === JSON.stringify(second);
}

/** Of a filter with one condition. */
function oppositeOf({ max_age, min_age, ...flags }: main.CoverageCareTypeFilter): main.CoverageCareTypeFilter {
  if (typeof max_age === "number") return { min_age: max_age + 1 };
  if (typeof min_age === "number") return { max_age: min_age - 1 };
  return Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, !flag]));
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
