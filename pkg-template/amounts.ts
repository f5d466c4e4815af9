// The amounts of an act: no guarantee depends on them, so all that is asked is whether they can be read. What is certainly good is known
// here; everything else the core looks at.
import { AMOUNTS } from "./amount-columns.ts";
import { isPlain } from "./codes.ts";

type Kind = "money" | "text" | "date" | "side" | "tooth";

const OTHERS = { beneficiary: "text", stay_id: "text", membership_start: "date", side: "side", tooth: "tooth" } as const;
/** Of percentages no more digits are certainly good than of money. */
const BY_NAME: Record<string, Kind | undefined> = Object.assign(Object.create(null), OTHERS);
for (const name of AMOUNTS) BY_NAME[name] = "money";

/** Whether a field is an amount that is certainly good. */
export function isPlainAmount(name: string, value: unknown, isDate: (value: unknown) => boolean, isTooth: (value: unknown) => boolean): boolean {
  const kind = BY_NAME[name];
  if (kind === undefined) return false;
  if (value === null) return name !== "charged";
  switch (kind) {
    case "money": return typeof value === "string" ? isPlainDecimal(value) : typeof value === "number" && isPlainDecimal(String(value));
    case "text": return typeof value === "string" && isPlain(value);
    case "date": return isDate(value);
    case "side": return value === "left" || value === "right";
    case "tooth": return isTooth(value);
  }
}

const ZERO = 48;
const NINE = 57;
const POINT = 46;

/** At most 9 digits, and 4 after the point. */
function isPlainDecimal(text: string): boolean {
  const { length } = text;
  let point = length;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === POINT && point === length) point = index;
    else if (unit < ZERO || unit > NINE) return false;
  }
  if (point < 1 || point > 9 || (point > 1 && text.charCodeAt(0) === ZERO)) return false;
  const digits = length - point - 1;
  return point === length || (digits >= 1 && digits <= 4);
}
