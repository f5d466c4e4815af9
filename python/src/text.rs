//! A text that was handed in: a string, or bytes of UTF-8.

use care_coverage::JsonText;
use care_coverage::bounds::MAX_TEXT_BYTES;
use pyo3::buffer::PyBuffer;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

use crate::write::unusable;

/// A text; of one that is longer than any text may be, enough to see that it is.
pub(crate) enum Text {
    /// UTF-8, which need not be well-formed.
    Bytes(Vec<u8>),
    /// UTF-16 code units of a string with half a character.
    Units(Vec<u16>),
}

impl Text {
    /// # Errors
    /// `wrong_type` for anything but a string or bytes.
    pub(crate) fn of(value: &Bound<'_, PyAny>, argument: &str) -> PyResult<Self> {
        let enough = MAX_TEXT_BYTES.saturating_add(1);
        let cut = |bytes: &[u8]| bytes.get(..enough).unwrap_or(bytes).to_vec();
        if let Ok(text) = value.cast::<PyString>() {
            if let Ok(text) = text.to_str() {
                return Ok(Text::Bytes(cut(text.as_bytes())));
            }
            let encoded = text.call_method1("encode", ("utf-16-le", "surrogatepass"))?;
            let (pairs, _) = encoded.cast::<PyBytes>()?.as_bytes().as_chunks();
            return Ok(Text::Units(pairs.iter().take(enough).map(|pair| u16::from_le_bytes(*pair)).collect()));
        }
        if let Ok(bytes) = value.cast::<PyBytes>() {
            return Ok(Text::Bytes(cut(bytes.as_bytes())));
        }
        match PyBuffer::<u8>::get(value) {
            Ok(bytes) => Ok(Text::Bytes(cut(&bytes.to_vec(value.py())?))),
            Err(_) => Err(unusable(value.py(), "wrong_type", &format!("{argument}expected a string or bytes"), "")),
        }
    }

    pub(crate) fn json_text(&self) -> JsonText {
        match self {
            Text::Bytes(bytes) => JsonText::from_utf8(bytes),
            Text::Units(units) => JsonText::from_utf16(units),
        }
    }

    /// As UTF-8; half a character becomes a replacement character.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        match self {
            Text::Bytes(bytes) => bytes,
            Text::Units(units) => String::from_utf16_lossy(&units).into_bytes(),
        }
    }
}
