//! What is found of one question of a requirement?

use crate::coverage::compare::report::UndecidedReason;
use crate::ground::exact::fraction::Fraction;

/// `S` is what shows that it is violated.
#[derive(Clone)]
pub(crate) struct Finding<S> {
    pub(crate) shown: Option<S>,
    /// The rates at which it is, in percent.
    pub(crate) rates: Vec<Fraction>,
    /// The quantities that were asked.
    pub(crate) quantities: Vec<Fraction>,
    pub(crate) undecided: Option<UndecidedReason>,
}

impl<S> Default for Finding<S> {
    fn default() -> Self {
        Finding { shown: None, rates: Vec::new(), quantities: Vec::new(), undecided: None }
    }
}
