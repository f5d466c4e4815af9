/** How are numbers, lists, dates and sizes written in a language? By `Intl`, for the words and the views of that language. */

export interface Speech {
  digits: Intl.NumberFormat;
  /** `3 acts`, in the form of the word that goes with the number. */
  count: (number: number, one: string, many: string) => string;
  list: (words: readonly string[], word?: "and" | "or") => string;
  bytes: (number: number) => string;
  percent: (share: number, fractionDigits?: number) => string;
  /** Of an ISO date, `2026-03-12`; anything else as it is. */
  date: (iso: string) => string;
  /** Of an ISO time, the day and the minute, where the person is. */
  moment: (iso: string) => string;
  /** Of an exact decimal, given as text or number; what is none is shown as it is. */
  euros: (amount: string | number) => string;
  plainNumber: (number: string | number) => string;
  decimalMark: string;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const UNITS = ["kilobyte", "megabyte", "gigabyte"] as const;

/** `locale`: as `Intl` takes it. */
export function speech(locale: string): Speech {
  const digits = new Intl.NumberFormat(locale);
  const plural = new Intl.PluralRules(locale);
  const lists = {
    and: new Intl.ListFormat(locale, { type: "conjunction" }),
    or: new Intl.ListFormat(locale, { type: "disjunction" }),
  };
  const cents = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 20 });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  // A decimal goes to `Intl` as text, which it takes exactly; the declarations of TypeScript name only some texts.
  const exact = (format: Intl.NumberFormat, value: string) => format.format(value as `${number}`);
  const count = (number: number, one: string, many: string) => `${digits.format(number)} ${plural.select(number) === "one" ? one : many}`;
  const byteWords = new Intl.NumberFormat(locale, { style: "unit", unit: "byte", unitDisplay: "long" });
  const sizes = UNITS.map((unit) => new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }));
  return {
    digits,
    count,
    list: (words, word = "and") => lists[word].format(words),
    bytes: (number) => {
      const step = number < 1e3 ? 0 : number < 1e6 ? 1 : number < 1e9 ? 2 : 3;
      return step === 0 ? byteWords.format(number) : sizes[step - 1]!.format(number / 1000 ** step);
    },
    percent: (share, fractionDigits = 0) =>
      new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits }).format(share),
    date: (iso) => {
      const [, year, month, day] = DATE.exec(iso) ?? [];
      const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
      return year === undefined || new Date(time).toISOString().slice(0, 10) !== iso ? iso : days.format(time);
    },
    moment: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : moments.format(Date.parse(iso))),
    euros: (amount) => (DECIMAL.test(String(amount)) ? `${exact(cents, String(amount))}\u00a0€` : String(amount)),
    plainNumber: (number) => (DECIMAL.test(String(number)) ? exact(plain, String(number)) : String(number)),
    decimalMark: digits.formatToParts(0.5).find(({ type }) => type === "decimal")!.value,
  };
}
