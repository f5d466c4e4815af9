//! A question about a JSON text: what is wrong with the text, and with what it says, has its place in the text.

use std::str::FromStr;

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Diagnostic, Error};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::text::document::Document;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// A JSON text (RFC 8259) to ask with: `JsonText::from_utf8(bytes).ask(|act| coverage.guarantees_for(act))`.
///
/// A text is stricter than a value: a key that occurs twice in one object is refused, where most readers take one of the two.
///
/// # Examples
/// ```
/// use care_coverage::{JsonText, lens_complexity};
/// let text = JsonText::from_utf8(br#"{ "sphere": -1.25, "sphere": 2, "cylinder": 0.5, "multifocal": false }"#);
/// let error = text.ask(lens_complexity).unwrap_err();
/// let [diagnostic] = error.diagnostics() else { panic!() };
/// assert_eq!((diagnostic.code.as_str(), diagnostic.pointer.as_str()), ("duplicate_key", "/sphere"));
/// assert_eq!(diagnostic.range.ok_or("a range")?.column, 20);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct JsonText {
    document: Document,
    /// Of the text itself.
    problems: Vec<Diagnostic>,
    /// Whether it is no JSON, so that nothing else is said of it.
    is_broken: bool,
}

/// A JSON text in Rust: `r#"{ "care_type": "CROWN" }"#.parse::<Json>()`. It is read as [`JsonText`] reads it.
impl FromStr for Json {
    type Err = Error;

    /// # Errors
    /// Those of [`JsonText::json`].
    fn from_str(text: &str) -> Result<Self, Error> {
        JsonText::from_utf8(text.as_bytes()).json().cloned()
    }
}

impl From<&str> for JsonText {
    fn from(text: &str) -> Self {
        JsonText::from_utf8(text.as_bytes())
    }
}

impl JsonText {
    /// Reads UTF-16 code units, as editors count them.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::JsonText;
    /// let units: Vec<u16> = r#"{ "a": 1 }"#.encode_utf16().collect();
    /// assert!(JsonText::from_utf16(&units).json().is_ok());
    /// ```
    #[must_use]
    pub fn from_utf16(units: &[u16]) -> Self {
        let mut problems = Problems::default();
        let document = Document::read(units.to_vec(), &mut problems);
        Self::of(document, problems)
    }

    /// Reads bytes of UTF-8. Ranges count UTF-16 code units, as those of [`JsonText::from_utf16`] do.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::JsonText;
    /// let error = JsonText::from_utf8(b"[1,]").json().unwrap_err();
    /// assert_eq!(error.diagnostics()[0].range.map(|range| range.column), Some(4));
    /// ```
    #[must_use]
    pub fn from_utf8(bytes: &[u8]) -> Self {
        let mut problems = Problems::default();
        let document = Document::read_utf8(bytes, &mut problems);
        Self::of(document, problems)
    }

    fn of(document: Document, problems: Problems) -> Self {
        let is_broken = problems.errors().any(|code| code == Code::InvalidJson);
        JsonText { document, problems: problems.into_diagnostics(), is_broken }
    }

    /// The answer to a question about what the text says.
    ///
    /// # Errors
    /// Each with its range: `invalid_json` alone where the text is not JSON; otherwise every `duplicate_key` and the errors of the
    /// question.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::JsonText;
    #[doc = include_str!("../../../api/example.txt")]
    /// let act = JsonText::from(r#"{ "care_type": "CROWN", "member_age": 40 }"#);
    /// assert_eq!(act.ask(|act| coverage.guarantees_for(act))?.guarantees, ["DENTAL_CARE"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ask<'t, T>(&'t self, question: impl FnOnce(&'t Json) -> Result<T, Error>) -> Result<T, Error> {
        if self.is_broken {
            return Err(self.refuse(None));
        }
        match question(&self.document.json) {
            Ok(answer) if self.problems.is_empty() => Ok(answer),
            answer => Err(self.refuse(answer.err())),
        }
    }

    /// What the text says.
    ///
    /// # Errors
    /// Each with its range: those of [`JsonText::ask`], and what is too deep, too large or not well-formed.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::{Json, JsonText};
    /// assert_eq!(JsonText::from("[null]").json(), Ok(&Json::Array(vec![Json::Null])));
    /// ```
    pub fn json(&self) -> Result<&Json, Error> {
        self.ask(|json| {
            let mut problems = Problems::default();
            problems.any(json, &Path::Root);
            problems.finish(Some(json)).map(|(json, _)| json)
        })
    }

    #[inline(never)]
    fn refuse(&self, error: Option<Error>) -> Error {
        let mut error = Error::joined(self.problems.clone(), error);
        self.document.locate(error.diagnostics_mut());
        error
    }
}
