//! The registry of 2019: for every medicine, the exact allowed amount and its neighbours.
//!
//! The data is not part of the repository (`tests/laws/data.rs`).

use serde_json::Value;

use super::report::{self, RULESETS};
use crate::data;

#[test]
fn every_medicine_at_its_allowed_amount() {
    let Some(text) = data::text("registry-2019.csv") else { return };
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let column = |name: &str| header.iter().position(|column| *column == name).expect("a column");
    let (package, amount) = (column("package_qty"), column("reimbursement_amount"));
    let mut rows = 0;
    for line in lines {
        // A name may have commas; what is behind the names has none.
        let fields: Vec<&str> = line.rsplitn(header.len() - package + 1, ',').collect();
        let field = |column: usize| fields[header.len() - 1 - column];
        let cents: u64 = hundredths(field(amount));
        let units: u64 = field(package).parse().expect("an integer");
        for packages in 1..=5 {
            for more in 0..=2 {
                let discount = cents * packages + more;
                let figures =
                    [money(discount), units.to_string(), field(amount).to_owned(), (units * packages).to_string()];
                for ruleset in RULESETS {
                    let report = report::report(&report::with_figures(ruleset, figures.clone()));
                    let outcome = &report::check(&report, "discount_amount")["outcome"];
                    let allowed = more == 0 || more == 1 && ruleset == "code-2019";
                    assert_eq!(outcome, if allowed { "passed" } else { "failed" }, "{ruleset}: {figures:?}");
                    assert_eq!(report["amounts"][0]["allowed"], Value::Bool(allowed));
                }
            }
        }
        rows += 1;
    }
    assert_eq!(rows, 258);
    println!("{rows} medicines, 1 to 5 packages, three amounts, two rulesets");
}

/// An amount of at most two decimals in hundredths.
fn hundredths(text: &str) -> u64 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{fraction:0<2}").parse().expect("an amount of at most two decimals")
}

fn money(hundredths: u64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
