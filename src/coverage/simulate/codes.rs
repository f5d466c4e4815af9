//! What do the rows of a piece say in the codes of one coverage? Each distinct text is looked up once.
//!
//! Facts that are derived are derived here: catalogues may derive them differently.

use crate::coverage::batch::codes::{LEFT_OUT, NO_VALUE, boolean_of, code_of};
use crate::coverage::batch::columns::ActColumns;
use crate::coverage::batch::encoded::CodedCoverage;
use crate::coverage::claims::columns::{ClaimColumns, Names};
use crate::coverage::facts::act::{ESTABLISHMENT, TEETH};
use crate::coverage::facts::derive::{DeriveOptions, Derived};
use crate::coverage::facts::table::ActFact;
use crate::coverage::facts::tooth::Tooth;

/// The columns of a piece that differ from coverage to coverage.
pub(crate) struct PieceCodes {
    care_type: Vec<u32>,
    texts: [Vec<u32>; ActFact::TEXTS.len()],
    /// Of the facts that are derived in this piece.
    derived: [Vec<u8>; 2],
    /// Rows that contradict themselves, and in which fact.
    pub(crate) contradictions: Vec<(usize, ActFact, &'static str)>,
}

/// The facts that are derived from another column.
const DERIVED: [(ActFact, &str); 2] =
    [(ActFact::IsForAtLeastOneVisibleTooth, TEETH), (ActFact::IsEtablissementConventionne, ESTABLISHMENT)];

impl PieceCodes {
    pub(crate) fn of(coverage: &CodedCoverage<'_>, claims: &ClaimColumns<'_>) -> Self {
        let vocabulary = &coverage.encoded.vocabulary;
        // DECISION: a care type of `null` is none, as one that is left out. Case: simulate/care-type-null
        let care_type =
            looked_up(&claims.care_type, [LEFT_OUT, LEFT_OUT], |text| vocabulary.care_type(text.as_bytes()));
        let texts = std::array::from_fn(|position| {
            let (Some(names), Some(fact)) = (claims.texts.get(position), ActFact::TEXTS.get(position)) else {
                return Vec::new();
            };
            looked_up(names, [LEFT_OUT, NO_VALUE], |text| vocabulary.text(*fact, text.as_bytes()))
        });
        let mut codes = PieceCodes { care_type, texts, derived: Default::default(), contradictions: Vec::new() };
        let options = &coverage.compiled.tables.options.derive;
        let teeth = looked_up(&claims.teeth, [None, Some(Derived::Silent)], |teeth| visible(options, teeth));
        let establishment = looked_up(&claims.establishment, [None, options.of_establishment(None)], |number| {
            options.of_establishment(Some(number))
        });
        for (position, says) in [teeth, establishment].into_iter().enumerate() {
            codes.derive(claims, position, &says);
        }
        codes
    }

    /// Joins what a boolean fact says with what another column says of it.
    fn derive(&mut self, claims: &ClaimColumns<'_>, position: usize, says: &[Option<Derived>]) {
        let Some((fact, from)) = DERIVED.get(position).copied().filter(|_| says.iter().any(Option::is_some)) else {
            return;
        };
        let stated = claims.acts.acts.booleans.get(fact.position_in_kind()).copied().unwrap_or_default();
        let mut column = Vec::with_capacity(says.len());
        for (row, derived) in says.iter().enumerate() {
            let stated = stated.get(row).copied().unwrap_or_default();
            // What is no code is refused as it is.
            let joined = derived.filter(|_| stated <= 3).map(|derived| derived.and(boolean_of(stated.into())));
            if let Some(Err(_)) = joined {
                self.contradictions.push((row, fact, from));
            }
            let code = joined.and_then(Result::ok).map(code_of).and_then(|code| u8::try_from(code).ok());
            column.push(code.unwrap_or(stated));
        }
        self.derived.get_mut(position).into_iter().for_each(|slot| *slot = std::mem::take(&mut column));
    }

    /// All columns. `ages`: those that are asked for.
    pub(crate) fn columns<'a>(&'a self, claims: &ClaimColumns<'a>, ages: &'a [u8]) -> ActColumns<'a> {
        let mut booleans = claims.acts.acts.booleans;
        for ((fact, _), derived) in DERIVED.iter().zip(&self.derived).filter(|(_, derived)| !derived.is_empty()) {
            booleans.get_mut(fact.position_in_kind()).into_iter().for_each(|column| *column = derived);
        }
        ActColumns {
            care_type: &self.care_type,
            member_age: ages,
            booleans,
            texts: self.texts.each_ref().map(Vec::as_slice),
        }
    }
}

/// What teeth, written as a column of claims has them, say of the visible tooth; nothing where one is none.
fn visible(options: &DeriveOptions, teeth: &str) -> Option<Derived> {
    let numbers = teeth.split_ascii_whitespace();
    numbers
        .map(|number| number.parse().ok().map(|number: u8| f64::from(number)).and_then(Tooth::from_number))
        .try_fold(Derived::NO_TEETH, |derived, tooth| Some(options.with_tooth(derived, tooth?)))
}

/// By row, what its text means. `others`: what it is where the text is left out, and where it is null.
pub(crate) fn looked_up<T: Copy>(names: &Names<'_>, others: [T; 2], value: impl Fn(&str) -> T) -> Vec<T> {
    let [left_out, _] = others;
    let mut values = others.to_vec();
    // Nothing is looked up for rows that are not there.
    if !names.codes.is_empty() {
        values.extend(names.names.iter().map(|name| value(name)));
    }
    let mut by_row = Vec::with_capacity(names.codes.len());
    by_row.extend(
        names
            .codes
            .iter()
            .map(|code| usize::try_from(*code).ok().and_then(|code| values.get(code)).copied().unwrap_or(left_out)),
    );
    by_row
}
