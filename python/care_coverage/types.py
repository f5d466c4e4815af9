"""What is handed in and what is answered, as type checkers know it.

Made by `make docs` from the declarations of the npm package, pkg-template/declarations/. A dict that is no `TypedDict` is taken everywhere,
too: the engine says what is wrong with it.
"""

from __future__ import annotations

import datetime
import decimal
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

__all__ = [
    "Acceptance",
    "ActAmounts",
    "ActClass",
    "ActClasses",
    "ActCodes",
    "ActColumnNames",
    "ActConditions",
    "ActConditionsMemberAge",
    "ActExplanation",
    "ActExplanationMappings",
    "ActExplanationNearest",
    "ActExplanationNearestChanges",
    "ActFact",
    "ActFacts",
    "ActOutcome",
    "ActRegion",
    "ActTariff",
    "Age",
    "AllowedLimit",
    "AllowedLimitCoverageRuleAmountLimit",
    "AllowedLimitCoverageRuleCountLimit",
    "AllowedLimitCoverageRuleDaysLimit",
    "AmountChange",
    "AmountColumnName",
    "AmountColumnNameFixed",
    "AmountComparison",
    "AmountExample",
    "AnalyzeOptions",
    "Annotations",
    "AssumedReason",
    "AtLeastCoverage",
    "AtLeastRule",
    "AtMostRule",
    "BooleanFact",
    "ByConstructionRequirement",
    "CareAct",
    "CarePlan",
    "CareTypeCatalogOptions",
    "CareTypeCatalogOptionsKnownValues",
    "CareTypeEntry",
    "CareTypeGroup",
    "CareTypeGroupEntry",
    "CareTypeLists",
    "CareTypeMappings",
    "CareTypeSynonym",
    "CareTypeSynonyms",
    "CatalogHit",
    "ChargedAtMost",
    "ClaimDistribution",
    "ClaimDistributionFacts",
    "ClaimDistributions",
    "ClaimField",
    "ClaimFileStyle",
    "ClaimMapping",
    "ClaimPreview",
    "ClaimPreviewUnreadable",
    "ClaimRow",
    "ColumnGuess",
    "ColumnGuessSeen",
    "CompareAmountsOptions",
    "ConditionOutcome",
    "ConditionResult",
    "Contract",
    "ContractDivision",
    "ContractQuery",
    "ContractSelection",
    "ContractSelectionCandidates",
    "CoverageAnalysis",
    "CoverageAnalysisGaps",
    "CoverageAnalysisOverlaps",
    "CoverageAnalysisRedundant",
    "CoverageCareTypeFilter",
    "CoverageCareTypeMapping",
    "CoverageCareTypeSelector",
    "CoverageDiff",
    "CoverageDiffDecisionChanges",
    "CoverageDiffRuleChanges",
    "CoverageGuarantee",
    "CoveragePayload",
    "CoverageRule",
    "CoverageRuleAmount",
    "CoverageRuleAmountLimit",
    "CoverageRuleBeyondLimits",
    "CoverageRuleChoice",
    "CoverageRuleChoiceKind",
    "CoverageRuleComponent",
    "CoverageRuleComponentAmountLimit",
    "CoverageRuleComponentCountLimit",
    "CoverageRuleComponentDaysLimit",
    "CoverageRuleComponentLimit",
    "CoverageRuleComponentLimitParts",
    "CoverageRuleComponentPmssLimit",
    "CoverageRuleCountLimit",
    "CoverageRuleDaysLimit",
    "CoverageRuleFixedPeriod",
    "CoverageRuleFlatAmount",
    "CoverageRuleLimit",
    "CoverageRuleMonths",
    "CoverageRuleOption",
    "CoverageRuleParameterSet",
    "CoverageRulePercentage",
    "CoverageRulePercentageKind",
    "CoverageRulePeriod",
    "CoverageRulePlainComponent",
    "CoverageRulePlainFlatAmount",
    "CoverageRulePlainPercentage",
    "CoverageRulePlainPmssPercentage",
    "CoverageRulePmssLimit",
    "CoverageRulePmssPercentage",
    "CoverageRulePriceCap",
    "CoverageRuleRegulatedPrice",
    "CoverageRuleRollingMonths",
    "CoverageRuleScope",
    "CoverageRuleUnit",
    "CoverageRuleUnlimitedChoice",
    "CoverageRuleUnlimitedComponent",
    "CoverageVersion",
    "CoveredRequirement",
    "DateColumnName",
    "DateColumnNameFixed",
    "DateFormat",
    "DecimalSign",
    "DeclaredRequirement",
    "Diagnostic",
    "DiagnosticCode",
    "DiffOptions",
    "DiscountDecision",
    "DiscountInput",
    "DispenseCheck",
    "DispenseCheckId",
    "DispenseConfig",
    "DispenseDetail",
    "DispenseReport",
    "DispenseReportAmounts",
    "DispenseReportFirstFailure",
    "DispenseReportPrograms",
    "DispenseRequest",
    "DispenseRequestPrograms",
    "DispenseRuleset",
    "DispenseSnapshot",
    "DispenseToken",
    "DistributedAmount",
    "Division",
    "Employee",
    "EquipmentRequirement",
    "FactConditions",
    "FactRestrictions",
    "FilterMatch",
    "FlagColumnName",
    "FlagColumnNameFixed",
    "FrequencyRequirement",
    "GroupKey",
    "GroupKeyColumn",
    "GuaranteeDecision",
    "GuaranteeDecisionUndetermined",
    "Heading",
    "Headings",
    "InBothLanguages",
    "InternalCareType",
    "InvalidReason",
    "InvalidRow",
    "JsonPatchOperation",
    "JsonPatchOperationOp",
    "JsonPatchOperationOp2",
    "JsonPatchOperationOp3",
    "KnownValues",
    "LegalEntity",
    "LensPair",
    "LensPrescription",
    "LimitChange",
    "LimitCounter",
    "LimitCounterEntries",
    "LimitState",
    "ListColumnName",
    "MappedAmounts",
    "MappedColumn",
    "MappedDates",
    "MappedFlags",
    "MappedSides",
    "MappedTexts",
    "MappingGuess",
    "MedicalProgram",
    "MedicalProgramProvision",
    "MedicalProgramSettings",
    "Medication",
    "MedicationDispense",
    "MedicationDispenseDetails",
    "MedicationIngredients",
    "MedicationRequest",
    "MedicationRequestBasedOn",
    "MissingFact",
    "NationalColumns",
    "NationalMapping",
    "NotDecidable",
    "OpaqueRule",
    "OutcomeSums",
    "PaidAct",
    "PathwaySurchargeRequirement",
    "PersonAct",
    "PersonChange",
    "PersonChanges",
    "PersonChangesHistogram",
    "PersonChangesQuantiles",
    "PreviewOptions",
    "PricedAct",
    "ProgramMedication",
    "ProgramMedicationReimbursement",
    "ReimburseColumnsOptions",
    "ReimburseManyOptions",
    "ReimburseOptions",
    "Reimbursement",
    "ReimbursementAmounts",
    "ReimbursementSteps",
    "Reimbursements",
    "RelatedPlace",
    "RequestedDispense",
    "Requirement",
    "RequirementAnswer",
    "RequirementAnswerNote",
    "RequirementAnswerTitle",
    "RequirementExample",
    "RequirementHead",
    "RequirementKind",
    "RequirementProfile",
    "RequirementStatus",
    "RequirementViolation",
    "RequirementsOptions",
    "RequirementsReport",
    "RequirementsReportNote",
    "ResolvedHeadings",
    "ResolvedHeadingsHeadings",
    "ResolvedHeadingsHeadingsTitle",
    "RowAmounts",
    "RowColumns",
    "RowMapping",
    "RuleFieldRequirement",
    "SafeInteger",
    "SearchOptions",
    "SecuShareRequirement",
    "SelectorExplanation",
    "SelectorExplanationCareTypes",
    "SelectorTerm",
    "Severity",
    "ShortText",
    "SideAmounts",
    "SideColumnName",
    "SideColumnNameFixed",
    "SimulateOptions",
    "Simulation",
    "SimulationActs",
    "SimulationAssumed",
    "SimulationGroups",
    "SimulationInvalid",
    "SimulationLimits",
    "SimulationPaid",
    "SimulationSums",
    "SimulationTotals",
    "SimulationTotalsOutcomes",
    "StackedReimbursement",
    "StackedReimbursementTotals",
    "SurplusGapRequirement",
    "SynonymTerm",
    "TextCodes",
    "TextColumnName",
    "TextColumnNameFixed",
    "TextCondition",
    "TextConditionIn",
    "TextConditionNotIn",
    "TextDiagnostic",
    "TextEdit",
    "TextFact",
    "TextRange",
    "ToothNumber",
    "Truncation",
    "TruncationCareTypes",
    "ValidateOptions",
    "WholeColumnName",
    "WholeColumnNameFixed",
]


Annotations = TypedDict(
    "Annotations",
    {
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""What may be noted in any object of a document, and means nothing. So may fields of any JSON whose name begins with `x-`."""


class Acceptance(Annotations):
    """Findings that are meant, and why: see *Meant findings* in docs/coverage.md."""

    code: DiagnosticCode | str
    """A code that does not leave the meaning undefined (no ✗ in docs/codes.md)."""
    guarantee: NotRequired[str]
    """Only findings that concern this guarantee; of gaps, only the care types that it selects. Default: any."""
    care_types: NotRequired[list[str]]
    """For the codes `overlap` and `gap`: only acts of these care types, by short code; not empty. Default: any."""
    conditions: NotRequired[ActConditions]
    """For the codes `overlap` and `gap`: only these acts, in the words of a region of an analysis. Default: any."""
    reason: str
    """Why it is meant, for whoever reads it next. Not blank."""


class ActAmounts(TypedDict):
    """What an act says of money, and of what its limits are counted for. `None` is the same as left out, but for `charged`.
    What the rule needs and the act lacks makes the act undetermined, never a silent zero."""

    charged: str | float | decimal.Decimal
    """What the professional charged, in euros."""
    brss: NotRequired[str | float | decimal.Decimal | None]
    """BR or BRSS: the base of reimbursement of the Sécu. Left out for care that the Sécu does not reimburse."""
    secu_rate_percent: NotRequired[str | float | decimal.Decimal | None]
    """Of the base: 70 for doctors; at most 100."""
    pathway_rate_percent: NotRequired[str | float | decimal.Decimal | None]
    """The rate in the care pathway, where the act is out of it: 70 where the Sécu pays 30. At most 100, at least the rate."""
    secu_reimbursement: NotRequired[str | float | decimal.Decimal | None]
    """The Sécu part before flat contribution and franchise, instead of the rate; at most what was charged."""
    secu_paid: NotRequired[str | float | decimal.Decimal | None]
    """The Sécu part after them, instead of the one before them."""
    flat_contribution: NotRequired[str | float | decimal.Decimal | None]
    """Taken off the Sécu part, and never reimbursed: 2 € for an act of a doctor. Default 0."""
    franchise: NotRequired[str | float | decimal.Decimal | None]
    """The same, for a box of medicine. Default 0."""
    quantity: NotRequired[str | float | decimal.Decimal | None]
    """How many sessions, days, boxes…; above 0. Default 1."""
    plv: NotRequired[str | float | decimal.Decimal | None]
    """The regulated price of a device."""
    hlf: NotRequired[str | float | decimal.Decimal | None]
    """The regulated price of dental work."""
    pmss: NotRequired[str | float | decimal.Decimal | None]
    """The monthly ceiling of the Sécu. Default: that of the year of the care date, from 2019 to 2026."""
    reconstituted_brss: NotRequired[str | float | decimal.Decimal | None]
    """The base that the Sécu would have if it reimbursed the act."""
    beneficiary: NotRequired[ShortText | None]
    """Who receives the care, as the caller names persons."""
    stay_id: NotRequired[ShortText | None]
    membership_start: NotRequired[str | datetime.date | None]
    side: NotRequired[Literal["left", "right"] | None]
    """Of the eye or the ear."""
    tooth: NotRequired[ToothNumber | None]


class ActClass(Annotations):
    """Acts, as a mapping says them, and what is known of their amounts."""

    selector: CoverageCareTypeSelector
    """In a class of a profile, a code that the catalogue lacks selects nothing."""
    filter: NotRequired[CoverageCareTypeFilter | None]
    tariffs: NotRequired[list[ActTariff] | None]
    """The first that fits an act counts; an act that none fits has no tariff."""


class ActClasses(TypedDict):
    """Classes of acts, by name."""


class TextCodes(TypedDict):
    """The texts that have codes, see `ActCodes`."""

    practitioner: list[str]
    glasses_lens_complexity: list[str]
    treatment_mode: list[str]
    nature_de_soins: list[str]


class ActCodes(TextCodes):
    """The texts that have codes: the care types of the catalogue, and what the filters of the coverage name. A text's code is 2 + its
    position."""

    care_type: list[str]


class ActColumnNames(Annotations):
    """Where the fields of an act are."""

    care_type: TextColumnName
    charged: AmountColumnName
    practitioner: NotRequired[TextColumnName | None]
    glasses_lens_complexity: NotRequired[TextColumnName | None]
    treatment_mode: NotRequired[TextColumnName | None]
    nature_de_soins: NotRequired[TextColumnName | None]
    establishment: NotRequired[TextColumnName | None]
    is_optam_or_secteur_1: NotRequired[FlagColumnName | None]
    is_for_at_least_one_visible_tooth: NotRequired[FlagColumnName | None]
    is_etablissement_conventionne: NotRequired[FlagColumnName | None]
    reimbursed_by_secu: NotRequired[FlagColumnName | None]
    brss: NotRequired[AmountColumnName | None]
    secu_rate_percent: NotRequired[AmountColumnName | None]
    pathway_rate_percent: NotRequired[AmountColumnName | None]
    secu_reimbursement: NotRequired[AmountColumnName | None]
    secu_paid: NotRequired[AmountColumnName | None]
    flat_contribution: NotRequired[AmountColumnName | None]
    franchise: NotRequired[AmountColumnName | None]
    quantity: NotRequired[AmountColumnName | None]
    plv: NotRequired[AmountColumnName | None]
    hlf: NotRequired[AmountColumnName | None]
    pmss: NotRequired[AmountColumnName | None]
    reconstituted_brss: NotRequired[AmountColumnName | None]
    member_age: NotRequired[WholeColumnName | None]
    teeth: NotRequired[ListColumnName | None]


class FactRestrictions(TypedDict):
    """Restrictions on these facts; one left out is free."""

    is_optam_or_secteur_1: NotRequired[bool]
    is_for_at_least_one_visible_tooth: NotRequired[bool]
    is_etablissement_conventionne: NotRequired[bool]
    practitioner: NotRequired[TextCondition]
    glasses_lens_complexity: NotRequired[TextCondition]
    reimbursed_by_secu: NotRequired[bool]
    treatment_mode: NotRequired[TextCondition]
    nature_de_soins: NotRequired[TextCondition]


class ActConditions(FactRestrictions):
    """Restrictions on the facts of an act; a fact left out is free. Richer than a filter: it can say "any but"."""

    member_age: NotRequired[ActConditionsMemberAge]
    """Completed years, both included."""


class ActConditionsMemberAge(TypedDict):
    min: Age
    max: Age


class GuaranteeDecision(TypedDict):
    """Which guarantees match an act."""

    outcome: ActOutcome
    guarantees: list[str]
    """Guarantees with a mapping that certainly matches, in payload order, each once."""
    undetermined: list[GuaranteeDecisionUndetermined]
    """Guarantees that match or not depending on facts the act does not give. Facts in CareAct field names, sorted."""


class ActExplanation(GuaranteeDecision):
    """Which guarantees match an act, why, and what would have to change for the others."""

    mappings: list[ActExplanationMappings]
    """Every mapping whose selector selects the care type, in payload order."""
    nearest: list[ActExplanationNearest]
    """For each guarantee that selects the care type and does not certainly match: its mapping with the fewest facts to
    change or give, and these changes, which make it match. Fewest first, then payload order. Of an act whose care type is unknown, but
    near a known one or its label, that care type is among the changes."""


class ActExplanationMappings(TypedDict):
    guarantee: str
    pointer: str
    outcome: ConditionOutcome
    decided_by: SelectorTerm
    conditions: list[ConditionResult]


class ActExplanationNearest(TypedDict):
    guarantee: str
    pointer: str
    changes: ActExplanationNearestChanges


ActExplanationNearestChanges = TypedDict(
    "ActExplanationNearestChanges",
    {
        "care_type": "NotRequired[ShortText]",
        "care_date": "NotRequired[str | datetime.date | None]",
        "member_birth_date": "NotRequired[str | datetime.date | None]",
        "member_age": "NotRequired[Age | None]",
        "teeth": "NotRequired[list[ToothNumber] | None]",
        "establishment": "NotRequired[ShortText | None]",
        "is_optam_or_secteur_1": "NotRequired[bool | None]",
        "is_for_at_least_one_visible_tooth": "NotRequired[bool | None]",
        "is_etablissement_conventionne": "NotRequired[bool | None]",
        "practitioner": "NotRequired[ShortText | None]",
        "glasses_lens_complexity": "NotRequired[ShortText | None]",
        "reimbursed_by_secu": "NotRequired[bool | None]",
        "treatment_mode": "NotRequired[ShortText | None]",
        "nature_de_soins": "NotRequired[ShortText | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)


ActFact: TypeAlias = "BooleanFact | TextFact"
"""The facts of an act that filters look at, without age."""


class ActFacts(TypedDict):
    """What an act says of these facts. Left out: unknown. `None`: it does not apply to this act, so a condition on it fails."""

    is_optam_or_secteur_1: NotRequired[bool | None]
    """The professional is OPTAM (has agreed to moderate fees) or in secteur 1 (charges the regulated fees)."""
    is_for_at_least_one_visible_tooth: NotRequired[bool | None]
    """At least one tooth that the act concerns is visible."""
    is_etablissement_conventionne: NotRequired[bool | None]
    """The établissement (hospital) has an agreement with the Sécu (it is conventionné); a filter's `false` asks for one that has none."""
    practitioner: NotRequired[ShortText | None]
    """The profession of the practitioner."""
    glasses_lens_complexity: NotRequired[ShortText | None]
    """The complexity of the lens of a pair of glasses."""
    reimbursed_by_secu: NotRequired[bool | None]
    """The Sécurité sociale reimburses the act."""
    treatment_mode: NotRequired[ShortText | None]
    """How a hospital treats the patient: a national code, two digits in a string such as "02", never a number."""
    nature_de_soins: NotRequired[ShortText | None]
    """The nature de soins: the national grand group of the discipline."""


ActOutcome: TypeAlias = 'Literal["not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type"]'
"""With M the guarantees that certainly match, and U those that match or not depending on facts left out:
"undetermined" U is not empty; else "ambiguous" M has two or more, "covered" exactly one, "not_covered" none;
"unknown_care_type" the catalogue has no such short code."""


class ActRegion(TypedDict):
    """A set of possible acts: any of these care types, every listed fact restricted as said, every other fact free. The regions
    of one list are disjoint, but for overlaps; no two of them could be one; equal sets of acts are equal regions, however the
    mappings are written."""

    care_types: list[str]
    """Short codes, ascending."""
    conditions: ActConditions
    witness: CareAct
    """One act inside, with its age and all facts: the first care type, the lowest age, `false` before `true`, the
    smallest known value; `None` where a fact does not apply. Feeding it back to `guarantees_for` shows the claim."""


class ActTariff(Annotations):
    """The base and the rate of the Sécu, and regulated prices where there are any."""

    care_types: NotRequired[list[str] | None]
    """Short codes. Default: all of the class."""
    filter: NotRequired[CoverageCareTypeFilter | None]
    valid_from: NotRequired[str | datetime.date | None]
    """The first day."""
    valid_to: NotRequired[str | datetime.date | None]
    """The last day."""
    brss: str | float | decimal.Decimal
    """"0": there is no base."""
    rate_percent: str | float | decimal.Decimal
    """At most 100."""
    plv: NotRequired[str | float | decimal.Decimal | None]
    hlf: NotRequired[str | float | decimal.Decimal | None]
    charged_at_most: NotRequired[ChargedAtMost | None]
    uncertain: NotRequired[bool | None]
    """Whether its author is not sure of it."""


Age: TypeAlias = "int"
"""Completed years on the care date."""


AllowedLimit: TypeAlias = "AllowedLimitCoverageRuleAmountLimit | AllowedLimitCoverageRuleCountLimit | AllowedLimitCoverageRuleDaysLimit"
"""A limit that may be used up; one that is at least as generous may be, too."""


AllowedLimitCoverageRuleAmountLimit = TypedDict(
    "AllowedLimitCoverageRuleAmountLimit",
    {
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
        "period": "CoverageRulePeriod",
        "max_amount": "str | float | decimal.Decimal",
        "counts": 'NotRequired[Literal["complementary", "total"]]',
        "scope": "NotRequired[CoverageRuleScope]",
    },
)


AllowedLimitCoverageRuleCountLimit = TypedDict(
    "AllowedLimitCoverageRuleCountLimit",
    {
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
        "period": "CoverageRulePeriod",
        "counts": 'NotRequired[Literal["complementary", "total"]]',
        "scope": "NotRequired[CoverageRuleScope]",
        "max_count": "str | float | decimal.Decimal",
    },
)


AllowedLimitCoverageRuleDaysLimit = TypedDict(
    "AllowedLimitCoverageRuleDaysLimit",
    {
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
        "period": "CoverageRulePeriod",
        "counts": 'NotRequired[Literal["complementary", "total"]]',
        "scope": "NotRequired[CoverageRuleScope]",
        "max_days": "str | float | decimal.Decimal",
    },
)


class AmountChange(TypedDict):
    """Acts for which what members get differs at some amount."""

    region: ActRegion
    states: list[LimitState]
    """The state of the limits of the earlier and of the later coverage in which it shows first; a rule without limits is "unused"."""
    direction: Literal["more", "less", "both"]
    """Whether the later coverage pays more, less, or either, depending on the amounts or on what was used before."""
    gain: AmountExample | None
    """Where it pays more."""
    loss: AmountExample | None
    """Where it pays less."""
    tariffs: Literal["assumed"]
    """No tariffs are known: a base may have any amount, at the rates that are asked for."""
    rates: list[str]
    """The rates at which it shows, in the order asked for; none where it shows without a base alone."""
    quantities: list[str]
    """The quantities of an act that are asked for."""


AmountColumnName: TypeAlias = "str | MappedAmounts | AmountColumnNameFixed"


class AmountColumnNameFixed(TypedDict):
    fixed: str | float | decimal.Decimal | None


class AmountComparison(TypedDict):
    regions: list[AmountChange]
    """By care type, then by the act that shows it; disjoint."""
    limits: list[LimitChange]
    """By guarantee of the later coverage."""
    not_decidable: list[NotDecidable]


class AmountExample(TypedDict):
    """An act that shows a difference."""

    act: PricedAct
    counters: list[list[LimitCounter]]
    """What was used of the limits before it, of the earlier and of the later coverage."""
    current: Reimbursement
    """What the earlier coverage pays, and what the later one does: the answers of `reimburse`."""
    next: Reimbursement


class AnalyzeOptions(Annotations):
    """The options of an analysis. A JSON file of this shape, next to a coverage, can be given as it is, to a validation, too."""

    accept: NotRequired[list[Acceptance]]
    """Findings that are meant; at most 1,000. Of findings that several accept, the first says why."""


AssumedReason: TypeAlias = 'Literal["secu_paid", "person", "limits"]'
"""What was assumed of rows: 0 for the Sécu part of an act that is not covered and does not say it; a person of its own, because the row
names none; no limits, because the rows are sums of many acts."""


AtLeastCoverage = TypedDict(
    "AtLeastCoverage",
    {
        "kind": 'Literal["at_least"]',
        "class": "ShortText",
        "coverage": "CoveragePayload",
        "allowed_limits": "NotRequired[list[AllowedLimit] | None]",
        "charged_at_most": "NotRequired[ChargedAtMost | None]",
        "id": "ShortText",
        "article": "str",
        "title": "InBothLanguages",
        "note": "NotRequired[InBothLanguages | None]",
        "uncertain": "NotRequired[bool | None]",
        "valid_from": "NotRequired[str | datetime.date | None]",
        "valid_to": "NotRequired[str | datetime.date | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""The coverage pays at least what another one pays."""


AtLeastRule = TypedDict(
    "AtLeastRule",
    {
        "kind": 'Literal["at_least"]',
        "class": "ShortText",
        "rule": "CoverageRule",
        "allowed_limits": "NotRequired[list[AllowedLimit] | None]",
        "charged_at_most": "NotRequired[ChargedAtMost | None]",
        "id": "ShortText",
        "article": "str",
        "title": "InBothLanguages",
        "note": "NotRequired[InBothLanguages | None]",
        "uncertain": "NotRequired[bool | None]",
        "valid_from": "NotRequired[str | datetime.date | None]",
        "valid_to": "NotRequired[str | datetime.date | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""The coverage pays at least what a rule pays."""


AtMostRule = TypedDict(
    "AtMostRule",
    {
        "kind": 'Literal["at_most"]',
        "class": "ShortText",
        "rule": "CoverageRule",
        "charged_at_most": "NotRequired[ChargedAtMost | None]",
        "id": "ShortText",
        "article": "str",
        "title": "InBothLanguages",
        "note": "NotRequired[InBothLanguages | None]",
        "uncertain": "NotRequired[bool | None]",
        "valid_from": "NotRequired[str | datetime.date | None]",
        "valid_to": "NotRequired[str | datetime.date | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""The coverage pays at most what a rule pays, or the ticket modérateur."""


BooleanFact: TypeAlias = 'Literal["is_optam_or_secteur_1", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne", "reimbursed_by_secu"]'
"""The facts that are true or false."""


ByConstructionRequirement = TypedDict(
    "ByConstructionRequirement",
    {
        "kind": 'Literal["by_construction"]',
        "class": "NotRequired[ShortText | None]",
        "id": "ShortText",
        "article": "str",
        "title": "InBothLanguages",
        "note": "NotRequired[InBothLanguages | None]",
        "uncertain": "NotRequired[bool | None]",
        "valid_from": "NotRequired[str | datetime.date | None]",
        "valid_to": "NotRequired[str | datetime.date | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""The rule language cannot say the contrary, so that it holds."""


class CareAct(ActFacts, Annotations):
    """The facts of one care act. A fact left out is unknown; `None` means that it does not apply to this act, so a condition
    on it fails. For care_date, member_birth_date and member_age, `None` is the same as left out. String facts have 1 to 64
    characters and are not checked against the known values."""

    care_type: ShortText
    """The short code of a care type; one that the catalogue does not know is an answer, not an error."""
    care_date: NotRequired[str | datetime.date | None]
    member_birth_date: NotRequired[str | datetime.date | None]
    member_age: NotRequired[Age | None]
    """Instead of, or consistent with, the two dates."""
    teeth: NotRequired[list[ToothNumber] | None]
    """FDI tooth numbers: they say whether one is visible. [] or None: the fact does not apply."""
    establishment: NotRequired[ShortText | None]
    """Identification number of the établissement; it says whether it is conventionné where the catalogue has a list."""


class CarePlan(TypedDict):
    """A care plan, or an activity of one."""

    id: NotRequired[str | None]
    status: NotRequired[str | None]
    """A plan must be "active", an activity "scheduled" or "in_progress"."""


class CareTypeCatalogOptions(TypedDict):
    """How a catalogue reads what the documents leave open."""

    selector_precedence: NotRequired[Literal["exclude_wins", "types_over_groups"]]
    """Which terms of a selector win. Default "exclude_wins"."""
    visible_teeth: NotRequired[Literal["through_second_premolar", "through_first_premolar"] | list[int]]
    """The teeth that count as visible. Default "through_second_premolar" (20 teeth); or FDI numbers, exactly these."""
    non_conventioned_establishments: NotRequired[list[str] | set[str]]
    """Identification numbers of établissements non conventionnés. Given, an act's `establishment` says whether it is
    conventionné: true unless listed."""
    known_values: NotRequired[CareTypeCatalogOptionsKnownValues]
    """Values that validation accepts in addition to the built-in ones."""
    synonyms: NotRequired[list[CareTypeSynonyms]]
    """Other words for care types and groups, by which `search` finds them."""


class CareTypeCatalogOptionsKnownValues(TypedDict):
    practitioners: NotRequired[list[str]]
    glassesLensComplexities: NotRequired[list[str]]
    treatmentModes: NotRequired[list[str]]
    naturesDeSoins: NotRequired[list[str]]


CareTypeEntry = TypedDict(
    "CareTypeEntry",
    {
        "id": "int",
        "short_code": "str",
        "label": "str | None",
        "care_type_group_ids": "list[int]",
        "applicable_facts": "list[ActFact] | None",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""A care type of a catalogue: frozen, and the same object each time."""


class CareTypeGroup(Annotations):
    """A group of care types. The same code, or id, may also name a care type."""

    id: int
    """Unique among groups; an integer within ±(2^53 − 1)."""
    short_code: str
    """Unique among groups, case-sensitive, 1 to 64 characters (code points), no white space at either end."""
    label: NotRequired[str | None]
    """What a person reads."""


CareTypeGroupEntry = TypedDict(
    "CareTypeGroupEntry",
    {
        "id": "int",
        "short_code": "str",
        "label": "str | None",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""A group of a catalogue, likewise."""


class CareTypeLists(Annotations):
    """The same content as two lists: easier to write by hand, smaller to ship."""

    care_type_groups: list[CareTypeGroup]
    internal_care_types: list[InternalCareType]


class CareTypeMappings(Annotations):
    """The three look-ups of the source document's `get_care_type_mappings`."""

    internal_care_type_by_short_code: dict[str, InternalCareType]
    care_type_group_by_short_code: dict[str, CareTypeGroup]
    care_type_group_to_internal_care_types: dict[str, list[InternalCareType]]
    """Key: the group's id in decimal. Lists ascending by short code."""


class CareTypeSynonym(Annotations):
    """What people say for some care types or groups. Codes that a catalogue does not have are passed over."""

    terms: list[SynonymTerm]
    care_types: NotRequired[list[str]]
    """Short codes."""
    care_type_groups: NotRequired[list[str]]
    """Short codes."""


class CareTypeSynonyms(Annotations):
    """A document of other words for care types and groups, of one language for example."""

    language: NotRequired[str]
    """The language of the terms, such as "fr"; for readers only."""
    synonyms: list[CareTypeSynonym]


class CatalogHit(TypedDict):
    """A care type or a group that a search has found."""

    kind: Literal["care_type", "care_type_group"]
    short_code: str
    label: str | None
    matched: Literal["code", "label", "group", "synonym"]
    """What was found: its code, its label, a group of the care type (its code or label), or a synonym of it or of a group of it. Of
    several words in several places, where the first is."""
    term: str
    """That text, as it is written."""
    score: int
    """1 to 100, higher is better, see docs/coverage.md; a later version may weigh otherwise."""


ChargedAtMost: TypeAlias = "str | float | decimal.Decimal"
"""What is charged is at most an amount, or a regulated price of the act."""


class ClaimDistribution(Annotations):
    """How often an act comes, and what it costs."""

    care_type: ShortText
    facts: NotRequired[ClaimDistributionFacts | None]
    """What is known of all these acts."""
    frequency: str | float | decimal.Decimal
    """Acts per insured and year: at most 6 digits before the point and 4 after it."""
    amounts: list[DistributedAmount]
    """Their shares sum to 1."""


ClaimDistributionFacts = TypedDict(
    "ClaimDistributionFacts",
    {
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
        "care_date": "NotRequired[str | datetime.date | None]",
        "member_birth_date": "NotRequired[str | datetime.date | None]",
        "member_age": "NotRequired[Age | None]",
        "teeth": "NotRequired[list[ToothNumber] | None]",
        "establishment": "NotRequired[ShortText | None]",
        "is_optam_or_secteur_1": "NotRequired[bool | None]",
        "is_for_at_least_one_visible_tooth": "NotRequired[bool | None]",
        "is_etablissement_conventionne": "NotRequired[bool | None]",
        "practitioner": "NotRequired[ShortText | None]",
        "glasses_lens_complexity": "NotRequired[ShortText | None]",
        "reimbursed_by_secu": "NotRequired[bool | None]",
        "treatment_mode": "NotRequired[ShortText | None]",
        "nature_de_soins": "NotRequired[ShortText | None]",
    },
)


class ClaimDistributions(Annotations):
    """How often acts come and what they cost, per insured and year."""

    distributions: list[ClaimDistribution]


ClaimField: TypeAlias = 'Literal["care_type", "care_date", "member_birth_date", "member_age", "teeth", "establishment", "is_optam_or_secteur_1", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne", "practitioner", "glasses_lens_complexity", "reimbursed_by_secu", "treatment_mode", "nature_de_soins", "charged", "brss", "secu_rate_percent", "pathway_rate_percent", "secu_reimbursement", "secu_paid", "flat_contribution", "franchise", "quantity", "plv", "hlf", "pmss", "reconstituted_brss", "beneficiary", "stay_id", "membership_start", "side", "tooth", "person", "family", "weight", "acts", "age_band", "care_year", "care_month", "pathway_code"]'
"""The fields of a claim; the last five are of the national claims base alone."""


class ClaimFileStyle(Annotations):
    """How a file of claims is written."""

    separator: NotRequired[Literal[";", ",", "|", "tab"] | None]
    """Between the cells of a CSV. Default: the first one that its header has."""
    decimal: NotRequired[DecimalSign | None]
    """The sign before the decimals. Default: "either" with `columns`, else "point"."""
    date_format: NotRequired[DateFormat | None]
    """Default: "yyyy-MM-dd"."""


ClaimMapping: TypeAlias = "RowMapping | NationalMapping"
"""What a file calls the fields of a claim, and how it writes them. Without `columns`, its columns have our names."""


class ClaimPreview(TypedDict):
    """Some rows of claims, as they are read."""

    rows: list[dict[str, Any]]
    """With our names, also those that cannot be read, as far as they can; amounts are decimals, days calendar dates. `by`: the columns that
    are carried along."""
    unreadable: list[ClaimPreviewUnreadable]


class ClaimPreviewUnreadable(TypedDict):
    row: int
    """Its position."""
    line: int
    """Its line in the text, from 1."""
    reason: Literal["unreadable", "wrong_value", "invalid_act", "regularisation"]
    column: str | None
    """The column that has it, as the file calls it."""
    diagnostics: list[Diagnostic]
    """Pointers say nothing."""


ClaimRow = TypedDict(
    "ClaimRow",
    {
        "care_type": "ShortText",
        "care_date": "NotRequired[str | datetime.date | None]",
        "member_birth_date": "NotRequired[str | datetime.date | None]",
        "member_age": "NotRequired[Age | None]",
        "teeth": "NotRequired[list[ToothNumber] | None]",
        "establishment": "NotRequired[ShortText | None]",
        "is_optam_or_secteur_1": "NotRequired[bool | None]",
        "is_for_at_least_one_visible_tooth": "NotRequired[bool | None]",
        "is_etablissement_conventionne": "NotRequired[bool | None]",
        "practitioner": "NotRequired[ShortText | None]",
        "glasses_lens_complexity": "NotRequired[ShortText | None]",
        "reimbursed_by_secu": "NotRequired[bool | None]",
        "treatment_mode": "NotRequired[ShortText | None]",
        "nature_de_soins": "NotRequired[ShortText | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
        "charged": "str | float | decimal.Decimal",
        "brss": "NotRequired[str | float | decimal.Decimal | None]",
        "secu_rate_percent": "NotRequired[str | float | decimal.Decimal | None]",
        "pathway_rate_percent": "NotRequired[str | float | decimal.Decimal | None]",
        "secu_reimbursement": "NotRequired[str | float | decimal.Decimal | None]",
        "secu_paid": "NotRequired[str | float | decimal.Decimal | None]",
        "flat_contribution": "NotRequired[str | float | decimal.Decimal | None]",
        "franchise": "NotRequired[str | float | decimal.Decimal | None]",
        "quantity": "NotRequired[str | float | decimal.Decimal | None]",
        "plv": "NotRequired[str | float | decimal.Decimal | None]",
        "hlf": "NotRequired[str | float | decimal.Decimal | None]",
        "pmss": "NotRequired[str | float | decimal.Decimal | None]",
        "reconstituted_brss": "NotRequired[str | float | decimal.Decimal | None]",
        "beneficiary": "NotRequired[ShortText | None]",
        "stay_id": "NotRequired[ShortText | None]",
        "membership_start": "NotRequired[str | datetime.date | None]",
        "side": 'NotRequired[Literal["left", "right"] | None]',
        "tooth": "NotRequired[ToothNumber | None]",
        "person": "NotRequired[ShortText | None]",
        "family": "NotRequired[ShortText | None]",
        "weight": "NotRequired[str | float | decimal.Decimal | None]",
    },
)
"""An act with its amounts, whose it is, and how many such acts it is for."""


class ColumnGuess(TypedDict):
    """What a column is taken for."""

    column: str
    field: ClaimField | None
    """None: it is not read."""
    confidence: Literal["high", "medium", "low"] | None
    """"high": a usual name, and values that fit; "medium": nearly a usual name, or no values; "low": dates that can be read in two ways."""
    by: list[Literal["name", "values"]]
    seen: ColumnGuessSeen


class ColumnGuessSeen(TypedDict):
    kind: Literal["empty", "date", "boolean", "whole", "decimal", "text"]
    date_formats: list[str]
    """Every format that fits all dates, the likeliest first."""
    decimal: DecimalSign | None
    filled: int
    """How many cells are not empty."""
    examples: list[str]
    """Up to three different values."""


class CompareAmountsOptions(TypedDict):
    date: str | datetime.date
    """The day on which amounts are compared: its year has the PMSS."""
    rates: NotRequired[list[str | float | decimal.Decimal] | None]
    """The rates of the Sécu that a base may have, at most 20. Default 70, 60, 65, 80, 100, 90, 30 and 15, in this order."""


ConditionOutcome: TypeAlias = 'Literal["holds", "fails", "unknown"]'
"""Kleene logic: a filter fails if a condition fails, else is unknown if one is unknown, else holds."""


class ConditionResult(TypedDict):
    """One stated condition of a filter against an act."""

    field: Literal["is_optam_or_secteur_1", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne", "practitioner", "reimbursed_by_secu", "glasses_lens_complexities", "allowed_treatment_modes", "allowed_natures_de_soins", "min_age", "max_age"]
    outcome: ConditionOutcome
    expected: Any
    """The filter's value."""
    actual: Any
    """The act's value (age as a number), None where it has none or is unknown."""


class Contract(TypedDict):
    id: str
    type: NotRequired[str | None]
    """Must be "REIMBURSEMENT", in any case."""
    status: NotRequired[str | None]
    """Must be "VERIFIED"."""
    is_active: NotRequired[bool | None]
    is_suspended: NotRequired[bool | None]
    start_date: NotRequired[str | datetime.date | None]
    end_date: NotRequired[str | datetime.date | None]
    """Left out or None: the contract does not hold."""
    contractor_legal_entity_id: NotRequired[str | None]
    medical_program_id: NotRequired[str | None]
    medical_programs: NotRequired[list[str] | None]
    """Instead of `medical_program_id`."""
    contract_number: NotRequired[str | None]
    contract_divisions: NotRequired[list[str | ContractDivision] | None]
    """Ids, or rows; a row whose `is_active` is false does not count."""


class ContractDivision(TypedDict):
    division_id: NotRequired[str | None]
    is_active: NotRequired[bool | None]


class ContractQuery(Annotations):
    """What contracts are compared with."""

    current_date: str | datetime.date
    client_id: str
    """The legal entity."""
    division_id: str | None
    """None: none is given."""
    medical_program_id: str
    contracts: list[Contract]


class ContractSelection(TypedDict):
    """Which contracts satisfy all conditions, and what each condition says of each."""

    selected: list[str]
    """Ids of the contracts that satisfy all seven (six without a division)."""
    candidates: list[ContractSelectionCandidates]
    """Every contract, in the order given. None: the contract lacks the field, or no division is given."""


class ContractSelectionCandidates(TypedDict):
    id: str
    conditions: dict[str, bool | None]


class CoverageAnalysis(TypedDict):
    """A finding says why it is meant in `accepted`, where an acceptance covers it; where it covers a part, the finding comes in parts."""

    overlaps: list[CoverageAnalysisOverlaps]
    """Two mappings of different guarantees that can both match one act, in payload order; at most 10,000."""
    gaps: list[CoverageAnalysisGaps]
    """Acts that match nothing, of care types that some mapping selects: by care type, then by witness. At most 200 regions of
    one care type. `open_facts`: each fact of which another value alone would make some of these acts match, in the order of the
    conditions; gaps of one cause have equal ones."""
    unselected_care_types: list[str]
    """Care types of the catalogue that no mapping selects, ascending."""
    redundant: list[CoverageAnalysisRedundant]
    """Mappings that could all be removed at once without changing any decision, in payload order."""
    truncated: Truncation


class CoverageAnalysisGaps(TypedDict):
    region: ActRegion
    open_facts: list[Literal["member_age"] | ActFact]
    accepted: NotRequired[str]


class CoverageAnalysisOverlaps(TypedDict):
    guarantees: list[str]
    pointers: list[str]
    region: ActRegion
    accepted: NotRequired[str]


class CoverageAnalysisRedundant(TypedDict):
    guarantee: str
    pointer: str
    reason: Literal["selects_nothing", "never_holds", "covered_by_others"]
    accepted: NotRequired[str]


class FactConditions(TypedDict):
    """What a filter asks of these facts; one left out or None is no condition. An empty list holds for nothing."""

    is_optam_or_secteur_1: NotRequired[bool | None]
    """The professional is OPTAM (has agreed to moderate fees) or in secteur 1 (charges the regulated fees)."""
    is_for_at_least_one_visible_tooth: NotRequired[bool | None]
    """At least one tooth that the act concerns is visible."""
    is_etablissement_conventionne: NotRequired[bool | None]
    """The établissement (hospital) has an agreement with the Sécu (it is conventionné); a filter's `false` asks for one that has none."""
    practitioner: NotRequired[str | None]
    """The profession of the practitioner."""
    glasses_lens_complexities: NotRequired[list[str] | None]
    """The complexity of the lens of a pair of glasses."""
    reimbursed_by_secu: NotRequired[bool | None]
    """The Sécurité sociale reimburses the act."""
    allowed_treatment_modes: NotRequired[list[str] | None]
    """How a hospital treats the patient: a national code, two digits in a string such as "02", never a number."""
    allowed_natures_de_soins: NotRequired[list[str] | None]
    """The nature de soins: the national grand group of the discipline."""


class CoverageCareTypeFilter(FactConditions, Annotations):
    """Every stated condition must hold; one left out or None is no condition. An empty list holds for nothing."""

    min_age: NotRequired[Age | None]
    """Inclusive."""
    max_age: NotRequired[Age | None]
    """Inclusive."""


class CoverageCareTypeMapping(Annotations):
    """A mapping matches an act when its selector selects the act's care type and its filter holds."""

    selector: CoverageCareTypeSelector
    filter: CoverageCareTypeFilter


class CoverageCareTypeSelector(Annotations):
    """Which care types a mapping selects, by short code. A field left out is an empty list.

        included = (members of include_care_type_groups) ∪ include_care_types
        excluded = (members of exclude_care_type_groups) ∪ exclude_care_types
        selected = included \\ excluded                                          precedence "exclude_wins"
        selected = ((members of include groups \\ members of exclude groups) ∪ include types) \\ exclude types
                                                                                precedence "types_over_groups"

    No include selects nothing: a selector that only excludes is not "everything but"."""

    include_care_type_groups: NotRequired[list[str] | set[str]]
    exclude_care_type_groups: NotRequired[list[str] | set[str]]
    include_care_types: NotRequired[list[str] | set[str]]
    exclude_care_types: NotRequired[list[str] | set[str]]


class CoverageDiff(TypedDict):
    added_guarantees: list[str]
    """Names that only the later coverage has, in its order; a renamed guarantee is removed and added."""
    removed_guarantees: list[str]
    """Names that only the earlier coverage has, in its order."""
    rule_changes: list[CoverageDiffRuleChanges]
    """Same guarantee, other rule: leaf by leaf, arrays by index, absent as `None`. `pointer` is into `coverage_rule`; `message`
    says the change in words."""
    decision_changes: list[CoverageDiffDecisionChanges]
    """Acts whose matching guarantees differ between the two; disjoint regions, together exactly all such acts."""
    amount_changes: AmountComparison | None
    """What members get for the same acts, as `compare_amounts` says it; None where no day is asked for."""
    truncated: Truncation


class CoverageDiffDecisionChanges(TypedDict):
    before: list[str]
    after: list[str]
    region: ActRegion


class CoverageDiffRuleChanges(TypedDict):
    guarantee: str
    pointer: str
    before: Any
    after: Any
    message: str


class CoverageGuarantee(Annotations):
    """A guarantee matches an act when at least one of its mappings does."""

    name: str
    """Unique in the coverage, not empty; usually in UPPER_SNAKE_CASE."""
    care_type_mappings: list[CoverageCareTypeMapping]
    coverage_rule: CoverageRuleParameterSet


class CoveragePayload(Annotations):
    """A versioned list of guarantees."""

    name: str
    """Not empty."""
    version: int
    """An integer from 1 to 2^53 − 1."""
    guarantees: list[CoverageGuarantee]


class CoverageRule(Annotations):
    """How much a guarantee pays, in euros, exactly:

        target    = sum of the components, rounded half-up to the cent once
        unlimited = target, less the Sécu part where it is included; at least 0, at most what the Sécu leaves of the price
        paid      = unlimited, or the least that a limit leaves; at least what `beyond_limits` pays where one took something

    See docs/reimbursement.md."""

    components: list[CoverageRuleComponent]
    """Summed; at least one, at most 16."""
    secu_share: NotRequired[Literal["included", "excluded"]]
    """"included", the default: the sum is a total with the Sécu part. "excluded": it comes on top of it."""
    price_cap: NotRequired[CoverageRulePriceCap | None]
    """The price that is looked at, at most."""
    limits: NotRequired[list[CoverageRuleLimit]]
    """All apply."""
    beyond_limits: NotRequired[CoverageRuleBeyondLimits | None]
    """What is paid at least where a limit takes something away."""
    pathway_surcharge: NotRequired[Literal["left_to_member", "covered"]]
    """Out of the care pathway the Sécu pays a lower rate. "left_to_member", the default: the rule pays no more than in the pathway.
    "covered": it pays the difference, too. It holds for `beyond_limits`, too."""


class CoverageRuleAmount(Annotations):
    """An amount in euros."""

    kind: Literal["amount"]
    amount: str | float | decimal.Decimal


class CoverageRuleAmountLimit(Annotations):
    """An amount of money."""

    key: ShortText
    """Limits of one key, in any rule of the coverage, share one counter."""
    period: CoverageRulePeriod
    max_amount: str | float | decimal.Decimal
    counts: NotRequired[Literal["complementary", "total"]]
    """"complementary", the default, or "total": Sécu and complementary together."""
    scope: NotRequired[CoverageRuleScope]


class CoverageRuleBeyondLimits(Annotations):
    """A rule without limits."""

    components: list[CoverageRuleUnlimitedComponent]
    """Summed; at least one, at most 16."""
    secu_share: NotRequired[Literal["included", "excluded"]]
    price_cap: NotRequired[CoverageRulePriceCap | None]
    limits: NotRequired[list[CoverageRuleLimit]]
    """There are none beyond the limits."""
    beyond_limits: NotRequired[CoverageRuleBeyondLimits | None]


class CoverageRuleChoice(Annotations):
    """The greatest, or the least, of several sums; the first of equal ones."""

    kind: CoverageRuleChoiceKind
    options: list[CoverageRuleOption]
    """Two to eight sums."""
    limits: NotRequired[list[CoverageRuleComponentLimit]]
    """They apply to this part alone."""


CoverageRuleChoiceKind: TypeAlias = 'Literal["greatest_of", "least_of"]'
"""Which of the sums counts."""


CoverageRuleComponent: TypeAlias = "CoverageRulePercentage | CoverageRuleFlatAmount | CoverageRulePmssPercentage | CoverageRuleChoice"
"""A part of the sum. Those without limits of their own are paid first, then those with limits, in the order written."""


class CoverageRuleComponentLimitParts(Annotations):
    """What every limit of a component says."""

    key: ShortText
    """Limits of one key, in any rule of the coverage, share one counter; within a rule each key of a component's limit is its own."""
    period: CoverageRulePeriod
    scope: NotRequired[CoverageRuleScope]


class CoverageRuleComponentAmountLimit(CoverageRuleComponentLimitParts):
    """An amount of money."""

    max_amount: str | float | decimal.Decimal


class CoverageRuleComponentCountLimit(CoverageRuleComponentLimitParts):
    """A number of acts, or of sessions where the component is per session."""

    max_count: str | float | decimal.Decimal


class CoverageRuleComponentDaysLimit(CoverageRuleComponentLimitParts):
    """A number of days: what the quantity of the act counts."""

    max_days: str | float | decimal.Decimal


CoverageRuleComponentLimit: TypeAlias = "CoverageRuleComponentAmountLimit | CoverageRuleComponentPmssLimit | CoverageRuleComponentCountLimit | CoverageRuleComponentDaysLimit"
"""How much of a component is paid in a period: exactly one of `max_amount`, `max_pmss_percent`, `max_count` and `max_days`."""


class CoverageRuleComponentPmssLimit(CoverageRuleComponentLimitParts):
    """A percentage of the PMSS, rounded half-up to the cent."""

    max_pmss_percent: str | float | decimal.Decimal


class CoverageRuleCountLimit(Annotations):
    """A number of acts, or of sessions where a component is per session."""

    key: ShortText
    """Limits of one key, in any rule of the coverage, share one counter."""
    period: CoverageRulePeriod
    max_count: str | float | decimal.Decimal
    counts: NotRequired[Literal["complementary", "total"]]
    scope: NotRequired[CoverageRuleScope]


class CoverageRuleDaysLimit(Annotations):
    """A number of days: what the quantity of the act counts."""

    key: ShortText
    """Limits of one key, in any rule of the coverage, share one counter."""
    period: CoverageRulePeriod
    max_days: str | float | decimal.Decimal
    counts: NotRequired[Literal["complementary", "total"]]
    scope: NotRequired[CoverageRuleScope]


class CoverageRuleFixedPeriod(Annotations):
    """A period that begins by itself."""

    kind: Literal["act", "stay", "civil_year", "membership_year", "lifetime"]


class CoverageRuleFlatAmount(Annotations):
    """An amount for each unit."""

    kind: Literal["flat_amount"]
    amount: str | float | decimal.Decimal
    per: NotRequired[CoverageRuleUnit]
    limits: NotRequired[list[CoverageRuleComponentLimit]]
    """They apply to this part alone."""


CoverageRuleLimit: TypeAlias = "CoverageRuleAmountLimit | CoverageRulePmssLimit | CoverageRuleCountLimit | CoverageRuleDaysLimit"
"""How much of something is paid in a period: exactly one of `max_amount`, `max_pmss_percent`, `max_count` and `max_days`."""


CoverageRuleMonths: TypeAlias = "int"
"""A number of months, at least 1."""


CoverageRuleOption: TypeAlias = "list[CoverageRulePlainComponent]"
"""A sum of one to eight components."""


CoverageRuleParameterSet: TypeAlias = "CoverageRule | OpaqueRule"
"""How much is reimbursed and what the limits are."""


class CoverageRulePercentage(Annotations):
    """A percentage of something that the act says."""

    kind: CoverageRulePercentageKind
    percent: str | float | decimal.Decimal
    limits: NotRequired[list[CoverageRuleComponentLimit]]
    """They apply to this part alone."""


CoverageRulePercentageKind: TypeAlias = 'Literal["brss_percent", "ticket_moderateur", "actual_costs", "rss_percent", "reconstituted_brss_percent", "excess_over_brss"]'
"""Of the BR (the base of the Sécu), of what the Sécu leaves of it, of what was charged within the price cap, of the Sécu part, of the
base that the Sécu would have if it reimbursed the act, or of what was charged above the BR within the price cap."""


CoverageRulePeriod: TypeAlias = "CoverageRuleFixedPeriod | CoverageRuleRollingMonths"
"""When a limit begins anew."""


CoverageRulePlainComponent: TypeAlias = "CoverageRulePlainPercentage | CoverageRulePlainFlatAmount | CoverageRulePlainPmssPercentage"
"""A part of an option."""


class CoverageRulePlainFlatAmount(Annotations):
    """An amount for each unit, without limits."""

    kind: Literal["flat_amount"]
    amount: str | float | decimal.Decimal
    per: NotRequired[CoverageRuleUnit]
    limits: NotRequired[list[CoverageRuleComponentLimit]]
    """There are none here."""


class CoverageRulePlainPercentage(Annotations):
    """A percentage without limits."""

    kind: CoverageRulePercentageKind
    percent: str | float | decimal.Decimal
    limits: NotRequired[list[CoverageRuleComponentLimit]]
    """There are none here."""


class CoverageRulePlainPmssPercentage(Annotations):
    """A percentage of the PMSS for each unit, without limits."""

    kind: Literal["pmss_percent"]
    percent: str | float | decimal.Decimal
    per: NotRequired[CoverageRuleUnit]
    limits: NotRequired[list[CoverageRuleComponentLimit]]
    """There are none here."""


class CoverageRulePmssLimit(Annotations):
    """A percentage of the PMSS, rounded half-up to the cent."""

    key: ShortText
    """Limits of one key, in any rule of the coverage, share one counter."""
    period: CoverageRulePeriod
    max_pmss_percent: str | float | decimal.Decimal
    counts: NotRequired[Literal["complementary", "total"]]
    """"complementary", the default, or "total": Sécu and complementary together."""
    scope: NotRequired[CoverageRuleScope]


class CoverageRulePmssPercentage(Annotations):
    """A percentage of the PMSS, the monthly ceiling of the Sécu, for each unit."""

    kind: Literal["pmss_percent"]
    percent: str | float | decimal.Decimal
    per: NotRequired[CoverageRuleUnit]
    limits: NotRequired[list[CoverageRuleComponentLimit]]
    """They apply to this part alone."""


CoverageRulePriceCap: TypeAlias = "CoverageRuleRegulatedPrice | CoverageRuleAmount"
"""A regulated price of the act (PLV: devices, HLF: dental work), or an amount."""


class CoverageRuleRegulatedPrice(Annotations):
    """The regulated price of a device or of dental work."""

    kind: Literal["plv", "hlf"]


class CoverageRuleRollingMonths(Annotations):
    """The months before the act."""

    kind: Literal["rolling_months"]
    months: CoverageRuleMonths


CoverageRuleScope: TypeAlias = 'Literal["beneficiary", "family", "eye", "ear", "tooth"]'
"""For whom, or for what, a limit is counted. Default "beneficiary"."""


CoverageRuleUnit: TypeAlias = 'Literal["act", "session", "day", "semester", "tooth", "eye", "ear", "lens", "box", "year"]'
"""What the quantity of an act counts. "act", the default: the quantity is of no matter."""


class CoverageRuleUnlimitedChoice(Annotations):
    """The greatest, or the least, of several sums, without limits."""

    kind: CoverageRuleChoiceKind
    options: list[CoverageRuleOption]
    """Two to eight sums."""
    limits: NotRequired[list[CoverageRuleComponentLimit]]
    """There are none here."""


CoverageRuleUnlimitedComponent: TypeAlias = "CoverageRulePlainComponent | CoverageRuleUnlimitedChoice"
"""A part of the sum beyond the limits."""


class CoverageVersion(TypedDict):
    """A version that may be stored next, or that is stored."""

    name: str
    version: int
    """At least 1."""
    created: bool
    """Whether it is the first version of its coverage."""


CoveredRequirement = TypedDict(
    "CoveredRequirement",
    {
        "kind": 'Literal["covered"]',
        "class": "ShortText",
        "id": "ShortText",
        "article": "str",
        "title": "InBothLanguages",
        "note": "NotRequired[InBothLanguages | None]",
        "uncertain": "NotRequired[bool | None]",
        "valid_from": "NotRequired[str | datetime.date | None]",
        "valid_to": "NotRequired[str | datetime.date | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""Some guarantee covers every act."""


DateColumnName: TypeAlias = "str | MappedDates | DateColumnNameFixed"


class DateColumnNameFixed(TypedDict):
    fixed: str | datetime.date | None


DateFormat: TypeAlias = "str"
"""`yyyy`, `MM` or `M`, `dd` or `d`, each once, and what is between them."""


DecimalSign: TypeAlias = 'Literal["point", "comma", "either"]'
"""Of "either", three digits behind a sign that could be thousands are wrong, and never guessed."""


DeclaredRequirement = TypedDict(
    "DeclaredRequirement",
    {
        "kind": 'Literal["declared"]',
        "class": "NotRequired[ShortText | None]",
        "id": "ShortText",
        "article": "str",
        "title": "InBothLanguages",
        "note": "NotRequired[InBothLanguages | None]",
        "uncertain": "NotRequired[bool | None]",
        "valid_from": "NotRequired[str | datetime.date | None]",
        "valid_to": "NotRequired[str | datetime.date | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""Cannot be seen in amounts: the option `declarations` says whether it holds."""


class Diagnostic(TypedDict):
    """One problem of one document. `AnyDiagnostic` is the same as a union, in which the code tells the values."""

    code: DiagnosticCode
    """Stable snake_case identifier, see docs/codes.md; part of the API. The message is not."""
    severity: Severity
    message: str
    """One line, lower-case start, no full stop, user input in backticks."""
    variant: str
    """Which of the sentences of its code the message is; "" for the first, "call" for what only this package says of a call, such as
    a callback that is none, and which is no sentence. Part of the API."""
    params: dict[str, Any]
    """The values that the message names; part of the API. A text is cut after 80 characters. Of a call with several arguments,
    `argument` names the one."""
    pointer: str
    """Where; of an unknown field its own place, of a missing field the object's."""
    related: list[RelatedPlace]
    """Other places that explain this one (the first of two duplicates)."""
    fix: list[JsonPatchOperation] | None
    """JSON Patch (RFC 6902) on the given document that makes this diagnostic disappear, or None."""
    fix_title: str | None
    """What the fix does, in one line ("Replace by `DENTAL`"); None without a fix."""
    accepted: NotRequired[str]
    """Why it is meant. Only of a finding that is accepted, with the option `accepted: "info"`."""
    range: NotRequired[TextRange]
    """Only from text: UTF-16 offsets of the value (of the key for `unknown_field` and `duplicate_key`, of the object for
    `missing_field`), and the 1-based line and column of its start."""
    mark: NotRequired[TextRange]
    """Only from text: what to underline, a part of one line. Of an array or an object it is the key, where it has none the opening
    bracket; else the range."""
    edits: NotRequired[list[TextEdit] | None]
    """Only from text: the fix as edits of the text that keep its layout, ascending and apart from one another; None without a fix, and
    where a key occurs twice that the fix would remove or rename."""


DiagnosticCode: TypeAlias = 'Literal["invalid_json", "duplicate_key", "invalid_csv", "wrong_type", "missing_field", "unknown_field", "invalid_string", "unreadable_value", "too_deep", "too_large", "empty_name", "duplicate_guarantee", "version_below_one", "unknown_care_type", "unknown_care_type_group", "unusual_guarantee_name", "no_guarantee", "no_mapping", "empty_selector", "exclude_without_include", "selects_nothing", "include_also_excluded", "useless_exclude", "redundant_include", "age_reversed", "empty_list", "treatment_mode_format", "unknown_treatment_mode", "unknown_practitioner", "unknown_lens_complexity", "unknown_nature_de_soins", "irrelevant_condition", "redundant_mapping", "overlap", "gap", "analysis_truncated", "age_out_of_range", "unknown_guarantee", "empty_rule", "unknown_component", "limit_needs_one_maximum", "too_many_components", "too_few_options", "nested_components", "nested_limits", "repeated_limit_key", "limit_key_mismatch", "base_rule_on_unreimbursed", "beyond_without_limit", "flat_without_limit", "opaque_rule", "version_not_one", "version_exists", "version_not_next", "unknown_coverage", "unknown_version", "invalid_amount", "amount_format", "negative_amount", "amount_precision", "not_positive", "out_of_range", "unknown_ruleset", "unknown_operation", "invalid_date", "born_after_care_date", "inconsistent_fact", "invalid_tooth", "invalid_prescription", "empty_code", "duplicate_short_code", "duplicate_id", "unknown_group_id", "no_group", "unknown_fact", "key_mismatch", "inconsistent_mappings", "empty_group", "duplicate_value", "freed", "out_of_memory", "internal", "stale", "unknown_class", "unknown_code", "blocking_code", "stale_acceptance", "diagnostics_truncated"]'
"""The stable identifier of a kind of problem, see docs/codes.md."""


class DiffOptions(TypedDict):
    date: NotRequired[str | datetime.date | None]
    """The day on which amounts are compared, too."""


class DiscountDecision(TypedDict):
    """Whether a discount amount is allowed."""

    allowed: bool
    """`discount_amount * package_qty <= reimbursement_amount * medication_qty`, decided without dividing."""
    allowed_amount: str
    """reimbursement_amount * medication_qty / package_qty, rounded half-even to 6 decimals, without trailing zeros; for
    display only."""
    excess: str
    """discount_amount minus the allowed amount when positive, likewise; "0" otherwise."""


class DiscountInput(Annotations):
    """The figures of one discount."""

    discount_amount: str | float | decimal.Decimal
    """What the program pays for this much of the medication."""
    reimbursement_amount: str | float | decimal.Decimal
    """What the program pays for one whole package."""
    medication_qty: str | float | decimal.Decimal
    """What is handed out."""
    package_qty: str | float | decimal.Decimal
    """What a whole package holds; above 0."""


class DispenseCheck(TypedDict):
    """One check, see docs/dispense.md."""

    id: DispenseCheckId
    outcome: Literal["passed", "failed", "skipped", "unknown"]
    """"skipped": switched off, without subject, or after a check that failed. "unknown": it waits for what is missing."""
    status: int | None
    """The HTTP status the source gives for this failure; None unless failed, and where a program is only marked INVALID."""
    message: str | None
    """The source's own message, verbatim; None unless failed."""
    pointer: str | None
    """The value that decided, or the reference that was not found; None unless failed, but of a detail its place."""
    entry: str | None
    """JSONPath of the source's error body, e.g. "$.dispense_details.[0].discount_amount"; None unless failed."""
    program_id: str | None
    """Of a check per program."""
    because: list[str]
    """For unknown: pointers of what is missing, sorted, at most 100. For skipped: the id of the check that failed, or the
    pointer of the setting or the reference that made it so."""


DispenseCheckId: TypeAlias = 'Literal["legal_entity_exists", "legal_entity_active", "legal_entity_type", "medication_request_exists", "medication_request_active", "dispense_period", "medication_request_blocked", "intent", "employee", "division_exists", "program_exists", "program_active", "program_matches", "contract_exists", "contract_not_suspended", "contract_division", "medication_exists", "medication_active", "medication_participant", "care_plan_status", "activity_status", "division_active", "division_owner", "division_dls", "provision_active", "provision_contract", "code", "innm_participant", "same_innm", "qualify", "other_dispenses", "quantity", "multiplicity", "discount_amount"]'
"""The id of a check, see docs/dispense.md."""


class DispenseConfig(Annotations):
    """Settings of the system. A name that a check reads and that is absent is not known, but for the two with defaults."""

    DISPENSE_DIVISION_DLS_VERIFY: NotRequired[bool | None]
    """Divisions must be verified in the DLS, the register of licences."""
    MEDICAL_PROGRAM_PROVISION_VERIFY: NotRequired[bool | None]
    """Programs must be provided by the division."""
    MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES: NotRequired[list[str] | None]
    """The types of legal entities that may dispense."""
    TOLERANCE: NotRequired[str | float | decimal.Decimal | None]
    """Of "code-2019": how far a discount may be above the allowed amount. Default 0.01."""
    DEVIATION: NotRequired[str | float | decimal.Decimal | None]
    """Of "code-2019": which part of the allowed amount a discount may be below it. Default 0.1."""


class DispenseDetail(TypedDict):
    medication_id: NotRequired[str | None]
    """A brand."""
    medication_qty: NotRequired[str | float | decimal.Decimal | None]
    discount_amount: NotRequired[str | float | decimal.Decimal | None]
    """What the program pays."""


class DispenseReport(TypedDict):
    """What came of a dispense or a qualification."""

    decision: Literal["accepted", "rejected", "indeterminate"]
    ruleset: DispenseRuleset
    first_failure: DispenseReportFirstFailure | None
    """What the source system would answer: the first check with a status that failed, or None. `certain` is false when a
    check before it is unknown."""
    programs: list[DispenseReportPrograms]
    """The programs of the request, in its order."""
    contract: ContractSelection | None
    """The contracts for the request's program; None for a qualification, without program, and without contracts."""
    amounts: list[DispenseReportAmounts]
    """The details that can be computed. `allowed_amount` is reimbursement × quantity / package, rounded half-even to 6
    decimals; `allowed` is within what the ruleset tolerates."""
    checks: list[DispenseCheck]
    """In the ruleset's order; of checks per detail or per program, one for each."""


class DispenseReportAmounts(TypedDict):
    pointer: str
    allowed_amount: str
    discount_amount: str
    allowed: bool


class DispenseReportFirstFailure(TypedDict):
    id: DispenseCheckId
    status: int
    message: str
    entry: str | None
    certain: bool


class DispenseReportPrograms(TypedDict):
    program_id: str
    status: Literal["VALID", "INVALID", "UNKNOWN"]
    rejection_reason: str | None


class DispenseRequest(TypedDict):
    """Of a dispense: `code` and `medication_dispense`. Of a qualification: `medication_request_id`, `division_id`, `programs`."""

    code: NotRequired[str | None]
    """The code that the patient was sent. Left out or None: none was given; an empty string is a code."""
    medication_dispense: NotRequired[RequestedDispense]
    medication_request_id: NotRequired[str | None]
    division_id: NotRequired[str | None]
    """Left out or None: none is given."""
    programs: NotRequired[list[DispenseRequestPrograms] | None]
    """The programs to qualify for; at most 100."""


class DispenseRequestPrograms(TypedDict):
    id: str


DispenseRuleset: TypeAlias = 'Literal["code-2019", "page-2022"]'
"""A generation of the system's rules."""


class DispenseSnapshot(Annotations):
    """The entities that a dispense is judged by, as the system itself knows them; field names are the system's own.

    A section that is absent is not known: what reads it is "unknown". `None` or `[]` means searched and not found. A field
    that is absent is not known, either; `None` is a value. Unknown sections and names in `config` are errors; other fields
    inside the token, the request and the entities are ignored."""

    ruleset: DispenseRuleset
    """Which generation of the system's rules."""
    operation: NotRequired[Literal["create_dispense", "qualify"]]
    """Default "create_dispense"."""
    current_date: str | datetime.date
    """The day of the question."""
    config: NotRequired[DispenseConfig]
    """Settings of the system."""
    token: NotRequired[DispenseToken]
    """Who asks."""
    request: NotRequired[DispenseRequest]
    """What is asked."""
    medication_request: NotRequired[MedicationRequest | None]
    """The prescription."""
    legal_entities: NotRequired[list[LegalEntity] | None]
    employees: NotRequired[list[Employee] | None]
    divisions: NotRequired[list[Division] | None]
    medical_programs: NotRequired[list[MedicalProgram] | None]
    program_medications: NotRequired[list[ProgramMedication] | None]
    medications: NotRequired[list[Medication] | None]
    contracts: NotRequired[list[Contract] | None]
    medical_program_provisions: NotRequired[list[MedicalProgramProvision] | None]
    care_plans: NotRequired[list[CarePlan] | None]
    care_plan_activities: NotRequired[list[CarePlan] | None]
    medication_dispenses: NotRequired[list[MedicationDispense] | None]
    """Dispenses made before."""
    overlapping_dispensed_innm_ids: NotRequired[list[str] | None]
    """The ingredients dispensed to the patient for the same time."""


class DispenseToken(TypedDict):
    client_id: NotRequired[str | None]
    """The legal entity."""
    user_id: NotRequired[str | None]


class DistributedAmount(Annotations):
    """What a part of the acts costs."""

    share: str | float | decimal.Decimal
    charged: str | float | decimal.Decimal
    brss: NotRequired[str | float | decimal.Decimal | None]
    rate: NotRequired[str | float | decimal.Decimal | None]
    """The rate of the Sécu, in per cent."""


class Division(TypedDict):
    """A pharmacy of a legal entity."""

    id: NotRequired[str | None]
    legal_entity_id: NotRequired[str | None]
    status: NotRequired[str | None]
    is_active: NotRequired[bool | None]
    dls_verified: NotRequired[bool | None]


class Employee(TypedDict):
    user_id: NotRequired[str | None]
    legal_entity_id: NotRequired[str | None]
    status: NotRequired[str | None]
    """Must be "APPROVED"."""
    is_active: NotRequired[bool | None]


class RequirementHead(Annotations):
    """What every requirement says."""

    id: ShortText
    """Unique in the profile."""
    article: str
    """Where it is written."""
    title: InBothLanguages
    note: NotRequired[InBothLanguages | None]
    uncertain: NotRequired[bool | None]
    """Whether its author is not sure of it."""
    valid_from: NotRequired[str | datetime.date | None]
    """The first day on which it is in force."""
    valid_to: NotRequired[str | datetime.date | None]
    """The last day."""


class EquipmentRequirement(RequirementHead):
    """A frame and two lenses are paid within bounds, Sécu and complementary together."""

    kind: Literal["equipment"]
    frame: NotRequired[ShortText | None]
    """Default: the class `frame`."""
    pairs: list[LensPair]
    required: NotRequired[bool | None]
    """False: floors only where more than the ticket modérateur is paid."""


class FilterMatch(TypedDict):
    """One filter against one act."""

    outcome: ConditionOutcome
    conditions: list[ConditionResult]
    missing: list[MissingFact]


FlagColumnName: TypeAlias = "str | MappedFlags | FlagColumnNameFixed"


class FlagColumnNameFixed(TypedDict):
    fixed: bool | None


FrequencyRequirement = TypedDict(
    "FrequencyRequirement",
    {
        "kind": 'Literal["frequency"]',
        "class": "ShortText",
        "rolling_months": "CoverageRuleMonths",
        "acts": "NotRequired[list[PaidAct] | None]",
        "id": "ShortText",
        "article": "str",
        "title": "InBothLanguages",
        "note": "NotRequired[InBothLanguages | None]",
        "uncertain": "NotRequired[bool | None]",
        "valid_from": "NotRequired[str | datetime.date | None]",
        "valid_to": "NotRequired[str | datetime.date | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""What was paid once is paid again only so many months later."""


GroupKey: TypeAlias = 'Literal["heading", "guarantee", "care_type", "age_band"] | GroupKeyColumn'
"""What groups are made of: the heading of the care type, the guarantee under `current`, the care type, the age in bands of ten years
(0–9 … 80–89, 90+), or a column of the claims by its own name."""


class GroupKeyColumn(TypedDict):
    column: str


class GuaranteeDecisionUndetermined(TypedDict):
    guarantee: str
    missing: list[MissingFact]


class Heading(Annotations):
    """A heading."""

    id: ShortText
    """Unique in the file."""
    title: InBothLanguages
    selector: CoverageCareTypeSelector


class Headings(Annotations):
    """Under which headings care types are, as in a benefit table."""

    headings: list[Heading]
    """Of several that select a care type, the first has it."""


class InBothLanguages(Annotations):
    """A text in French and in English."""

    fr: str
    en: str


class InternalCareType(Annotations):
    """A kind of care, as the insurer's own list names it."""

    id: int
    """Unique among care types; an integer within ±(2^53 − 1)."""
    short_code: str
    """Unique among care types, case-sensitive, 1 to 64 characters (code points), no white space at either end."""
    label: NotRequired[str | None]
    """What a person reads."""
    care_type_group_ids: list[SafeInteger]
    """The ids of the groups this care type belongs to; at least one."""
    applicable_facts: NotRequired[list[ActFact] | None]
    """The facts that acts of this type have; left out or None: all. Ages always apply."""


InvalidReason: TypeAlias = 'Literal["unreadable", "wrong_value", "invalid_act", "unknown_care_type", "ambiguous", "undetermined", "regularisation", "band", "weight"]'
"""Why a row is in no sum: the line is no row; a value of a cell; the act as a whole; its care type is not in the catalogue; several
guarantees match; facts that it lacks decide; a correction of another line; a band of ages that a condition cuts; a second weight of
one person."""


class InvalidRow(TypedDict):
    """A row that is in no sum; of all reasons together, at most the first 1,000."""

    row: int
    """From 0."""
    line: int | None
    """Of the text, from 1; None where there is none."""
    message: str
    """One line, lower-case start, no full stop, user input in backticks. `translate` of `care-coverage/words` says it in another language."""
    code: DiagnosticCode | None
    """The code whose sentence the message is; None: one that only rows have."""
    variant: str
    """Which of the sentences of its code, or of rows; "" where there is no other, or none. Part of the API; the message is not."""
    params: dict[str, Any]
    """The values that the message names."""
    column: str | None
    """The column of the value, as the claims call it."""


JsonPatchOperation: TypeAlias = "JsonPatchOperationOp | JsonPatchOperationOp2 | JsonPatchOperationOp3"
"""A step of a JSON Patch (RFC 6902)."""


JsonPatchOperationOp = TypedDict(
    "JsonPatchOperationOp",
    {
        "op": 'Literal["add", "replace"]',
        "path": "str",
        "value": "Any",
        "from": "NotRequired[None]",
    },
)


JsonPatchOperationOp2 = TypedDict(
    "JsonPatchOperationOp2",
    {
        "op": 'Literal["remove"]',
        "path": "str",
        "from": "NotRequired[None]",
        "value": "NotRequired[None]",
    },
)


JsonPatchOperationOp3 = TypedDict(
    "JsonPatchOperationOp3",
    {
        "op": 'Literal["move"]',
        "path": "str",
        "from": "str",
        "value": "NotRequired[None]",
    },
)


class KnownValues(TypedDict):
    """The values that validation knows for the text facts."""

    practitioners: list[str]
    glassesLensComplexities: list[str]
    treatmentModes: list[str]
    naturesDeSoins: list[str]


class LegalEntity(TypedDict):
    id: NotRequired[str | None]
    status: NotRequired[str | None]
    is_active: NotRequired[bool | None]
    type: NotRequired[str | None]


class LensPair(Annotations):
    """Two lenses, and what is paid of them with a frame."""

    id: ShortText
    """Unique in the requirement."""
    lenses: list[ShortText]
    """The classes of the left lens and of the right one."""
    floor: str | float | decimal.Decimal
    ceiling: NotRequired[str | float | decimal.Decimal | None]


class LensPrescription(TypedDict):
    """A lens as it is prescribed, in dioptres."""

    sphere: float
    cylinder: float
    multifocal: bool


class LimitChange(TypedDict):
    """A difference between limits that no amount shows: "5 acts a year" that becomes "1 act a year"."""

    guarantee: str
    """The guarantee of the later coverage."""
    key: str
    """The limit's key."""
    field: Literal["period", "max_amount", "max_pmss_percent", "max_count", "max_days", "counts", "scope", "shared_with", "limit"]
    """"shared_with": the other guarantees of its key. "limit": all of it, where only one of the rules has it."""
    before: Any
    after: Any


class LimitCounter(TypedDict):
    """What earlier acts used of a limit. Kept by the caller."""

    key: str
    scope_id: str
    """The beneficiary or "family"; "/left", "/right", "/16" (a tooth) and "/" with the stay's id are appended."""
    period_start: str | None
    """The first day of the civil or membership year; None for other periods."""
    amount: str
    count: str
    entries: list[LimitCounterEntries] | None
    """Rolling periods only."""


class LimitCounterEntries(TypedDict):
    date: str
    amount: str
    count: str


LimitState: TypeAlias = 'Literal["unused", "used_up"]'
"""What was used of the limits of a rule: nothing, or all that they leave."""


ListColumnName: TypeAlias = "str | MappedColumn"


class MappedColumn(Annotations):
    """A column."""

    column: str


class MappedAmounts(MappedColumn):
    decimal: NotRequired[DecimalSign | None]


class MappedDates(MappedColumn):
    format: NotRequired[DateFormat | None]


class MappedFlags(MappedColumn):
    """A column of booleans; in `values` ours for each of their texts."""

    values: NotRequired[dict[str, bool | None] | None]


class MappedSides(MappedColumn):
    """A column of sides; in `values` ours for each of their texts."""

    values: NotRequired[dict[str, Literal["left", "right"] | None] | None]


class MappedTexts(MappedColumn):
    """A column of texts; in `values` our text for each of theirs."""

    values: NotRequired[dict[str, ShortText | None] | None]


class MappingGuess(TypedDict):
    """A mapping that was guessed."""

    mapping: ClaimMapping
    columns: list[ColumnGuess]
    """The columns of the file, in their order."""
    missing: list[ClaimField]
    """The fields that must be there and were not found."""


class MedicalProgram(TypedDict):
    id: NotRequired[str | None]
    name: NotRequired[str | None]
    is_active: NotRequired[bool | None]
    medical_program_settings: NotRequired[MedicalProgramSettings | None]
    """Only read by "page-2022". None or {}: no setting is on."""


class MedicalProgramProvision(TypedDict):
    """That a division provides a program."""

    medical_program_id: NotRequired[str | None]
    division_id: NotRequired[str | None]
    contract_number: NotRequired[str | None]
    is_active: NotRequired[bool | None]


class MedicalProgramSettings(TypedDict):
    skip_contract_provision_verify: NotRequired[bool | None]
    skip_mnn_in_treatment_period: NotRequired[bool | None]
    multi_medication_dispense_allowed: NotRequired[bool | None]


class Medication(TypedDict):
    id: NotRequired[str | None]
    type: NotRequired[str | None]
    """Only a "BRAND" is dispensed."""
    is_active: NotRequired[bool | None]
    package_qty: NotRequired[str | float | decimal.Decimal | None]
    """What a whole package holds."""
    package_min_qty: NotRequired[str | float | decimal.Decimal | None]
    """The least that can be taken out of a package."""
    ingredients: NotRequired[list[MedicationIngredients] | None]


class MedicationDispense(TypedDict):
    """A dispense made before."""

    medication_request_id: NotRequired[str | None]
    status: NotRequired[str | None]
    """"NEW" and "PROCESSED" prevent another."""
    details: NotRequired[list[MedicationDispenseDetails] | None]


class MedicationDispenseDetails(TypedDict):
    medication_qty: NotRequired[str | float | decimal.Decimal | None]


class MedicationIngredients(TypedDict):
    is_primary: NotRequired[bool | None]
    medication_child_id: NotRequired[str | None]


class MedicationRequest(TypedDict):
    """A prescription."""

    id: NotRequired[str | None]
    status: NotRequired[str | None]
    """Must be "ACTIVE"."""
    is_active: NotRequired[bool | None]
    intent: NotRequired[str | None]
    """Must be "order"."""
    dispense_valid_from: NotRequired[str | datetime.date | None]
    dispense_valid_to: NotRequired[str | datetime.date | None]
    medication_id: NotRequired[str | None]
    """The ingredient (INNM) that is prescribed."""
    medication_qty: NotRequired[str | float | decimal.Decimal | None]
    medical_program_id: NotRequired[str | None]
    verification_code: NotRequired[str | None]
    """None: no code is needed."""
    based_on: NotRequired[list[MedicationRequestBasedOn] | None]
    """What it is based on; at most 100."""
    is_blocked: NotRequired[bool | None]


class MedicationRequestBasedOn(TypedDict):
    type: NotRequired[str | None]
    id: NotRequired[str | None]


MissingFact: TypeAlias = 'Literal["member_age"] | ActFact'
"""A fact that an answer waits for."""


class NationalColumns(ActColumnNames):
    """Where the fields of a sum of acts are."""

    acts: AmountColumnName
    """How many acts it is the sum of."""
    age_band: NotRequired[WholeColumnName | None]
    care_year: NotRequired[WholeColumnName | None]
    care_month: NotRequired[WholeColumnName | None]
    pathway_code: NotRequired[WholeColumnName | None]


class NationalMapping(ClaimFileStyle):
    """Of the national claims base: lines are sums of equal acts, without person and day."""

    kind: Literal["damir"]
    columns: NationalColumns


class NotDecidable(TypedDict):
    """Acts of which it is not decided, or not wholly."""

    region: ActRegion
    reason: Literal["ambiguous", "opaque_rule", "broken_rule", "too_many_cases", "too_precise", "less_than_rounding", "truncated", "missing_pmss"]
    """"too_many_cases": more than 4,096 systems for one question, or 1,000,000 in all. "too_precise": its numbers have more digits
    than are computed with. "less_than_rounding": a cent of difference before rounding that no act near it shows. "truncated": too
    many regions of a care type. "missing_pmss": a rule needs the PMSS of a year outside of the table."""


class OpaqueRule(TypedDict):
    """Somebody else's rule, which has no `components`: kept and returned unchanged, and not computed."""


class OutcomeSums(TypedDict):
    rows: int
    weight: str
    charged: str


PaidAct = TypedDict(
    "PaidAct",
    {
        "class": "ShortText",
        "side": 'NotRequired[Literal["left", "right"] | None]',
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""An act that is paid first."""


PathwaySurchargeRequirement = TypedDict(
    "PathwaySurchargeRequirement",
    {
        "kind": 'Literal["rule_field"]',
        "class": "ShortText",
        "field": 'Literal["pathway_surcharge"]',
        "forbidden": 'Literal["left_to_member", "covered"]',
        "id": "ShortText",
        "article": "str",
        "title": "InBothLanguages",
        "note": "NotRequired[InBothLanguages | None]",
        "uncertain": "NotRequired[bool | None]",
        "valid_from": "NotRequired[str | datetime.date | None]",
        "valid_to": "NotRequired[str | datetime.date | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""What is paid out of the care pathway."""


class PersonAct(TypedDict):
    """An act of a person, and what is paid for it, limits counted over all of the rows that share them. Decimals in euros, without weight."""

    row: int
    """From 0."""
    act: ClaimRow
    """What the row says, with our names."""
    secu_paid: str
    current: SimulationPaid
    draft: SimulationPaid


class PersonChange(TypedDict):
    """What changes for one person: what they pay less under the draft, once, and for how many persons they stand."""

    person: str | None
    """None where a row has neither person nor beneficiary, and is a person of its own."""
    difference: str
    weight: str
    row_count: int
    """How many rows they have."""
    rows: list[int]
    """The first 100 of them, from 0."""
    acts: list[PersonAct] | None
    """The acts of these rows; None where the claims cannot be read again: a stream, a Response, an iterable that is no array."""


class PersonChanges(TypedDict):
    """What changes for persons. A person is better off who pays less under the draft, over all of their rows."""

    counted: int
    """Persons of whom all rows are computed on both sides, with one weight."""
    apart: int
    """The others."""
    better: int
    worse: int
    same: int
    histogram: list[PersonChangesHistogram]
    """In fixed classes of the difference, ascending: above 500 €, up to 500, 100, 50 and 10, of both signs, and 0. What is on a border is in
    the class nearer to 0. None has no end."""
    quantiles: list[PersonChangesQuantiles]
    """Weighted, lower: the smallest difference up to which at least the part `at` of all persons is. Empty where all weights are 0."""
    gains: list[PersonChange]
    """The ten who gain most, and those who lose most."""
    losses: list[PersonChange]


PersonChangesHistogram = TypedDict(
    "PersonChangesHistogram",
    {
        "from": "str | None",
        "to": "str | None",
        "persons": "int",
    },
)


class PersonChangesQuantiles(TypedDict):
    at: str
    difference: str


class PreviewOptions(TypedDict):
    """How a text of claims is read."""

    format: Literal["csv", "ndjson"]
    mapping: NotRequired[ClaimMapping | None]
    by: NotRequired[list[str]]
    """Columns that are carried along, by their own names."""


PricedAct = TypedDict(
    "PricedAct",
    {
        "care_type": "ShortText",
        "care_date": "NotRequired[str | datetime.date | None]",
        "member_birth_date": "NotRequired[str | datetime.date | None]",
        "member_age": "NotRequired[Age | None]",
        "teeth": "NotRequired[list[ToothNumber] | None]",
        "establishment": "NotRequired[ShortText | None]",
        "is_optam_or_secteur_1": "NotRequired[bool | None]",
        "is_for_at_least_one_visible_tooth": "NotRequired[bool | None]",
        "is_etablissement_conventionne": "NotRequired[bool | None]",
        "practitioner": "NotRequired[ShortText | None]",
        "glasses_lens_complexity": "NotRequired[ShortText | None]",
        "reimbursed_by_secu": "NotRequired[bool | None]",
        "treatment_mode": "NotRequired[ShortText | None]",
        "nature_de_soins": "NotRequired[ShortText | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
        "charged": "str | float | decimal.Decimal",
        "brss": "NotRequired[str | float | decimal.Decimal | None]",
        "secu_rate_percent": "NotRequired[str | float | decimal.Decimal | None]",
        "pathway_rate_percent": "NotRequired[str | float | decimal.Decimal | None]",
        "secu_reimbursement": "NotRequired[str | float | decimal.Decimal | None]",
        "secu_paid": "NotRequired[str | float | decimal.Decimal | None]",
        "flat_contribution": "NotRequired[str | float | decimal.Decimal | None]",
        "franchise": "NotRequired[str | float | decimal.Decimal | None]",
        "quantity": "NotRequired[str | float | decimal.Decimal | None]",
        "plv": "NotRequired[str | float | decimal.Decimal | None]",
        "hlf": "NotRequired[str | float | decimal.Decimal | None]",
        "pmss": "NotRequired[str | float | decimal.Decimal | None]",
        "reconstituted_brss": "NotRequired[str | float | decimal.Decimal | None]",
        "beneficiary": "NotRequired[ShortText | None]",
        "stay_id": "NotRequired[ShortText | None]",
        "membership_start": "NotRequired[str | datetime.date | None]",
        "side": 'NotRequired[Literal["left", "right"] | None]',
        "tooth": "NotRequired[ToothNumber | None]",
    },
)
"""An act with its amounts."""


class ProgramMedication(TypedDict):
    """That a program pays for a medication, and how much."""

    medical_program_id: NotRequired[str | None]
    medication_id: NotRequired[str | None]
    is_active: NotRequired[bool | None]
    reimbursement: NotRequired[ProgramMedicationReimbursement | None]
    """For one whole package. Only the type "FIXED" has a rule."""
    package_qty_divisible: NotRequired[bool | None]
    """false: only whole packages are handed out."""


class ProgramMedicationReimbursement(TypedDict):
    type: NotRequired[str | None]
    reimbursement_amount: NotRequired[str | float | decimal.Decimal | None]


class ReimburseColumnsOptions(TypedDict):
    """How amounts in columns are computed."""

    secu_rounding: NotRequired[Literal["down", "half_up"]]
    """How the Sécu part is rounded to the cent. Default "down"."""


class ReimburseOptions(TypedDict):
    """How a reimbursement is computed and shown."""

    secu_rounding: NotRequired[Literal["down", "half_up"]]
    """How the Sécu part is rounded to the cent. Default "down"."""
    steps: NotRequired[bool]
    """Whether the computation is shown. Default true; false: `steps` is empty."""


class ReimburseManyOptions(ReimburseOptions):
    """For many acts."""

    shown_counters: NotRequired[Literal["each", "last", "none"]]
    """"last": the counters after all acts. "each": also those after each act, in its result, which may be long: under a rolling limit
    each act adds an entry that the results after it repeat. "none": neither. What is not asked for is an empty array. Default "last"."""


class Reimbursement(TypedDict):
    """Who pays what. Amounts have two decimals, or more where they have parts of a cent."""

    outcome: ActOutcome
    """"undetermined" also where the rule needs what `missing` names, and where it is another system's."""
    guarantee: str | None
    missing: list[Literal["care_type", "care_date", "member_birth_date", "member_age", "teeth", "establishment", "is_optam_or_secteur_1", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne", "practitioner", "glasses_lens_complexity", "reimbursed_by_secu", "treatment_mode", "nature_de_soins", "charged", "brss", "secu_rate_percent", "pathway_rate_percent", "secu_reimbursement", "secu_paid", "flat_contribution", "franchise", "quantity", "plv", "hlf", "pmss", "reconstituted_brss", "beneficiary", "stay_id", "membership_start", "side", "tooth"]]
    """The fields that the act lacks, sorted."""
    amounts: ReimbursementAmounts | None
    """None unless outcome is "covered". secu_paid + complementary + out_of_pocket is what was charged."""
    steps: list[ReimbursementSteps]
    """The computation, in order, exactly: base, rss, pathway_rss, eligible, component:0 …, target, raw, unlimited, room:<key> … of
    components, offered, room:<key> … of the rule, allowed, amc, flat, secu_paid, out_of_pocket. `pathway_rss` where it counts,
    `offered` where a component has limits. Empty where there are no amounts, or no steps are asked for."""
    counters: list[LimitCounter]
    """What is used of the limits after the act: those given, in their order, then new ones. In an answer for many acts empty, unless
    the counters after each act are asked for."""


class ReimbursementAmounts(TypedDict):
    secu_theoretical: str
    secu_paid: str
    ticket_moderateur: str
    complementary: str
    out_of_pocket: str


class ReimbursementSteps(TypedDict):
    step: str
    value: str
    note: str | None


class Reimbursements(TypedDict):
    """Many acts, one after the other."""

    results: list[Reimbursement]
    """One per act, in the input's order."""
    counters: list[LimitCounter]
    """What is used of the limits after all acts. Empty where no counters are asked for."""


class RelatedPlace(TypedDict):
    """Another place in the same document, and what is there."""

    pointer: str
    message: str
    variant: str
    """Which of the sentences of other places the message is; part of the API."""
    params: dict[str, Any]
    range: NotRequired[TextRange]
    """Only from text."""


class RequestedDispense(TypedDict):
    medication_request_id: NotRequired[str | None]
    division_id: NotRequired[str | None]
    """Left out or None: none is given."""
    medical_program_id: NotRequired[str | None]
    """Left out or None: the dispense is paid by the patient alone."""
    dispense_details: NotRequired[list[DispenseDetail] | None]
    """What is handed out; at most 100."""


Requirement: TypeAlias = "AtLeastRule | AtLeastCoverage | AtMostRule | CoveredRequirement | SurplusGapRequirement | EquipmentRequirement | FrequencyRequirement | RuleFieldRequirement | DeclaredRequirement | ByConstructionRequirement"
"""One thing that is asked of a coverage. `class` is the name of a class of the profile."""


class RequirementAnswer(TypedDict):
    """What came of a requirement."""

    id: str
    article: str
    kind: RequirementKind
    status: RequirementStatus
    title: RequirementAnswerTitle
    note: RequirementAnswerNote | None
    uncertain: bool
    """Whether the author of the profile is not sure of it, or of a tariff of its classes."""
    violations: list[RequirementViolation]
    """The acts that show it, by their first care type. Empty where the caller has declared that it does not hold."""
    not_decidable: list[NotDecidable]
    """The acts that cannot be judged."""
    quantities: list[str]
    """The quantities of an act that were asked for."""


class RequirementAnswerNote(TypedDict):
    fr: str
    en: str


class RequirementAnswerTitle(TypedDict):
    fr: str
    en: str


class RequirementExample(TypedDict):
    """Acts that show a violation."""

    acts: list[PricedAct]
    """In the order in which they are paid."""
    counters: list[LimitCounter]
    """What was used of the limits before them."""
    paid: str
    """What is paid, in euros: by the coverage; of a `surplus_gap` what is paid above the base, of an `equipment` with the Sécu."""
    required: str
    """What is required, or allowed."""
    reimbursements: list[Reimbursement]


RequirementKind: TypeAlias = 'Literal["at_least", "at_most", "covered", "surplus_gap", "equipment", "frequency", "rule_field", "declared", "by_construction"]'


class RequirementProfile(Annotations):
    """What a law, an agreement or a contract asks of a coverage."""

    name: ShortText
    title: InBothLanguages
    published: str | datetime.date
    """The day as of which it says what the law says."""
    note: NotRequired[InBothLanguages | None]
    """What is uncertain in it, and that it is no legal advice."""
    classes: dict[str, ActClass]
    """Acts, by the name of the class."""
    requirements: list[Requirement]


RequirementStatus: TypeAlias = 'Literal["holds", "violated", "not_decidable", "to_declare", "class_empty", "not_in_force"]'
"""`holds`: for every act of the classes, and all amounts. `violated`: some acts show it. `not_decidable`: some acts cannot be judged, and
no others violate it. `to_declare`: the caller has not declared it. `class_empty`: the catalogue has none of its acts.
`not_in_force`: the date is not one of its own."""


class RequirementViolation(TypedDict):
    """Acts that violate a requirement."""

    region: ActRegion | None
    guarantee: str | None
    """The guarantee that covers them."""
    pointer: str | None
    """Its place in the coverage payload, a JSON Pointer."""
    reason: Literal["not_covered", "ambiguous", "forbidden_value", "less_than_required", "more_than_allowed", "gap_too_small", "too_early", "not_renewed"]
    """In which way; see docs/requirements.md."""
    state: LimitState | None
    """The state of the limits in which it shows; None where it is not about amounts."""
    tariffs: Literal["given", "assumed"] | None
    """Whether base and rate are those of a tariff; None where it is not about amounts."""
    rates: list[str]
    """The rates of the Sécu at which it shows; empty where it shows without a base alone."""
    pair: str | None
    """Of an `equipment`, the id of the pair."""
    example: RequirementExample | None
    """Acts that show it, in euros; None where it is not about amounts."""


class RequirementsOptions(TypedDict):
    """With what a profile is asked. What the profile does not ask for is read, and otherwise ignored."""

    date: str | datetime.date
    """The day that is asked."""
    classes: NotRequired[ActClasses]
    """By name, classes instead of those of the profile. A code that the catalogue lacks is an error."""
    tariffs: NotRequired[dict[str, list[ActTariff]]]
    """By name of a class, tariffs instead of its own."""
    declarations: NotRequired[dict[str, bool]]
    """By id, whether a `declared` requirement holds."""


class RequirementsReport(TypedDict):
    """What came of each requirement of a profile. A profile helps experts, and is no legal advice."""

    profile: str
    date: str
    note: RequirementsReportNote | None
    requirements: list[RequirementAnswer]
    """In the profile's order."""
    summary: dict[str, int]
    """How many there are of each status."""


class RequirementsReportNote(TypedDict):
    fr: str
    en: str


class ResolvedHeadings(TypedDict):
    """The headings of the care types of a catalogue."""

    headings: list[ResolvedHeadingsHeadings]
    without: list[str]
    """The care types that no heading has."""


class ResolvedHeadingsHeadings(TypedDict):
    id: str
    title: ResolvedHeadingsHeadingsTitle
    care_types: list[str]


class ResolvedHeadingsHeadingsTitle(TypedDict):
    fr: str
    en: str


class RowAmounts(TypedDict):
    """What is paid for each row, in the order of the source, limits counted: amounts in 1/10,000 €, without weight. A row that is in no sum has 0
    everywhere; so times their weights they sum to the totals. What is left of what was charged is out of pocket."""

    charged: Any
    secu_paid: Any
    current: SideAmounts
    draft: SideAmounts | None
    """None without a draft."""


class RowColumns(ActColumnNames):
    """Where the fields of a claim are."""

    beneficiary: NotRequired[TextColumnName | None]
    stay_id: NotRequired[TextColumnName | None]
    person: NotRequired[TextColumnName | None]
    family: NotRequired[TextColumnName | None]
    care_date: NotRequired[DateColumnName | None]
    member_birth_date: NotRequired[DateColumnName | None]
    membership_start: NotRequired[DateColumnName | None]
    side: NotRequired[SideColumnName | None]
    tooth: NotRequired[WholeColumnName | None]
    weight: NotRequired[AmountColumnName | None]


class RowMapping(ClaimFileStyle):
    """Of a file with an act in each row."""

    kind: NotRequired[Literal["rows"] | None]
    columns: NotRequired[RowColumns | None]


RuleFieldRequirement: TypeAlias = "SecuShareRequirement | PathwaySurchargeRequirement"
"""No rule that acts reach has a value in a field."""


SafeInteger: TypeAlias = "int"
"""An integer within ±(2^53 − 1)."""


class SearchOptions(TypedDict):
    """What is searched for."""

    kind: NotRequired[Literal["care_type", "care_type_group"]]
    """Only care types, or only groups. Without it, both."""
    limit: NotRequired[int]
    """The most hits, 1 to 1,000. Default 20."""


SecuShareRequirement = TypedDict(
    "SecuShareRequirement",
    {
        "kind": 'Literal["rule_field"]',
        "class": "ShortText",
        "field": 'Literal["secu_share"]',
        "forbidden": 'Literal["included", "excluded"]',
        "id": "ShortText",
        "article": "str",
        "title": "InBothLanguages",
        "note": "NotRequired[InBothLanguages | None]",
        "uncertain": "NotRequired[bool | None]",
        "valid_from": "NotRequired[str | datetime.date | None]",
        "valid_to": "NotRequired[str | datetime.date | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""How the Sécu part is counted."""


class SelectorExplanation(TypedDict):
    """Why a selector selects what it selects."""

    care_types: list[SelectorExplanationCareTypes]
    """Every care type that some term names or whose group some term names, ascending by short code. `decided_by` is the
    term that names the care type, else the first group as written; `overridden` are the terms of the other side."""


class SelectorExplanationCareTypes(TypedDict):
    short_code: str
    selected: bool
    decided_by: SelectorTerm
    overridden: list[SelectorTerm]


class SelectorTerm(TypedDict):
    """One short code in one field of a selector."""

    field: Literal["include_care_type_groups", "exclude_care_type_groups", "include_care_types", "exclude_care_types"]
    short_code: str


Severity: TypeAlias = 'Literal["error", "warning", "info"]'
""""error": the document must not be stored. "warning": it may be. "info": a hint."""


ShortText: TypeAlias = "str"
"""A text of 1 to 64 characters (code points)."""


class SideAmounts(TypedDict):
    """What one side decides and pays for each row."""

    outcomes: Any
    """Positions in `OUTCOME_CODES`."""
    guarantees: Any
    """The guarantee that covers the row: a position in the `guarantee_names` of all coverages of the side, coverage after coverage; -1 none."""
    complementary: Any
    """What the coverages of the side pay."""


SideColumnName: TypeAlias = "str | MappedSides | SideColumnNameFixed"


class SideColumnNameFixed(TypedDict):
    fixed: Literal["left", "right"] | None


class SimulateOptions(TypedDict):
    """How claims are read, computed and grouped."""

    by: NotRequired[list[GroupKey]]
    """What the groups are made of, in the order of their key. None: there are no groups."""
    headings: NotRequired[Headings]
    """Needed where groups are made of headings."""
    amounts: NotRequired[bool]
    """Whether what is paid for each row is answered, in `amounts`: 42 bytes a row with a draft. Default false."""
    format: NotRequired[Literal["csv", "ndjson", "parquet", "arrow"]]
    """Of a text. `parquet` and `arrow` only in a worker."""
    mapping: NotRequired[ClaimMapping]
    """What columns and values are called in a file. Default: as the fields of a `ClaimRow`."""
    secu_rounding: NotRequired[Literal["down", "half_up"]]
    """How the Sécu part is rounded to the cent. Default "down"."""


class Simulation(TypedDict):
    """What claims would have cost. Amounts are exact decimals in euros, times their weights, not rounded; weights too."""

    rows: int
    """How many rows, those that cannot be read included."""
    totals: SimulationTotals
    groups: list[SimulationGroups]
    """By key, sorted: at most 10,000. None in a key where a row has none. Empty without `by`."""
    other: SimulationSums | None
    """What is in no group, because there are too many."""
    persons: PersonChanges | None
    """Who is better and worse off; None without a draft."""
    acts: SimulationActs | None
    """Acts whose guarantee changes, in rows; None without a draft."""
    limits: list[SimulationLimits]
    """Every limit, by side, coverage of the stack and key: how many persons reach it, and what it cuts off."""
    invalid: list[SimulationInvalid]
    """Rows that could not be read or decided, by reason: those that occur."""
    assumed: list[SimulationAssumed]
    """What had to be assumed, and of how many rows: what occurs."""
    amounts: RowAmounts | None
    """What is paid for each row; None unless the option `amounts` asks it."""


class SimulationActs(TypedDict):
    newly_covered: int
    no_longer_covered: int
    other_guarantee: int


class SimulationAssumed(TypedDict):
    reason: AssumedReason
    rows: int


class SimulationGroups(TypedDict):
    key: dict[str, str | None]
    sums: SimulationSums


class SimulationInvalid(TypedDict):
    reason: InvalidReason
    rows: int
    first: list[InvalidRow]


class SimulationLimits(TypedDict):
    side: Literal["current", "draft"]
    coverage: int
    key: str
    persons: int
    cut: str


class SimulationPaid(TypedDict):
    complementary: str
    out_of_pocket: str


class SimulationSums(TypedDict):
    """Sums over the rows that are computed on both sides: covered or not covered. What is charged is the sum of the three parts."""

    rows: int
    weight: str
    charged: str
    secu_paid: str
    current: SimulationPaid
    draft: SimulationPaid | None
    """None without a draft."""
    difference: str | None
    """What the draft pays more than the current coverage; None without a draft."""


class SimulationTotals(TypedDict):
    rows: int
    weight: str
    charged: str
    secu_paid: str
    current: SimulationPaid
    draft: SimulationPaid | None
    """None without a draft."""
    difference: str | None
    """What the draft pays more than the current coverage; None without a draft."""
    outcomes: SimulationTotalsOutcomes
    """By outcome under each side: so they also say how much is in no other sum."""


class SimulationTotalsOutcomes(TypedDict):
    current: dict[str, OutcomeSums]
    draft: dict[str, OutcomeSums] | None


class StackedReimbursement(TypedDict):
    """The answers of a base and its options."""

    results: list[Reimbursement]
    """One per coverage, in the input's order: `out_of_pocket` is what is left after it and those before, `ticket_moderateur` that of the act."""
    totals: StackedReimbursementTotals | None
    """Together what was charged. None where no coverage covers the act, or what one of them pays is not known."""
    counters: list[list[LimitCounter]]
    """What is used of the limits of each coverage after the act."""


class StackedReimbursementTotals(TypedDict):
    secu_paid: str
    complementary: str
    out_of_pocket: str


SurplusGapRequirement = TypedDict(
    "SurplusGapRequirement",
    {
        "kind": 'Literal["surplus_gap"]',
        "class": "ShortText",
        "fact": "BooleanFact",
        "at_most_brss_percent": "str | float | decimal.Decimal",
        "below_brss_percent": "str | float | decimal.Decimal",
        "charged_at_most": "NotRequired[ChargedAtMost | None]",
        "id": "ShortText",
        "article": "str",
        "title": "InBothLanguages",
        "note": "NotRequired[InBothLanguages | None]",
        "uncertain": "NotRequired[bool | None]",
        "valid_from": "NotRequired[str | datetime.date | None]",
        "valid_to": "NotRequired[str | datetime.date | None]",
        "$schema": "NotRequired[str]",
        "description": "NotRequired[str]",
    },
)
"""What is paid above the base is bounded where a fact is false, and lower than where it is true."""


SynonymTerm: TypeAlias = "str"
"""A word or a few."""


TextColumnName: TypeAlias = "str | MappedTexts | TextColumnNameFixed"


class TextColumnNameFixed(TypedDict):
    fixed: ShortText | None


TextCondition: TypeAlias = "TextConditionIn | TextConditionNotIn"
"""`in`: one of these values. `not_in`: any value but these. Ascending."""


TextConditionIn = TypedDict(
    "TextConditionIn",
    {
        "in": "list[str]",
    },
)


class TextConditionNotIn(TypedDict):
    not_in: list[str]


class TextDiagnostic(Diagnostic):
    """One problem of a document that was given as a text."""


class TextEdit(TypedDict):
    """`text` instead of the UTF-16 units from `start` to `end`."""

    start: int
    end: int
    text: str


TextFact: TypeAlias = 'Literal["practitioner", "glasses_lens_complexity", "treatment_mode", "nature_de_soins"]'
"""The facts that are texts."""


class TextRange(TypedDict):
    """A place in a text: UTF-16 offsets, and the line and the column of the start, from 1."""

    start: int
    end: int
    line: int
    column: int


ToothNumber: TypeAlias = "int"
"""An FDI tooth number: 11–18, 21–28, 31–38, 41–48, and the deciduous 51–55, 61–65, 71–75, 81–85."""


Truncation: TypeAlias = "TruncationCareTypes | None"
"""A documented bound was reached: what is not finished, and which bound. Nothing else of the answer is wrong."""


class TruncationCareTypes(TypedDict):
    care_types: list[str]
    reason: str


class ValidateOptions(Annotations):
    """What a validation reports."""

    ignore: NotRequired[list[DiagnosticCode | str] | set[DiagnosticCode | str]]
    """Codes not to report, see docs/codes.md. One that does not exist throws "unknown_code"."""
    severities: NotRequired[dict[str, Severity]]
    """By code, the severity of all its diagnostics. It changes nothing of what compiles; a code that leaves the meaning undefined (✗)
    can only be an "error"."""
    accept: NotRequired[list[Acceptance]]
    """Findings that are meant; at most 1,000. Of findings that several accept, the first says why."""
    accepted: NotRequired[Literal["leave_out", "info"]]
    """What becomes of accepted findings: they are left out, or each is an "info" whose `accepted` is the reason. Default "leave_out"."""
    analysis: NotRequired[bool]
    """False leaves out overlap, gap and redundancy. Default true."""
    within: NotRequired[str]
    """The JSON Pointer of a part, such as "/guarantees/3": only its problems are reported, and those elsewhere that have a related place
    in it. The whole is judged, and pointers stay those of the whole. What leaves the part unread is reported, too. A text that is no
    pointer throws; a pointer to nothing does not."""


WholeColumnName: TypeAlias = "str | MappedColumn | WholeColumnNameFixed"
"""Whole numbers."""


class WholeColumnNameFixed(TypedDict):
    fixed: int | None
