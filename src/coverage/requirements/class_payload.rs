//! JSON → a class: which acts, and at which tariffs?
//!
//! ```text
//! class    { selector, filter?, tariffs? }
//! tariff   { care_types?, filter?, valid_from?, valid_to?, brss, rate_percent, plv?, hlf?, charged_at_most?, uncertain? }
//! ```
//! Source: `docs/requirements.md`, *Classes and tariffs*.

use crate::coverage::catalog::tables::Tables;
use crate::coverage::check;
use crate::coverage::payload::{self, CoverageCareTypeFilter, CoverageCareTypeSelector};
use crate::coverage::requirements::validity::{VALID_FROM, VALID_TO, Validity};
use crate::coverage::rule::component_payload::decimal;
use crate::coverage::rule::payload::WHOLE;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::{List, Object};
use crate::ground::exact::amount::{Amount, MONEY, PERCENT};
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

pub(crate) const SELECTOR: &str = "selector";
pub(crate) const TARIFFS: &str = "tariffs";
pub(crate) const CARE_TYPES: &str = "care_types";
const FILTER: &str = "filter";
const BRSS: &str = "brss";
const RATE: &str = "rate_percent";
const PLV: &str = "plv";
const HLF: &str = "hlf";
const UNCERTAIN: &str = "uncertain";
pub(crate) const CHARGED_AT_MOST: &str = "charged_at_most";

/// Acts, by a selector and a filter as in a mapping, with what is known of their amounts.
pub(crate) struct ClassPayload<'j> {
    pub(crate) selector: CoverageCareTypeSelector<'j>,
    pub(crate) filter: CoverageCareTypeFilter<'j>,
    pub(crate) tariffs: Vec<TariffPayload<'j>>,
}

/// What is known of the amounts of acts.
pub(crate) struct TariffPayload<'j> {
    /// Without any: of all of the class.
    pub(crate) care_types: Option<List<&'j str>>,
    pub(crate) filter: CoverageCareTypeFilter<'j>,
    pub(crate) validity: Validity,
    pub(crate) amounts: Tariff,
    pub(crate) uncertain: bool,
}

/// The base and its rate, and regulated prices where there are any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tariff {
    pub(crate) brss: Amount,
    pub(crate) rate: Amount,
    pub(crate) plv: Option<Amount>,
    pub(crate) hlf: Option<Amount>,
    pub(crate) charged_at_most: Option<ChargedAtMost>,
}

/// What is charged is at most this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChargedAtMost {
    Amount(Amount),
    Plv,
    Hlf,
}

pub(crate) fn class<'j>(
    problems: &mut Problems,
    tables: &Tables,
    json: &'j Json,
    at: &Path<'_>,
) -> Option<ClassPayload<'j>> {
    let object = problems.document(json, at, &[SELECTOR, FILTER, TARIFFS])?;
    let selector = problems.required(&object, SELECTOR, at);
    let selector = selector.and_then(|json| payload::selector(problems, json, &at.field(SELECTOR)));
    let filter = filter(problems, tables, &object, at);
    let tariffs = object.stated(TARIFFS).map(|json| tariffs(problems, tables, json, &at.field(TARIFFS)));
    Some(ClassPayload { selector: selector?, filter: filter?, tariffs: tariffs.unwrap_or_else(|| Some(Vec::new()))? })
}

/// The tariffs of a class, in the order in which they are asked.
pub(crate) fn tariffs<'j>(
    problems: &mut Problems,
    tables: &Tables,
    json: &'j Json,
    at: &Path<'_>,
) -> Option<Vec<TariffPayload<'j>>> {
    problems.list(json, at, |problems, json, at| tariff(problems, tables, json, at)).complete()
}

fn tariff<'j>(problems: &mut Problems, tables: &Tables, json: &'j Json, at: &Path<'_>) -> Option<TariffPayload<'j>> {
    let known = [CARE_TYPES, FILTER, VALID_FROM, VALID_TO, BRSS, RATE, PLV, HLF, CHARGED_AT_MOST, UNCERTAIN];
    let object = problems.document(json, at, &known)?;
    let care_types = object.stated(CARE_TYPES).map(|json| problems.strings(json, &at.field(CARE_TYPES)));
    let filter = filter(problems, tables, &object, at);
    let validity = Validity::read(problems, &object, at);
    let (brss, rate) = (decimal(problems, &object, BRSS, at, MONEY), decimal(problems, &object, RATE, at, PERCENT));
    if rate.is_some_and(|rate| rate.mantissa(6) > WHOLE) {
        problems.report(Code::InvalidAmount, &at.field(RATE), say::rate_above_whole());
    }
    let mut price = |name| object.stated(name).and_then(|json| problems.amount(json, &at.field(name), MONEY));
    let (plv, hlf) = (price(PLV), price(HLF));
    let charged_at_most = charged_at_most(problems, &object, at);
    let uncertain = flag(problems, &object, UNCERTAIN, at, false);
    let amounts = Tariff { brss: brss?, rate: rate?, plv, hlf, charged_at_most };
    Some(TariffPayload { care_types, filter: filter?, validity, amounts, uncertain })
}

fn filter<'j>(
    problems: &mut Problems,
    tables: &Tables,
    object: &Object<'j>,
    at: &Path<'_>,
) -> Option<CoverageCareTypeFilter<'j>> {
    let Some(json) = object.stated(FILTER) else { return Some(CoverageCareTypeFilter::default()) };
    let at = &at.field(FILTER);
    let filter = payload::filter(problems, json, at)?;
    check::filter::check(problems, tables, &filter, &[], at);
    Some(filter)
}

/// `"plv"`, `"hlf"` or a decimal; none where it is left out.
pub(crate) fn charged_at_most(problems: &mut Problems, object: &Object<'_>, at: &Path<'_>) -> Option<ChargedAtMost> {
    let json = object.stated(CHARGED_AT_MOST)?;
    match json {
        Json::String(text) if text == PLV => Some(ChargedAtMost::Plv),
        Json::String(text) if text == HLF => Some(ChargedAtMost::Hlf),
        _ => problems.amount(json, &at.field(CHARGED_AT_MOST), MONEY).map(ChargedAtMost::Amount),
    }
}

/// A boolean, or what holds where it is left out.
pub(crate) fn flag(problems: &mut Problems, object: &Object<'_>, name: &str, at: &Path<'_>, default: bool) -> bool {
    let given = object.stated(name).and_then(|json| problems.boolean(json, &at.field(name)));
    given.unwrap_or(default)
}
