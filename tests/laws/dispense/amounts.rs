//! The discount decision is that of integers of any size, at every size of the figures and on the very boundary.

use care_coverage::{Json, check_discount_amount, check_dispense};
use num_bigint::BigInt;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal as Rounded;
use serde_json::{Value, json};

use super::big::{Decimal, allows, shown};
use super::law;
use super::report::{self, json_of};

const MONEY: u32 = 12;
const QUANTITY: u32 = 9;

/// Decimals of at most so many digits before the point and 4 after it; often at the bounds.
fn decimals(integer: u32, least: u128) -> impl Strategy<Value = Decimal> {
    (0..=4_u32, 1..=integer).prop_flat_map(move |(scale, digits)| {
        let bound = 10_u128.pow(digits + scale);
        let near = select(vec![bound - 1, bound - 2, bound / 3, bound / 7, bound / 10, 1, 10_u128.pow(scale), 0]);
        prop_oneof![2 => 0..bound, 1 => near].prop_map(move |digits| Decimal { digits: digits.max(least), scale })
    })
}

fn input([discount, package, reimbursement, quantity]: [&Decimal; 4]) -> Json {
    json_of(&json!({
        "discount_amount": discount.text(), "package_qty": package.text(),
        "reimbursement_amount": reimbursement.text(), "medication_qty": quantity.text(),
    }))
}

fn decision(figures: [&Decimal; 4]) -> (bool, String, String) {
    let decision = check_discount_amount(&input(figures)).expect("good figures");
    (decision.allowed, decision.allowed_amount, decision.excess)
}

fn exactly() -> (Decimal, Decimal) {
    (Decimal { digits: 0, scale: 0 }, Decimal { digits: 1, scale: 0 })
}

#[test]
fn the_decision_is_that_of_big_integers() {
    let figures = (decimals(MONEY, 0), decimals(QUANTITY, 1), decimals(MONEY, 0), decimals(QUANTITY, 0));
    law::holds(8_000, &figures, |(discount, package, reimbursement, quantity)| {
        let figures = [&discount, &package, &reimbursement, &quantity];
        let (tolerance, deviation) = exactly();
        let products = (discount.units() * package.units(), reimbursement.units() * quantity.units());
        let divisor = package.units() * BigInt::from(10).pow(12);
        let want = (
            allows(figures, &tolerance, &deviation),
            shown(products.1.clone(), &divisor),
            shown(products.0 - products.1, &divisor),
        );
        prop_assert_eq!(decision(figures), want);
        Ok(())
    });
}

/// A package of other units, with as many of them handed out, costs the same.
#[test]
fn scaling_both_quantities_changes_nothing() {
    let figures = (decimals(MONEY, 0), decimals(6, 1), decimals(MONEY, 0), decimals(6, 0), 2..1_000_u128);
    law::holds(4_000, &figures, |(discount, package, reimbursement, quantity, factor)| {
        let scaled = |decimal: &Decimal| Decimal { digits: decimal.digits * factor, scale: decimal.scale };
        let before = decision([&discount, &package, &reimbursement, &quantity]);
        let after = decision([&discount, &scaled(&package), &reimbursement, &scaled(&quantity)]);
        prop_assert_eq!(before, after);
        Ok(())
    });
}

/// With tolerance and deviation, through a whole snapshot.
#[test]
fn the_check_of_both_rulesets_is_that_of_big_integers() {
    let parameters =
        (0..=6_u32).prop_flat_map(|scale| (0..=10_u128.pow(scale)).prop_map(move |digits| Decimal { digits, scale }));
    let figures = (decimals(MONEY, 0), decimals(QUANTITY, 1), decimals(MONEY, 0), decimals(QUANTITY, 0));
    law::holds(1_500, &(figures, parameters.clone(), parameters), |(figures, tolerance, deviation)| {
        let (discount, package, reimbursement, quantity) = figures;
        let figures = [&discount, &package, &reimbursement, &quantity];
        let (nothing, all) = exactly();
        for (ruleset, want) in
            [("page-2022", allows(figures, &nothing, &all)), ("code-2019", allows(figures, &tolerance, &deviation))]
        {
            let mut snapshot = report::with_figures(ruleset, figures.map(Decimal::text));
            snapshot["config"]["TOLERANCE"] = json!(tolerance.text());
            snapshot["config"]["DEVIATION"] = json!(deviation.text());
            let snapshot = json_of(&snapshot);
            let report = check_dispense(&snapshot).expect("a good snapshot");
            let written = serde_json::to_value(&report).unwrap();
            let outcome = &report::check(&written, "discount_amount")["outcome"];
            prop_assert_eq!(outcome, if want { "passed" } else { "failed" });
            prop_assert_eq!(report.amounts[0].allowed, want);
        }
        Ok(())
    });
}

/// A number and the text of its shortest decimal are the same figure.
#[test]
fn numbers_are_their_shortest_decimals() {
    law::holds(4_000, &(0..10_000_000_u64, 0..=4_i32), |(digits, scale)| {
        let number = digits as f64 / 10_f64.powi(scale);
        let figure = |discount: Value| {
            let input = json!({ "discount_amount": discount, "package_qty": 3, "reimbursement_amount": 7, "medication_qty": 1 });
            check_discount_amount(&json_of(&input)).map_err(|error| error.to_string())
        };
        prop_assert_eq!(figure(json!(number)), figure(json!(number.to_string())));
        Ok(())
    });
}

/// The discounts next to the boundary: the largest that is allowed and the smallest that is not. Those who divide, in binary
/// or in decimal, get some of them wrong.
#[test]
fn on_the_boundary_nothing_is_wrong() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |bound: u128| {
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            u128::from(state)
        };
        (next() << 64 | next()) % bound
    };
    let (mut asked, mut wrong, mut binary, mut divided) = (0, 0, 0, 0);
    for round in 0..40_000_u32 {
        // From everyday figures to those with all digits.
        let size = |most: u32| 1 + round % most;
        let reimbursement = Decimal { digits: 1 + random(10_u128.pow(size(MONEY) + 2)), scale: 2 + 2 * (round % 2) };
        let package = Decimal { digits: 1 + random(10_u128.pow(size(QUANTITY))), scale: 4 * (round / 3 % 2) };
        let quantity = Decimal { digits: 1 + random(10_u128.pow(size(QUANTITY))), scale: 4 * (round / 5 % 2) };
        // The boundary in units of 10^−4, rounded down.
        let boundary: BigInt = reimbursement.units() * quantity.units() / (package.units() * BigInt::from(10).pow(8));
        let Ok(boundary) = u128::try_from(boundary) else { continue };
        for digits in [boundary, boundary + 1] {
            if digits >= 10_u128.pow(16) {
                continue;
            }
            let discount = Decimal { digits, scale: 4 };
            let figures = [&discount, &package, &reimbursement, &quantity];
            let (tolerance, deviation) = exactly();
            let want = allows(figures, &tolerance, &deviation);
            asked += 1;
            wrong += u32::from(decision(figures).0 != want);
            let [d, p, r, q] = figures.map(|figure| figure.text().parse::<f64>().unwrap());
            binary += u32::from((d <= r * (q / p)) != want);
            let [d, p, r, q] = figures.map(|figure| figure.text().parse::<Rounded>().unwrap());
            let by_division = (q / p).checked_mul(r).map(|allowed| d <= allowed);
            divided += u32::from(by_division != Some(want));
        }
    }
    println!(
        "{asked} decisions on the boundary: {wrong} wrong; binary floating point {binary}, decimal division {divided}"
    );
    assert!(asked >= 64_000, "only {asked}");
    assert_eq!(wrong, 0);
    assert!(binary > 0 && divided > 0, "the boundary is not sharp enough");
}
