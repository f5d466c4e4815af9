//! Claims as texts and values, and what is asked before they are read, for JavaScript.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::ground::diagnostics::diagnostic::{Error, of_argument};
use crate::ground::small::listed::Listed;
use crate::simulation::{ClaimReader, ClaimTable};
use crate::wasm::read::Text;
use crate::wasm::simulate::SimulationPart;
use crate::wasm::{read, write};

#[wasm_bindgen]
impl SimulationPart {
    /// Takes the header of a CSV, without byte order mark.
    ///
    /// # Errors
    /// The diagnostics of columns that are missing or there twice.
    #[wasm_bindgen(js_name = setHeader)]
    pub fn set_header(&self, header: &[u8]) -> Result<(), JsValue> {
        self.with_reader(|reader| reader.set_header(header).map_err(of_claims))
    }

    /// Reads a piece of whole rows of a text: how many rows it has. `cut_lines`: line ends that belong to it and are not in the bytes.
    /// `rows`: only these, by their positions; they could be read. None: all.
    ///
    /// # Errors
    /// The diagnostics of the header, or of a rule.
    #[wasm_bindgen(js_name = pushText)]
    pub fn push_text(&self, piece: u32, bytes: &[u8], cut_lines: u32, rows: &[u32]) -> Result<u32, JsValue> {
        self.with_reader(|reader| {
            reader.read(bytes).map_err(of_claims)?;
            if !rows.is_empty() {
                reader.keep(rows);
            }
            let table = reader.table();
            self.push_table(piece, table, table.line_ends().saturating_add(cut_lines))
        })
    }

    /// Reads rows that are values: how many they are.
    ///
    /// # Errors
    /// The diagnostics of a rule.
    #[wasm_bindgen(js_name = pushValues)]
    pub fn push_values(&self, piece: u32, rows: &Array) -> Result<u32, JsValue> {
        let rows = rows.iter().map(|row| read::json(&row)).listed();
        self.with_reader(|reader| self.push_table(piece, reader.read_values(&rows), 0))
    }

    /// Reads distributions of amounts: how many rows they are.
    ///
    /// # Errors
    /// The diagnostics of the distributions, or of a rule.
    #[wasm_bindgen(js_name = pushDistributions)]
    pub fn push_distributions(&self, piece: u32, distributions: &JsValue) -> Result<u32, JsValue> {
        let table = ClaimTable::of_distributions(&read::json(distributions)).map_err(of_claims)?;
        self.push_table(piece, &table, 0)
    }
}

/// What is wrong with the claims as a whole.
fn of_claims(error: Error) -> JsValue {
    write::error(of_argument("claims", error))
}

impl SimulationPart {
    fn with_reader<T>(&self, ask: impl FnOnce(&mut ClaimReader) -> Result<T, JsValue>) -> Result<T, JsValue> {
        let mut reader = self.reader.try_borrow_mut().map_err(|_| JsValue::NULL)?;
        ask(reader.get_or_insert_with(|| self.options.reader()))
    }

    fn push_table(&self, piece: u32, table: &ClaimTable, lines: u32) -> Result<u32, JsValue> {
        let names = table.names();
        let by = table.by(&names);
        self.push(piece, &table.columns(&names, &by), lines)
    }
}

/// Every problem of a mapping of claims.
///
/// # Errors
/// None of ours; a failure to build the array.
#[wasm_bindgen(js_name = validateMapping)]
pub fn validate_mapping(mapping: &JsValue) -> Result<JsValue, JsValue> {
    write::value(&crate::validate_mapping(&read::json(mapping)))
}

/// Every problem of a file of headings.
///
/// # Errors
/// None of ours; a failure to build the array.
#[wasm_bindgen(js_name = validateHeadings)]
pub fn validate_headings(headings: &JsValue) -> Result<JsValue, JsValue> {
    write::value(&crate::validate_headings(&read::json(headings)))
}

/// Which columns are which fields, by the names of a header and the cells of some rows.
///
/// # Errors
/// The diagnostics of names and cells that are no texts.
#[wasm_bindgen(js_name = guessMapping)]
pub fn guess_mapping(header: &JsValue, rows: &JsValue) -> Result<JsValue, JsValue> {
    write::value(&crate::guess_mapping(&read::json(header), &read::json(rows)).map_err(write::error)?)
}

/// What is read of a text of claims, or of distributions.
///
/// # Errors
/// The diagnostics of the options, of a header or of the distributions.
#[wasm_bindgen(js_name = previewClaims)]
pub fn preview_claims(claims: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let preview = if claims.is_string() || claims.is_instance_of::<js_sys::Uint8Array>() {
        let text = match read::text(claims).map_err(write::error)? {
            Text::Units(units) => String::from_utf16_lossy(&units).into_bytes(),
            Text::Bytes(bytes) => bytes,
        };
        crate::preview_claims(text, &read::json(options))
    } else {
        crate::preview_distributions(&read::json(claims))
    };
    write::value(&preview.map_err(write::error)?)
}
