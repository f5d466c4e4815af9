//! The analysis of small coverages: overlaps, gaps, redundant mappings, and what validation says of them, against every act that there
//! can be, decided by the naive model.
#![no_main]

#[path = "../laws.rs"]
mod laws;

use laws::*;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|one: worlds::small::One| {
    let world = &one.0;
    for law in [
        overlaps::are_the_pairs_of_a_common_act,
        gaps::are_the_acts_that_match_nothing,
        redundancy::are_those_of_the_rule,
        diagnostics::are_those_of_the_analysis,
    ] {
        law(world).unwrap_or_else(|broken| panic!("{broken}\n{}", world.coverage));
    }
});
