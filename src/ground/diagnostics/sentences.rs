//! What may be said? One table of all sentences of diagnostics, with the values that each names.
//!
//! What languages say is made from it (`make docs` writes the English table of the package), and a test checks that every
//! language has every sentence with the same values. `Related` and `Row` are no codes: what is said of another place, and of
//! a row of claims that is in no sum.

use crate::ground::diagnostics::message::{
    Act, Conditions, Facts, Guarantee, Integer, MaybeText, Number, Phrase, Says, Sentence, SentenceRow, Text, Texts,
    sentences,
};

sentences! {
    // Text.
    json_value: InvalidJson "" () "expected a JSON value";
    json_word: InvalidJson "word" (word: Text) "expected a JSON value, got `{word}`";
    json_number: InvalidJson "number" (number: Text) "`{number}` is not a JSON number";
    json_value_or: InvalidJson "value_or_end" (end: Text) "expected a JSON value or `{end}`";
    json_key: InvalidJson "key" () "expected a key in double quotes";
    json_key_or: InvalidJson "key_or_end" (end: Text) "expected a key in double quotes or `{end}`";
    json_separator: InvalidJson "separator" (end: Text) "expected `,` or `{end}`";
    json_end: InvalidJson "end" () "expected nothing more after the value";
    json_colon: InvalidJson "colon" () "expected `:` after the key";
    json_escape: InvalidJson "escape" () "not an escape of JSON";
    json_control: InvalidJson "control" () "a control character in a string must be escaped";
    json_string_end: InvalidJson "string_end" () "the string does not end on its line";
    json_utf8: InvalidJson "utf8" () "the text is not UTF-8 from here on";
    json_row_utf8: InvalidJson "row_utf8" () "the row is not UTF-8";
    json_byte_order_mark: InvalidJson "byte_order_mark" () "a byte order mark is within the text";
    duplicate_key: DuplicateKey "" (key: Text) "the key `{key}` occurs twice";
    duplicate_column: DuplicateKey "column" (column: Text) "the column `{column}` occurs twice";
    csv_utf8: InvalidCsv "utf8" () "the row is not UTF-8";
    csv_cells: InvalidCsv "" (expected: Integer, got: Integer) "expected {expected} cells, as many as the header has, got {got}";
    csv_open: InvalidCsv "open" () "a quotation mark is not closed";
    csv_within: InvalidCsv "within" () "a quotation mark is within a cell; within quotation marks it is written twice";

    // Shape.
    wrong_type: WrongType "" (expected: Phrase, got: Phrase) "expected {expected}, got {got}";
    wrong_number: WrongType "number" (expected: Phrase, value: Number) "expected {expected}, got `{value}`";
    wrong_text: WrongType "text" (expected: Phrase, value: Text) "expected {expected}, got `{value}`";
    not_one_of: WrongType "one_of" (names: Texts, value: Text) "expected one of {names}, got `{value}`";
    no_name: WrongType "one_of_kind" (names: Texts, got: Phrase) "expected one of {names}, got {got}";
    fixed_value: WrongType "fixed" (field: Text) "no value of the field `{field}`";
    not_in_table: WrongType "table" (value: Text) "the table of values has no `{value}`";
    counters_length: WrongType "counters" (coverages: Integer, length: Integer) "expected a list of counters for each of {coverages} coverages, got {length}";
    column_length: WrongType "column" (acts: Integer, length: Integer) "expected a column of {acts} acts, as many as there are care types, got {length}";
    look_ups: WrongType "look_ups" (names: Texts) "expected an object with {names}, got an array; name the three look-ups";
    not_a_pointer: WrongType "pointer" (value: Text) "expected a JSON Pointer such as `/guarantees/0`, got `{value}`";
    missing_field: MissingField "" (field: Text) "the field `{field}` is missing";
    missing_column: MissingField "column" (column: Text) "the header has no column `{column}`";
    unknown_field: UnknownField "" (field: Text, nearest: MaybeText) "unknown field `{field}`[; did you mean `{nearest}`?]";
    unknown_column: UnknownField "column" (column: Text) "a care act has no field `{column}`";
    either_of: UnknownField "either" (one: Text, other: Text) "either `{one}` or `{other}`, and not both";
    only_of_acts: UnknownField "acts" (field: Text) "`{field}` is known for the codes `overlap` and `gap` only";
    lone_surrogate: InvalidString "" () "the text has a lone surrogate";
    white_space: InvalidString "white_space" (value: Text) "the short code `{value}` has white space at an end";
    text_length: InvalidString "length" (value: Text) "expected 1 to 64 characters, got `{value}`";
    empty_text: InvalidString "text" () "the text is empty";
    empty_reason: InvalidString "reason" () "the reason is empty";
    threw: UnreadableValue "" () "reading this value threw";
    too_deep: TooDeep "" () "nested deeper than 64 levels, or in a cycle";
    long_string: TooLarge "string" () "the string is longer than 1 MiB";
    large_document: TooLarge "" () "more than 1,000,000 values or 64 MiB of text";
    many_selected: TooLarge "selected" (max: Integer) "the mappings select more than {max} care types in all; the others are not judged";
    many_entries: TooLarge "entries" (max: Integer) "more than {max} entries";
    many_counters: TooLarge "counters" (max: Integer) "more than {max} counters and entries of counters would be kept or shown; give the acts in parts";
    long_row: TooLarge "row" () "the row is longer than 1 MiB";

    // Coverage payload.
    empty_name: EmptyName "" () "the name is empty";
    duplicate_guarantee: DuplicateGuarantee "" (name: Text) "the guarantee name `{name}` occurs twice";
    version_below_one: VersionBelowOne "" (version: Integer) "versions count from 1, got `{version}`";
    version_or_null: VersionBelowOne "latest" () "versions count from 1; of no version, give null";
    unknown_care_type: UnknownCareType "" (value: Text, nearest: MaybeText) "unknown care type `{value}`[; did you mean `{nearest}`?]";
    care_type_is_group: UnknownCareType "group" (value: Text, nearest: MaybeText) "unknown care type `{value}`, but a care type group has this code[; did you mean `{nearest}`?]";
    unknown_group: UnknownCareTypeGroup "" (value: Text, nearest: MaybeText) "unknown care type group `{value}`[; did you mean `{nearest}`?]";
    group_is_care_type: UnknownCareTypeGroup "care_type" (value: Text, nearest: MaybeText) "unknown care type group `{value}`, but a care type has this code[; did you mean `{nearest}`?]";
    unusual_name: UnusualGuaranteeName "" (name: Text) "the name `{name}` is not in UPPER_SNAKE_CASE";
    no_guarantee: NoGuarantee "" () "the coverage has no guarantee";
    no_mapping: NoMapping "" () "the guarantee has no mapping";
    empty_selector: EmptySelector "" () "the selector has no term";
    exclude_without_include: ExcludeWithoutInclude "" () "the selector only excludes: it selects nothing, not everything else";
    selects_nothing: SelectsNothing "" () "the selector selects no care type";
    include_also_excluded: IncludeAlsoExcluded "" (value: Text) "`{value}` is included and also excluded";
    useless_exclude: UselessExclude "" (value: Text) "this exclude of `{value}` does not change what is selected";
    redundant_include: RedundantInclude "" (value: Text) "this include of `{value}` does not change what is selected";
    age_reversed: AgeReversed "" (min: Integer, max: Integer) "no age is at least `{min}` and at most `{max}`";
    empty_list: EmptyList "" () "an empty list holds for nothing";
    treatment_mode_format: TreatmentModeFormat "" (value: Text) "a treatment mode has two digits, got `{value}`";
    unknown_treatment_mode: UnknownTreatmentMode "" (value: Text, nearest: MaybeText) "`{value}` is not in the national list of 2020";
    unknown_practitioner: UnknownPractitioner "" (value: Text, nearest: MaybeText) "unknown practitioner `{value}`[; did you mean `{nearest}`?]";
    unknown_lens_complexity: UnknownLensComplexity "" (value: Text, nearest: MaybeText) "unknown lens complexity `{value}`[; did you mean `{nearest}`?]";
    unknown_nature_de_soins: UnknownNatureDeSoins "" (value: Text, nearest: MaybeText) "unknown nature de soins `{value}`[; did you mean `{nearest}`?]";
    irrelevant_to_all: IrrelevantCondition "" (fact: Text) "no selected care type has the fact `{fact}`: the filter never holds";
    irrelevant_to_some: IrrelevantCondition "some" (count: Integer, fact: Text, care_type: Text) "{count} selected care {count|type does|types do} not have the fact `{fact}`, such as `{care_type}`";
    redundant_as_empty: RedundantMapping "selects_nothing" () "the mapping changes nothing: its selector selects no care type";
    redundant_as_false: RedundantMapping "never_holds" () "the mapping changes nothing: its filter holds for no act of the care types that it selects";
    redundant_as_covered: RedundantMapping "" (guarantee: Guarantee) "the mapping changes nothing: the other mappings of {guarantee} match all its acts";
    overlap: Overlap "" (first: Guarantee, second: Guarantee, act: Act, conditions: Conditions) "{first} and {second} both match {act}";
    overlap_and_more: Overlap "more" (first: Guarantee, second: Guarantee, act: Act, conditions: Conditions, more: Integer) "{first} and {second} both match {act}, as for {more} more care {more|type|types}";
    overlap_of_group: Overlap "group" (first: Guarantee, second: Guarantee, act: Act, conditions: Conditions, group: Text) "{first} and {second} both match {act}, as for all of the group `{group}`";
    gap: Gap "" (act: Act, conditions: Conditions, open_facts: Facts) "no guarantee matches {act}";
    gap_and_more: Gap "more" (act: Act, conditions: Conditions, open_facts: Facts, more: Integer) "no guarantee matches {act}, as for {more} more care {more|type|types}";
    gap_of_group: Gap "group" (act: Act, conditions: Conditions, open_facts: Facts, group: Text) "no guarantee matches {act}, as for all of the group `{group}`";
    analysis_truncated: AnalysisTruncated "" (count: Integer, first: MaybeText, reason: Phrase) "the analysis of {count} care {count|type|types} is not finished[, the first is `{first}`]: {reason}";
    age_out_of_range: AgeOutOfRange "" (max: Integer, value: Number) "expected an integer of 0 to {max}, got `{value}`";
    dates_out_of_range: AgeOutOfRange "dates" (years: Integer, max: Integer) "the dates make the member `{years}` years old, more than {max}";
    age_code: AgeOutOfRange "column" (max: Integer, none: Integer, value: Integer) "expected an age of 0 to {max}, or {none} for none, got {value}";
    unknown_guarantee: UnknownGuarantee "" (value: Text, nearest: MaybeText) "unknown guarantee `{value}`[; did you mean `{nearest}`?]";

    // Coverage rule.
    empty_rule: EmptyRule "" () "a rule needs a component";
    unknown_component: UnknownComponent "" (value: Text, nearest: MaybeText) "unknown kind of component `{value}`[; did you mean `{nearest}`?]";
    many_components: TooManyComponents "" (max: Integer) "more than {max} components";
    many_options: TooManyComponents "options" (max: Integer) "more than {max} options";
    few_options: TooFewOptions "" () "there is nothing to choose from: at least two options are needed";
    empty_option: TooFewOptions "empty" () "an option needs a component";
    nested_components: NestedComponents "" () "an option is a sum of plain components";
    one_maximum: LimitNeedsOneMaximum "" (given: Integer) "a limit has exactly one of `max_amount`, `max_pmss_percent`, `max_count` and `max_days`, got {given}";
    nested_limits: NestedLimits "" () "beyond the limits there are no other limits";
    limits_of_option: NestedLimits "option" () "an option has no limits";
    repeated_limit_key: RepeatedLimitKey "" () "another limit of this rule has this key: an act would be counted twice";
    limit_key_mismatch: LimitKeyMismatch "" () "another limit of this key has another period, maximum or scope";
    base_on_unreimbursed: BaseRuleOnUnreimbursed "" () "care that the Sécu does not reimburse has no base: this pays nothing";
    beyond_without_limit: BeyondWithoutLimit "" () "the rule has no limits, so that nothing is beyond them";
    flat_without_limit: FlatWithoutLimit "" () "no limit: this amount is paid for every act";
    opaque_rule: OpaqueRule "" () "a rule without `components` is kept and returned as it is, and not computed";
    nearly_a_rule: OpaqueRule "near" (field: Text) "a rule without `components` is not computed; is `{field}` meant?";

    // Versions.
    version_not_one: VersionNotOne "" (name: Text, version: Integer) "the first version of `{name}` is 1, got `{version}`";
    version_exists: VersionExists "" (name: Text, version: Integer, next: Integer) "version `{version}` of `{name}` exists, the next is `{next}`";
    version_not_next: VersionNotNext "" (name: Text, version: Integer, next: Integer) "the next version of `{name}` is `{next}`, got `{version}`";

    // Amounts and decimals.
    rate_above_whole: InvalidAmount "rate" () "the rate is above 100 %";
    pathway_rate_below: InconsistentFact "pathway" () "the rate in the care pathway is below the rate that the Sécu applies";
    part_above_charged: InvalidAmount "" () "more than what was charged";
    paid_above_charged: InvalidAmount "paid" () "with the flat contribution and the franchise, more than what was charged";
    shares_not_whole: InvalidAmount "shares" () "the shares do not sum to 1";
    amount_format: AmountFormat "" (value: Text) "expected a decimal such as `18.65`, without sign, exponent or blanks, got `{value}`";
    ambiguous_decimal: AmountFormat "ambiguous" (value: Text) "`{value}` could be a thousand times more: say which sign the decimals have";
    negative_amount: NegativeAmount "" (value: Text) "expected at least 0, got `{value}`";
    correction: NegativeAmount "correction" () "below 0: the row corrects another one";
    amount_precision: AmountPrecision "" (integer: Integer, fraction: Integer, value: Text) "at most {integer} digits before the point and {fraction} after it, got `{value}`";
    quantity_not_positive: NotPositive "quantity" () "the quantity must be above 0";
    package_not_positive: NotPositive "package" () "a package holds more than 0";
    months_not_positive: NotPositive "months" (months: Integer) "expected at least 1 month, got `{months}`";
    weight_not_positive: NotPositive "weight" () "the weight must be above 0";
    number_out_of_range: OutOfRange "" (from: Integer, to: Integer, value: Integer) "expected {from} to {to}, got {value}";
    share_above_one: OutOfRange "share" () "expected at most 1";
    code_out_of_range: OutOfRange "code" (from: Integer, to: Integer, code: Integer) "expected a code of {from} to {to}, got {code}";

    // Dispense.
    unknown_ruleset: UnknownRuleset "" (value: Text, nearest: MaybeText) "unknown name `{value}`[; did you mean `{nearest}`?]";
    unknown_operation: UnknownOperation "" (value: Text, nearest: MaybeText) "unknown name `{value}`[; did you mean `{nearest}`?]";

    // Care act.
    invalid_date: InvalidDate "" (value: Text) "`{value}` is not a calendar date `YYYY-MM-DD`";
    not_in_format: InvalidDate "format" (value: Text, format: Text) "`{value}` is not a calendar date `{format}`";
    ends_before_it_begins: InvalidDate "reversed" () "the last day is before the first one";
    born_after_care_date: BornAfterCareDate "" () "the member is born after the care date";
    born_after_date: BornAfterCareDate "date" () "the birth date is after the other date";
    inconsistent_age: InconsistentFact "age" (stated: Integer, derived: Integer) "the age is `{stated}`, but the dates make it `{derived}`";
    inconsistent_fact: InconsistentFact "" (fact: Text, stated: Text, from: Text, derived: Text) "`{fact}` is `{stated}`, but `{from}` makes it `{derived}`";
    secu_given_twice: InconsistentFact "secu" () "the Sécu part is given before and after the contributions: give one of the two";
    second_counter: InconsistentFact "counter" () "a second counter of the same limit, scope and period";
    invalid_tooth: InvalidTooth "" (value: Number) "`{value}` is not an FDI tooth number";
    invalid_prescription: InvalidPrescription "" (value: Number) "`{value}` is not a multiple of 0.25 dioptres";

    // Catalogue.
    empty_code: EmptyCode "" () "the short code is empty";
    care_type_code_twice: DuplicateShortCode "care_type" (value: Text) "the care type short code `{value}` occurs twice";
    group_code_twice: DuplicateShortCode "group" (value: Text) "the group short code `{value}` occurs twice";
    care_type_id_twice: DuplicateId "care_type" (id: Integer) "the care type id `{id}` occurs twice";
    group_id_twice: DuplicateId "group" (id: Integer) "the group id `{id}` occurs twice";
    requirement_id_twice: DuplicateId "requirement" (id: Text) "the id `{id}` occurs twice";
    heading_id_twice: DuplicateId "heading" (id: Text) "the id `{id}` occurs twice";
    unknown_group_id: UnknownGroupId "" (id: Integer) "no group has the id `{id}`";
    unknown_group_key: UnknownGroupId "key" (key: Text) "the key `{key}` is no group's id";
    no_group: NoGroup "" () "a care type belongs to at least one group";
    unknown_fact: UnknownFact "" (value: Text, nearest: MaybeText) "unknown fact `{value}`[; did you mean `{nearest}`?]";
    key_mismatch: KeyMismatch "" (key: Text, short_code: Text) "the key is `{key}`, the short code is `{short_code}`";
    groups_missing: InconsistentMappings "groups" (count: Integer, id: Integer) "{count} {count|group|groups} with care types {count|is|are} missing, such as the one with the id `{id}`";
    members_missing: InconsistentMappings "members" (count: Integer, care_type: Text) "{count} of this group's care types {count|is|are} missing, such as `{care_type}`";
    not_in_look_up: InconsistentMappings "absent" (care_type: Text) "the care type `{care_type}` is not in the first look-up";
    differs_in_look_up: InconsistentMappings "differs" (care_type: Text) "the care type `{care_type}` differs from its entry in the first look-up";
    not_in_group: InconsistentMappings "group" (care_type: Text) "the care type `{care_type}` does not belong to this group";
    twice_in_look_up: InconsistentMappings "twice" (care_type: Text) "the care type `{care_type}` occurs twice in this list";
    empty_group: EmptyGroup "" (group: Text) "the group `{group}` has no care type";
    value_twice: DuplicateValue "" (value: Text) "the value `{value}` occurs twice";
    code_twice: DuplicateValue "short_code" (value: Text) "the short code `{value}` occurs twice";
    listed_id_twice: DuplicateValue "group_id" (id: Integer) "the group id `{id}` occurs twice";
    fact_twice: DuplicateValue "fact" (fact: Text) "the fact `{fact}` occurs twice";

    // Profiles of requirements.
    unknown_class: UnknownClass "" (value: Text, nearest: MaybeText) "unknown class `{value}`[; did you mean `{nearest}`?]";

    // Options of a validation.
    unknown_code: UnknownCode "" (value: Text, nearest: MaybeText) "unknown code `{value}`[; did you mean `{nearest}`?]";
    blocking_code: BlockingCode "" (code: Text) "`{code}` leaves the meaning undefined: nobody can accept it";
    code_of_the_report: BlockingCode "report" (code: Text) "`{code}` is about the report itself: nobody can accept it";
    blocking_code_lowered: BlockingCode "severity" (code: Text) "`{code}` leaves the meaning undefined: nobody can make it less serious";
    stale_acceptance: StaleAcceptance "" (index: Integer, code: Text, reason: Text) "acceptance {index}, of `{code}`, accepts nothing: `{reason}`";

    // The report itself.
    diagnostics_truncated: DiagnosticsTruncated "" (count: Integer, code: Text) "{count} more diagnostics `{code}` are not listed";

    // Other places.
    the_first: Related "first" () "the first one";
    the_other: Related "other" () "the other one";
    the_other_mapping: Related "other_mapping" () "the other mapping";
    the_exclude: Related "exclude" () "the exclude";
    the_highest_age: Related "highest_age" () "the highest age";
    the_care_date: Related "care_date" () "the care date";
    the_birth_date: Related "birth_date" () "the birth date";
    the_field: Related "field" (field: Text) "`{field}`";
    only_unreimbursed: Related "unreimbursed" () "only care that the Sécu does not reimburse";

    // Rows of claims.
    row_weight: Row "weight" (value: Text) "expected a weight above 0 and below 1000000, got {value}";
    row_two_weights: Row "two_weights" () "the rows of the person have two weights";
    row_band: Row "band" (from: Integer, to: Integer) "a condition parts the ages of {from} to {to}";
    row_guarantees: Row "guarantees" (names: Texts) "several guarantees match: {names}";
    row_facts: Row "facts" (facts: Facts) "it depends on {facts}";
    row_contradiction: Row "contradiction" (from: Text, fact: Text) "`{from}` cannot be read, or contradicts `{fact}`";
    row_rule: Row "rule" () "the rule of the guarantee cannot be computed for the row";
    row_rule_needs: Row "rule_needs" (fields: Texts) "the rule of the guarantee needs {fields}";
}

/// What the npm package says of a call, its stores of what they keep, and its readers of files of columns of a row.
const OF_THE_PACKAGE: &[SentenceRow] = &[
    of_the_package("Freed", "this {object} was freed", &[("object", "Name")]),
    of_the_package(
        "Stale",
        "this {object} was made by an engine that was replaced since: make it again",
        &[("object", "Name")],
    ),
    of_the_package(
        "OutOfMemory",
        "the engine ran out of memory; it was replaced, and what was made with it has to be made again",
        &[],
    ),
    of_the_package(
        "Internal",
        "the engine failed: {failure}; it was replaced, and what was made with it has to be made again",
        &[("failure", "Name")],
    ),
    of_the_package("UnknownCoverage", "no version of `{name}` is stored", &[("name", "Text")]),
    of_the_package(
        "UnknownVersion",
        "`{name}` has no version `{version}`, the latest is `{latest}`",
        &[("name", "Text"), ("version", "Integer"), ("latest", "Integer")],
    ),
    of_a_row("below_zero", "{value} is below 0", &[("value", "Text")]),
    of_a_row(
        "no_amount",
        "{value} is no amount: expected at most 11 digits before the point and 4 after it",
        &[("value", "Text")],
    ),
    of_a_row("no_euros", "{value} is no amount: expected at least 0, with at most four decimals", &[("value", "Text")]),
    of_a_row("no_day", "{value} is no day: it has a time of day", &[("value", "Text")]),
    of_a_row("no_side", "`{value}` is no side: expected `left` or `right`", &[("value", "Text")]),
    of_a_row(
        "no_whole",
        "{value} is out of range: expected a whole number from 0 to {most}",
        &[("value", "Text"), ("most", "Integer")],
    ),
    of_a_row("not_in_table", "the table of values has no `{value}`", &[("value", "Text")]),
];

const fn of_the_package(
    code: &'static str,
    template: &'static str,
    values: &'static [(&'static str, &'static str)],
) -> SentenceRow {
    SentenceRow { code, variant: "", template, values }
}

const fn of_a_row(
    variant: &'static str,
    template: &'static str,
    values: &'static [(&'static str, &'static str)],
) -> SentenceRow {
    SentenceRow { code: "Row", variant, template, values }
}

/// Every sentence.
pub const SENTENCES: [&[SentenceRow]; 2] = [OF_THE_ENGINE, OF_THE_PACKAGE];
