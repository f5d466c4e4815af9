// Acts, rules and amounts in words, with the labels of a catalogue.
import type { ActAmounts, ActRegion, AmountExample, CareAct, CareTypeCatalog, CoveragePayload } from "care-coverage/slim";
import { describeAct, describeRegion, describeRule } from "care-coverage/words";
import type { Language } from "./words.ts";

export interface Said {
  region(region: ActRegion): string;
  act(act: CareAct & Partial<ActAmounts>): string;
  /** Null where the rule cannot be said. */
  rule(rule: CoveragePayload["guarantees"][number]["coverage_rule"] | undefined): string | null;
  euros(amount: string): string;
}

export function sayer(catalogs: readonly CareTypeCatalog[], language: Language): Said {
  const find = (code: string, of: "care_type" | "group") => catalogs.map((catalog) => (of === "group" ? catalog.group(code) : catalog.careType(code))).find((entry) => entry !== null);
  const label = (code: string, of: "care_type" | "group") => find(code, of)?.label ?? null;
  return {
    region: (region) => describeRegion(region, { language, label }),
    act: (act) => describeAct(act, { language, label }),
    rule: (rule) => {
      try {
        return rule === undefined ? null : describeRule(rule, { language });
      } catch {
        return null;
      }
    },
    euros: (amount) => (language === "fr" ? `${amount.replace(".", ",")}\u00a0€` : `€${amount}`),
  };
}

/** What is charged, and the base of the Sécu, of an example. */
export function amountsOf({ act }: Pick<AmountExample, "act">): { charged: string; brss: string | null; rate: string | null } {
  const text = (value: unknown) => (value === undefined || value === null ? null : String(value));
  return { charged: text(act.charged) ?? "0", brss: text(act.brss), rate: text(act.secu_rate_percent) };
}
