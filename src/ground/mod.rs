//! What the rules are built on and what knows nothing of them: values, problems, documents, exact numbers, a logic
//! of what is not known.

pub(crate) mod diagnostics;
pub(crate) mod document;
pub(crate) mod exact;
pub(crate) mod kleene;
pub(crate) mod small;
pub(crate) mod value;
