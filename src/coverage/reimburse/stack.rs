//! What do several coverages pay for one act, one after the other?
//!
//! ```text
//! P             = what the coverages before pay; a coverage takes it as it takes the Sécu part ([`secu`])
//! no coverage   pays 0 where it does not cover the act
//! unknown       any other outcome without amounts: nothing is said of those behind it, nor of the totals
//! totals        secu_paid, Σ complementary, charged − secu_paid − Σ complementary, where a coverage covers the act
//! ```
//! DECISION: those behind an unknown one are not asked: no guarantee is named, and nothing is missing.
//! Case: reimburse_stack/unknown-before
//! DECISION: each result has the counters of its coverage, as the answer of one coverage has. Case: reimburse_stack/one
//! DECISION: counters are given for each coverage, or for none. Case: reimburse_stack/counters-too-few
//!
//! [`secu`]: crate::coverage::reimburse::secu

use serde::Serialize;

use crate::coverage::compiled::Compiled;
use crate::coverage::decision::ActOutcome;
use crate::coverage::facts::derive::DeriveOptions;
use crate::coverage::reimburse::answer::answer;
use crate::coverage::reimburse::counters::{Counters, LimitCounter};
use crate::coverage::reimburse::many::all_read;
use crate::coverage::reimburse::money::{ZERO, show};
use crate::coverage::reimburse::options;
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::reimburse::verdict::Reimbursement;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, named};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::whole::whole;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// What several coverages pay for one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StackedReimbursement<'a> {
    /// One for each coverage, in the order given; `out_of_pocket` is what is left after it and those before.
    pub results: Vec<Reimbursement<'a>>,
    /// None where no coverage covers the act, or what one of them pays is not known.
    pub totals: Option<StackTotals>,
    /// What is used of the limits of each coverage after the act.
    pub counters: Vec<Vec<LimitCounter>>,
}

/// Who pays what in all, in euros; together what was charged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StackTotals {
    /// The Sécu part after flat contribution and franchise.
    pub secu_paid: String,
    /// What the coverages pay.
    pub complementary: String,
    /// What the member pays.
    pub out_of_pocket: String,
}

/// Coverages for one act, which may be of different catalogues.
///
/// # Errors
/// The problems of the arguments, of the act those that the first catalogue finds that refuses it; the errors of a guarantee's rule.
pub(crate) fn reimburse_stack<'c>(
    coverages: &[&'c Compiled],
    act: &Json,
    counters: Option<&Json>,
    options: Option<&Json>,
) -> Result<StackedReimbursement<'c>, Error> {
    let arguments = (acts(coverages, act), all_counters(coverages.len(), counters), options::of_one(options));
    let (acts, mut counters, options) = all_read("act", arguments)?;
    let mut results = Vec::with_capacity(coverages.len());
    let (mut before, mut is_known, mut totals) = (ZERO, true, None);
    for (position, ((compiled, act), counters)) in coverages.iter().zip(&acts).zip(&mut counters).enumerate() {
        let (mut result, paid) = if is_known {
            answer(compiled, act, counters, &options, before).map_err(|error| of_coverage(position, error))?
        } else {
            (Reimbursement::without_amounts(ActOutcome::Undetermined, None, Vec::new()), ZERO)
        };
        before += paid;
        if let Some(amounts) = &result.amounts {
            totals = Some(StackTotals {
                secu_paid: amounts.secu_paid.clone(),
                complementary: show(before),
                out_of_pocket: amounts.out_of_pocket.clone(),
            });
        } else {
            is_known &= result.outcome == ActOutcome::NotCovered;
        }
        result.counters = counters.show();
        results.push(result);
    }
    let counters = results.iter().map(|result| result.counters.clone()).listed();
    Ok(StackedReimbursement { results, totals: totals.filter(|_| is_known), counters })
}

/// The act as each catalogue reads it; one that no coverage is asked about is judged, too.
fn acts<'j>(coverages: &[&Compiled], act: &'j Json) -> Result<Vec<PricedAct<'j>>, Error> {
    if coverages.is_empty() {
        PricedAct::decode(act, &DeriveOptions::default())?;
    }
    let mut acts = Vec::with_capacity(coverages.len());
    for compiled in coverages {
        acts.push(PricedAct::decode(act, &compiled.tables.options.derive)?);
    }
    Ok(acts)
}

/// Decodes an array with an array of `LimitCounter` for each coverage.
fn all_counters(coverages: usize, json: Option<&Json>) -> Result<Vec<Counters>, Error> {
    let Some(json) = json else {
        let mut none = Vec::new();
        none.resize_with(coverages, Counters::default);
        return Ok(none);
    };
    whole!(json, |problems, json| read_counters(problems, json, coverages)).map(|(counters, _)| counters)
}

fn read_counters(problems: &mut Problems, json: &Json, coverages: usize) -> Option<Vec<Counters>> {
    let counters = problems.list(json, &Path::Root, Counters::read);
    let length = counters.entries.len();
    if counters.whole && length != coverages {
        problems.report(Code::WrongType, &Path::Root, say::counters_length(coverages, length));
    }
    counters.complete()
}

/// The errors of a rule, with pointers into the payload of its coverage.
fn of_coverage(position: usize, error: Error) -> Error {
    named([(&format!("coverages/{position}"), Some(error)), ("", None), ("", None)])
}
