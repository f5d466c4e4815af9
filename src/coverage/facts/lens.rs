//! How complex is a corrective lens? From its prescription.
//!
//! Source: Code de la sécurité sociale, art. R871-2, 3°. With the cylinder written positive and S = sphere + cylinder:
//!
//! ```text
//! lens                                         SIMPLE                  COMPLEX                  VERY_COMPLEX
//! single vision, cylinder 0                    −6.00 ≤ sphere ≤ +6.00  otherwise                –
//! single vision, sphere > 0, cylinder > 0      S ≤ 6.00                S > 6.00                 –
//! single vision, −6.00 ≤ sphere ≤ 0, cyl. > 0  cylinder ≤ 4.00         cylinder > 4.00          –
//! single vision, sphere < −6.00, cyl. ≥ 0.25   –                       always                   –
//! multifocal, cylinder 0                       –                       −4.00 ≤ sphere ≤ +4.00   otherwise
//! multifocal, sphere > 0, cylinder > 0         –                       S ≤ 8.00                 S > 8.00
//! multifocal, −8.00 ≤ sphere ≤ 0, cyl. > 0     –                       cylinder ≤ 4.00          cylinder > 4.00
//! multifocal, sphere < −8.00, cyl. ≥ 0.25      –                       –                        always
//! ```

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::whole::whole;
use crate::ground::small::names::names;
use crate::ground::value::json::{Json, safe_integer};
use crate::ground::value::pointer::Path;

names! {
    /// The class of a corrective lens.
    pub enum LensComplexity {
        /// *Verre simple.*
        Simple = "SIMPLE",
        /// *Verre complexe.*
        Complex = "COMPLEX",
        /// *Verre très complexe.*
        VeryComplex = "VERY_COMPLEX",
    }
}

/// The class of a lens by its prescription `{ sphere, cylinder, multifocal }`.
///
/// # Units
/// Dioptres in steps of 0.25; a negative cylinder is first rewritten as (sphere + cylinder, −cylinder).
///
/// # Errors
/// Shape problems, and `invalid_prescription` for dioptres that are not a multiple of 0.25.
///
/// # Examples
/// ```
/// use care_coverage::{LensComplexity, Prescription, lens_complexity};
/// assert_eq!(lens_complexity(&Prescription::new(-1.25, 0.5)), Ok(LensComplexity::Simple));
/// ```
pub fn lens_complexity(prescription: &Json) -> Result<LensComplexity, Error> {
    whole!(prescription, |problems, json| decode(problems, json)).map(|(lens, _)| lens.complexity())
}

/// A prescription in quarters of a dioptre.
struct Lens {
    sphere: i64,
    cylinder: i64,
    multifocal: bool,
}

fn decode(problems: &mut Problems, json: &Json) -> Option<Lens> {
    let at = &Path::Root;
    let object = problems.object(json, at, &["sphere", "cylinder", "multifocal"])?;
    let mut dioptres = |name| {
        let json = problems.required(&object, name, at)?;
        quarters(problems, json, &at.field(name))
    };
    let (sphere, cylinder) = (dioptres("sphere"), dioptres("cylinder"));
    let multifocal = problems.required(&object, "multifocal", at);
    let multifocal = multifocal.and_then(|json| problems.boolean(json, &at.field("multifocal")));
    Some(Lens { sphere: sphere?, cylinder: cylinder?, multifocal: multifocal? })
}

fn quarters(problems: &mut Problems, json: &Json, at: &Path<'_>) -> Option<i64> {
    let dioptres = problems.number(json, at)?;
    // INVARIANT: a multiplication by four changes only the exponent, so it is exact.
    #[allow(clippy::float_arithmetic)]
    let quarters = safe_integer(dioptres * 4.0);
    if quarters.is_none() {
        problems.report(Code::InvalidPrescription, at, say::invalid_prescription(dioptres));
    }
    quarters
}

impl Lens {
    fn complexity(&self) -> LensComplexity {
        use LensComplexity::{Complex, Simple, VeryComplex};
        /// Whole dioptres in quarters.
        const fn dioptres(whole: i64) -> i64 {
            whole.saturating_mul(4)
        }
        // INVARIANT: both are within ±2^53, so that nothing saturates.
        let (sphere, cylinder) = match self.cylinder {
            0.. => (self.sphere, self.cylinder),
            _ => (self.sphere.saturating_add(self.cylinder), self.cylinder.saturating_neg()),
        };
        let sum = sphere.saturating_add(cylinder);
        let (plain, highest, lowest) = if self.multifocal { (4, 8, -8) } else { (6, 6, -6) };
        let easier = if cylinder == 0 {
            sphere.abs() <= dioptres(plain)
        } else if sphere > 0 {
            sum <= dioptres(highest)
        } else {
            sphere >= dioptres(lowest) && cylinder <= dioptres(4)
        };
        match (self.multifocal, easier) {
            (false, true) => Simple,
            (false, false) | (true, true) => Complex,
            (true, false) => VeryComplex,
        }
    }
}
