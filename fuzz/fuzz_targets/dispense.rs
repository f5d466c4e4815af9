//! Dispenses: each check of a snapshot is that of the document's tables and of the naive model of `tests/dispense`, the contracts and the
//! amounts, too; and what a snapshot lacks makes things unknown, and never otherwise.
#![no_main]

#[path = "../../tests/dispense/big.rs"]
#[allow(dead_code, unused_imports)]
mod big;
#[path = "../../tests/dispense/checks.rs"]
#[allow(dead_code, unused_imports)]
mod checks;
#[path = "../../tests/properties/law.rs"]
#[allow(dead_code)]
mod law;
#[path = "../../tests/dispense/model.rs"]
#[allow(dead_code, unused_imports)]
mod model;
#[path = "../../tests/dispense/report.rs"]
#[allow(dead_code)]
mod report;
#[path = "../../tests/dispense/snapshots.rs"]
#[allow(dead_code, unused_imports)]
mod snapshots;
#[path = "../../tests/support/mod.rs"]
#[allow(dead_code)]
mod support;
#[path = "../../tests/dispense/tables.rs"]
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
