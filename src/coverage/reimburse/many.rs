//! One act, or a member's or a family's acts by care date, with the counters of limits.

use crate::coverage::compiled::Compiled;
use crate::coverage::reimburse::answer::answer;
use crate::coverage::reimburse::counters::Counters;
use crate::coverage::reimburse::money::ZERO;
use crate::coverage::reimburse::options::{self, Options, Shown};
use crate::coverage::reimburse::priced::PricedAct;
use crate::coverage::reimburse::verdict::{Reimbursement, Reimbursements};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, named};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::List;
use crate::ground::document::text::json_text::JsonText;
use crate::ground::small::order;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// So many counters and entries of counters in all are kept while acts are counted, or shown in an answer.
const MAX_COUNTED: usize = 1_000_000;

/// One act.
///
/// # Errors
/// The problems of the arguments; the errors of the guarantee's rule.
pub(crate) fn reimburse<'c>(
    compiled: &'c Compiled,
    act: &Json,
    counters: Option<&Json>,
    options: Option<&Json>,
) -> Result<Reimbursement<'c>, Error> {
    one(compiled, PricedAct::decode(act, &compiled.tables.options.derive), counters, options)
}

/// One act as text; what is wrong with it has its range.
///
/// # Errors
/// Those of [`reimburse`], and those of the text.
pub(crate) fn reimburse_text<'c>(
    compiled: &'c Compiled,
    act: &JsonText,
    counters: Option<&Json>,
    options: Option<&Json>,
) -> Result<Reimbursement<'c>, Error> {
    one(compiled, act.ask(|act| PricedAct::decode(act, &compiled.tables.options.derive)), counters, options)
}

/// Many acts. DECISION: acts without a date come last. Case: reimburse_many/undated-last
///
/// # Errors
/// Those of [`reimburse`], of all acts at once; and `too_large` where too much would be kept or shown.
pub(crate) fn reimburse_many<'c>(
    compiled: &'c Compiled,
    acts: &Json,
    counters: Option<&Json>,
    options: Option<&Json>,
) -> Result<Reimbursements<'c>, Error> {
    let acts = PricedAct::decode_all(acts, &compiled.tables.options.derive);
    let arguments = (acts, Counters::decode(counters), options::of_many(options));
    let (priced, mut counters, options) = all_read("acts", arguments)?;
    let date = |position: usize| priced.get(position).and_then(|priced| priced.act.care_date);
    let by_date = order::ascending(priced.len(), &|a, b| {
        let (a, b) = (date(a), date(b));
        a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
    });
    let mut results: Vec<Option<Reimbursement<'_>>> = Vec::new();
    results.resize_with(priced.len(), || None);
    let mut shown: usize = 0;
    for position in by_date {
        let (Some(priced), Some(slot)) = (priced.get(position), results.get_mut(position)) else { continue };
        let (mut result, _) = answer(compiled, priced, &mut counters, &options, ZERO)?;
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

fn one<'c>(
    compiled: &'c Compiled,
    act: Result<PricedAct<'_>, Error>,
    counters: Option<&Json>,
    options: Option<&Json>,
) -> Result<Reimbursement<'c>, Error> {
    let arguments = (act, Counters::decode(counters), options::of_one(options));
    let (act, mut counters, options) = all_read("act", arguments)?;
    let (mut result, _) = answer(compiled, &act, &mut counters, &options, ZERO)?;
    result.counters = counters.show();
    Ok(result)
}

/// The three arguments of a call; or the errors of all of them, each saying which argument it speaks of.
pub(crate) fn all_read<A, C>(
    name: &str,
    (acts, counters, options): (Result<A, Error>, Result<C, Error>, Result<Options, Error>),
) -> Result<(A, C, Options), Error> {
    match (acts, counters, options) {
        (Ok(acts), Ok(counters), Ok(options)) => Ok((acts, counters, options)),
        (acts, counters, options) => {
            Err(named([(name, acts.err()), ("counters", counters.err()), ("options", options.err())]))
        }
    }
}

fn too_many_counters() -> Error {
    let mut problems = Problems::default();
    problems.report(Code::TooLarge, &Path::Root, say::many_counters(MAX_COUNTED));
    problems.refuse()
}
