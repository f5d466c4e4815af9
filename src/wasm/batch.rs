//! Acts in codes for JavaScript: one as numbers, many as columns. The package's entry encodes the acts.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, BigInt64Array, Int32Array, Uint8Array, Uint32Array};
use wasm_bindgen::prelude::*;

use crate::Error;
use crate::batch::{ActColumns, Evaluation, PricedColumns, TextFormat};
use crate::coverage::batch::codes::ActCodes;
use crate::coverage::facts::amounts::AMOUNTS;
use crate::coverage::facts::table::{ActFact, facts};
use crate::ground::small::listed::Listed;
use crate::wasm::coverage::Coverage;
use crate::wasm::{read, write};

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

    /// The codes of an act that the package's entry does not know how to encode: care type, age, and the facts.
    ///
    /// # Errors
    /// The diagnostics of the act.
    #[wasm_bindgen(js_name = codesOf)]
    pub fn codes_of(&self, act: &JsValue) -> Result<Vec<u32>, JsValue> {
        let act = self.inner.codes_of(&read::json(act)).map_err(write::error)?;
        Ok([act.care_type, u32::from(act.age)].into_iter().chain(act.facts).listed())
    }

    /// Acts in columns, that of the care types, that of the ages, then one for each fact: the outcomes and guarantees are written where
    /// they are wanted, without an array of our own; the answer is `[counts, invalid acts]`.
    ///
    /// # Errors
    /// The diagnostics of columns of different lengths; `null` where the space for the answers is not as long as they are.
    #[wasm_bindgen(js_name = evaluateColumns)]
    pub fn evaluate_columns(
        &self,
        columns: &Array,
        outcomes: &Uint8Array,
        guarantees: &Int32Array,
    ) -> Result<Array, JsValue> {
        let columns = CopiedColumns::of(columns);
        let evaluation = self.inner.evaluate_columns(&columns.view()).map_err(write::error)?;
        let acts = u32::try_from(evaluation.outcomes.len()).unwrap_or(u32::MAX);
        if outcomes.length() != acts || guarantees.length() != acts {
            return Err(JsValue::NULL);
        }
        outcomes.copy_from(&evaluation.outcomes);
        guarantees.copy_from(&evaluation.guarantees);
        Ok(Array::of2(&counts(&evaluation), &write::value(&evaluation.invalid)?))
    }

    /// What the covering guarantee pays for acts in columns, which begin as those of `evaluateColumns`; then come those of the amounts,
    /// in the order of `PricedColumns::of_amounts`, and the others. Outcomes, guarantees and the three amounts are written where they are wanted; the answer is
    /// `[acts that went the general way, invalid acts]`.
    ///
    /// # Errors
    /// The diagnostics of columns of different lengths, of the options, or of a guarantee's rule; `null` where the space for the answers
    /// is not as long as they are.
    #[wasm_bindgen(js_name = reimburseColumns)]
    pub fn reimburse_columns(&self, columns: &Array, answers: &Array, options: &JsValue) -> Result<Array, JsValue> {
        let options = read::optional(options);
        let acts = CopiedColumns::of(columns);
        let first = ActFact::COUNT.saturating_add(2);
        let amounts: [Vec<i64>; AMOUNTS] = std::array::from_fn(|amount| {
            column(columns, first.saturating_add(amount)).unchecked_into::<BigInt64Array>().to_vec()
        });
        let other = |number: usize| column(columns, first.saturating_add(AMOUNTS).saturating_add(number));
        let days = |number: usize| other(number).unchecked_into::<Int32Array>().to_vec();
        let bytes = |number: usize| other(number).unchecked_into::<Uint8Array>().to_vec();
        let words = |number: usize| other(number).unchecked_into::<Uint32Array>().to_vec();
        let columns = PricedColumns {
            acts: acts.view(),
            care_date: &days(0),
            membership_start: &days(1),
            side: &bytes(2),
            tooth: &bytes(3),
            unit: &words(4),
            beneficiary: &words(5),
            stay_id: &words(6),
            ..PricedColumns::of_amounts(amounts.each_ref().map(Vec::as_slice))
        };
        let answer = self.inner.reimburse_columns(&columns, options.as_ref()).map_err(write::error)?;
        let acts = u32::try_from(answer.outcomes.len()).unwrap_or(u32::MAX);
        let outcomes = answers.get(0).unchecked_into::<Uint8Array>();
        let guarantees = answers.get(1).unchecked_into::<Int32Array>();
        if outcomes.length() != acts || guarantees.length() != acts {
            return Err(JsValue::NULL);
        }
        outcomes.copy_from(&answer.outcomes);
        guarantees.copy_from(&answer.guarantees);
        for (position, paid) in (2..).zip([&answer.complementary, &answer.secu_paid, &answer.out_of_pocket]) {
            let given = answers.get(position).unchecked_into::<BigInt64Array>();
            if given.length() != acts {
                return Err(JsValue::NULL);
            }
            given.copy_from(paid);
        }
        let general = u32::try_from(answer.general).unwrap_or(u32::MAX);
        Ok(Array::of2(&general.into(), &write::value(&answer.invalid)?))
    }
}

#[wasm_bindgen]
impl Coverage {
    /// What a guarantee, by its position, 2³² − 1 for none, pays for one act whose amounts are in 1/10,000, 2³² − 1 where one is not given: the Sécu part
    /// before and after contributions, the ticket modérateur, what is paid, and what is left; empty where the general way has to be gone.
    #[wasm_bindgen(js_name = paidAlone)]
    #[allow(clippy::too_many_arguments, reason = "numbers, so that nothing has to be read")]
    pub fn paid_alone(
        &self,
        guarantee: u32,
        charged: u32,
        brss: u32,
        rate: u32,
        flat: u32,
        franchise: u32,
        quantity: u32,
    ) -> Vec<u32> {
        let guarantee = usize::try_from(guarantee).unwrap_or(usize::MAX);
        let paid = self.inner.paid_alone(guarantee, [charged, brss, rate, flat, franchise, quantity]);
        paid.map_or_else(Vec::new, Vec::from)
    }
}

fn column(columns: &Array, position: usize) -> JsValue {
    columns.get(u32::try_from(position).unwrap_or(u32::MAX))
}

/// The columns of care types, ages and facts in our memory.
struct CopiedColumns {
    care_type: Vec<u32>,
    member_age: Vec<u8>,
    booleans: [Vec<u8>; ActFact::BOOLEANS.len()],
    texts: [Vec<u32>; ActFact::TEXTS.len()],
}

impl CopiedColumns {
    /// That of the care types, that of the ages, then one for each fact.
    fn of(columns: &Array) -> Self {
        let bytes = |position: usize| column(columns, position).unchecked_into::<Uint8Array>().to_vec();
        let words = |position: usize| column(columns, position).unchecked_into::<Uint32Array>().to_vec();
        CopiedColumns {
            care_type: words(0),
            member_age: bytes(1),
            booleans: ActFact::BOOLEANS.map(|fact| bytes(fact.position().saturating_add(2))),
            texts: ActFact::TEXTS.map(|fact| words(fact.position().saturating_add(2))),
        }
    }

    fn view(&self) -> ActColumns<'_> {
        ActColumns {
            care_type: &self.care_type,
            member_age: &self.member_age,
            booleans: self.booleans.each_ref().map(Vec::as_slice),
            texts: self.texts.each_ref().map(Vec::as_slice),
        }
    }
}

/// The exports that take an act as numbers: its care type, an integer with the age and the boolean facts (see [`act`]), and an
/// argument for each text fact.
macro_rules! of_one_act {
    (@ [$($text:ident)*]) => {
        #[wasm_bindgen]
        #[allow(clippy::too_many_arguments, reason = "one for each text fact")]
        impl Coverage {
            /// The number of the decision for an act; 2³² − 1 where it has none yet. Takes little of the stack and no memory.
            pub fn decide(&self, care_type: u32, packed: u32, $($text: u32),*) -> u32 {
                let act = act(care_type, packed, [$($text),*]);
                number(self.decisions.try_borrow().ok().and_then(|known| known.find(&self.inner, &act)))
            }

            /// Gives the decision for an act a number; 2³² − 1 when there are too many.
            #[wasm_bindgen(js_name = numberDecision)]
            pub fn number_decision(&self, care_type: u32, packed: u32, $($text: u32),*) -> u32 {
                let act = act(care_type, packed, [$($text),*]);
                number(self.decisions.try_borrow_mut().ok().and_then(|mut known| known.number(&self.inner, &act)))
            }

            /// The decision for an act in integers, see `decision_in_integers`; empty where the general way has to be gone.
            #[wasm_bindgen(js_name = decisionInIntegers)]
            pub fn decision_in_integers(&self, care_type: u32, packed: u32, $($text: u32),*) -> Vec<u32> {
                let act = act(care_type, packed, [$($text),*]);
                self.inner.decision_in_integers(&act).unwrap_or_default()
            }
        }
    };
    // A row of the table after the other: a boolean is no argument.
    (@ [$($text:ident)*] $(#[$meaning:meta])* $_:ident: $field:ident, $__:ident, Flag($($about:tt)*); $($rows:tt)*) => {
        of_one_act! { @ [$($text)*] $($rows)* }
    };
    (@ [$($text:ident)*] $(#[$meaning:meta])* $_:ident: $field:ident, $__:ident, $kind:ident($($about:tt)*); $($rows:tt)*) => {
        of_one_act! { @ [$($text)* $field] $($rows)* }
    };
    ($($rows:tt)*) => { of_one_act! { @ [] $($rows)* } };
}

facts!(of_one_act);

#[wasm_bindgen]
impl Coverage {
    /// A text of acts, `ndjson` or `csv`, that comes in pieces.
    #[wasm_bindgen(js_name = textBatch)]
    pub fn text_batch(&self, csv: bool) -> TextBatch {
        let format = if csv { TextFormat::Csv } else { TextFormat::Ndjson };
        TextBatch { coverage: Rc::clone(&self.inner), inner: RefCell::new(crate::batch::TextBatch::new(format)) }
    }
}

/// A text of acts that comes in pieces; it keeps its coverage.
#[wasm_bindgen]
#[derive(Debug)]
pub struct TextBatch {
    coverage: Rc<crate::Coverage>,
    inner: RefCell<crate::batch::TextBatch>,
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
    fn answered(
        &self,
        ask: impl FnOnce(&mut crate::batch::TextBatch) -> Result<Evaluation, Error>,
    ) -> Result<Array, JsValue> {
        let mut batch = self.inner.try_borrow_mut().map_err(|_| JsValue::NULL)?;
        evaluated(&ask(&mut batch).map_err(write::error)?)
    }
}

const _: () = assert!(
    ActFact::BOOLEANS.len() <= 12,
    "the age and the boolean facts are more than 32 bits: `act` needs a second integer for them"
);

/// An act whose age and boolean facts are one integer: the age in the lowest byte, above it two bits for each boolean fact.
fn act(care_type: u32, packed: u32, texts: [u32; ActFact::TEXTS.len()]) -> ActCodes {
    let [age, ..] = packed.to_le_bytes();
    let booleans = packed.wrapping_shr(8);
    let boolean =
        |position: usize| booleans.wrapping_shr(u32::try_from(position).unwrap_or_default().wrapping_mul(2)) & 3;
    let facts = ActFact::each(|fact| match (fact.kind().is_boolean(), fact.position_in_kind()) {
        (true, position) => boolean(position),
        (false, position) => texts.get(position).copied().unwrap_or_default(),
    });
    ActCodes { care_type, age, facts }
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
