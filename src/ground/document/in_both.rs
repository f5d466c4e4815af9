//! What does a text say in French and in English?

use serde::Serialize;

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::Object;
use crate::ground::value::pointer::Path;

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct InBoth<'j> {
    /// In French.
    pub fr: &'j str,
    /// In English.
    pub en: &'j str,
}

/// A text in both languages, neither of them empty.
pub(crate) fn in_both<'j>(
    problems: &mut Problems,
    object: &Object<'j>,
    name: &str,
    at: &Path<'_>,
    required: bool,
) -> Option<InBoth<'j>> {
    let json = if required { problems.required(object, name, at)? } else { object.stated(name)? };
    let at = &at.field(name);
    let object = problems.document(json, at, &["fr", "en"])?;
    let mut text = |name| {
        let json = problems.required(&object, name, at)?;
        let text = problems.string(json, &at.field(name))?;
        if text.trim().is_empty() {
            problems.report(Code::InvalidString, &at.field(name), say::empty_text());
        }
        Some(text)
    };
    let (fr, en) = (text("fr"), text("en"));
    Some(InBoth { fr: fr?, en: en? })
}
