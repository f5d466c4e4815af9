//! Acts in codes for JavaScript: one as numbers, many as columns. The package's entry encodes the acts.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Int32Array, Uint8Array, Uint32Array};
use wasm_bindgen::prelude::*;

use crate::coverage::batch::codes::ActCodes;
use crate::ground::small::listed::Listed;
use crate::wasm::coverage::Coverage;
use crate::wasm::{read, write};
use crate::{ActColumns, Error, Evaluation, TextFormat};

#[wasm_bindgen]
impl Coverage {
    /// What the package's entry needs to encode acts: the texts that have codes, the teeth, the establishments.
    ///
    /// # Errors
    /// None of ours; a failure to build the object.
    #[wasm_bindgen(js_name = actCodes)]
    pub fn act_codes(&self) -> Result<JsValue, JsValue> {
        write::value(&self.inner.act_codes())
    }

    /// The number of the decision for an act; 2³² − 1 where it has none yet. `facts` holds the age in its lowest byte, and above
    /// it two bits for each boolean fact. Takes little of the stack and no memory.
    pub fn decide(&self, care_type: u32, facts: u32, practitioner: u32, lens: u32, mode: u32, nature: u32) -> u32 {
        let act = act(care_type, facts, [practitioner, lens, mode, nature]);
        number(self.decisions.try_borrow().ok().and_then(|known| known.find(&self.inner, &act)))
    }

    /// Gives the decision for an act a number; 2³² − 1 when there are too many.
    #[wasm_bindgen(js_name = numberDecision)]
    pub fn number_decision(
        &self,
        care_type: u32,
        facts: u32,
        practitioner: u32,
        lens: u32,
        mode: u32,
        nature: u32,
    ) -> u32 {
        let act = act(care_type, facts, [practitioner, lens, mode, nature]);
        number(self.decisions.try_borrow_mut().ok().and_then(|mut known| known.number(&self.inner, &act)))
    }

    /// The decision for an act in integers, see `decision_in_integers`; empty where the general way has to be gone.
    #[wasm_bindgen(js_name = decisionInIntegers)]
    pub fn decision_in_integers(
        &self,
        care_type: u32,
        facts: u32,
        practitioner: u32,
        lens: u32,
        mode: u32,
        nature: u32,
    ) -> Vec<u32> {
        let act = act(care_type, facts, [practitioner, lens, mode, nature]);
        self.inner.decision_in_integers(&act).unwrap_or_default()
    }

    /// The codes of an act that the package's entry does not know how to encode: care type, age, and the eight facts.
    ///
    /// # Errors
    /// The diagnostics of the act.
    #[wasm_bindgen(js_name = codesOf)]
    pub fn codes_of(&self, act: &JsValue) -> Result<Vec<u32>, JsValue> {
        let act = self.inner.codes_of(&read::json(act)).map_err(write::error)?;
        Ok([act.care_type, u32::from(act.age)].into_iter().chain(act.facts).listed())
    }

    /// Acts in columns: the outcomes and guarantees are written where they are wanted, without an array of our own; the answer is
    /// `[counts, invalid acts]`.
    ///
    /// # Errors
    /// The diagnostics of columns of different lengths; `null` where the room for the answers is not as long as they are.
    #[wasm_bindgen(js_name = evaluateColumns)]
    #[allow(clippy::too_many_arguments, reason = "a column each")]
    pub fn evaluate_columns(
        &self,
        care_type: &[u32],
        member_age: &[u8],
        optam: &[u8],
        visible_tooth: &[u8],
        conventionne: &[u8],
        secu: &[u8],
        practitioner: &[u32],
        lens: &[u32],
        mode: &[u32],
        nature: &[u32],
        outcomes: &Uint8Array,
        guarantees: &Int32Array,
    ) -> Result<Array, JsValue> {
        let columns = ActColumns {
            care_type,
            member_age,
            booleans: [optam, visible_tooth, conventionne, secu],
            texts: [practitioner, lens, mode, nature],
        };
        let evaluation = self.inner.evaluate_columns(&columns).map_err(write::error)?;
        let acts = u32::try_from(evaluation.outcomes.len()).unwrap_or(u32::MAX);
        if outcomes.length() != acts || guarantees.length() != acts {
            return Err(JsValue::NULL);
        }
        outcomes.copy_from(&evaluation.outcomes);
        guarantees.copy_from(&evaluation.guarantees);
        Ok(Array::of2(&counts(&evaluation), &write::value(&evaluation.invalid)?))
    }
}

#[wasm_bindgen]
impl Coverage {
    /// A text of acts, `ndjson` or `csv`, that comes in pieces.
    #[wasm_bindgen(js_name = textBatch)]
    pub fn text_batch(&self, csv: bool) -> TextBatch {
        let format = if csv { TextFormat::Csv } else { TextFormat::Ndjson };
        TextBatch { coverage: Rc::clone(&self.inner), inner: RefCell::new(crate::TextBatch::new(format)) }
    }
}

/// A text of acts that comes in pieces; it keeps its coverage.
#[wasm_bindgen]
#[derive(Debug)]
pub struct TextBatch {
    coverage: Rc<crate::Coverage>,
    inner: RefCell<crate::TextBatch>,
}

#[wasm_bindgen]
impl TextBatch {
    /// The rows that end in this piece: `[outcomes, guarantees, counts, invalid acts]`.
    ///
    /// # Errors
    /// The diagnostics of a header.
    pub fn push(&self, piece: &[u8]) -> Result<Array, JsValue> {
        self.answered(|batch| batch.push(&self.coverage, piece))
    }

    /// The rows that are left at the end of the text.
    ///
    /// # Errors
    /// The diagnostics of a header.
    pub fn finish(&self) -> Result<Array, JsValue> {
        self.answered(|batch| batch.finish(&self.coverage))
    }
}

impl TextBatch {
    fn answered(&self, ask: impl FnOnce(&mut crate::TextBatch) -> Result<Evaluation, Error>) -> Result<Array, JsValue> {
        let mut batch = self.inner.try_borrow_mut().map_err(|_| JsValue::NULL)?;
        evaluated(&ask(&mut batch).map_err(write::error)?)
    }
}

fn act(care_type: u32, facts: u32, [practitioner, lens, mode, nature]: [u32; 4]) -> ActCodes {
    let [age, booleans, _, _] = facts.to_le_bytes();
    let boolean = |position: u32| u32::from(booleans.wrapping_shr(position.wrapping_mul(2)) & 3);
    ActCodes {
        care_type,
        age,
        facts: [boolean(0), boolean(1), boolean(2), practitioner, lens, boolean(3), mode, nature],
    }
}

fn number(number: Option<usize>) -> u32 {
    number.and_then(|number| u32::try_from(number).ok()).unwrap_or(u32::MAX)
}

/// `[outcomes, guarantees, counts, invalid acts]`.
fn evaluated(evaluation: &Evaluation) -> Result<Array, JsValue> {
    Ok(Array::of4(
        &Uint8Array::from(evaluation.outcomes.as_slice()),
        &Int32Array::from(evaluation.guarantees.as_slice()),
        &counts(evaluation),
        &write::value(&evaluation.invalid)?,
    ))
}

/// How many acts there are by outcome, then by guarantee.
fn counts(evaluation: &Evaluation) -> Uint32Array {
    let counts = evaluation.counts().map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    Uint32Array::from(counts.listed().as_slice())
}
