//! Which acts of this catalogue are in a class, and what is known of their amounts?
//!
//! DECISION: a name that the catalogue lacks selects nothing in a class of a profile, which is for any catalogue; in a class that is
//! given for this one, it is an error. Case: requirements_classes/names-of-another-catalogue

use crate::coverage::analysis::classes::Claim;
use crate::coverage::catalog::care_type_set::CareTypeSet;
use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::filter::Filter;
use crate::coverage::payload::CoverageCareTypeFilter;
use crate::coverage::requirements::class_payload::{
    CARE_TYPES, ClassPayload, SELECTOR, TARIFFS, Tariff, TariffPayload,
};
use crate::coverage::requirements::validity::Validity;
use crate::coverage::selector::{self, Selector};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::value::pointer::Path;

/// A class in a catalogue.
pub(crate) struct Class {
    /// Ascending.
    pub(crate) care_types: Vec<CareTypeIndex>,
    pub(crate) acts: Claim,
    /// In the order in which they are asked: the first that fits counts.
    pub(crate) tariffs: Vec<ClassTariff>,
}

/// What is known of the amounts of some acts of a class.
pub(crate) struct ClassTariff {
    /// Ascending; none: all.
    care_types: Option<Vec<CareTypeIndex>>,
    pub(crate) acts: Claim,
    pub(crate) validity: Validity,
    pub(crate) amounts: Tariff,
    pub(crate) uncertain: bool,
}

impl Class {
    /// Names that the catalogue lacks are reported, and left out.
    pub(crate) fn new(problems: &mut Problems, tables: &Tables, payload: &ClassPayload<'_>, at: &Path<'_>) -> Self {
        let selector = Selector::resolve(problems, tables, &payload.selector, &at.field(SELECTOR));
        Class {
            care_types: selector.select(tables),
            acts: claim(&payload.filter),
            tariffs: tariffs(problems, tables, &payload.tariffs, &at.field(TARIFFS)),
        }
    }
}

pub(crate) fn tariffs(
    problems: &mut Problems,
    tables: &Tables,
    payloads: &[TariffPayload<'_>],
    at: &Path<'_>,
) -> Vec<ClassTariff> {
    let mut tariffs = Vec::with_capacity(payloads.len());
    for (position, payload) in payloads.iter().enumerate() {
        let at = at.item(position);
        let care_types = payload.care_types.as_ref().map(|codes| {
            let mut listed = CareTypeSet::empty(tables.care_types().len());
            let terms = selector::care_types(problems, tables, codes, &at.field(CARE_TYPES));
            terms.indices().for_each(|index| listed.insert(index));
            listed.to_vec()
        });
        let TariffPayload { filter, validity, amounts, uncertain, .. } = payload;
        let acts = claim(filter);
        tariffs.push(ClassTariff { care_types, acts, validity: *validity, amounts: *amounts, uncertain: *uncertain });
    }
    tariffs
}

fn claim(filter: &CoverageCareTypeFilter<'_>) -> Claim {
    Claim::of_filter(&Filter::new(filter))
}

impl ClassTariff {
    /// Whether it speaks of acts of a care type.
    pub(crate) fn is_of(&self, care_type: CareTypeIndex) -> bool {
        self.care_types.as_ref().is_none_or(|listed| listed.binary_search(&care_type).is_ok())
    }
}
