//! What claims would have cost, for JavaScript: a part reads pieces, and joins what parts know.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, BigInt64Array, Int32Array, JsString, Uint8Array, Uint32Array};
use wasm_bindgen::prelude::*;

use crate::Error;
use crate::api::simulate::setup;
use crate::batch::{ActColumns, PricedColumns};
use crate::coverage::claims::preview::rows_of;
use crate::coverage::facts::amounts::AMOUNTS;
use crate::coverage::facts::table::ActFact;
use crate::coverage::simulate::options::Options;
use crate::coverage::simulate::part::Part;
use crate::coverage::simulate::settle::{answer, settle};
use crate::coverage::simulate::setup::Setup;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::json::safe_integer;
use crate::simulation::{
    ClaimColumns, ClaimReader, InvalidReason, Names, RowAmounts, RowMessage, SideAmounts, Unreadable,
};
use crate::wasm::coverage::Coverage;
use crate::wasm::{read, write};

/// A part of a simulation. It keeps its coverages.
#[wasm_bindgen]
#[derive(Debug)]
pub struct SimulationPart {
    current: Vec<Rc<crate::Coverage>>,
    draft: Option<Vec<Rc<crate::Coverage>>>,
    pub(super) options: Options,
    /// None before the first piece.
    part: RefCell<Option<Part>>,
    /// Of texts and values; none before the first of them.
    pub(super) reader: RefCell<Option<ClaimReader>>,
    /// What was read, where it is listed.
    acts: RefCell<Option<Vec<Json>>>,
}

#[wasm_bindgen]
impl SimulationPart {
    /// Without coverages. They are pushed before the first piece.
    ///
    /// # Errors
    /// The diagnostics of the options.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue, has_draft: bool) -> Result<SimulationPart, JsValue> {
        let options = Options::decode(read::optional(options).as_ref()).map_err(write::error)?;
        let (part, reader, acts) = (RefCell::new(None), RefCell::new(None), RefCell::new(None));
        Ok(SimulationPart { current: Vec::new(), draft: has_draft.then(Vec::new), options, part, reader, acts })
    }

    /// Puts a coverage behind the others of the current side.
    #[wasm_bindgen(js_name = pushCurrent)]
    pub fn push_current(&mut self, coverage: &Coverage) {
        self.current.push(Rc::clone(&coverage.inner));
    }

    /// Puts a coverage behind the others of the draft.
    #[wasm_bindgen(js_name = pushDraft)]
    pub fn push_draft(&mut self, coverage: &Coverage) {
        self.draft.get_or_insert_default().push(Rc::clone(&coverage.inner));
    }

    /// Reads a piece in columns, in the order of pkg-template/simulate/columns.ts: how many rows it has.
    ///
    /// # Errors
    /// The diagnostics of the columns, or of a rule.
    #[wasm_bindgen(js_name = pushColumns)]
    pub fn push_columns(&self, piece: u32, columns: &Array) -> Result<u32, JsValue> {
        let columns = Columns::of(columns);
        let texts: Vec<Vec<&str>> = columns.texts.iter().map(Texts::names).listed();
        columns.lend(&texts, &mut |claims| self.push(piece, claims, 0))
    }

    /// From here on the acts that are read are listed.
    #[wasm_bindgen(js_name = listActs)]
    pub fn list_acts(&mut self) {
        self.acts = RefCell::new(Some(Vec::new()));
    }

    /// The acts that were read since, as objects with our names.
    ///
    /// # Errors
    /// None of ours; a failure to build the array.
    pub fn acts(&self) -> Result<JsValue, JsValue> {
        let acts = self.acts.try_borrow_mut().map_err(|_| JsValue::NULL)?.take();
        write::value(&acts.unwrap_or_default())
    }

    /// What was read of the units of a bucket.
    ///
    /// # Errors
    /// The diagnostics of a side without coverages.
    pub fn state(&self, bucket: usize, buckets: usize) -> Result<Uint8Array, JsValue> {
        let state = self.with_part(|part, _| Ok(part.state(bucket, buckets)))?;
        Ok(Uint8Array::from(state.as_slice()))
    }

    /// Joins the states of one bucket.
    ///
    /// # Errors
    /// The diagnostics of other bytes, or of a rule.
    pub fn settle(&self, states: &Array) -> Result<Uint8Array, JsValue> {
        let settled = with_bytes(states, |states| self.with_setup(|setup| settle(setup, states)))?;
        Ok(Uint8Array::from(settled.as_slice()))
    }

    /// `[answer, amounts, paid]`, of what was settled of all buckets. `lines_before`: those of the source before its first piece.
    ///
    /// ```text
    /// amounts   charged, Sécu part, then outcomes, guarantees and amounts of each side; empty where they are not asked
    /// paid      for each row of those who gain most, then of those who lose most: the Sécu part, and what each side pays; -1 where no
    ///           other row changes it
    /// ```
    ///
    /// # Errors
    /// The diagnostics of other bytes.
    pub fn answer(&self, settled: &Array, lines_before: u32) -> Result<Array, JsValue> {
        let simulation = with_bytes(settled, |settled| self.with_setup(|setup| answer(setup, settled, lines_before)))?;
        let amounts = Array::new();
        if let Some(RowAmounts { charged, secu_paid, current, draft }) = &simulation.amounts {
            amounts.push(&BigInt64Array::from(charged.as_slice()));
            amounts.push(&BigInt64Array::from(secu_paid.as_slice()));
            push_side(&amounts, current);
            if let Some(draft) = draft {
                push_side(&amounts, draft);
            }
        }
        let mut paid: Vec<i64> = Vec::new();
        if let Some(persons) = &simulation.persons {
            for change in [&persons.gains, &persons.losses].into_iter().flatten() {
                for row in &change.paid {
                    paid.extend_from_slice(&row.unwrap_or([-1; 3]));
                }
            }
        }
        Ok(Array::of3(&write::value(&simulation)?, &amounts, &BigInt64Array::from(paid.as_slice())))
    }
}

impl SimulationPart {
    fn with_setup<T>(&self, ask: impl FnOnce(&Setup<'_>) -> Result<T, Error>) -> Result<T, JsValue> {
        let current: Vec<&crate::Coverage> = self.current.iter().map(Rc::as_ref).listed();
        let draft = self.draft.as_ref().map(|draft| draft.iter().map(Rc::as_ref).listed());
        let setup = setup(&current, draft.as_deref(), &self.options).map_err(write::error)?;
        ask(&setup).map_err(write::error)
    }

    fn with_part<T>(&self, ask: impl FnOnce(&mut Part, &Setup<'_>) -> Result<T, Error>) -> Result<T, JsValue> {
        let mut part = self.part.try_borrow_mut().map_err(|_| JsValue::NULL)?;
        self.with_setup(|setup| ask(part.get_or_insert_with(|| Part::new(setup)), setup))
    }

    pub(super) fn push(&self, piece: u32, claims: &ClaimColumns<'_>, lines: u32) -> Result<u32, JsValue> {
        if let Some(acts) = self.acts.try_borrow_mut().map_err(|_| JsValue::NULL)?.as_mut() {
            acts.append(&mut rows_of(claims));
        }
        self.with_part(|part, setup| part.push(setup, piece, claims, lines))
    }
}

fn push_side(amounts: &Array, SideAmounts { outcomes, guarantees, complementary }: &SideAmounts) {
    amounts.push(&Uint8Array::from(outcomes.as_slice()));
    amounts.push(&Int32Array::from(guarantees.as_slice()));
    amounts.push(&BigInt64Array::from(complementary.as_slice()));
}

fn with_bytes<T>(states: &Array, ask: impl FnOnce(&[&[u8]]) -> Result<T, JsValue>) -> Result<T, JsValue> {
    let states = states.iter().map(|state| state.unchecked_into::<Uint8Array>().to_vec()).listed();
    let states = states.iter().map(Vec::as_slice).listed();
    ask(&states)
}

/// The texts that are not facts: before these the care types, after them establishments, teeth, persons, families, beneficiaries, stays.
const TEXTS: usize = ActFact::TEXTS.len() + 7;
/// Bytes: ages, facts, sides, teeth, bands of ages.
const BYTES: usize = ActFact::BOOLEANS.len() + 4;

/// A column of texts in our memory.
struct Texts {
    codes: Vec<u32>,
    names: Vec<String>,
}

impl Texts {
    /// `[codes, names]`
    fn of(column: &JsValue) -> Self {
        let column = column.unchecked_ref::<Array>();
        let name = |name: JsValue| name.unchecked_into::<JsString>().into();
        Texts {
            codes: column.get(0).unchecked_into::<Uint32Array>().to_vec(),
            names: column.get(1).unchecked_into::<Array>().iter().map(name).listed(),
        }
    }

    fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).listed()
    }
}

/// The columns of a piece in our memory.
struct Columns {
    /// Those of the engine, then those of the caller.
    texts: Vec<Texts>,
    bytes: [Vec<u8>; BYTES],
    /// Amounts, in the order of `PricedColumns::of_amounts`, then weights.
    amounts: [Vec<i64>; AMOUNTS + 1],
    days: [Vec<i32>; 2],
    lines: Vec<u32>,
    unreadable: Vec<Unreadable>,
    are_aggregates: bool,
}

impl Columns {
    fn of(columns: &Array) -> Self {
        let mut columns = columns.iter();
        let mut next = || columns.next().unwrap_or_default();
        let mut texts: Vec<Texts> = (0..TEXTS).map(|_| Texts::of(&next())).listed();
        let bytes = std::array::from_fn(|_| next().unchecked_into::<Uint8Array>().to_vec());
        let amounts = std::array::from_fn(|_| next().unchecked_into::<BigInt64Array>().to_vec());
        let days = std::array::from_fn(|_| next().unchecked_into::<Int32Array>().to_vec());
        texts.extend(next().unchecked_into::<Array>().iter().map(|column| Texts::of(&column)));
        let lines = next().unchecked_into::<Uint32Array>().to_vec();
        let unreadable = next().unchecked_into::<Array>().iter().map(|row| unreadable(&row)).listed();
        Columns { texts, bytes, amounts, days, lines, unreadable, are_aggregates: next().is_truthy() }
    }

    /// `texts`: the names of each column of texts.
    fn lend<T>(&self, texts: &[Vec<&str>], take: &mut dyn FnMut(&ClaimColumns<'_>) -> T) -> T {
        let mut columns = self.texts.iter().zip(texts).map(|(Texts { codes, .. }, names)| Names { codes, names });
        let mut next = || columns.next().unwrap_or_default();
        let care_type = next();
        let facts = std::array::from_fn(|_| next());
        let [establishment, teeth, person, family, beneficiary, stay_id] = std::array::from_fn(|_| next());
        let by = columns.listed();
        let mut bytes = self.bytes.iter().map(Vec::as_slice);
        let mut next = || bytes.next().unwrap_or_default();
        let member_age = next();
        let booleans = std::array::from_fn(|_| next());
        let [side, tooth, age_band] = std::array::from_fn(|_| next());
        let [amounts @ .., weight] = self.amounts.each_ref().map(Vec::as_slice);
        let [care_date, membership_start] = self.days.each_ref().map(Vec::as_slice);
        take(&ClaimColumns {
            acts: PricedColumns {
                acts: ActColumns { member_age, booleans, ..ActColumns::default() },
                care_date,
                membership_start,
                side,
                tooth,
                ..PricedColumns::of_amounts(amounts)
            },
            care_type,
            texts: facts,
            establishment,
            teeth,
            person,
            family,
            beneficiary,
            stay_id,
            weight,
            age_band,
            by: &by,
            unreadable: &self.unreadable,
            lines: &self.lines,
            are_aggregates: self.are_aggregates,
        })
    }
}

/// `[row, reason, line, message, column, variant, params]`, the last two where there is a sentence of rows for it.
fn unreadable(row: &JsValue) -> Unreadable {
    let row = row.unchecked_ref::<Array>();
    let text = |position: u32| row.get(position).as_string();
    let number = |position: u32| {
        let number = row.get(position).as_f64().and_then(safe_integer);
        number.and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
    };
    let reason = text(1).and_then(|reason| reason.parse().ok()).unwrap_or(InvalidReason::Unreadable);
    let (message, variant) = (text(3).unwrap_or_default(), text(5).unwrap_or_default());
    let params = if variant.is_empty() { RowMessage::default().params } else { read::json(&row.get(6)) };
    let says = RowMessage { message, code: None, variant, params };
    Unreadable { row: number(0), reason, line: number(2), says, column: text(4) }
}
