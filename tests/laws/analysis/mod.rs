//! Laws of the exact analysis, against brute force: on small worlds every possible act is enumerated (`brute.rs`) and decided with the
//! naive model of the other laws, which knows nothing of regions.
//!
//! With `-- --nocapture` each law says how many acts it has decided, and how many claims of the engine it has judged.

use super::law;
use super::properties::{engine, model, patches, world};

mod brute;
mod regions;
mod small;

mod accepted;
mod canonical;
mod diagnostics;
mod differences;
mod gaps;
mod hostile;
mod memo;
mod overlaps;
mod redundancy;
mod rewordings;
