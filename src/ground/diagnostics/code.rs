//! Which problems are there? One table: code, severity, whether it leaves the meaning undefined, when, and the fix.
//!
//! The table of `docs/codes.md` is made from this one (`make docs`), and a test checks that the two agree and that every
//! code has a golden case.

use crate::ground::small::names::{names, written_by_name};

names! {
    /// How serious a diagnostic is.
    pub enum Severity {
        /// The document must not be stored.
        Error = "error",
        /// The document may be stored, but somebody should look.
        Warning = "warning",
        /// A hint.
        Info = "info",
    }
}

macro_rules! codes {
    ($($variant:ident: $name:literal, $severity:ident, $blocking:ident, $when:literal, $fix:literal;)*) => {
        /// The stable identifier of a kind of problem; part of the API.
        ///
        /// # Examples
        /// ```
        /// use care_coverage::{Code, Severity};
        /// let code: Code = "unknown_care_type".parse()?;
        /// assert_eq!((code, code.severity(), code.is_blocking()), (Code::UnknownCareType, Severity::Error, true));
        /// # Ok::<(), care_coverage::UnknownName>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $when] $variant,)*
        }

        // One function for each column, so that the module holds no words that only the documentation needs.
        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The stable identifier, for example `unknown_care_type`.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Code::$variant => $name,)*
                }
            }

            /// How serious the problem is; some rules know a more serious case.
            pub const fn severity(self) -> Severity {
                match self {
                    $(Code::$variant => Severity::$severity,)*
                }
            }

            /// Whether the problem leaves the meaning undefined, so that nothing can be compiled (✗ in the documentation).
            pub const fn is_blocking(self) -> bool {
                match self {
                    $(Code::$variant => codes!(@ $blocking),)*
                }
            }

            /// When it is reported, in words.
            pub const fn when(self) -> &'static str {
                match self {
                    $(Code::$variant => $when,)*
                }
            }

            /// The repair that a diagnostic of this code offers, in words; empty where there is none.
            pub const fn fix(self) -> &'static str {
                match self {
                    $(Code::$variant => $fix,)*
                }
            }
        }
    };
    (@ blocking) => { true };
    (@ reported) => { false };
}

codes! {
    // Text.
    InvalidJson: "invalid_json", Error, blocking, "the text is not JSON (RFC 8259); only completely read values are judged", "";
    DuplicateKey: "duplicate_key", Error, blocking, "a key occurs twice in one object of the text, where the last value counts, or a column twice in a header of CSV", "";
    InvalidCsv: "invalid_csv", Error, blocking, "a row of a batch that has not as many cells as the header, or a quotation mark out of place (RFC 4180), or is not UTF-8", "";

    // Shape: any document.
    WrongType: "wrong_type", Error, blocking, "a value of another kind than the field takes, or one that is not JSON", "";
    MissingField: "missing_field", Error, blocking, "a required field is absent; the pointer is the object's", "add the least value, where it is not only the author who knows it";
    UnknownField: "unknown_field", Error, blocking, "a field that the object does not have", "move to the nearest field, if that one is absent";
    InvalidString: "invalid_string", Error, blocking, "a lone surrogate, a length out of bounds, or white space at an end of a short code", "";
    UnreadableValue: "unreadable_value", Error, blocking, "reading the value threw: a getter or a proxy", "";
    TooDeep: "too_deep", Error, blocking, "more than 64 levels, or a cycle", "";
    TooLarge: "too_large", Error, blocking, "more than 1,000,000 values, a string over 1 MiB, 64 MiB of text in all, mappings that select over 10,000,000 care types in all, over 100 details, programs or references of a dispense, or a row of a batch over 1 MiB", "";

    // Coverage payload.
    EmptyName: "empty_name", Error, blocking, "the name of a coverage or a guarantee is empty after trimming", "";
    DuplicateGuarantee: "duplicate_guarantee", Error, blocking, "the later of two guarantees with one name", "";
    VersionBelowOne: "version_below_one", Error, blocking, "versions count from 1", "replace by 1";
    UnknownCareType: "unknown_care_type", Error, blocking, "a short code that is no care type of the catalogue", "replace by the nearest";
    UnknownCareTypeGroup: "unknown_care_type_group", Error, blocking, "a short code that is no care type group of the catalogue", "replace by the nearest";
    UnusualGuaranteeName: "unusual_guarantee_name", Warning, reported, "a guarantee's name is not in UPPER_SNAKE_CASE", "replace";
    NoGuarantee: "no_guarantee", Warning, reported, "a coverage without guarantees", "";
    NoMapping: "no_mapping", Error, reported, "a guarantee without care type mappings", "";
    EmptySelector: "empty_selector", Error, reported, "a selector without any term", "";
    ExcludeWithoutInclude: "exclude_without_include", Error, reported, "a selector that only excludes, and so selects nothing", "";
    SelectsNothing: "selects_nothing", Error, reported, "a selector whose known terms resolve to no care type", "";
    IncludeAlsoExcluded: "include_also_excluded", Warning, reported, "a care type included by name whose group is excluded, so that the two precedences differ, or a code in the include and the exclude field", "";
    UselessExclude: "useless_exclude", Warning, reported, "an exclude whose removal alone does not change the selection", "remove";
    RedundantInclude: "redundant_include", Info, reported, "an include whose removal alone does not change the selection", "remove";
    AgeReversed: "age_reversed", Error, reported, "`min_age` above `max_age`: the filter never holds", "";
    EmptyList: "empty_list", Error, reported, "a list condition without values: the filter never holds", "";
    TreatmentModeFormat: "treatment_mode_format", Error, reported, "a treatment mode that is not two digits", "one digit: put 0 before it";
    UnknownTreatmentMode: "unknown_treatment_mode", Warning, reported, "a treatment mode that is not in the national list of 2020, nor known to the catalogue", "";
    UnknownPractitioner: "unknown_practitioner", Error, reported, "a practitioner that is not known", "replace by the nearest";
    UnknownLensComplexity: "unknown_lens_complexity", Error, reported, "a lens complexity that is not known", "replace by the nearest";
    UnknownNatureDeSoins: "unknown_nature_de_soins", Error, reported, "a nature de soins that is not known", "replace by the nearest";
    IrrelevantCondition: "irrelevant_condition", Warning, reported, "a condition on a fact that selected care types do not have; an error when none has it", "remove, when none has it";
    RedundantMapping: "redundant_mapping", Warning, reported, "a mapping that could be removed without changing any decision; all such mappings can be removed at once", "remove, unless it is the only one of its guarantee";
    Overlap: "overlap", Warning, reported, "two guarantees can match one act; the pointer is the later mapping's, the related one the earlier's", "";
    Gap: "gap", Warning, reported, "a selected care type has acts that match nothing; the pointer is that of the first mapping that selects it", "";
    AnalysisTruncated: "analysis_truncated", Warning, reported, "overlaps, gaps or redundancy reached a bound; the message says what is not finished", "";
    AgeOutOfRange: "age_out_of_range", Error, blocking, "an age that is not an integer of 0..=130", "";
    UnknownGuarantee: "unknown_guarantee", Error, blocking, "a guarantee that the coverage does not have", "";

    // Coverage rule. Within a rule, no code of this table leaves the meaning of the coverage undefined.
    EmptyRule: "empty_rule", Error, reported, "a coverage rule whose `components` are empty", "";
    UnknownComponent: "unknown_component", Error, reported, "a component of a kind that is not known", "replace by the nearest";
    LimitNeedsOneMaximum: "limit_needs_one_maximum", Error, reported, "a limit without `max_amount`, `max_pmss_percent`, `max_count` or `max_days`, or with several of them", "";
    TooManyComponents: "too_many_components", Error, reported, "more than 16 components of a rule, or 8 options of one, or 8 components of an option", "";
    TooFewOptions: "too_few_options", Error, reported, "a `greatest_of` or `least_of` with fewer than two options, or an option without components", "one option: replace by its component; an empty one: remove";
    NestedComponents: "nested_components", Error, reported, "a `greatest_of` or `least_of` within an option", "";
    NestedLimits: "nested_limits", Error, reported, "limits within `beyond_limits`, or within an option", "remove";
    RepeatedLimitKey: "repeated_limit_key", Error, reported, "a limit of a component whose key another limit of the rule has", "";
    LimitKeyMismatch: "limit_key_mismatch", Error, reported, "the later of two limits of one key with another period, maximum or scope", "";
    BaseRuleOnUnreimbursed: "base_rule_on_unreimbursed", Warning, reported, "a component of the base or of the ticket modérateur in a guarantee that asks for care the Sécu does not reimburse", "";
    BeyondWithoutLimit: "beyond_without_limit", Warning, reported, "`beyond_limits` in a rule without limits, its components included", "remove";
    FlatWithoutLimit: "flat_without_limit", Info, reported, "a flat amount that no limit of the rule or of its component bounds", "";
    OpaqueRule: "opaque_rule", Info, reported, "a rule without `components`: kept and returned as it is, not computed", "";

    // Versions of a coverage.
    VersionNotOne: "version_not_one", Error, blocking, "the first version of a coverage is not 1", "replace by 1";
    VersionExists: "version_exists", Error, blocking, "a version that is stored already: a stored version never changes", "";
    VersionNotNext: "version_not_next", Error, blocking, "a version above the one after the latest", "replace by the next";
    UnknownCoverage: "unknown_coverage", Error, blocking, "a name of which no version is stored (reported by the stores)", "";
    UnknownVersion: "unknown_version", Error, blocking, "a version that is not stored (reported by the stores)", "";

    // Amounts of an act.
    InvalidAmount: "invalid_amount", Error, blocking, "a Sécu part above what was charged, a rate above 100 %, or shares that do not sum to 1", "";

    // Decimals.
    AmountFormat: "amount_format", Error, blocking, "not a decimal: digits, and digits after a point; no sign, exponent or blanks", "";
    NegativeAmount: "negative_amount", Error, blocking, "a decimal below 0", "";
    AmountPrecision: "amount_precision", Error, blocking, "a decimal with more digits than the field may have", "";
    NotPositive: "not_positive", Error, blocking, "0 where a decimal above 0 is needed", "";

    OutOfRange: "out_of_range", Error, blocking, "a number outside of what the field may have, or a code in a column of acts that does not exist", "";

    // Dispense.
    UnknownRuleset: "unknown_ruleset", Error, blocking, "a ruleset that is not known", "replace by the nearest";
    UnknownOperation: "unknown_operation", Error, blocking, "an operation that is not known", "replace by the nearest";

    // Care act and its parts.
    InvalidDate: "invalid_date", Error, blocking, "not a calendar date `YYYY-MM-DD` of the years 0001 to 9999, or an end before its beginning", "";
    BornAfterCareDate: "born_after_care_date", Error, blocking, "the member is born after the care date", "";
    InconsistentFact: "inconsistent_fact", Error, blocking, "a fact given twice, in two ways that disagree", "";
    InvalidTooth: "invalid_tooth", Error, blocking, "not an FDI tooth number", "";
    InvalidPrescription: "invalid_prescription", Error, blocking, "dioptres that are not a multiple of 0.25", "";

    // Catalogue.
    EmptyCode: "empty_code", Error, blocking, "a short code is empty after trimming", "";
    DuplicateShortCode: "duplicate_short_code", Error, blocking, "the later of two care types, or two groups, with one short code", "";
    DuplicateId: "duplicate_id", Error, blocking, "the later of two care types, groups, requirements or pairs of lenses with one id", "";
    UnknownGroupId: "unknown_group_id", Error, blocking, "an id that is no care type group of the catalogue", "";
    NoGroup: "no_group", Error, blocking, "a care type belongs to no group", "";
    UnknownFact: "unknown_fact", Error, blocking, "a name that is no fact of an act", "replace by the nearest";
    KeyMismatch: "key_mismatch", Error, blocking, "the key of a look-up differs from its entry's short code", "";
    InconsistentMappings: "inconsistent_mappings", Error, blocking, "the three look-ups of a catalogue disagree", "";
    EmptyGroup: "empty_group", Warning, reported, "a care type group without members", "";
    DuplicateValue: "duplicate_value", Warning, reported, "the same value twice in one list; the pointer is the later one's", "remove";

    // The call itself.
    Freed: "freed", Error, blocking, "an object used after its `free()` (reported by the npm package)", "";
    OutOfMemory: "out_of_memory", Error, blocking, "the engine needed more memory than it may have, or the platform gave no more; it was replaced, and the next question works (reported by the npm package)", "";
    Internal: "internal", Error, blocking, "the engine failed, which is a defect of it, or the stack ended in it; it was replaced, and the next question works (reported by the npm package)", "";
    Stale: "stale", Error, blocking, "an object of an engine that was replaced: make it again (reported by the npm package)", "";

    // Profiles of requirements.
    UnknownClass: "unknown_class", Error, blocking, "a class of acts that the profile does not have", "replace by the nearest";

    // Options of a validation.
    UnknownCode: "unknown_code", Error, blocking, "a code of diagnostics that does not exist", "replace by the nearest";
    BlockingCode: "blocking_code", Error, blocking, "a code that leaves the meaning undefined: nobody can accept it, or make it less serious; and one that is about the report itself: nobody can accept it", "";
    StaleAcceptance: "stale_acceptance", Info, reported, "an acceptance that accepts nothing, or only what an earlier one accepts", "";

    // The report itself.
    DiagnosticsTruncated: "diagnostics_truncated", Warning, reported, "more than 1,000 diagnostics of one code; the message says which and how many are not listed", "";
}

written_by_name!(Code);
