//! Why is a row in no sum, and what was assumed of it?

use crate::ground::small::names::names;

names! {
    /// Why a row is in no sum but those of rows, weight and what was charged. In the order in which an answer lists them.
    pub enum InvalidReason {
        /// The line is no row.
        Unreadable = "unreadable",
        /// A cell has a value that its column cannot have.
        WrongValue = "wrong_value",
        /// The act contradicts itself.
        InvalidAct = "invalid_act",
        /// A catalogue does not have the care type.
        UnknownCareType = "unknown_care_type",
        /// Several guarantees match.
        Ambiguous = "ambiguous",
        /// The row leaves out what decides it.
        Undetermined = "undetermined",
        /// An aggregate of corrections.
        Regularisation = "regularisation",
        /// A condition cuts the band of ages.
        Band = "band",
        /// One person has two weights.
        Weight = "weight",
    }
}

names! {
    /// What was assumed of rows.
    pub enum AssumedReason {
        /// The Sécu part is taken for 0.
        SecuPaid = "secu_paid",
        /// The row is of a person of its own.
        Person = "person",
        /// Limits are left out.
        Limits = "limits",
    }
}
