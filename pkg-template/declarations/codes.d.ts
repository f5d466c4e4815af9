import type { CareAct } from "./acts";
import type { ActConditions } from "./analysis";
import type { ActFact } from "./facts";

// ───────────────────────────── codes ─────────────────────────────
// Made by `make docs` from src/ground/diagnostics/code.rs and sentences.rs.

/** The stable identifier of a kind of problem, see docs/codes.md. */
export type DiagnosticCode =
  | "invalid_json"
  | "duplicate_key"
  | "invalid_csv"
  | "wrong_type"
  | "missing_field"
  | "unknown_field"
  | "invalid_string"
  | "unreadable_value"
  | "too_deep"
  | "too_large"
  | "empty_name"
  | "duplicate_guarantee"
  | "version_below_one"
  | "unknown_care_type"
  | "unknown_care_type_group"
  | "unusual_guarantee_name"
  | "no_guarantee"
  | "no_mapping"
  | "empty_selector"
  | "exclude_without_include"
  | "selects_nothing"
  | "include_also_excluded"
  | "useless_exclude"
  | "redundant_include"
  | "age_reversed"
  | "empty_list"
  | "treatment_mode_format"
  | "unknown_treatment_mode"
  | "unknown_practitioner"
  | "unknown_lens_complexity"
  | "unknown_nature_de_soins"
  | "irrelevant_condition"
  | "redundant_mapping"
  | "overlap"
  | "gap"
  | "analysis_truncated"
  | "age_out_of_range"
  | "unknown_guarantee"
  | "empty_rule"
  | "unknown_component"
  | "limit_needs_one_maximum"
  | "too_many_components"
  | "too_few_options"
  | "nested_components"
  | "nested_limits"
  | "repeated_limit_key"
  | "limit_key_mismatch"
  | "base_rule_on_unreimbursed"
  | "beyond_without_limit"
  | "flat_without_limit"
  | "opaque_rule"
  | "version_not_one"
  | "version_exists"
  | "version_not_next"
  | "unknown_coverage"
  | "unknown_version"
  | "invalid_amount"
  | "amount_format"
  | "negative_amount"
  | "amount_precision"
  | "not_positive"
  | "out_of_range"
  | "unknown_ruleset"
  | "unknown_operation"
  | "invalid_date"
  | "born_after_care_date"
  | "inconsistent_fact"
  | "invalid_tooth"
  | "invalid_prescription"
  | "empty_code"
  | "duplicate_short_code"
  | "duplicate_id"
  | "unknown_group_id"
  | "no_group"
  | "unknown_fact"
  | "key_mismatch"
  | "inconsistent_mappings"
  | "empty_group"
  | "duplicate_value"
  | "freed"
  | "out_of_memory"
  | "internal"
  | "stale"
  | "unknown_class"
  | "unknown_code"
  | "blocking_code"
  | "stale_acceptance"
  | "diagnostics_truncated";

/** The sentences of each code: which they are, and the values that each names. */
export interface DiagnosticSentences {
  invalid_json: { variant: "" | "key" | "end" | "colon" | "escape" | "control" | "string_end" | "utf8" | "row_utf8" | "byte_order_mark"; params: {} } | { variant: "word"; params: { word: string } } | { variant: "number"; params: { number: string } } | { variant: "value_or_end" | "key_or_end" | "separator"; params: { end: string } };
  duplicate_key: { variant: ""; params: { key: string } } | { variant: "column"; params: { column: string } };
  invalid_csv: { variant: "utf8" | "open" | "within"; params: {} } | { variant: ""; params: { expected: number; got: number } };
  wrong_type: { variant: ""; params: { expected: string; got: string } } | { variant: "number"; params: { expected: string; value: number } } | { variant: "text"; params: { expected: string; value: string } } | { variant: "one_of"; params: { names: string[]; value: string } } | { variant: "one_of_kind"; params: { names: string[]; got: string } } | { variant: "fixed"; params: { field: string } } | { variant: "table" | "pointer"; params: { value: string } } | { variant: "counters"; params: { coverages: number; length: number } } | { variant: "column"; params: { acts: number; length: number } } | { variant: "look_ups"; params: { names: string[] } };
  missing_field: { variant: ""; params: { field: string } } | { variant: "column"; params: { column: string } };
  unknown_field: { variant: ""; params: { field: string; nearest: string | null } } | { variant: "column"; params: { column: string } } | { variant: "either"; params: { one: string; other: string } } | { variant: "acts"; params: { field: string } };
  invalid_string: { variant: "" | "text" | "reason"; params: {} } | { variant: "white_space" | "length"; params: { value: string } };
  unreadable_value: { variant: ""; params: {} };
  too_deep: { variant: ""; params: {} };
  too_large: { variant: "string" | "" | "row"; params: {} } | { variant: "selected" | "entries" | "counters"; params: { max: number } };
  empty_name: { variant: ""; params: {} };
  duplicate_guarantee: { variant: ""; params: { name: string } };
  version_below_one: { variant: ""; params: { version: number } } | { variant: "latest"; params: {} };
  unknown_care_type: { variant: "" | "group"; params: { value: string; nearest: string | null } };
  unknown_care_type_group: { variant: "" | "care_type"; params: { value: string; nearest: string | null } };
  unusual_guarantee_name: { variant: ""; params: { name: string } };
  no_guarantee: { variant: ""; params: {} };
  no_mapping: { variant: ""; params: {} };
  empty_selector: { variant: ""; params: {} };
  exclude_without_include: { variant: ""; params: {} };
  selects_nothing: { variant: ""; params: {} };
  include_also_excluded: { variant: ""; params: { value: string } };
  useless_exclude: { variant: ""; params: { value: string } };
  redundant_include: { variant: ""; params: { value: string } };
  age_reversed: { variant: ""; params: { min: number; max: number } };
  empty_list: { variant: ""; params: {} };
  treatment_mode_format: { variant: ""; params: { value: string } };
  unknown_treatment_mode: { variant: ""; params: { value: string; nearest: string | null } };
  unknown_practitioner: { variant: ""; params: { value: string; nearest: string | null } };
  unknown_lens_complexity: { variant: ""; params: { value: string; nearest: string | null } };
  unknown_nature_de_soins: { variant: ""; params: { value: string; nearest: string | null } };
  irrelevant_condition: { variant: ""; params: { fact: string } } | { variant: "some"; params: { count: number; fact: string; care_type: string } };
  redundant_mapping: { variant: "selects_nothing" | "never_holds"; params: {} } | { variant: ""; params: { guarantee: string | null } };
  overlap: { variant: ""; params: { first: string | null; second: string | null; act: CareAct; conditions: ActConditions } } | { variant: "more"; params: { first: string | null; second: string | null; act: CareAct; conditions: ActConditions; more: number } } | { variant: "group"; params: { first: string | null; second: string | null; act: CareAct; conditions: ActConditions; group: string } };
  gap: { variant: ""; params: { act: CareAct; conditions: ActConditions; open_facts: ("member_age" | ActFact)[] } } | { variant: "more"; params: { act: CareAct; conditions: ActConditions; open_facts: ("member_age" | ActFact)[]; more: number } } | { variant: "group"; params: { act: CareAct; conditions: ActConditions; open_facts: ("member_age" | ActFact)[]; group: string } };
  analysis_truncated: { variant: ""; params: { count: number; first: string | null; reason: string } };
  age_out_of_range: { variant: ""; params: { max: number; value: number } } | { variant: "dates"; params: { years: number; max: number } } | { variant: "column"; params: { max: number; none: number; value: number } };
  unknown_guarantee: { variant: ""; params: { value: string; nearest: string | null } };
  empty_rule: { variant: ""; params: {} };
  unknown_component: { variant: ""; params: { value: string; nearest: string | null } };
  limit_needs_one_maximum: { variant: ""; params: { given: number } };
  too_many_components: { variant: "" | "options"; params: { max: number } };
  too_few_options: { variant: "" | "empty"; params: {} };
  nested_components: { variant: ""; params: {} };
  nested_limits: { variant: "" | "option"; params: {} };
  repeated_limit_key: { variant: ""; params: {} };
  limit_key_mismatch: { variant: ""; params: {} };
  base_rule_on_unreimbursed: { variant: ""; params: {} };
  beyond_without_limit: { variant: ""; params: {} };
  flat_without_limit: { variant: ""; params: {} };
  opaque_rule: { variant: ""; params: {} } | { variant: "near"; params: { field: string } };
  version_not_one: { variant: ""; params: { name: string; version: number } };
  version_exists: { variant: ""; params: { name: string; version: number; next: number } };
  version_not_next: { variant: ""; params: { name: string; version: number; next: number } };
  unknown_coverage: { variant: ""; params: { name: string } };
  unknown_version: { variant: ""; params: { name: string; version: number; latest: number } };
  invalid_amount: { variant: "rate" | "" | "paid" | "shares"; params: {} };
  amount_format: { variant: "" | "ambiguous"; params: { value: string } };
  negative_amount: { variant: ""; params: { value: string } } | { variant: "correction"; params: {} };
  amount_precision: { variant: ""; params: { integer: number; fraction: number; value: string } };
  not_positive: { variant: "quantity" | "package" | "weight"; params: {} } | { variant: "months"; params: { months: number } };
  out_of_range: { variant: ""; params: { from: number; to: number; value: number } } | { variant: "share"; params: {} } | { variant: "code"; params: { from: number; to: number; code: number } };
  unknown_ruleset: { variant: ""; params: { value: string; nearest: string | null } };
  unknown_operation: { variant: ""; params: { value: string; nearest: string | null } };
  invalid_date: { variant: ""; params: { value: string } } | { variant: "format"; params: { value: string; format: string } } | { variant: "reversed"; params: {} };
  born_after_care_date: { variant: "" | "date"; params: {} };
  inconsistent_fact: { variant: "pathway" | "secu" | "counter"; params: {} } | { variant: "age"; params: { stated: number; derived: number } } | { variant: ""; params: { fact: string; stated: string; from: string; derived: string } };
  invalid_tooth: { variant: ""; params: { value: number } };
  invalid_prescription: { variant: ""; params: { value: number } };
  empty_code: { variant: ""; params: {} };
  duplicate_short_code: { variant: "care_type" | "group"; params: { value: string } };
  duplicate_id: { variant: "care_type" | "group"; params: { id: number } } | { variant: "requirement" | "heading"; params: { id: string } };
  unknown_group_id: { variant: ""; params: { id: number } } | { variant: "key"; params: { key: string } };
  no_group: { variant: ""; params: {} };
  unknown_fact: { variant: ""; params: { value: string; nearest: string | null } };
  key_mismatch: { variant: ""; params: { key: string; short_code: string } };
  inconsistent_mappings: { variant: "groups"; params: { count: number; id: number } } | { variant: "members"; params: { count: number; care_type: string } } | { variant: "absent" | "differs" | "group" | "twice"; params: { care_type: string } };
  empty_group: { variant: ""; params: { group: string } };
  duplicate_value: { variant: "" | "short_code"; params: { value: string } } | { variant: "group_id"; params: { id: number } } | { variant: "fact"; params: { fact: string } };
  freed: { variant: ""; params: { object: string } };
  out_of_memory: { variant: ""; params: {} };
  internal: { variant: ""; params: { failure: string } };
  stale: { variant: ""; params: { object: string } };
  unknown_class: { variant: ""; params: { value: string; nearest: string | null } };
  unknown_code: { variant: ""; params: { value: string; nearest: string | null } };
  blocking_code: { variant: "" | "report" | "severity"; params: { code: string } };
  stale_acceptance: { variant: ""; params: { index: number; code: string; reason: string } };
  diagnostics_truncated: { variant: ""; params: { count: number; code: string } };
}

/** The same of other places that explain a problem. */
export type RelatedSentence = { variant: "first" | "other" | "other_mapping" | "exclude" | "highest_age" | "care_date" | "birth_date" | "unreimbursed"; params: {} } | { variant: "field"; params: { field: string } };

/** The same of rows of claims that are in no sum. */
export type RowSentence = { variant: "weight" | "below_zero" | "no_amount" | "no_euros" | "no_day" | "no_side" | "not_in_table"; params: { value: string } } | { variant: "two_weights" | "rule"; params: {} } | { variant: "band"; params: { from: number; to: number } } | { variant: "guarantees"; params: { names: string[] } } | { variant: "facts"; params: { facts: ("member_age" | ActFact)[] } } | { variant: "contradiction"; params: { from: string; fact: string } } | { variant: "rule_needs"; params: { fields: string[] } } | { variant: "no_whole"; params: { value: string; most: number } };
