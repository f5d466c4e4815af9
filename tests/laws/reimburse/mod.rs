//! Laws of reimbursement on random rules and acts, against a plain model in exact rationals (`model`). The tests together ask for
//! more than 60,000 acts.

use super::law;

pub(crate) mod model;
pub(crate) mod world;

pub(crate) mod columns;
mod golden;
mod hostile;
mod laws;
mod monotone;
mod oracle;
mod rolling;
mod sequence;
mod stacked;
