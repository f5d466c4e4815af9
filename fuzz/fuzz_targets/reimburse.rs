//! Reimbursement: calls one after the other, with counters and limits, say what the naive model of `tests/laws/reimburse` says; and each rule
//! can be said in words.
#![no_main]

#[path = "../../tests/laws/law.rs"]
#[allow(dead_code)]
mod law;
#[path = "../../tests/laws/reimburse/model/mod.rs"]
#[allow(dead_code, unused_imports)]
mod model;
#[path = "../../tests/laws/reimburse/oracle.rs"]
#[allow(dead_code, unused_imports)]
mod oracle;
#[path = "../../tests/laws/reimburse/sequence.rs"]
#[allow(dead_code, unused_imports)]
mod sequence;
#[path = "../../tests/laws/reimburse/world.rs"]
#[allow(dead_code)]
mod world;
#[path = "../worlds"]
#[allow(dead_code)]
mod worlds {
    pub mod choices;
    pub mod payments;
}

use libfuzzer_sys::fuzz_target;
use worlds::payments::Payments;

fuzz_target!(|payments: Payments| {
    for rule in &payments.world.rules {
        assert!(!care_coverage::describe_rule(&world::json_of(rule)).expect("a rule").is_empty());
    }
    let law = sequence::calls_agree_with_the_model(&payments.calls(), &payments.counters);
    law.unwrap_or_else(|broken| panic!("{broken}"));
});
