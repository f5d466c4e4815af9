//! Which guarantees match an act: the naive model of `tests/laws/properties` tries all mappings in turn, and many acts at once, by values, by
//! codes, by numbers of decisions and in columns, say what each says alone.
#![no_main]

#[path = "../../tests/laws/properties/batches.rs"]
#[allow(dead_code, unused_imports)]
mod batches;
#[path = "../../tests/support/decisions.rs"]
#[allow(dead_code, unused_imports)]
mod decisions;
#[path = "../laws.rs"]
mod laws;

use engine::{json_of, judged};
use laws::{engine, law, model, world, worlds};
use libfuzzer_sys::fuzz_target;
use worlds::asked::Asked;

fuzz_target!(|asked: Asked| {
    let Asked { catalog, options, coverage, acts } = &asked;
    let compiled = engine::coverage(&engine::catalog(catalog, options), coverage);
    for act in acts {
        let wanted = model::decision(catalog, options, coverage, act);
        assert_eq!(judged(compiled.guarantees_for(&json_of(act))), wanted, "{act}\n{asked:?}");
    }
    let law = batches::answers_as_each_act_alone(catalog, options, coverage, acts);
    law.unwrap_or_else(|broken| panic!("{broken}\n{asked:?}"));
});
