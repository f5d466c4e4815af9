//! Why was a check not asked, or not answered?

use serde::{Serialize, Serializer};

use crate::dispense::check_id::DispenseCheckId;

/// Why a check was not asked, or not answered. Answers have its text.
///
/// # Examples
/// ```
/// use care_coverage::dispensing::{DispenseCheckId, DispenseReason};
/// assert_eq!(DispenseReason::Failed(DispenseCheckId::ContractExists).as_str(), "contract_exists");
/// assert_eq!(DispenseReason::Pointer("/contracts".to_owned()).as_str(), "/contracts");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DispenseReason {
    /// This check failed before.
    Failed(DispenseCheckId),
    /// The JSON Pointer of what the snapshot lacks, of the setting that switches the check off, or of the reference that is
    /// not given.
    Pointer(String),
    /// The program reimburses the medication in a way that has no rule.
    UnsupportedReimbursementType,
}

impl DispenseReason {
    /// The text in answers: an id, a pointer or a word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            DispenseReason::Failed(id) => id.as_str(),
            DispenseReason::Pointer(pointer) => pointer,
            DispenseReason::UnsupportedReimbursementType => "unsupported_reimbursement_type",
        }
    }
}

impl Serialize for DispenseReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
