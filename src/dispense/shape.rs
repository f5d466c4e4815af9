//! What may stand in a snapshot? Its sections, and of every entity the fields that the checks read.
//!
//! Fields that no check reads are ignored inside entities, because real records have many more; but they, too, must be
//! JSON. Unknown sections and unknown names in `config` are errors. `null` is a value of every field but the ids that are
//! reported, and the objects that hold all the rest.
//!
//! DECISION: the configuration, the token and the request are not searched, so that `null` is none of them.
//! Case: dispense_readings/token-null
//! DECISION: contracts and requested programs have an id, by which they are answered for.
//! Case: dispense_readings/contract-without-id

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::decode::Items;
use crate::ground::exact::amount::{Digits, MONEY};
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// The fields of an object, each with what it may hold.
pub(crate) type Shape = &'static [(&'static str, Kind)];

/// What a field may hold.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// A text that must be there.
    Id,
    Text,
    Flag,
    Date,
    Amount(Digits),
    /// A decimal of at most 1.
    Share,
    Texts,
    /// An object.
    Fields(Shape),
    /// An object, and not `null`.
    Object(Shape),
    /// The same, without other fields.
    Closed(Shape),
    /// A list of objects.
    Rows(Shape),
    /// The same, at most [`MAX_FEW`].
    Few(Shape),
    /// A list of ids of divisions, or of objects with one.
    Divisions,
}

use Kind::{Amount, Closed, Date, Divisions, Few, Fields, Flag, Id, Object, Rows, Share, Text, Texts};

/// So many details, programs and references of a prescription are read: each is compared with whole lists.
pub(crate) const MAX_FEW: usize = 100;

/// Quantities of a medication.
pub(crate) const QUANTITY: Digits = Digits { integer: 9, fraction: 4 };
/// TOLERANCE and DEVIATION.
pub(crate) const PARAMETER: Digits = Digits { integer: 12, fraction: 6 };
const _: () = assert!(QUANTITY.are_exact() && PARAMETER.are_exact());
/// One, in the units of a parameter: the largest DEVIATION.
pub(crate) const ONE: i128 = 1_000_000;

pub(crate) const RULESET: &str = "ruleset";
pub(crate) const OPERATION: &str = "operation";
pub(crate) const CURRENT_DATE: &str = "current_date";

/// The sections of a snapshot.
pub(crate) const SNAPSHOT: Shape = &[
    ("config", Closed(CONFIG)),
    ("token", Object(&[("client_id", Text), ("user_id", Text)])),
    ("request", Object(REQUEST)),
    ("medication_request", Fields(MEDICATION_REQUEST)),
    ("legal_entities", Rows(&[("id", Text), ("status", Text), ("is_active", Flag), ("type", Text)])),
    ("employees", Rows(EMPLOYEE)),
    ("divisions", Rows(DIVISION)),
    ("medical_programs", Rows(MEDICAL_PROGRAM)),
    ("program_medications", Rows(PROGRAM_MEDICATION)),
    ("medications", Rows(MEDICATION)),
    ("contracts", Rows(CONTRACT)),
    ("medical_program_provisions", Rows(PROVISION)),
    ("care_plans", Rows(&[("id", Text), ("status", Text)])),
    ("care_plan_activities", Rows(&[("id", Text), ("status", Text)])),
    ("medication_dispenses", Rows(MEDICATION_DISPENSE)),
    ("overlapping_dispensed_innm_ids", Texts),
];

const CONFIG: Shape = &[
    ("DISPENSE_DIVISION_DLS_VERIFY", Flag),
    ("MEDICAL_PROGRAM_PROVISION_VERIFY", Flag),
    ("MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES", Texts),
    ("TOLERANCE", Amount(PARAMETER)),
    ("DEVIATION", Share),
];

/// Of both operations: a qualification has `programs`, a dispense `code` and `medication_dispense`.
const REQUEST: Shape = &[
    ("code", Text),
    ("medication_dispense", Object(DISPENSE)),
    ("medication_request_id", Text),
    ("division_id", Text),
    ("programs", Few(&[("id", Id)])),
];

const DISPENSE: Shape = &[
    ("medication_request_id", Text),
    ("division_id", Text),
    ("medical_program_id", Text),
    ("dispense_details", Few(DETAIL)),
];

const DETAIL: Shape =
    &[("medication_id", Text), ("medication_qty", Amount(QUANTITY)), ("discount_amount", Amount(MONEY))];

const MEDICATION_REQUEST: Shape = &[
    ("id", Text),
    ("status", Text),
    ("is_active", Flag),
    ("intent", Text),
    ("dispense_valid_from", Date),
    ("dispense_valid_to", Date),
    ("medication_id", Text),
    ("medication_qty", Amount(QUANTITY)),
    ("medical_program_id", Text),
    ("verification_code", Text),
    ("based_on", Few(&[("type", Text), ("id", Text)])),
    ("is_blocked", Flag),
];

const EMPLOYEE: Shape = &[("user_id", Text), ("legal_entity_id", Text), ("status", Text), ("is_active", Flag)];

const DIVISION: Shape =
    &[("id", Text), ("legal_entity_id", Text), ("status", Text), ("is_active", Flag), ("dls_verified", Flag)];

const MEDICAL_PROGRAM: Shape =
    &[("id", Text), ("name", Text), ("is_active", Flag), ("medical_program_settings", Fields(SETTINGS))];

const SETTINGS: Shape = &[
    ("skip_contract_provision_verify", Flag),
    ("skip_mnn_in_treatment_period", Flag),
    ("multi_medication_dispense_allowed", Flag),
];

const PROGRAM_MEDICATION: Shape = &[
    ("medical_program_id", Text),
    ("medication_id", Text),
    ("is_active", Flag),
    ("reimbursement", Fields(&[("type", Text), ("reimbursement_amount", Amount(MONEY))])),
    ("package_qty_divisible", Flag),
];

const MEDICATION: Shape = &[
    ("id", Text),
    ("type", Text),
    ("is_active", Flag),
    ("package_qty", Amount(QUANTITY)),
    ("package_min_qty", Amount(QUANTITY)),
    ("ingredients", Rows(&[("is_primary", Flag), ("medication_child_id", Text)])),
];

pub(crate) const CONTRACT: Shape = &[
    ("id", Id),
    ("type", Text),
    ("status", Text),
    ("is_active", Flag),
    ("is_suspended", Flag),
    ("start_date", Date),
    ("end_date", Date),
    ("contractor_legal_entity_id", Text),
    ("medical_program_id", Text),
    ("medical_programs", Texts),
    ("contract_number", Text),
    ("contract_divisions", Divisions),
];

pub(crate) const CONTRACT_DIVISION: Shape = &[("division_id", Text), ("is_active", Flag)];

const PROVISION: Shape =
    &[("medical_program_id", Text), ("division_id", Text), ("contract_number", Text), ("is_active", Flag)];

const MEDICATION_DISPENSE: Shape =
    &[("medication_request_id", Text), ("status", Text), ("details", Rows(&[("medication_qty", Amount(QUANTITY))]))];

/// What a field of this name holds, if the shape has one.
pub(crate) fn kind_of(shape: Shape, name: &str) -> Option<Kind> {
    shape.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

/// The shape of the object or of the objects of a field.
pub(crate) fn inner(shape: Shape, name: &str) -> Shape {
    match kind_of(shape, name) {
        Some(Fields(inner) | Object(inner) | Closed(inner) | Rows(inner) | Few(inner)) => inner,
        Some(Divisions) => CONTRACT_DIVISION,
        _ => &[],
    }
}

impl Problems {
    /// Reports everything in a value that is not of its kind.
    pub(crate) fn of_kind(&mut self, json: &Json, at: &Path<'_>, kind: Kind) {
        if matches!(json, Json::Null) && !matches!(kind, Id | Object(_) | Closed(_)) {
            return;
        }
        match kind {
            Id | Text => drop(self.string(json, at)),
            Flag => drop(self.boolean(json, at)),
            Date => drop(self.date(json, at)),
            Amount(digits) => drop(self.amount(json, at, digits)),
            Share => {
                if self.amount(json, at, PARAMETER).is_some_and(|share| share.mantissa(PARAMETER.fraction) > ONE) {
                    self.report(Code::OutOfRange, at, || "expected at most 1");
                }
            }
            Texts => drop(self.strings(json, at)),
            Fields(shape) | Object(shape) => self.entity(json, at, shape),
            Closed(shape) => {
                let names: Vec<&'static str> = shape.iter().map(|(name, _)| *name).listed();
                if self.object(json, at, &names).is_some() {
                    self.entity(json, at, shape);
                }
            }
            Rows(shape) => self.rows(json, at, shape),
            Few(shape) => {
                let is_long = self.array(json, at).is_some_and(|list| list.items.len() > MAX_FEW);
                if is_long {
                    self.report(Code::TooLarge, at, || format!("more than {MAX_FEW} entries"));
                } else if matches!(json, Json::Array(_)) {
                    self.rows(json, at, shape);
                }
            }
            Divisions => {
                let Some(Items { items, .. }) = self.array(json, at) else { return };
                for (index, item) in items.iter().enumerate() {
                    let at = &at.item(index);
                    match item {
                        Json::String(_) => {}
                        Json::Object(_) => self.entity(item, at, CONTRACT_DIVISION),
                        other => self.report_kind(other, at, "the id of a division, or an object with `division_id`"),
                    }
                }
            }
        }
    }

    fn rows(&mut self, json: &Json, at: &Path<'_>, shape: Shape) {
        let Some(Items { items, .. }) = self.array(json, at) else { return };
        for (index, item) in items.iter().enumerate() {
            self.entity(item, &at.item(index), shape);
        }
    }

    /// Of an object, the fields of the shape; of all others only that they are JSON.
    pub(crate) fn entity(&mut self, json: &Json, at: &Path<'_>, shape: Shape) {
        let Some(fields) = self.record(json, at) else { return };
        for (name, value) in fields {
            match kind_of(shape, name) {
                Some(kind) => self.of_kind(value, &at.field(name), kind),
                None => self.any(value, &at.field(name)),
            }
        }
        for (name, _) in shape.iter().filter(|(_, kind)| matches!(kind, Id)) {
            if !fields.iter().any(|(known, _)| known == name) {
                self.report(Code::MissingField, at, || format!("the field `{name}` is missing"));
            }
        }
    }
}
