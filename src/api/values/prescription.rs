//! A prescription of a corrective lens as a typed value.

use crate::api::values::object::json_object;
use crate::ground::value::json::Json;

/// A prescription, in dioptres: multiples of 0.25.
///
/// # Examples
/// ```
/// use care_coverage::{LensComplexity, Prescription, lens_complexity};
/// assert_eq!(lens_complexity(&Prescription::new(-6.5, 0.0))?, LensComplexity::Complex);
/// assert_eq!(lens_complexity(&Prescription::new(-3.0, 0.5).multifocal())?, LensComplexity::Complex);
/// # Ok::<(), care_coverage::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Prescription(Json);

json_object!(Prescription);

impl Prescription {
    /// A lens of single vision.
    pub fn new(sphere: f64, cylinder: f64) -> Self {
        let lens = Prescription(Json::Object(Vec::new()));
        lens.with("sphere", sphere).with("cylinder", cylinder).with("multifocal", false)
    }

    /// The same prescription for a multifocal lens.
    pub fn multifocal(self) -> Self {
        self.with("multifocal", true)
    }
}
