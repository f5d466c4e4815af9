//! In which group is a row? Each distinct text of a piece gets its number once.
//!
//! ```text
//! age   0-9, 10-19 … 80-89, 90+; of a band of the national claims base 0-19, 20-29 … 70-79, 80+
//! ```

use crate::coverage::claims::columns::{ClaimColumns, NO_BAND, Names};
use crate::coverage::simulate::options::GroupBy;
use crate::coverage::simulate::setup::Setup;
use crate::coverage::simulate::sums::accumulator::Accumulator;
use crate::ground::document::decode::MAX_AGE;
use crate::ground::small::listed::Listed;

/// The groups of the rows of a piece.
pub(crate) struct Groups<'p, 'c> {
    claims: &'p ClaimColumns<'c>,
    keys: Vec<Key<'c>>,
    /// The numbers of the texts of a row, by key.
    texts: Vec<u32>,
}

/// A key, and the numbers of its texts.
enum Key<'c> {
    /// By code.
    Names(&'c [u32], Vec<u32>),
    /// By guarantee plus one, as far as they were asked.
    Guarantee(Vec<Option<u32>>),
    /// By position in [`AGES`], as far as they were asked.
    Age([Option<u32>; AGES.len()]),
}

const AGES: [Option<&str>; 13] = [
    Some("0-9"),
    Some("10-19"),
    Some("20-29"),
    Some("30-39"),
    Some("40-49"),
    Some("50-59"),
    Some("60-69"),
    Some("70-79"),
    Some("80-89"),
    Some("90+"),
    Some("0-19"),
    Some("80+"),
    None,
];
const NINETY: usize = 9;
const BAND_OF_TWENTY: usize = 10;
const BAND_FROM_EIGHTY: usize = 11;
const NO_AGE: usize = 12;

impl<'p, 'c> Groups<'p, 'c> {
    pub(crate) fn new(claims: &'p ClaimColumns<'c>, setup: &'p Setup<'_>, sums: &mut Accumulator) -> Self {
        let options = setup.options;
        let mut columns = claims.by.iter();
        let mut keys = Vec::with_capacity(options.by.len());
        for (position, by) in options.by.iter().enumerate() {
            let mut named = |names: &Names<'c>, text: &dyn Fn(&'c str) -> Option<&'p str>| {
                let none = sums.group_text(position, None);
                let numbers = names.names.iter().map(|name| sums.group_text(position, text(name)));
                Key::Names(names.codes, [none, none].into_iter().chain(numbers).listed())
            };
            keys.push(match by {
                GroupBy::CareType => named(&claims.care_type, &|text| Some(text)),
                GroupBy::Heading => named(&claims.care_type, &|care_type| setup.heading(care_type)),
                GroupBy::Column(_) => named(&columns.next().copied().unwrap_or_default(), &|text| Some(text)),
                GroupBy::Guarantee => Key::Guarantee(Vec::new()),
                GroupBy::AgeBand => Key::Age([None; AGES.len()]),
            });
        }
        Groups { claims, keys, texts: Vec::with_capacity(options.by.len()) }
    }

    /// The group of a row under a guarantee of the current side.
    pub(crate) fn of(&mut self, sums: &mut Accumulator, names: &[String], row: usize, guarantee: i32) -> u32 {
        self.texts.clear();
        for (position, key) in self.keys.iter_mut().enumerate() {
            self.texts.push(match key {
                Key::Names(codes, numbers) => {
                    let code = codes.get(row).and_then(|code| usize::try_from(*code).ok()).unwrap_or_default();
                    numbers.get(code).copied().unwrap_or_default()
                }
                Key::Guarantee(numbers) => {
                    let slot = usize::try_from(guarantee.saturating_add(1)).unwrap_or_default();
                    if numbers.len() <= slot {
                        numbers.resize(slot.saturating_add(1), None);
                    }
                    let name = slot.checked_sub(1).and_then(|guarantee| names.get(guarantee)).map(String::as_str);
                    asked(numbers.get_mut(slot), || sums.group_text(position, name))
                }
                Key::Age(numbers) => {
                    let slot = age_class(self.claims, row);
                    let name = AGES.get(slot).copied().flatten();
                    asked(numbers.get_mut(slot), || sums.group_text(position, name))
                }
            });
        }
        sums.group(&self.texts)
    }
}

fn asked(known: Option<&mut Option<u32>>, ask: impl FnOnce() -> u32) -> u32 {
    known.map_or(0, |known| *known.get_or_insert_with(ask))
}

/// A position in [`AGES`].
fn age_class(claims: &ClaimColumns<'_>, row: usize) -> usize {
    let ten = |age: &u8| usize::from(age.checked_div(10).unwrap_or_default());
    let band = || claims.age_band.get(row).filter(|band| **band != NO_BAND);
    match claims.acts.acts.member_age.get(row).filter(|age| **age <= MAX_AGE) {
        Some(age) => ten(age).min(NINETY),
        None => match band() {
            None => NO_AGE,
            Some(0) => BAND_OF_TWENTY,
            Some(80..) => BAND_FROM_EIGHTY,
            Some(band) => ten(band),
        },
    }
}
