/** What a limit says in one of its fields, in words. */
import type { LimitChange } from "../../engine/engine";
import { isObject } from "../../kit/json/values";
import { euros, list, plainNumber } from "../common/counting";
import { percent } from "../compliance/priced";
import { ruleFormWords } from "../rule/words";
import { compareWords } from "./words";

export function limitValue(field: LimitChange["field"], value: unknown): string {
  const { periods, monthsUnit, scopes, countsWhat } = ruleFormWords;
  if (field === "scope") return wordOf(scopes, value ?? "beneficiary");
  if (field === "counts") return wordOf(countsWhat, value ?? "complementary");
  if (Array.isArray(value)) return value.length === 0 ? compareWords.amounts.noLimit : list(value.map(String));
  if (value === null || value === undefined) return compareWords.amounts.noLimit;
  if (isObject(value)) {
    if (field !== "period") return compareWords.amounts.aLimit;
    const { kind, months } = value;
    return kind === "rolling_months" ? `${months} ${monthsUnit}` : wordOf(periods, kind);
  }
  const text = String(value);
  return field === "max_amount" ? euros(text) : field === "max_pmss_percent" ? percent(text) : plainNumber(text);
}

/** As the form of a rule says it. */
function wordOf(words: Readonly<Record<string, string>>, name: unknown): string {
  return words[String(name)] ?? String(name);
}
