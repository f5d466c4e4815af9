//! Laws of selectors, filters, acts and payloads on random inputs, against a naive model that shares no code with the engine (`model.rs`).

use super::{decisions, law};

pub(crate) mod engine;
pub(crate) mod model;
pub(crate) mod patches;
pub(crate) mod world;

mod damage;

mod acts;
mod batches;
mod dates;
mod filters;
mod knowledge;
mod look_ups;
mod nearest;
mod repairs;
mod robustness;
mod selectors;
mod tables;
