//! `Coverage` for JavaScript.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::ground::diagnostics::diagnostic::named;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::wasm::read::Text;
use crate::wasm::{read, write};

/// A compiled coverage; meaning in `index.d.ts` of the package.
#[wasm_bindgen]
pub struct Coverage {
    pub(crate) inner: Rc<crate::Coverage>,
    pub(crate) decisions: RefCell<crate::boundary::DecisionNumbers>,
}

impl Coverage {
    pub(crate) fn new(inner: crate::Coverage) -> Self {
        Coverage { inner: Rc::new(inner), decisions: RefCell::default() }
    }
}

#[wasm_bindgen]
impl Coverage {
    /// The same as compiling `payload` with this coverage's catalogue, reusing what did not change.
    ///
    /// # Errors
    /// The diagnostics of the payload, when one of them leaves the meaning undefined.
    #[wasm_bindgen(js_name = withPayload)]
    pub fn with_payload(&self, payload: &JsValue) -> Result<Coverage, JsValue> {
        self.inner.with_payload(read::json(payload)).map(Coverage::new).map_err(write::error)
    }

    /// The name of the coverage.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.inner.name().to_owned()
    }

    /// The version of the coverage.
    ///
    /// # Errors
    /// None of ours; a failure to write the number.
    #[wasm_bindgen(getter)]
    pub fn version(&self) -> Result<JsValue, JsValue> {
        write::plain(&self.inner.version())
    }

    /// The names of the guarantees, in payload order.
    ///
    /// # Errors
    /// None of ours; a failure to build the array.
    #[wasm_bindgen(getter, js_name = guaranteeNames)]
    pub fn guarantee_names(&self) -> Result<JsValue, JsValue> {
        write::plain(self.inner.guarantee_names())
    }

    /// The payload as it was given.
    ///
    /// # Errors
    /// None of ours; a failure to build the object.
    #[wasm_bindgen(js_name = toPayload)]
    pub fn to_payload(&self) -> Result<JsValue, JsValue> {
        write::value(self.inner.payload())
    }

    /// The short codes of the care types that a guarantee selects.
    ///
    /// # Errors
    /// The diagnostics of an argument that is no name of a guarantee.
    #[wasm_bindgen(js_name = careTypesOf)]
    pub fn care_types_of(&self, guarantee: &JsValue) -> Result<JsValue, JsValue> {
        let guarantee = read::json(guarantee);
        write::plain(&self.inner.care_types_of(guarantee).map_err(write::error)?)
    }

    /// Which guarantees match an act.
    ///
    /// # Errors
    /// The diagnostics of the act.
    #[wasm_bindgen(js_name = guaranteesFor)]
    pub fn guarantees_for(&self, act: &JsValue) -> Result<JsValue, JsValue> {
        let act: Json = read::json(act);
        write::value(&self.inner.guarantees_for(&act).map_err(write::error)?)
    }

    /// The same for an act as JSON text.
    ///
    /// # Errors
    /// The diagnostics of the text and of the act, with their ranges.
    #[wasm_bindgen(js_name = guaranteesForText)]
    pub fn guarantees_for_text(&self, text: &JsValue) -> Result<JsValue, JsValue> {
        let text = read::json_text(text).map_err(write::error)?;
        write::value(&text.ask(|act| self.inner.guarantees_for(act)).map_err(write::error)?)
    }

    /// Which guarantees match an act, why, and what would have to change.
    ///
    /// # Errors
    /// The diagnostics of the act.
    pub fn explain(&self, act: &JsValue) -> Result<JsValue, JsValue> {
        let act: Json = read::json(act);
        write::value(&self.inner.explain(&act).map_err(write::error)?)
    }

    /// The same for an act as JSON text.
    ///
    /// # Errors
    /// The diagnostics of the text and of the act, with their ranges.
    #[wasm_bindgen(js_name = explainText)]
    pub fn explain_text(&self, text: &JsValue) -> Result<JsValue, JsValue> {
        let text = read::json_text(text).map_err(write::error)?;
        write::value(&text.ask(|act| self.inner.explain(act)).map_err(write::error)?)
    }

    /// Overlaps, gaps, redundancy.
    ///
    /// # Errors
    /// The diagnostics of the options.
    pub fn analyze(&self, options: &JsValue) -> Result<JsValue, JsValue> {
        let options = read::optional(options);
        write::value(&self.inner.analyze_accepting(options.as_ref()).map_err(write::error)?)
    }

    /// What changes for members when `next` replaces this coverage, where the options have no date. Apart from [`Coverage::diff_on_date`],
    /// which is in the second part of the module.
    ///
    /// # Errors
    /// The diagnostics of the options.
    pub fn diff(&self, next: &Coverage, options: &JsValue) -> Result<JsValue, JsValue> {
        let options = read::optional(options);
        write::value(&self.inner.diff_without_amounts(&next.inner, options.as_ref()).map_err(write::error)?)
    }

    /// The same with what members get on a day.
    ///
    /// # Errors
    /// The diagnostics of the options.
    #[wasm_bindgen(js_name = diffOnDate)]
    pub fn diff_on_date(&self, next: &Coverage, options: &JsValue) -> Result<JsValue, JsValue> {
        let options = read::optional(options);
        write::value(&self.inner.diff_with(&next.inner, options.as_ref()).map_err(write::error)?)
    }

    /// Where `next` pays more or less than this coverage.
    ///
    /// # Errors
    /// The diagnostics of the options.
    #[wasm_bindgen(js_name = compareAmounts)]
    pub fn compare_amounts(&self, next: &Coverage, options: &JsValue) -> Result<JsValue, JsValue> {
        let options = read::json(options);
        write::value(&self.inner.compare_amounts(&next.inner, &options).map_err(write::error)?)
    }

    /// What came of each requirement of a profile.
    ///
    /// # Errors
    /// The diagnostics of the profile and of the options.
    #[wasm_bindgen(js_name = checkRequirements)]
    pub fn check_requirements(&self, profile: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (profile, options) = (read::json(profile), read::json(options));
        write::value(&self.inner.check_requirements(&profile, &options).map_err(write::error)?)
    }

    /// All diagnostics of a payload that is to replace this coverage.
    ///
    /// # Errors
    /// The diagnostics of the options.
    pub fn validate(&self, payload: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (payload, options) = (read::json(payload), read::optional(options));
        write::value(&self.inner.validate(&payload, options.as_ref()).map_err(write::error)?)
    }

    /// The same for a payload as JSON text, each with its range.
    ///
    /// # Errors
    /// The diagnostics of the options, or of a text that is neither a string nor bytes.
    #[wasm_bindgen(js_name = validateText)]
    pub fn validate_text(&self, text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (text, options) = (read::text(text).map_err(write::error)?, read::optional(options));
        let diagnostics = match text {
            Text::Units(units) => self.inner.validate_text(&units, options.as_ref()),
            Text::Bytes(bytes) => self.inner.validate_utf8(&bytes, options.as_ref()),
        };
        write::value(&diagnostics.map_err(write::error)?)
    }

    /// What the covering guarantee pays for an act, with every line of the computation.
    ///
    /// # Errors
    /// The diagnostics of the act, the counters, the options, or the guarantee's rule.
    pub fn reimburse(&self, act: &JsValue, counters: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (act, counters, options) = (read::json(act), read::optional(counters), read::optional(options));
        let answer = self.inner.reimburse(&act, counters.as_ref(), options.as_ref());
        write::value(&answer.map_err(write::error)?)
    }

    /// The same for an act as JSON text.
    ///
    /// # Errors
    /// The diagnostics of the text and of the act, with their ranges; those of the counters, the options, or the guarantee's rule.
    #[wasm_bindgen(js_name = reimburseText)]
    pub fn reimburse_text(&self, text: &JsValue, counters: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        // First: a getter of the others may take away its memory.
        let text = read::json_text(text);
        let (counters, options) = (read::optional(counters), read::optional(options));
        let text = text.map_err(|error| write::error(named([("act", Some(error)), ("", None), ("", None)])))?;
        let answer = self.inner.reimburse_text(&text, counters.as_ref(), options.as_ref());
        write::value(&answer.map_err(write::error)?)
    }

    /// The same for many acts, by care date.
    ///
    /// # Errors
    /// The diagnostics of the acts, the counters, the options, or a guarantee's rule.
    #[wasm_bindgen(js_name = reimburseMany)]
    pub fn reimburse_many(&self, acts: &JsValue, counters: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (acts, counters, options) = (read::json(acts), read::optional(counters), read::optional(options));
        let answer = self.inner.reimburse_many(&acts, counters.as_ref(), options.as_ref());
        write::value(&answer.map_err(write::error)?)
    }
}

/// The coverages that are asked about one act. It keeps them.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct CoverageStack {
    coverages: Vec<Rc<crate::Coverage>>,
}

#[wasm_bindgen]
impl CoverageStack {
    /// Without coverages.
    #[wasm_bindgen(constructor)]
    pub fn new() -> CoverageStack {
        CoverageStack::default()
    }

    /// Puts a coverage behind the others.
    pub fn push(&mut self, coverage: &Coverage) {
        self.coverages.push(Rc::clone(&coverage.inner));
    }

    /// What the coverages pay for an act, one after the other.
    ///
    /// # Errors
    /// The diagnostics of the act, the counters, the options, or a guarantee's rule.
    pub fn reimburse(&self, act: &JsValue, counters: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let (act, counters, options) = (read::json(act), read::optional(counters), read::optional(options));
        let coverages: Vec<&crate::Coverage> = self.coverages.iter().map(Rc::as_ref).listed();
        let answer = crate::reimburse_stack(&coverages, &act, counters.as_ref(), options.as_ref());
        write::value(&answer.map_err(write::error)?)
    }
}
