//! How high was the PMSS, the monthly ceiling of the Sécu (plafond mensuel de la sécurité sociale)?
//!
//! It is set for a civil year by an order (arrêté) under article D. 242-17 of the Code de la sécurité sociale; the sources
//! are next to the amounts. A year that is not in the table has none: the act must then bring its own.

use std::num::Saturating;

use crate::coverage::reimburse::amounts::ActAmounts;
use crate::coverage::reimburse::money::{Exact, Money, ONE, percent_of, to_cents};
use crate::ground::exact::amount::{Amount, Rounding};
use crate::ground::exact::date::CalendarDate;

/// A year and the amount in euros.
const TABLE: [(i32, i64); 8] = [
    (2019, 3_377), // arrêté du 11 décembre 2018
    (2020, 3_428), // arrêté du 2 décembre 2019
    (2021, 3_428), // arrêté du 22 décembre 2020
    (2022, 3_428), // arrêté du 15 décembre 2021
    (2023, 3_666), // arrêté du 9 décembre 2022
    (2024, 3_864), // arrêté du 19 décembre 2023
    (2025, 3_925), // arrêté du 19 décembre 2024
    (2026, 4_005), // arrêté du 22 décembre 2025
];

/// The ceiling of a civil year.
pub(crate) fn of_year(year: i32) -> Option<Money> {
    let (_, euros) = TABLE.iter().find(|(of, _)| *of == year)?;
    Some(Saturating(*euros) * ONE)
}

/// The ceiling that counts for an act: its own, else that of the year of the care date.
pub(crate) fn of_act(act: &ActAmounts<'_>, date: Option<CalendarDate>) -> Option<Money> {
    act.pmss.or_else(|| of_year(date?.year()))
}

/// A percentage of the ceiling, rounded half-up to the cent.
pub(crate) fn percent_of_pmss(pmss: Money, percent: Amount) -> Exact {
    to_cents(percent_of(pmss, percent), Rounding::HalfUp)
}
