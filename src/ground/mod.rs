//! What the rules are built on and what knows nothing of them: values, problems, documents, exact numbers.

pub(crate) mod diagnostics;
pub(crate) mod document;
pub(crate) mod exact;
pub(crate) mod small;
pub(crate) mod value;
