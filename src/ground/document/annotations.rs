//! What may be noted in any object of a document? For an editor, and for those who read the document: nothing follows from it.
//!
//! DECISION: `$schema` and `description` are texts, and a field that begins with `x-` is any JSON. Case: annotations/description-no-text

/// Those that have a name.
pub(crate) const ANNOTATIONS: [&str; 2] = ["$schema", "description"];

/// Whether a field is one.
pub(crate) fn is_annotation(name: &str) -> bool {
    name.starts_with("x-") || ANNOTATIONS.contains(&name)
}
