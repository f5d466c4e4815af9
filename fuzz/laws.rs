//! The laws of decisions and of their exact analysis, as the tests have them.
#![allow(dead_code, unused_imports)]

#[path = "../tests/laws/analysis/brute.rs"]
pub(crate) mod brute;
#[path = "../tests/laws/analysis/diagnostics.rs"]
pub(crate) mod diagnostics;
#[path = "../tests/laws/analysis/differences.rs"]
pub(crate) mod differences;
#[path = "../tests/laws/properties/engine.rs"]
pub(crate) mod engine;
#[path = "../tests/laws/analysis/gaps.rs"]
pub(crate) mod gaps;
#[path = "../tests/laws/law.rs"]
pub(crate) mod law;
#[path = "../tests/laws/properties/model.rs"]
pub(crate) mod model;
#[path = "../tests/laws/analysis/overlaps.rs"]
pub(crate) mod overlaps;
#[path = "../tests/laws/properties/patches.rs"]
mod patches;
#[path = "../tests/laws/analysis/redundancy.rs"]
pub(crate) mod redundancy;
#[path = "../tests/laws/analysis/regions.rs"]
mod regions;
#[path = "../tests/laws/analysis/small.rs"]
pub(crate) mod small;
#[path = "../tests/laws/properties/world.rs"]
pub(crate) mod world;

#[path = "worlds"]
pub(crate) mod worlds {
    pub(crate) mod asked;
    pub(crate) mod choices;
    pub(crate) mod small;
}
