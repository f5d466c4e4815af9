//! What is said of a row that is in no sum? A sentence of a code, or one that only rows have, so that any language can say it.

use serde::Serialize;

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Diagnostic;
use crate::ground::diagnostics::message::{Message, Params, Says};
use crate::ground::small::listed::Listed;
use crate::ground::small::packed::{Damaged, Packer, Unpacker};
use crate::ground::value::json::Json;

/// What is said of a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(clippy::exhaustive_structs, reason = "who reads rows writes it")]
pub struct RowMessage {
    /// One line: lower-case start, no full stop, user input in backticks.
    pub message: String,
    /// The code whose sentence it is; none of a sentence that only rows have.
    pub code: Option<Code>,
    /// Which of the sentences of its code, or of rows. Part of the API; the message is not.
    pub variant: String,
    /// The values that the message names: an object.
    pub params: Json,
}

impl RowMessage {
    /// A sentence that only rows have.
    pub(crate) fn of_row(says: Says<'_>) -> Self {
        let Message { text, variant, params } = says.now();
        RowMessage { message: text, code: None, variant: variant.to_owned(), params: object(&params) }
    }

    pub(crate) fn of(diagnostic: &Diagnostic) -> Self {
        let Diagnostic { code, message, variant, params, .. } = diagnostic;
        let (message, variant) = (message.clone(), (*variant).to_owned());
        RowMessage { message, code: Some(*code), variant, params: object(params) }
    }

    pub(crate) fn pack(&self, packer: &mut Packer) {
        let RowMessage { message, code, variant, params } = self;
        let code = code.and_then(|code| Code::ALL.iter().position(|other| *other == code));
        packer.count(code.map_or(0, |code| code.saturating_add(1)));
        [message, variant].into_iter().for_each(|text| packer.text(text.as_bytes()));
        let params: &[(String, Json)] = if let Json::Object(params) = params { params } else { &[] };
        packer.count(params.len());
        for (name, value) in params {
            packer.text(name.as_bytes());
            match value {
                Json::Number(number) => {
                    packer.count(NUMBER);
                    packer.unsigned(number.to_bits());
                }
                Json::String(text) => {
                    packer.count(TEXT);
                    packer.text(text.as_bytes());
                }
                Json::Array(items) => {
                    packer.count(TEXTS);
                    packer.count(items.len());
                    for item in items {
                        packer.text(if let Json::String(text) = item { text.as_bytes() } else { &[] });
                    }
                }
                _ => packer.count(NULL),
            }
        }
    }

    pub(crate) fn unpack(unpacker: &mut Unpacker<'_>) -> Result<Self, Damaged> {
        let code = usize::try_from(unpacker.number()?).ok().and_then(|code| code.checked_sub(1));
        let code = code.map(|code| Code::ALL.get(code).copied().ok_or(Damaged)).transpose()?;
        let (message, variant) = (text(unpacker)?, text(unpacker)?);
        let mut params = Vec::new();
        for _ in 0..unpacker.count(2)? {
            let name = text(unpacker)?;
            let value = match usize::try_from(unpacker.number()?) {
                Ok(NUMBER) => Json::Number(f64::from_bits(unpacker.unsigned()?)),
                Ok(TEXT) => Json::String(text(unpacker)?),
                Ok(TEXTS) => {
                    let mut texts = Vec::new();
                    for _ in 0..unpacker.count(1)? {
                        texts.push(Json::String(text(unpacker)?));
                    }
                    Json::Array(texts)
                }
                _ => Json::Null,
            };
            params.push((name, value));
        }
        Ok(RowMessage { message, code, variant, params: Json::Object(params) })
    }
}

// The kinds of values.
const NULL: usize = 0;
const NUMBER: usize = 1;
const TEXT: usize = 2;
const TEXTS: usize = 3;

impl Default for RowMessage {
    fn default() -> Self {
        RowMessage { message: String::new(), code: None, variant: String::new(), params: Json::Object(Vec::new()) }
    }
}

fn object(params: &Params) -> Json {
    Json::Object(params.iter().map(|(name, value)| (name.to_owned(), value.clone())).listed())
}

pub(crate) fn text(unpacker: &mut Unpacker<'_>) -> Result<String, Damaged> {
    std::str::from_utf8(unpacker.text()?).map(str::to_owned).map_err(|_| Damaged)
}
