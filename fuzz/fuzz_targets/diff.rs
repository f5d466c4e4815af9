//! What changes between two small coverages, against every act that there can be, decided by the naive model on both sides; and a coverage
//! made of another one by its new payload is the one that is compiled.
#![no_main]

#[path = "../laws.rs"]
mod laws;

use engine::{json_of, value};
use laws::*;
use libfuzzer_sys::fuzz_target;
use small::Small;

fuzz_target!(|two: worlds::small::Two| {
    let pair = &two.0;
    differences::changes_are_the_acts_that_differ(pair).unwrap_or_else(|broken| panic!("{broken}\n{pair:?}"));
    if pair.before.catalog == pair.after.catalog && pair.before.options == pair.after.options {
        let compiled =
            |world: &Small| engine::coverage(&engine::catalog(&world.catalog, &world.options), &world.coverage);
        let before = compiled(&pair.before);
        // What is found out before is handed on.
        let _ = before.analyze();
        let replaced = before.with_payload(json_of(&pair.after.coverage)).expect("a coverage");
        assert_eq!(value(replaced.analyze()), value(compiled(&pair.after).analyze()), "{pair:?}");
    }
});
