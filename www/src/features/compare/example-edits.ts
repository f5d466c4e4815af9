/**
 * A second version of the example coverage, to compare it with: the first one with a few edits, each of another kind.
 */
import type { CoverageGuarantee, CoveragePayload } from "../../engine/engine";

export function editedExample(text: string): string {
  const coverage = JSON.parse(text) as CoveragePayload;
  const guarantee = (name: string): CoverageGuarantee => coverage.guarantees.find((guarantee) => guarantee.name === name)!;
  const mapping = (name: string, number: number) => guarantee(name).care_type_mappings[number - 1]!;
  const rule = (name: string) => guarantee(name).coverage_rule as { components: { percent: string }[]; limits: { max_amount: string }[] };

  coverage.version += 1;
  // A child may be accompanied up to 17 rather than 15.
  mapping("HOSPITAL_COMFORT", 2).filter.max_age = 17;
  // Orthodontics for adults begins where the one for the young ends.
  mapping("ORTHODONTICS_ADULT", 1).filter.min_age = 21;
  // Spa treatments are no longer covered.
  const everyday = mapping("EVERYDAY_CARE", 4).selector;
  everyday.include_care_type_groups = [...everyday.include_care_type_groups!].filter((group) => group !== "SPA");
  // Better rules.
  rule("DOCTORS_OPTAM").components[0]!.percent = "200";
  rule("CONTACT_LENSES_AND_EYE_SURGERY").limits[0]!.max_amount = "350.00";
  // A worse one.
  rule("DENTAL_PROSTHETICS_VISIBLE_TEETH").components[0]!.percent = "250";
  // The same guarantee under another name.
  guarantee("SOFT_MEDICINE_AND_PSYCHOLOGY").name = "WELLBEING";
  return `${JSON.stringify(coverage, null, 2)}\n`;
}
