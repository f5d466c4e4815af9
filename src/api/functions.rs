//! Questions that need no catalogue.

pub use crate::coverage::facts::lens::{LensComplexity, lens_complexity};
pub use crate::coverage::filter::{ConditionOutcome, ConditionResult, ConditionValue, FilterMatch, FilterQuestion};
pub use crate::coverage::requirements::profile::{validate_profile, validate_profile_text, validate_profile_utf8};
pub use crate::coverage::rule::words::describe_rule;
pub use crate::coverage::version::{CoverageVersion, check_coverage_version, read_coverage_payload};
pub use crate::ground::exact::date::age_on;
