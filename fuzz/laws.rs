//! The laws of decisions and of their exact analysis, as the tests have them.
#![allow(dead_code, unused_imports)]

#[path = "../tests/analysis/brute.rs"]
pub(crate) mod brute;
#[path = "../tests/analysis/diagnostics.rs"]
pub(crate) mod diagnostics;
#[path = "../tests/analysis/differences.rs"]
pub(crate) mod differences;
#[path = "../tests/properties/engine.rs"]
pub(crate) mod engine;
#[path = "../tests/analysis/gaps.rs"]
pub(crate) mod gaps;
#[path = "../tests/properties/law.rs"]
pub(crate) mod law;
#[path = "../tests/properties/model.rs"]
pub(crate) mod model;
#[path = "../tests/analysis/overlaps.rs"]
pub(crate) mod overlaps;
#[path = "../tests/properties/patches.rs"]
mod patches;
#[path = "../tests/analysis/redundancy.rs"]
pub(crate) mod redundancy;
#[path = "../tests/analysis/regions.rs"]
mod regions;
#[path = "../tests/analysis/small.rs"]
pub(crate) mod small;
#[path = "../tests/properties/world.rs"]
pub(crate) mod world;

#[path = "worlds"]
pub(crate) mod worlds {
    pub(crate) mod asked;
    pub(crate) mod choices;
    pub(crate) mod small;
}
