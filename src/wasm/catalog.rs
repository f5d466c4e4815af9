//! `CareTypeCatalog` for JavaScript.

use wasm_bindgen::prelude::*;

use crate::wasm::coverage::Coverage;
use crate::wasm::read::Text;
use crate::wasm::{read, write};

/// The look-up tables, built once; meaning in `index.d.ts` of the package.
#[wasm_bindgen]
pub struct CareTypeCatalog {
    inner: crate::CareTypeCatalog,
}

#[wasm_bindgen]
impl CareTypeCatalog {
    /// Builds the tables from `CareTypeMappings` or `CareTypeLists`.
    ///
    /// # Errors
    /// The diagnostics of the data, then those of the options.
    #[wasm_bindgen(constructor)]
    pub fn new(data: &JsValue, options: &JsValue) -> Result<CareTypeCatalog, JsValue> {
        let options = read::optional(options);
        let inner = crate::CareTypeCatalog::new(&read::json(data), options.as_ref()).map_err(write::error)?;
        Ok(CareTypeCatalog { inner })
    }

    /// How many care types there are.
    #[wasm_bindgen(getter, js_name = careTypeCount)]
    pub fn care_type_count(&self) -> usize {
        self.inner.care_type_count()
    }

    /// How many groups there are.
    #[wasm_bindgen(getter, js_name = careTypeGroupCount)]
    pub fn care_type_group_count(&self) -> usize {
        self.inner.care_type_group_count()
    }

    /// Warnings about the catalogue.
    ///
    /// # Errors
    /// None of ours; a failure to build the array.
    #[wasm_bindgen(getter)]
    pub fn diagnostics(&self) -> Result<JsValue, JsValue> {
        write::value(self.inner.diagnostics())
    }

    /// The three look-ups.
    ///
    /// # Errors
    /// None of ours; a failure to build the object.
    #[wasm_bindgen(js_name = getCareTypeMappings)]
    pub fn care_type_mappings(&self) -> Result<JsValue, JsValue> {
        write::value(&self.inner.care_type_mappings())
    }

    /// The values that validation accepts under this catalogue.
    ///
    /// # Errors
    /// None of ours; a failure to build the object.
    #[wasm_bindgen(js_name = knownValues)]
    pub fn known_values(&self) -> Result<JsValue, JsValue> {
        write::value(&self.inner.known_values())
    }

    /// The option `synonyms`; null without it.
    ///
    /// # Errors
    /// None of ours; a failure to build the array.
    pub fn synonyms(&self) -> Result<JsValue, JsValue> {
        write::value(&self.inner.synonyms())
    }

    /// The care types that a selector computes to.
    ///
    /// # Errors
    /// The diagnostics of the selector.
    #[wasm_bindgen(js_name = getCareTypesFromSelector)]
    pub fn care_types_from_selector(&self, selector: &JsValue) -> Result<JsValue, JsValue> {
        let selector = read::json(selector);
        write::value(&self.inner.care_types_from_selector(&selector).map_err(write::error)?)
    }

    /// Why a selector selects what it selects.
    ///
    /// # Errors
    /// The diagnostics of the selector.
    #[wasm_bindgen(js_name = explainSelector)]
    pub fn explain_selector(&self, selector: &JsValue) -> Result<JsValue, JsValue> {
        let selector = read::json(selector);
        write::value(&self.inner.explain_selector(&selector).map_err(write::error)?)
    }

    /// The headings of the care types.
    ///
    /// # Errors
    /// The diagnostics of the headings.
    pub fn headings(&self, headings: &JsValue) -> Result<JsValue, JsValue> {
        write::value(&self.inner.headings(&read::json(headings)).map_err(write::error)?)
    }

    /// All diagnostics of a payload.
    ///
    /// # Errors
    /// The diagnostics of the options.
    #[wasm_bindgen(js_name = validateCoverage)]
    pub fn validate_coverage(&self, payload: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (payload, options) = (read::json(payload), read::optional(options));
        write::value(&self.inner.validate_coverage(&payload, options.as_ref()).map_err(write::error)?)
    }

    /// All diagnostics of a payload as JSON text, each with its range.
    ///
    /// # Errors
    /// The diagnostics of the options, or of a text that is neither a string nor bytes.
    #[wasm_bindgen(js_name = validateCoverageText)]
    pub fn validate_coverage_text(&self, text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (text, options) = (read::text(text).map_err(write::error)?, read::optional(options));
        let diagnostics = match text {
            Text::Units(units) => self.inner.validate_coverage_text(&units, options.as_ref()),
            Text::Bytes(bytes) => self.inner.validate_coverage_utf8(&bytes, options.as_ref()),
        };
        write::value(&diagnostics.map_err(write::error)?)
    }

    /// Compiles a coverage payload.
    ///
    /// # Errors
    /// The diagnostics of the payload, when one of them leaves the meaning undefined.
    #[wasm_bindgen(js_name = compileCoverage)]
    pub fn compile_coverage(&self, payload: &JsValue) -> Result<Coverage, JsValue> {
        let payload = read::json(payload);
        self.inner.compile_coverage(payload).map(Coverage::new).map_err(write::error)
    }
}
