//! Is a discount amount allowed? Exactly, and without dividing.
//!
//! With R the reimbursement of one whole package, P the package's quantity, Q the quantity handed out and D the discount:
//!
//! ```text
//! D·P <= R·Q + tolerance·P      and      D·P >= (1 − deviation)·R·Q
//! page-2022: tolerance 0, deviation 1 (no lower limit)      code-2019: TOLERANCE 0.01, DEVIATION 0.1
//! ```
//! A quotient is written only for people. By division 30.00 × (1/3) is 9.999…, and a correct discount of 10.00 is refused.
//! Source: *Create Medication Dispense*, the check of `discount_amount`; the 2019 code, `validate_reimbursement_amount`.
//!
//! INVARIANT: 12 + 4 digits of money, 9 + 4 of quantities and 12 + 6 of parameters make at most 36 digits at the largest
//! scale below, which 128 bits hold: nothing saturates. The compiler checks it below.
//!
//! DECISION: the prose of the page says "equal", its formula `<=`; the formula counts. Case: discount_amount/row-2
//! DECISION: it applies to divisible packages, too; its heading is read as a title.
//! Case: dispense_amounts/row-4-2022

use serde::Serialize;

use crate::dispense::fields::{DISCOUNT_AMOUNT, MEDICATION_QTY, PACKAGE_QTY, REIMBURSEMENT_AMOUNT};
use crate::dispense::known::Known;
use crate::dispense::missing::Missing;
use crate::dispense::place;
use crate::dispense::question::Question;
use crate::dispense::shape::{ONE, PARAMETER, QUANTITY};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::Object;
use crate::ground::document::whole::whole;
use crate::ground::exact::amount::{self, Amount, Digits, MONEY, Rounding};
use crate::ground::kleene::Waits;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// Decimals of money and of quantities; a product has twice as many.
const SCALE: u32 = 4;
/// Decimals of what is shown.
const SHOWN: usize = 6;

// Derived from the digits that are read.
const _: () = {
    assert!(MONEY.fraction <= SCALE && QUANTITY.fraction <= SCALE, "a mantissa at this scale is exact");
    assert!(ONE == 10_i128.saturating_pow(PARAMETER.fraction), "one in the units of a parameter");
    // D·P and R·Q.
    let product = MONEY.bound(SCALE).saturating_mul(QUANTITY.bound(SCALE));
    assert!(product.saturating_mul(ONE) < i128::MAX, "times 1 − deviation, which is at most one, or times 100");
    let tolerance = PARAMETER.bound(PARAMETER.fraction).saturating_mul(QUANTITY.bound(SCALE));
    assert!(product.saturating_mul(100).saturating_add(tolerance) < i128::MAX, "R·Q + tolerance·P");
};

/// What the rule compares.
#[derive(Clone, Copy)]
pub(crate) struct Figures {
    pub(crate) reimbursement: Amount,
    /// Above 0.
    pub(crate) package: Amount,
    pub(crate) quantity: Amount,
    pub(crate) discount: Amount,
}

/// A number of the amount rule, in millionths.
#[derive(Clone, Copy)]
pub(crate) enum Parameter {
    Fixed(i128),
    /// Of this name in `config`, or where it is absent this one.
    Config(&'static str, i128),
}

/// How far a discount may be from the allowed amount, in millionths.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    tolerance: i128,
    deviation: i128,
}

impl Limits {
    /// `D·P <= R·Q`, and nothing else.
    const EXACT: Limits = Limits { tolerance: 0, deviation: ONE };

    /// Those of a ruleset, or of the snapshot where the ruleset asks it.
    pub(crate) fn of<'j>(
        question: &Question<'j>,
        tolerance: Parameter,
        deviation: Parameter,
    ) -> Result<Self, Missing<'j>> {
        match (parameter(question, tolerance), parameter(question, deviation)) {
            (Ok(tolerance), Ok(deviation)) => Ok(Limits { tolerance, deviation }),
            (Err(one), Err(other)) => Err(one.both(other)),
            (Err(missing), _) | (_, Err(missing)) => Err(missing),
        }
    }
}

/// A parameter that is absent has its default; `null` is none.
fn parameter<'j>(question: &Question<'j>, parameter: Parameter) -> Result<i128, Missing<'j>> {
    let (name, default) = match parameter {
        Parameter::Fixed(value) => return Ok(value),
        Parameter::Config(name, default) => (name, default),
    };
    match question.root().object(&place::CONFIG) {
        Known::Value(config) if !matches!(config.get(name), Known::Absent(_)) => {
            config.amount(name).map(|amount| amount.mantissa(PARAMETER.fraction))
        }
        _ => Ok(default),
    }
}

impl Figures {
    /// D·P and R·Q, in units of 10^−8.
    fn products(&self) -> (i128, i128) {
        let product = |a: Amount, b: Amount| a.mantissa(SCALE).saturating_mul(b.mantissa(SCALE));
        (product(self.discount, self.package), product(self.reimbursement, self.quantity))
    }

    pub(crate) fn are_within(&self, limits: Limits) -> bool {
        let (discount, allowed) = self.products();
        // tolerance·P has 10 decimals.
        let tolerance = limits.tolerance.saturating_mul(self.package.mantissa(SCALE));
        let is_at_most = discount.saturating_mul(100) <= allowed.saturating_mul(100).saturating_add(tolerance);
        let share = ONE.saturating_sub(limits.deviation);
        is_at_most && discount.saturating_mul(ONE) >= allowed.saturating_mul(share)
    }

    /// What is shown of a detail's discount.
    pub(crate) fn amount(&self, pointer: String, allowed: bool) -> DispenseAmount {
        let (allowed_amount, discount_amount) = (self.allowed_amount(), self.discount.to_string());
        DispenseAmount { pointer, allowed_amount, discount_amount, allowed }
    }

    /// R·Q ÷ P, for display.
    fn allowed_amount(&self) -> String {
        self.shown(self.products().1)
    }

    /// (D·P − R·Q) ÷ P where it is positive, for display.
    fn excess(&self) -> String {
        let (discount, allowed) = self.products();
        self.shown(discount.saturating_sub(allowed).max(0))
    }

    /// A product ÷ P, rounded half-even.
    fn shown(&self, product: i128) -> String {
        // 8 decimals of the product less 4 of the package are 4; two more are shown.
        let quotient = amount::quotient(product.saturating_mul(100), self.package.mantissa(SCALE), Rounding::HalfEven);
        amount::show(quotient.unwrap_or_default(), SHOWN, 0)
    }
}

/// The discount of one detail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DispenseAmount {
    /// The detail's `discount_amount`.
    pub pointer: String,
    /// Reimbursement × quantity ÷ package, rounded half-even to 6 decimals: for display only.
    pub allowed_amount: String,
    /// As given, without trailing zeros.
    pub discount_amount: String,
    /// Whether it is allowed, within what the ruleset tolerates.
    pub allowed: bool,
}

/// Whether a discount amount is allowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DiscountDecision {
    /// `discount_amount * package_qty <= reimbursement_amount * medication_qty`
    pub allowed: bool,
    /// `reimbursement_amount * medication_qty / package_qty`, rounded half-even to 6 decimals, without trailing zeros: for
    /// display only.
    pub allowed_amount: String,
    /// What the discount amount is above the allowed amount, likewise; `0` where it is not.
    pub excess: String,
}

/// Whether `discount_amount * package_qty <= reimbursement_amount * medication_qty`, exactly.
///
/// # Units
/// Money has at most 12 digits before the point and 4 after it, a quantity 9 and 4. Decimals are strings or numbers; a
/// number is read as its shortest decimal.
///
/// # Errors
/// Shape problems, `amount_format`, `negative_amount`, `amount_precision`, and `not_positive` for a package of 0.
///
/// # Examples
/// ```
/// use care_coverage::{Json, check_discount_amount};
/// let input: Json = serde_json::from_str(r#"{
///     "discount_amount": "0.04", "reimbursement_amount": "0.1", "medication_qty": 1, "package_qty": 3 }"#)?;
/// let decision = check_discount_amount(&input)?;
/// assert!(!decision.allowed);
/// assert_eq!((decision.allowed_amount.as_str(), decision.excess.as_str()), ("0.033333", "0.006667"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check_discount_amount(input: &Json) -> Result<DiscountDecision, Error> {
    whole!(input, |problems, json| decode(problems, json)).map(|(figures, _)| DiscountDecision {
        allowed: figures.are_within(Limits::EXACT),
        allowed_amount: figures.allowed_amount(),
        excess: figures.excess(),
    })
}

fn decode(problems: &mut Problems, json: &Json) -> Option<Figures> {
    const NAMES: [&str; 4] = [DISCOUNT_AMOUNT, REIMBURSEMENT_AMOUNT, MEDICATION_QTY, PACKAGE_QTY];
    let root = &Path::Root;
    let object = problems.document(json, root, &NAMES)?;
    let [discount, reimbursement, quantity, package] = NAMES;
    let discount = problems.required_amount(&object, discount, MONEY);
    let reimbursement = problems.required_amount(&object, reimbursement, MONEY);
    let quantity = problems.required_amount(&object, quantity, QUANTITY);
    let divisor = problems.required_amount(&object, package, QUANTITY);
    if divisor.is_some_and(Amount::is_zero) {
        problems.report(Code::NotPositive, &root.field(package), say::package_not_positive());
    }
    Some(Figures { reimbursement: reimbursement?, package: divisor?, quantity: quantity?, discount: discount? })
}

impl Problems {
    fn required_amount(&mut self, object: &Object<'_>, name: &str, digits: Digits) -> Option<Amount> {
        let json = self.required(object, name, &Path::Root)?;
        self.amount(json, &Path::Root.field(name), digits)
    }
}
