//! Can the columns of a piece be used? As columns of the kernel, with numbers in place of texts.

use crate::coverage::batch::columns::ActColumns;
use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::claims::columns::{ClaimColumns, NO_BAND, Names};
use crate::coverage::facts::act::{CARE_TYPE, ESTABLISHMENT, TEETH};
use crate::coverage::facts::amounts::{BENEFICIARY, STAY_ID};
use crate::coverage::facts::table::ActFact;
use crate::coverage::simulate::options::Options;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::MAX_AGE;
use crate::ground::small::listed::Listed;
use crate::ground::value::pointer::Path;

/// What a piece needs that its columns do not have.
pub(crate) struct Numbers {
    /// By row: somebody. A row that is paid at once shares nobody's limits.
    beneficiary: Vec<u32>,
    stay_id: Vec<u32>,
    /// Ages; of a band its lower end. Empty where there are no bands.
    ages: Vec<u8>,
}

impl Numbers {
    /// # Errors
    /// `wrong_type` for a column that is neither empty nor as long as that of the care types, or for another number of columns than the options
    /// ask; `missing_field` without what was charged; `out_of_range` for a text that has no name.
    pub(crate) fn of(claims: &ClaimColumns<'_>, options: &Options) -> Result<Self, Error> {
        check(claims, Some(options))?;
        Ok(Numbers::of_checked(claims))
    }

    /// The same of columns that are checked.
    pub(crate) fn of_checked(claims: &ClaimColumns<'_>) -> Self {
        let rows = claims.care_type.codes.len();
        let given = claims.acts.acts.member_age;
        let ages = claims.age_band.iter().enumerate().map(|(row, band)| match given.get(row) {
            Some(age) if *age <= MAX_AGE || *band == NO_BAND => *age,
            _ => *band,
        });
        Numbers {
            beneficiary: vec![1; rows],
            stay_id: claims.stay_id.codes.iter().map(|code| code.saturating_sub(1)).listed(),
            ages: ages.listed(),
        }
    }

    pub(crate) fn ages<'a>(&'a self, claims: &ClaimColumns<'a>) -> &'a [u8] {
        if self.ages.is_empty() { claims.acts.acts.member_age } else { &self.ages }
    }

    /// The columns of the amounts, in which each row is alone.
    pub(crate) fn priced<'a>(&'a self, claims: &ClaimColumns<'a>) -> PricedColumns<'a> {
        PricedColumns { beneficiary: &self.beneficiary, stay_id: &self.stay_id, unit: &[], ..claims.acts }
    }
}

/// `options`: those that say which columns groups are made of; without them, none of these is looked at.
///
/// # Errors
/// Those of [`Numbers::of`].
pub(crate) fn check(claims: &ClaimColumns<'_>, options: Option<&Options>) -> Result<(), Error> {
    let mut texts = claims.texts.iter();
    let acts = ActColumns {
        care_type: claims.care_type.codes,
        texts: std::array::from_fn(|_| texts.next().map(|names| names.codes).unwrap_or_default()),
        ..claims.acts.acts
    };
    let beneficiary = claims.beneficiary.codes;
    PricedColumns { acts, beneficiary, stay_id: claims.stay_id.codes, unit: &[], ..claims.acts }.check_lengths()?;
    let mut problems = Problems::default();
    let others = [
        ("weight", claims.weight.len()),
        ("age_band", claims.age_band.len()),
        ("lines", claims.lines.len()),
        (ESTABLISHMENT, claims.establishment.codes.len()),
        (TEETH, claims.teeth.codes.len()),
        ("person", claims.person.codes.len()),
        ("family", claims.family.codes.len()),
    ];
    for (name, length) in others {
        acts.check_length(&mut problems, name, length);
    }
    let mut named = |name: &str, names: &Names<'_>| {
        let limit = u32::try_from(names.names.len()).map_or(u32::MAX, |names| names.saturating_add(2));
        if let Some(code) = names.codes.iter().find(|code| **code >= limit) {
            let says = say::code_out_of_range(0_u8, limit.saturating_sub(1), *code);
            problems.report(Code::OutOfRange, &Path::Root.field(name), says);
        }
    };
    let whose = [("person", &claims.person), ("family", &claims.family), (BENEFICIARY, &claims.beneficiary)];
    let others = [(CARE_TYPE, &claims.care_type), (STAY_ID, &claims.stay_id), (ESTABLISHMENT, &claims.establishment)];
    let texts = ActFact::TEXTS.into_iter().map(ActFact::name).zip(&claims.texts);
    for (name, names) in whose.into_iter().chain(others).chain([(TEETH, &claims.teeth)]).chain(texts) {
        named(name, names);
    }
    let columns = || options.into_iter().flat_map(Options::columns);
    for (name, names) in columns().zip(claims.by) {
        named(name, names);
    }
    for (name, names) in columns().zip(claims.by) {
        let length = names.codes.len();
        if length != 0 && length != acts.care_type.len() {
            let says = say::column_length(acts.care_type.len(), length);
            problems.report(Code::WrongType, &Path::Root.field("by").field(name), says);
        }
    }
    let (asked, given) = (columns().count(), claims.by.len());
    if options.is_some() && asked != given {
        problems.report(Code::WrongType, &Path::Root.field("by"), say::column_length(asked, given));
    }
    problems.finish(Some(())).map(|((), _)| ())
}

/// By code, the text; none where it is left out, null or empty.
pub(crate) fn text<'c>(names: &Names<'c>, row: usize) -> Option<&'c str> {
    let code = names.codes.get(row)?.checked_sub(2)?;
    names.names.get(usize::try_from(code).ok()?).copied().filter(|text| !text.is_empty())
}
