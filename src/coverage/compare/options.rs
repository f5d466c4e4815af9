//! For which day, and at which rates of the Sécu, are amounts compared?
//!
//! `{ date, rates? }`: rates in percent, each at most 100, each once.

use crate::coverage::compare::finding::Asked;
use crate::coverage::rule::payload::WHOLE;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::whole::whole;
use crate::ground::exact::amount::PERCENT;
use crate::ground::exact::date::CalendarDate;
use crate::ground::exact::fraction::Fraction;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

const DATE: &str = "date";
const RATES: &str = "rates";

/// In percent, the most frequent first.
const USUAL: [i128; 8] = [70, 60, 65, 80, 100, 90, 30, 15];
/// So many rates may be asked for.
const MAX_RATES: usize = 20;

/// # Errors
/// Those of the options.
pub(super) fn decode(json: &Json) -> Result<Asked, Error> {
    whole!(json, |problems, json| read(problems, json)).map(|(asked, _)| asked)
}

/// On a day, at the usual rates.
pub(super) fn usual(date: CalendarDate) -> Asked {
    Asked { date, rates: USUAL.into_iter().filter_map(|rate| Fraction::new(rate, 100).ok()).listed() }
}

fn read(problems: &mut Problems, json: &Json) -> Option<Asked> {
    let at = &Path::Root;
    let object = problems.object(json, at, &[DATE, RATES])?;
    let date = problems.required(&object, DATE, at).and_then(|json| problems.date(json, &at.field(DATE)));
    let rates = object.stated(RATES).map(|json| rates(problems, json, &at.field(RATES)));
    let usual = usual(date?);
    Some(match rates {
        None => usual,
        Some(rates) => Asked { rates: rates?, ..usual },
    })
}

fn rates(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<Vec<Fraction>> {
    if matches!(json, Json::Array(items) if items.len() > MAX_RATES) {
        problems.report(Code::TooLarge, at, say::many_entries(MAX_RATES));
        return None;
    }
    let rates = problems.list(json, at, |problems, json, at| {
        let rate = problems.amount(json, at, PERCENT)?;
        if rate.mantissa(6) > WHOLE {
            problems.report(Code::InvalidAmount, at, say::rate_above_whole());
            return None;
        }
        Fraction::new(rate.mantissa(6), WHOLE).ok()
    });
    if rates.whole && rates.entries.is_empty() {
        return problems.wrong_type(json, at, "at least one rate");
    }
    let mut each_once = Vec::new();
    for rate in rates.complete()? {
        if !each_once.contains(&rate) {
            each_once.push(rate);
        }
    }
    Some(each_once)
}
