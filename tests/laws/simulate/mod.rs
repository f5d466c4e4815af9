//! Laws of simulation on random coverages and claims, against a model that asks `reimburse`, `reimburse_many` and `reimburse_stack` row by
//! row (`model`), and adds up.

use super::law;

mod claims;
mod model;
mod sides;

mod aggregates;
mod agrees;
mod pieces;
