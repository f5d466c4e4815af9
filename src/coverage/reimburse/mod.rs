//! Reimbursement: what does the covering guarantee pay for an act, and what is left for the member?
//!
//! Act ([`amounts`]) and counters ([`counters`], [`rolling`]) → the formula ([`formula`], [`limits`]) → the answer with every step
//! ([`verdict`]). Amounts are exact ([`money`]); the PMSS is in one dated table ([`pmss`]).
//!
//! ```text
//! covered by one guarantee    its rule is applied; what the rule needs and the act lacks makes the act undetermined
//! anything else               no amounts; the outcome says why
//! ```
//! DECISION: an act that waits for facts of a filter names no guarantee, and all facts that any guarantee waits for.
//! Case: reimburse_missing/filter-undetermined
//! Source: `docs/reimbursement.md`.

pub(crate) mod amounts;
pub(crate) mod counters;
pub(crate) mod formula;
pub(crate) mod limits;
pub(crate) mod money;
mod options;
pub(crate) mod pmss;
pub(crate) mod rolling;
pub(crate) mod verdict;

use amounts::ActAmounts;
use counters::Counters;
use formula::Question;
use options::{Options, Shown};
use verdict::{Reimbursement, Reimbursements};

use crate::coverage::compiled::Coverage;
use crate::coverage::facts::act::CareAct;
use crate::coverage::filter::insert_sorted;
use crate::coverage::payload;
use crate::coverage::rule::{self, GuaranteeRule};
use crate::coverage::verdict::{ActOutcome, GuaranteeDecision};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, named};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::decode::List;
use crate::ground::document::text::json_text::JsonText;
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::patch;
use crate::ground::value::pointer::Path;

/// So many counters and entries of counters in all are kept while acts are counted, or shown in an answer.
const MAX_COUNTED: usize = 1_000_000;

/// The arguments that are acts.
const ACT: &str = "act";
const ACTS: &str = "acts";

/// An act with its amounts.
struct PricedAct<'j> {
    act: CareAct<'j>,
    amounts: ActAmounts<'j>,
}

impl Coverage {
    /// What the one guarantee that covers an act pays for it, with every line of the computation.
    ///
    /// The act is a `CareAct` with `ActAmounts` beside it. `counters` is the array of `LimitCounter` that earlier acts left;
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
        self.reimburse_one(self.priced_act(act), counters, options)
    }

    /// The same for an act as JSON text.
    ///
    /// # Errors
    /// Those of [`Coverage::reimburse`]; those of the act, and of its text, have their ranges.
    pub fn reimburse_text(
        &self,
        act: &JsonText,
        counters: Option<&Json>,
        options: Option<&Json>,
    ) -> Result<Reimbursement<'_>, Error> {
        self.reimburse_one(act.ask(|act| self.priced_act(act)), counters, options)
    }

    /// The same for a member's or a family's acts, by care date; acts of one date, and those without a date after all
    /// others, in the order given. One result for each act in the order given.
    ///
    /// The options may also have `counters`: `"last"`, which is the default, tells what is used after all acts; `"each"` also what
    /// is used after each act, in its result; `"none"` neither. What is not asked for is empty.
    ///
    /// # Errors
    /// Those of [`Coverage::reimburse`], of all acts at once; and `too_large` where more than 1,000,000 counters and
    /// entries of counters in all would be kept, or shown.
    pub fn reimburse_many(
        &self,
        acts: &Json,
        counters: Option<&Json>,
        options: Option<&Json>,
    ) -> Result<Reimbursements<'_>, Error> {
        let arguments = (self.priced_acts(acts), Counters::decode(counters), options::of_many(options));
        let (priced, mut counters, options) = all_read(ACTS, arguments)?;
        let date = |position: usize| priced.get(position).and_then(|priced| priced.act.care_date);
        // DECISION: acts without a date come last. Case: reimburse_many/undated-last
        let by_date = order::ascending(priced.len(), &|a, b| {
            let (a, b) = (date(a), date(b));
            a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
        });
        let mut results: Vec<Option<Reimbursement<'_>>> = Vec::new();
        results.resize_with(priced.len(), || None);
        let mut shown: usize = 0;
        for position in by_date {
            let (Some(priced), Some(slot)) = (priced.get(position), results.get_mut(position)) else { continue };
            let mut result = self.answer(priced, &mut counters, &options)?;
            let before = if options.shown == Shown::Each { shown } else { 0 };
            shown = before.saturating_add(counters.size());
            if shown > MAX_COUNTED {
                return Err(too_many_counters());
            }
            if options.shown == Shown::Each {
                result.counters = counters.show();
            }
            *slot = Some(result);
        }
        let results = List { entries: results, whole: true }.complete().unwrap_or_default();
        let counters = if options.shown == Shown::None { Vec::new() } else { counters.show() };
        Ok(Reimbursements { results, counters })
    }

    fn reimburse_one(
        &self,
        act: Result<PricedAct<'_>, Error>,
        counters: Option<&Json>,
        options: Option<&Json>,
    ) -> Result<Reimbursement<'_>, Error> {
        let (act, mut counters, options) = all_read(ACT, (act, Counters::decode(counters), options::of_one(options)))?;
        let mut result = self.answer(&act, &mut counters, &options)?;
        result.counters = counters.show();
        Ok(result)
    }

    /// The answer for an act, without counters.
    fn answer(
        &self,
        priced: &PricedAct<'_>,
        counters: &mut Counters,
        options: &Options,
    ) -> Result<Reimbursement<'_>, Error> {
        let PricedAct { act, amounts } = priced;
        let decision = match self.tables.care_type_by_short_code(act.care_type) {
            None => GuaranteeDecision::unknown_care_type(),
            Some(care_type) => self.decide(care_type, &self.facts_for(care_type, act)),
        };
        let without = Reimbursement::without_amounts;
        let guarantee = match (decision.outcome, decision.guarantees.first()) {
            (ActOutcome::Covered, Some(guarantee)) => *guarantee,
            (outcome, _) => {
                let mut missing = Vec::new();
                let names = decision.undetermined.into_iter().flat_map(|undetermined| undetermined.missing);
                names.for_each(|name| insert_sorted(&mut missing, name));
                return Ok(without(outcome, None, missing));
            }
        };
        let position = self.guarantee_names().iter().position(|name| name == guarantee).unwrap_or_default();
        let rule = match self.rules.get(position) {
            Some(GuaranteeRule::Ready(rule)) => rule,
            Some(GuaranteeRule::Opaque) => return Ok(without(ActOutcome::Undetermined, Some(guarantee), Vec::new())),
            Some(GuaranteeRule::Broken) | None => return Err(self.errors_of_rule(position)),
        };
        let question = Question { act: amounts, date: act.care_date, rounding: options.rounding };
        Ok(match question.answer(rule, counters) {
            Err(missing) => without(ActOutcome::Undetermined, Some(guarantee), missing),
            Ok(ladder) => Reimbursement {
                outcome: ActOutcome::Covered,
                guarantee: Some(guarantee),
                missing: Vec::new(),
                amounts: Some(ladder.amounts()),
                steps: ladder.steps(rule, &question),
                counters: Vec::new(),
            },
        })
    }

    fn priced_act<'j>(&self, json: &'j Json) -> Result<PricedAct<'j>, Error> {
        let judge = |problems: &mut Problems, json: &Json| {
            self.read_act(problems, json, &Path::Root);
        };
        let mut problems = Problems::default();
        let act = self.read_act(&mut problems, json, &Path::Root);
        problems.finish(act).map(|(act, _)| act).map_err(|error| error.with_tried_fixes(json, &judge))
    }

    fn priced_acts<'j>(&self, json: &'j Json) -> Result<Vec<PricedAct<'j>>, Error> {
        let judge = |problems: &mut Problems, json: &Json| {
            self.read_acts(problems, json);
        };
        let mut problems = Problems::default();
        let acts = self.read_acts(&mut problems, json);
        problems.finish(acts).map(|(acts, _)| acts).map_err(|error| error.with_tried_fixes(json, &judge))
    }

    fn read_acts<'j>(&self, problems: &mut Problems, json: &'j Json) -> Option<Vec<PricedAct<'j>>> {
        problems.list(json, &Path::Root, |problems, json, at| self.read_act(problems, json, at)).complete()
    }

    #[inline(never)]
    fn read_act<'j>(&self, problems: &mut Problems, json: &'j Json, at: &Path<'_>) -> Option<PricedAct<'j>> {
        let (act, object) = CareAct::read_into(problems, json, at, &self.tables.options, &amounts::FIELDS)?;
        let amounts = ActAmounts::read(problems, &object, at)?;
        Some(PricedAct { act, amounts })
    }

    /// The errors of a guarantee's rule, with pointers into the payload.
    fn errors_of_rule(&self, guarantee: usize) -> Error {
        let at = Path::Root;
        let at = at.field("guarantees");
        let mut problems = Problems::default();
        let rule_at = at.item(guarantee);
        let rule_at = rule_at.field("coverage_rule");
        if let Some(json) = patch::find(self.payload(), &rule_at.pointer()) {
            rule::payload::rule(&mut problems, json, &rule_at);
        }
        if let Some(payload) = payload::coverage(&mut Problems::without_suggestions(), self.payload()) {
            rule::validate::report_mismatches(&mut problems, &payload, &at, |index| index == guarantee);
        }
        let judge = |problems: &mut Problems, json: &Json| {
            if let Some(payload) = payload::coverage(problems, json) {
                rule::validate::check(problems, &payload, &Path::Root.field("guarantees"));
            }
        };
        problems.refuse_errors().with_tried_fixes(self.payload(), &judge)
    }
}

/// The three arguments of a call; or the errors of all of them, each saying which argument it speaks of.
fn all_read<A>(
    name: &str,
    (acts, counters, options): (Result<A, Error>, Result<Counters, Error>, Result<Options, Error>),
) -> Result<(A, Counters, Options), Error> {
    match (acts, counters, options) {
        (Ok(acts), Ok(counters), Ok(options)) => Ok((acts, counters, options)),
        (acts, counters, options) => {
            Err(named([(name, acts.err()), ("counters", counters.err()), ("options", options.err())]))
        }
    }
}

fn too_many_counters() -> Error {
    let mut problems = Problems::default();
    problems.report(Code::TooLarge, &Path::Root, || {
        format!(
            "more than {MAX_COUNTED} counters and entries of counters would be kept or shown; give the acts in parts"
        )
    });
    problems.refuse()
}
