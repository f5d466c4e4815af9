//! Dispenses: each check of a snapshot is that of the document's tables and of the naive model of `tests/laws/dispense`, the contracts and
//! the amounts, too; and what a snapshot lacks makes things unknown, and never otherwise.
#![no_main]

#[path = "../../tests/laws/dispense/big.rs"]
#[allow(dead_code, unused_imports)]
mod big;
#[path = "../../tests/laws/dispense/checks.rs"]
#[allow(dead_code, unused_imports)]
mod checks;
#[path = "../../tests/laws/law.rs"]
#[allow(dead_code)]
mod law;
#[path = "../../tests/laws/dispense/model.rs"]
#[allow(dead_code, unused_imports)]
mod model;
#[path = "../../tests/laws/dispense/report.rs"]
#[allow(dead_code)]
mod report;
#[path = "../../tests/laws/dispense/snapshots.rs"]
#[allow(dead_code, unused_imports)]
mod snapshots;
#[path = "../../tests/support/mod.rs"]
#[allow(dead_code)]
mod support;
#[path = "../../tests/laws/dispense/tables.rs"]
mod tables;
#[path = "../worlds"]
#[allow(dead_code)]
mod worlds {
    pub mod choices;
    pub mod snapshots;
}

use libfuzzer_sys::fuzz_target;
use worlds::snapshots::Snapshots;

fuzz_target!(|snapshots: Snapshots| {
    let Snapshots { whole, less } = snapshots;
    let report = checks::checks_are_those_of_the_model(&whole).unwrap_or_else(|broken| panic!("{broken}\n{whole}"));
    checks::lacking_parts_changes_no_answer(&report, &less)
        .unwrap_or_else(|broken| panic!("{broken}\n{whole}\n{less}"));
});
