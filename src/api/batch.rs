//! Many acts at once: as values, in columns, in a text, and one by one in codes.

use crate::api::coverage::Coverage;
use crate::coverage::batch::codes::ActCodes;
use crate::coverage::batch::columns::{self, ActCodeLists, ActColumns};
use crate::coverage::batch::decisions::{self, DecisionNumbers};
use crate::coverage::batch::evaluation::{self, Evaluation, EvaluationSummary};
use crate::coverage::batch::text::{self, TextBatch, TextFormat};
use crate::coverage::bulk::alone::paid_alone;
use crate::coverage::bulk::answer::ReimbursedColumns;
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::whole::reimburse_columns;
use crate::coverage::reimburse::options;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::value::json::Json;

impl Coverage {
    /// Many acts at once, in their order: for each the outcome of [`Coverage::guarantees_for`], and the first guarantee.
    /// An act that cannot be read is `invalid_act`.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::Act;
    /// use care_coverage::batch::OUTCOME_CODES;
    #[doc = include_str!("example.txt")]
    /// let acts = [40, 12].map(|age| Json::from(Act::new("CROWN").member_age(age)));
    /// let evaluation = coverage.evaluate(&acts);
    /// assert_eq!(OUTCOME_CODES[usize::from(evaluation.outcomes[1])], "not_covered");
    /// assert_eq!(evaluation.guarantees, [0, -1]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn evaluate(&self, acts: &[Json]) -> Evaluation {
        evaluation::evaluate(self.coded(), acts)
    }

    /// Many acts in columns: for each the same as [`Coverage::evaluate`].
    ///
    /// # Errors
    /// `wrong_type` for a column that is neither empty nor as long as that of the care types.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::batch::ActColumns;
    #[doc = include_str!("example.txt")]
    /// // 2 is the first care type of the catalogue.
    /// let columns = ActColumns { care_type: &[2, 2], member_age: &[40, 12], ..ActColumns::default() };
    /// assert_eq!(coverage.evaluate_columns(&columns)?.guarantees, [0, -1]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn evaluate_columns(&self, columns: &ActColumns<'_>) -> Result<Evaluation, Error> {
        columns::evaluate_columns(self.coded(), columns)
    }

    /// What the covering guarantee pays for each of many acts in columns: the same as [`Coverage::reimburse`]; acts of one unit are
    /// counted together, as [`Coverage::reimburse_many`] does. An act that cannot be read is `invalid_act`.
    ///
    /// `options` is `{ secuRounding?: "down" | "half_up" }`.
    ///
    /// # Errors
    /// `wrong_type` for a column that is neither empty nor as long as that of the care types, `missing_field` without what was charged; those of the options; the errors of a
    /// rule that should pay for an act, with pointers into the payload.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::batch::{ActColumns, PricedColumns};
    #[doc = include_str!("example.txt")]
    /// let acts = ActColumns { care_type: &[2, 2], member_age: &[40, 12], ..ActColumns::default() };
    /// // 539.00 and 120.00 €, at 60 %, in units of 1/10,000.
    /// let (charged, brss, secu_rate_percent) = (&[5_390_000; 2], &[1_200_000; 2], &[600_000; 2]);
    /// let columns = PricedColumns { acts, charged, brss, secu_rate_percent, ..PricedColumns::default() };
    /// assert_eq!(coverage.reimburse_columns(&columns, None)?.complementary, [2_280_000, 0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reimburse_columns(
        &self,
        columns: &PricedColumns<'_>,
        options: Option<&Json>,
    ) -> Result<ReimbursedColumns, Error> {
        reimburse_columns(self.coded(), columns, options::of_columns(options)?.rounding)
    }

    /// What a guarantee, or none, pays for one act, in integers; none where it is no usual act of a rule that is a sum.
    #[doc(hidden)]
    #[must_use]
    pub fn paid_alone(&self, guarantee: usize, given: [u32; 6]) -> Option<[u32; 5]> {
        paid_alone(self.coded().compiled.rules.get(guarantee), given)
    }

    /// Acts in a text, row by row: for each the same as [`Coverage::evaluate`]. Blank lines are not counted.
    ///
    /// # Errors
    /// Those of the header of a CSV, see [`TextBatch::push`].
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{CareTypeCatalog, Json};
    /// use care_coverage::batch::{OUTCOME_CODES, TextFormat};
    /// let json = |text: &str| serde_json::from_str::<Json>(text);
    /// let catalog = CareTypeCatalog::new(
    ///     &json(r#"{ "care_type_groups": [{ "id": 1, "short_code": "DENTAL" }],
    ///                "internal_care_types": [{ "id": 7, "short_code": "CROWN", "care_type_group_ids": [1] }] }"#)?,
    ///     None,
    /// )?;
    /// let coverage = catalog.compile_coverage(json(
    ///     r#"{ "name": "basic", "version": 1, "guarantees": [{ "name": "TEETH", "coverage_rule": {}, "care_type_mappings": [
    ///          { "selector": { "include_care_types": ["CROWN"] }, "filter": { "min_age": 18 } }] }] }"#,
    /// )?)?;
    /// let acts = b"care_type,member_age\nCROWN,40\nCROWN,12\nCROWN,\nCROWN,old\n";
    /// let evaluation = coverage.evaluate_text(acts, TextFormat::Csv)?;
    /// let outcomes = evaluation.outcomes.iter().map(|outcome| OUTCOME_CODES[usize::from(*outcome)]);
    /// assert_eq!(outcomes.collect::<Vec<_>>(), ["covered", "not_covered", "undetermined", "invalid_act"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn evaluate_text(&self, text: impl AsRef<[u8]>, format: TextFormat) -> Result<Evaluation, Error> {
        text::evaluate_text(self.coded(), text.as_ref(), format)
    }

    /// The texts that have codes in columns of acts.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(coverage.act_codes().care_type, ["CROWN", "SCALING"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn act_codes(&self) -> ActCodeLists<'_> {
        ActCodeLists::of(self.coded())
    }

    /// The codes of one act.
    ///
    /// # Errors
    /// Those of [`Coverage::guarantees_for`].
    #[doc(hidden)]
    pub fn codes_of(&self, act: &Json) -> Result<ActCodes, Error> {
        columns::codes_of(self.coded(), act)
    }

    /// The decision for an act whose codes are below their limits, the same as [`Coverage::guarantees_for`], in integers:
    ///
    /// ```text
    /// outcome, a position in OUTCOME_CODES
    /// then for each guarantee that matches or may match, in payload order
    ///   its position
    ///   the facts that it waits for, a bit each in the order of ActFact::ALL and the next one for the age; 0 where it certainly
    ///   matches
    /// ```
    /// None where more mappings can match the care type than the tables of batches hold.
    #[doc(hidden)]
    pub fn decision_in_integers(&self, act: &ActCodes) -> Option<Vec<u32>> {
        decisions::in_integers(&self.coded().encoded.bits, act)
    }
}

impl Evaluation {
    /// How many acts have each outcome, and how many each guarantee alone covers: counted when they were answered, whatever was
    /// done to the lists since.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::Act;
    #[doc = include_str!("example.txt")]
    /// let evaluation = coverage.evaluate(&[Act::new("CROWN").member_age(40).into()]);
    /// assert_eq!(evaluation.summary(&coverage).by_guarantee, [("DENTAL_CARE", 1)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn summary<'a>(&self, coverage: &'a Coverage) -> EvaluationSummary<'a> {
        self.counted(coverage.guarantee_names())
    }
}

#[doc(hidden)]
impl DecisionNumbers {
    /// The number of the decision for an act, whose codes are below their limits; a new one where it has none yet. None when
    /// there are too many decisions.
    pub fn number(&mut self, coverage: &Coverage, act: &ActCodes) -> Option<usize> {
        self.number_in(coverage.coded(), act)
    }

    /// The number of the decision for an act, if it has one already.
    pub fn find(&self, coverage: &Coverage, act: &ActCodes) -> Option<usize> {
        self.find_in(coverage.coded(), act)
    }
}

impl TextBatch {
    /// The answers for the rows that end in this piece. The positions of invalid acts count from the beginning of the text; at
    /// most 1,000 are listed of a whole text.
    ///
    /// # Errors
    /// Those of the header of a CSV, which end the text: `missing_field` without care types, `unknown_field`, `duplicate_key`,
    /// `invalid_csv`, `too_large`. Pointers are positions of columns.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::batch::{TextBatch, TextFormat};
    #[doc = include_str!("example.txt")]
    /// let mut batch = TextBatch::new(TextFormat::Csv);
    /// let mut evaluation = batch.push(&coverage, b"care_type,member_age\nCROWN,40\nCRO")?;
    /// evaluation.append(batch.push(&coverage, b"WN,12")?);
    /// evaluation.append(batch.finish(&coverage)?);
    /// assert_eq!(evaluation.guarantees, [0, -1]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn push(&mut self, coverage: &Coverage, piece: &[u8]) -> Result<Evaluation, Error> {
        self.read(coverage.coded(), piece)
    }

    /// The answers for what is left when the text is at its end.
    ///
    /// # Errors
    /// Those of [`TextBatch::push`].
    ///
    /// # Examples
    /// ```
    /// use care_coverage::batch::{TextBatch, TextFormat};
    #[doc = include_str!("example.txt")]
    /// let mut batch = TextBatch::new(TextFormat::Ndjson);
    /// batch.push(&coverage, br#"{ "care_type": "CROWN", "member_age": 40 }"#)?;
    /// assert_eq!(batch.finish(&coverage)?.guarantees, [0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn finish(&mut self, coverage: &Coverage) -> Result<Evaluation, Error> {
        self.read_end(coverage.coded())
    }
}
