//! A care act with its amounts.

use crate::coverage::facts::act::CareAct;
use crate::coverage::facts::derive::DeriveOptions;
use crate::coverage::reimburse::amounts::ActAmounts;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::whole::whole;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// A care act with its amounts.
pub(crate) struct PricedAct<'j> {
    pub(crate) act: CareAct<'j>,
    pub(crate) amounts: ActAmounts<'j>,
}

impl<'j> PricedAct<'j> {
    /// Decodes a `CareAct` that has `ActAmounts` among its fields.
    ///
    /// # Errors
    /// The problems of the facts and of the amounts.
    pub(crate) fn decode(json: &'j Json, options: &DeriveOptions) -> Result<Self, Error> {
        whole!(json, |problems, json| PricedAct::read(problems, json, &Path::Root, options)).map(|(act, _)| act)
    }

    /// Decodes an array of them.
    ///
    /// # Errors
    /// The problems of all acts.
    pub(crate) fn decode_all(json: &'j Json, options: &DeriveOptions) -> Result<Vec<Self>, Error> {
        whole!(json, |problems, json| PricedAct::read_all(problems, json, options)).map(|(acts, _)| acts)
    }

    fn read_all(problems: &mut Problems, json: &'j Json, options: &DeriveOptions) -> Option<Vec<Self>> {
        problems.list(json, &Path::Root, |problems, json, at| Self::read(problems, json, at, options)).complete()
    }

    #[inline(never)]
    fn read(problems: &mut Problems, json: &'j Json, at: &Path<'_>, options: &DeriveOptions) -> Option<Self> {
        let (act, object) = CareAct::read_into(problems, json, at, options, true)?;
        let amounts = ActAmounts::read(problems, &object, at)?;
        Some(PricedAct { act, amounts })
    }
}
