//! A compiled coverage, and everything that it answers. What is remembered between questions is here and nowhere else.

use std::sync::{Arc, Mutex, OnceLock};

use crate::coverage::acceptance::Acceptance;
use crate::coverage::analysis::memo::Memo;
use crate::coverage::analysis::report::CoverageAnalysis;
use crate::coverage::analysis::whole::analyze;
use crate::coverage::batch::encoded::{CodedCoverage, Encoded};
use crate::coverage::compare::report::AmountComparison;
use crate::coverage::compare::whole::compare_amounts;
use crate::coverage::compiled::Compiled;
use crate::coverage::decision::Decision;
use crate::coverage::diff::report::CoverageDiff;
use crate::coverage::diff::whole::{diff, diff_with};
use crate::coverage::explain::explain;
use crate::coverage::facts::act::CareAct;
use crate::coverage::reimburse::many;
use crate::coverage::reimburse::stack::{self, StackedReimbursement};
use crate::coverage::reimburse::verdict::{Reimbursement, Reimbursements};
use crate::coverage::requirements::report::RequirementsReport;
use crate::coverage::requirements::whole::check;
use crate::coverage::validate_options;
use crate::coverage::validation;
use crate::coverage::verdict::{ActExplanation, GuaranteeDecision};
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::document::text::document::Document;
use crate::ground::document::text::json_text::JsonText;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// A compiled coverage. It keeps what it needs of its catalogue.
#[derive(Debug)]
pub struct Coverage {
    compiled: Compiled,
    /// For acts in codes; built when the first of them comes.
    encoded: OnceLock<Encoded>,
    /// What is known of the gaps, of this version or of the one that it was made of.
    memo: Mutex<Arc<Memo>>,
}

impl Coverage {
    pub(crate) fn new(compiled: Compiled) -> Self {
        Coverage { compiled, encoded: OnceLock::new(), memo: Mutex::default() }
    }

    /// The same as compiling `payload` with the catalogue of this coverage; an analysis of it reuses what is known of the
    /// care types whose mappings did not change.
    ///
    /// # Errors
    /// Those of [`CareTypeCatalog::compile_coverage`](crate::CareTypeCatalog::compile_coverage).
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// let next = coverage.with_payload(payload)?;
    /// assert_eq!(next.analyze(), coverage.analyze());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_payload(&self, payload: Json) -> Result<Coverage, Error> {
        let compiled = Compiled::new(&self.compiled.tables, payload)?;
        Ok(Coverage { memo: Mutex::new(self.memo()), ..Coverage::new(compiled) })
    }

    /// The name of the coverage.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(coverage.name(), "basic");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.compiled.model.name
    }

    /// The version of the coverage, at least 1.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(coverage.version(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn version(&self) -> u64 {
        self.compiled.model.version
    }

    /// The names of the guarantees, in payload order.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(coverage.guarantee_names(), ["DENTAL_CARE"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn guarantee_names(&self) -> &[String] {
        &self.compiled.model.guarantees
    }

    /// The payload as it was given; a coverage rule is kept unchanged.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(coverage.payload(), &payload);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn payload(&self) -> &Json {
        &self.compiled.payload
    }

    /// The short codes of the care types that some mapping of a guarantee selects, ascending.
    ///
    /// # Errors
    /// `wrong_type` for anything but a string, and `unknown_guarantee`.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(coverage.care_types_of("DENTAL_CARE")?, ["CROWN", "SCALING"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn care_types_of(&self, guarantee: impl Into<Json>) -> Result<Vec<&str>, Error> {
        Ok(self.compiled.care_types_of(self.compiled.position_of(&guarantee.into())?))
    }

    /// Which guarantees match a `CareAct`.
    ///
    /// # Errors
    /// The problems of the act. A care type that the catalogue does not know is an answer, not an error.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{Act, ActOutcome};
    #[doc = include_str!("example.txt")]
    /// let decision = coverage.guarantees_for(&Act::new("CROWN").member_age(40))?;
    /// assert_eq!((decision.outcome, decision.guarantees), (ActOutcome::Covered, vec!["DENTAL_CARE"]));
    /// let decision = coverage.guarantees_for(&Act::new("CROWN"))?;
    /// assert_eq!(decision.undetermined[0].missing, ["member_age"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn guarantees_for(&self, act: &Json) -> Result<GuaranteeDecision<'_>, Error> {
        let act = CareAct::decode(act, &self.compiled.tables.options.derive)?;
        Ok(GuaranteeDecision::new(&self.compiled, &Decision::on(&self.compiled, &act)))
    }

    /// Which guarantees match a `CareAct`, why, and what would have to change for the others.
    ///
    /// # Errors
    /// Those of [`Coverage::guarantees_for`].
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{Act, ConditionOutcome};
    #[doc = include_str!("example.txt")]
    /// let child = Act::new("CROWN").member_age(12);
    /// let explanation = coverage.explain(&child)?;
    /// assert_eq!(explanation.mappings[0].conditions[0].outcome, ConditionOutcome::Fails);
    /// assert_eq!(explanation.nearest[0].changes.fact_count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn explain<'a>(&'a self, act: &'a Json) -> Result<ActExplanation<'a>, Error> {
        let act = CareAct::decode(act, &self.compiled.tables.options.derive)?;
        Ok(explain(&self.compiled, &act))
    }

    /// What the one guarantee that covers an act pays for it, with every line of the computation.
    ///
    /// The act is a `CareAct` with `ActAmounts` next to its facts. `counters` is the array of `LimitCounter` that earlier acts left;
    /// `options` is `{ secuRounding?: "down" | "half_up" }`.
    ///
    /// # Errors
    /// The problems of the act, of the counters and of the options; or the errors of the guarantee's rule, with pointers
    /// into the payload.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{CareTypeCatalog, Json};
    /// let json = |text: &str| serde_json::from_str::<Json>(text);
    /// let catalog = CareTypeCatalog::new(
    ///     &json(r#"{ "care_type_groups": [{ "id": 1, "short_code": "MEDICAL" }],
    ///                "internal_care_types": [{ "id": 1, "short_code": "GP_VISIT", "care_type_group_ids": [1] }] }"#)?,
    ///     None,
    /// )?;
    /// let coverage = catalog.compile_coverage(json(
    ///     r#"{ "name": "basic", "version": 1, "guarantees": [{ "name": "DOCTORS",
    ///          "coverage_rule": { "components": [{ "kind": "brss_percent", "percent": "100" }] },
    ///          "care_type_mappings": [{ "selector": { "include_care_types": ["GP_VISIT"] }, "filter": {} }] }] }"#,
    /// )?)?;
    /// let act = json(r#"{ "care_type": "GP_VISIT", "charged": "26.50", "brss": "26.50", "secu_rate_percent": 70,
    ///                     "flat_contribution": 1 }"#)?;
    /// let amounts = coverage.reimburse(&act, None, None)?.amounts.ok_or("covered")?;
    /// assert_eq!((amounts.secu_paid.as_str(), amounts.complementary.as_str()), ("17.55", "7.95"));
    /// assert_eq!(amounts.out_of_pocket, "1.00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reimburse(
        &self,
        act: &Json,
        counters: Option<&Json>,
        options: Option<&Json>,
    ) -> Result<Reimbursement<'_>, Error> {
        many::reimburse(&self.compiled, act, counters, options)
    }

    /// The same for an act as JSON text.
    ///
    /// # Errors
    /// Those of [`Coverage::reimburse`]; those of the act, and of its text, have their ranges.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::JsonText;
    #[doc = include_str!("example.txt")]
    /// let act = JsonText::from(r#"{ "care_type": "CROWN", "member_age": 40, "charged": "539", "brss": 120, "secu_rate_percent": 60 }"#);
    /// let amounts = coverage.reimburse_text(&act, None, None)?.amounts.ok_or("covered")?;
    /// assert_eq!(amounts.complementary, "228.00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reimburse_text(
        &self,
        act: &JsonText,
        counters: Option<&Json>,
        options: Option<&Json>,
    ) -> Result<Reimbursement<'_>, Error> {
        many::reimburse_text(&self.compiled, act, counters, options)
    }

    /// The same for a member's or a family's acts, by care date; acts of one date, and those without a date after all
    /// others, in the order given. One result for each act in the order given.
    ///
    /// The options may also have `counters`: `"last"`, which is the default, gives what is used after all acts; `"each"` also what
    /// is used after each act, in its result; `"none"` neither. What is not asked for is empty.
    ///
    /// # Errors
    /// Those of [`Coverage::reimburse`], of all acts at once; and `too_large` where more than 1,000,000 counters and
    /// entries of counters in all would be kept, or shown.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{Act, ReimburseOptions};
    #[doc = include_str!("example.txt")]
    /// let crown = Act::new("CROWN").member_age(40).amount("charged", "539").amount("brss", "120").amount("secu_rate_percent", 60);
    /// let acts = Json::from(vec![crown.clone().care_date("2026-05-02"), crown.care_date("2026-01-15")]);
    /// let answer = coverage.reimburse_many(&acts, None, Some(&ReimburseOptions::new().without_counters()))?;
    /// assert_eq!(answer.results.len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reimburse_many(
        &self,
        acts: &Json,
        counters: Option<&Json>,
        options: Option<&Json>,
    ) -> Result<Reimbursements<'_>, Error> {
        many::reimburse_many(&self.compiled, acts, counters, options)
    }

    /// Which acts do two guarantees claim, which acts match nothing, which mappings do nothing?
    ///
    /// The answer is exact: regions of one list are disjoint, and together they are all such acts. Each has an act that
    /// shows it. Where a bound is reached, [`CoverageAnalysis::truncated`] says what is not finished.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// let analysis = coverage.analyze();
    /// // Members below 18 are covered by nothing.
    /// assert_eq!(analysis.gaps[0].region.care_types, ["CROWN", "SCALING"]);
    /// assert_eq!(analysis.gaps[0].region.witness.member_age, 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn analyze(&self) -> CoverageAnalysis<'_> {
        self.analyze_with(&[])
    }

    /// The same, with the findings that are meant: those that an acceptance covers say why ([`GapReport::accepted`]), and a finding
    /// that it covers in part comes in parts.
    ///
    /// # Errors
    /// Those of the options.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{Acceptance, AnalyzeOptions, Code};
    #[doc = include_str!("example.txt")]
    /// let options = AnalyzeOptions::new().accept([Acceptance::new(Code::Gap, "for adults")]);
    /// let analysis = coverage.analyze_accepting(Some(&options))?;
    /// assert_eq!(analysis.gaps[0].accepted.as_deref(), Some("for adults"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// [`GapReport::accepted`]: crate::analysis::GapReport::accepted
    pub fn analyze_accepting(&self, options: Option<&Json>) -> Result<CoverageAnalysis<'_>, Error> {
        Ok(self.analyze_with(&validate_options::of_analysis(&self.compiled.tables, options)?))
    }

    fn analyze_with(&self, acceptances: &[Acceptance]) -> CoverageAnalysis<'_> {
        let (analysis, known) = analyze(&self.compiled.tables, &self.compiled.model, acceptances, &self.memo());
        self.remember(Arc::new(known));
        analysis
    }

    /// What changes for members when `next` replaces this coverage, which may be of another catalogue: care types are
    /// compared by short code, one that a catalogue does not know matches nothing there, and a fact that acts have on one
    /// side only does not apply on the other.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// let next = r#"{ "name": "basic", "version": 2, "guarantees": [] }"#.parse()?;
    /// let next = coverage.with_payload(next)?;
    /// assert_eq!(coverage.diff(&next).removed_guarantees, ["DENTAL_CARE"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn diff<'a>(&'a self, next: &'a Coverage) -> CoverageDiff<'a> {
        diff(&self.compiled, &next.compiled)
    }

    /// The same; with the option `date`, [`CoverageDiff::amount_changes`] says what members get on that day.
    ///
    /// # Errors
    /// Those of the options.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// let options = r#"{ "date": "2026-06-15" }"#.parse()?;
    /// assert!(coverage.diff_with(&coverage, Some(&options))?.amount_changes.is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn diff_with<'a>(&'a self, next: &'a Coverage, options: Option<&Json>) -> Result<CoverageDiff<'a>, Error> {
        diff_with(&self.compiled, &next.compiled, options)
    }

    /// The same where the options have no date: what compares amounts is not needed for it, and is loaded apart where it can be.
    #[cfg(target_family = "wasm")]
    pub(crate) fn diff_without_amounts<'a>(
        &'a self,
        next: &'a Coverage,
        options: Option<&Json>,
    ) -> Result<CoverageDiff<'a, ()>, Error> {
        crate::coverage::diff::whole::date_of(options)?;
        Ok(diff(&self.compiled, &next.compiled))
    }

    /// For which acts, and at which amounts, does `next` pay more or less than this coverage? Decided for all amounts at once;
    /// every answer has an act with amounts that shows it. Where it cannot be decided, the answer says so.
    ///
    /// `options` is `{ date, rates? }`: the day whose PMSS counts, and the rates of the Sécu in percent that a base may have.
    ///
    /// # Errors
    /// Those of the options.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// let next = r#"{ "name": "basic", "version": 2, "guarantees": [] }"#.parse()?;
    /// let next = coverage.with_payload(next)?;
    /// let comparison = coverage.compare_amounts(&next, &r#"{ "date": "2026-06-15" }"#.parse()?)?;
    /// let loss = comparison.regions[0].loss.as_ref().ok_or("a loss")?;
    /// assert_eq!(loss.current.guarantee, Some("DENTAL_CARE"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn compare_amounts<'a>(&'a self, next: &'a Coverage, options: &Json) -> Result<AmountComparison<'a>, Error> {
        compare_amounts(&self.compiled, &next.compiled, options)
    }

    /// Does the coverage meet the requirements of a profile, such as those of a law? For every act of their classes, and all amounts.
    ///
    /// `options` is `{ date, classes?, tariffs?, declarations? }`: the day that is asked; by name, classes of this catalogue and their
    /// tariffs instead of those of the profile; by id of a requirement, whether one that cannot be seen in amounts holds.
    ///
    /// # Errors
    /// Every error of the profile and of the options.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::requirements::RequirementStatus;
    #[doc = include_str!("example.txt")]
    /// let profile: Json = r#"{ "name": "branch", "title": { "fr": "Branche", "en": "Branch" }, "published": "2026-01-01",
    ///   "classes": { "crowns": { "selector": { "include_care_types": ["CROWN"] } } },
    ///   "requirements": [{ "id": "B1", "article": "3", "title": { "fr": "Couronnes", "en": "Crowns" },
    ///                      "kind": "covered", "class": "crowns" }] }"#.parse()?;
    /// let report = coverage.check_requirements(&profile, &r#"{ "date": "2026-01-01" }"#.parse()?)?;
    /// let crowns = &report.requirements[0];
    /// // Members below 18 are covered by nothing.
    /// assert_eq!((crowns.id, crowns.status), ("B1", RequirementStatus::Violated));
    /// assert_eq!(crowns.violations[0].region.as_ref().ok_or("acts")?.witness.member_age, 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check_requirements<'a>(
        &'a self,
        profile: &'a Json,
        options: &Json,
    ) -> Result<RequirementsReport<'a>, Error> {
        check(&self.compiled, profile, options)
    }

    /// The diagnostics of a payload that is to replace this coverage, the same as those of
    /// [`CareTypeCatalog::validate_coverage`](crate::CareTypeCatalog::validate_coverage); care types whose mappings did not change
    /// are not analyzed again, neither here nor in what [`Coverage::with_payload`] makes next.
    ///
    /// # Errors
    /// Only those of the options.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(coverage.validate(&payload, None)?, catalog.validate_coverage(&payload, None)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn validate(&self, payload: &Json, options: Option<&Json>) -> Result<Vec<Diagnostic>, Error> {
        self.remembering(|memo| validation::of_json(&self.compiled.tables, payload, options, memo))
    }

    /// The same for a JSON text in UTF-16 code units.
    ///
    /// # Errors
    /// Only those of the options.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// let text: Vec<u16> = "{".encode_utf16().collect();
    /// assert_eq!(coverage.validate_text(&text, None)?[0].code.as_str(), "invalid_json");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn validate_text(&self, text: &[u16], options: Option<&Json>) -> Result<Vec<Diagnostic>, Error> {
        let read = |problems: &mut _| Document::read(text.to_vec(), problems);
        self.remembering(|memo| validation::of_text(&self.compiled.tables, read, options, memo))
    }

    /// The same for a JSON text in UTF-8, a `&str` or bytes.
    ///
    /// # Errors
    /// Only those of the options.
    ///
    /// # Examples
    /// ```
    #[doc = include_str!("example.txt")]
    /// assert_eq!(coverage.validate_utf8(b"{", None)?[0].code.as_str(), "invalid_json");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn validate_utf8(&self, text: impl AsRef<[u8]>, options: Option<&Json>) -> Result<Vec<Diagnostic>, Error> {
        let read = |problems: &mut _| Document::read_utf8(text.as_ref(), problems);
        self.remembering(|memo| validation::of_text(&self.compiled.tables, read, options, memo))
    }

    /// What answers acts in codes.
    pub(crate) fn coded(&self) -> CodedCoverage<'_> {
        let compiled = &self.compiled;
        CodedCoverage { compiled, encoded: self.encoded.get_or_init(|| Encoded::new(compiled)) }
    }

    /// Asks with what is known of the gaps, and remembers what is known then.
    fn remembering<T>(&self, ask: impl FnOnce(&mut Arc<Memo>) -> T) -> T {
        let mut memo = self.memo();
        let answer = ask(&mut memo);
        self.remember(memo);
        answer
    }

    fn memo(&self) -> Arc<Memo> {
        self.memo.lock().map(|memo| Arc::clone(&memo)).unwrap_or_default()
    }

    fn remember(&self, known: Arc<Memo>) {
        if let Ok(mut memo) = self.memo.lock() {
            *memo = known;
        }
    }
}

/// What several coverages pay for one act, one after the other: a base and its options, which may be of different catalogues. Each takes
/// what those before it pay as it takes the Sécu part.
///
/// The act and the options are those of [`Coverage::reimburse`]; `counters` is an array with the counters of each coverage. Where one
/// answers neither amounts nor `not_covered`, those behind it are `undetermined`.
///
/// # Errors
/// Those of [`Coverage::reimburse`].
///
/// # Examples
/// ```
/// use care_coverage::{Act, reimburse_stack};
#[doc = include_str!("example.txt")]
/// let act = Act::new("CROWN").member_age(40).amount("charged", "539").amount("brss", "120").amount("secu_rate_percent", 60);
/// let answer = reimburse_stack(&[&coverage, &coverage], &act, None, None)?;
/// // The second one would pay the same, which is paid already.
/// assert_eq!(answer.totals.ok_or("covered")?.complementary, "228.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn reimburse_stack<'c>(
    coverages: &[&'c Coverage],
    act: &Json,
    counters: Option<&Json>,
    options: Option<&Json>,
) -> Result<StackedReimbursement<'c>, Error> {
    let compiled: Vec<&Compiled> = coverages.iter().map(|coverage| &coverage.compiled).listed();
    stack::reimburse_stack(&compiled, act, counters, options)
}
