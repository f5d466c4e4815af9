//! What is asked of a mapping, of headings and of claims before they are simulated.

pub use crate::coverage::claims::guess::guess_mapping;
pub use crate::coverage::claims::judged_mapping::validate_mapping;
pub use crate::coverage::claims::preview::{preview_claims, preview_distributions};
pub use crate::coverage::headings::validate_headings;
