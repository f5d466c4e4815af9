//! Laws of medication dispense: the amount against big integers, what a snapshot lacks, the shipped examples, and the national registry
//! of 2019.

use super::law;

mod amounts;
mod big;
mod checks;
mod examples;
mod model;
mod registry;
mod report;
mod snapshots;
mod tables;
