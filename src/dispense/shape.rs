//! What may be in a snapshot? Its sections, and of every entity the fields that the checks read.
//!
//! Fields that no check reads are ignored inside entities, because real records have many more; but they, too, must be
//! JSON. Unknown sections and unknown names in `config` are errors. `null` is a value of every field but the ids that are
//! reported, and the objects that hold all the rest.
//!
//! DECISION: the configuration, the token and the request are not searched, so that `null` is none of them.
//! Case: dispense_readings/token-null
//! DECISION: contracts and requested programs have an id, by which they are answered for.
//! Case: dispense_readings/contract-without-id

use crate::dispense::fields;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
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

/// The sections of a snapshot.
pub(crate) const SNAPSHOT: Shape = &[
    (fields::CONFIG, Closed(CONFIG)),
    (fields::TOKEN, Object(&[(fields::CLIENT_ID, Text), (fields::USER_ID, Text)])),
    (fields::REQUEST, Object(REQUEST)),
    (fields::MEDICATION_REQUEST, Fields(MEDICATION_REQUEST)),
    (
        fields::LEGAL_ENTITIES,
        Rows(&[(fields::ID, Text), (fields::STATUS, Text), (fields::IS_ACTIVE, Flag), (fields::TYPE, Text)]),
    ),
    (fields::EMPLOYEES, Rows(EMPLOYEE)),
    (fields::DIVISIONS, Rows(DIVISION)),
    (fields::MEDICAL_PROGRAMS, Rows(MEDICAL_PROGRAM)),
    (fields::PROGRAM_MEDICATIONS, Rows(PROGRAM_MEDICATION)),
    (fields::MEDICATIONS, Rows(MEDICATION)),
    (fields::CONTRACTS, Rows(CONTRACT)),
    (fields::MEDICAL_PROGRAM_PROVISIONS, Rows(PROVISION)),
    (fields::CARE_PLANS, Rows(&[(fields::ID, Text), (fields::STATUS, Text)])),
    (fields::CARE_PLAN_ACTIVITIES, Rows(&[(fields::ID, Text), (fields::STATUS, Text)])),
    (fields::MEDICATION_DISPENSES, Rows(MEDICATION_DISPENSE)),
    (fields::OVERLAPPING_DISPENSED_INNM_IDS, Texts),
];

const CONFIG: Shape = &[
    (fields::DISPENSE_DIVISION_DLS_VERIFY, Flag),
    (fields::MEDICAL_PROGRAM_PROVISION_VERIFY, Flag),
    (fields::MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES, Texts),
    (fields::TOLERANCE, Amount(PARAMETER)),
    (fields::DEVIATION, Share),
];

/// Of both operations: a qualification has `programs`, a dispense `code` and `medication_dispense`.
const REQUEST: Shape = &[
    (fields::CODE, Text),
    (fields::MEDICATION_DISPENSE, Object(DISPENSE)),
    (fields::MEDICATION_REQUEST_ID, Text),
    (fields::DIVISION_ID, Text),
    (fields::PROGRAMS, Few(&[(fields::ID, Id)])),
];

const DISPENSE: Shape = &[
    (fields::MEDICATION_REQUEST_ID, Text),
    (fields::DIVISION_ID, Text),
    (fields::MEDICAL_PROGRAM_ID, Text),
    (fields::DISPENSE_DETAILS, Few(DETAIL)),
];

const DETAIL: Shape = &[
    (fields::MEDICATION_ID, Text),
    (fields::MEDICATION_QTY, Amount(QUANTITY)),
    (fields::DISCOUNT_AMOUNT, Amount(MONEY)),
];

const MEDICATION_REQUEST: Shape = &[
    (fields::ID, Text),
    (fields::STATUS, Text),
    (fields::IS_ACTIVE, Flag),
    (fields::INTENT, Text),
    (fields::DISPENSE_VALID_FROM, Date),
    (fields::DISPENSE_VALID_TO, Date),
    (fields::MEDICATION_ID, Text),
    (fields::MEDICATION_QTY, Amount(QUANTITY)),
    (fields::MEDICAL_PROGRAM_ID, Text),
    (fields::VERIFICATION_CODE, Text),
    (fields::BASED_ON, Few(&[(fields::TYPE, Text), (fields::ID, Text)])),
    (fields::IS_BLOCKED, Flag),
];

const EMPLOYEE: Shape =
    &[(fields::USER_ID, Text), (fields::LEGAL_ENTITY_ID, Text), (fields::STATUS, Text), (fields::IS_ACTIVE, Flag)];

const DIVISION: Shape = &[
    (fields::ID, Text),
    (fields::LEGAL_ENTITY_ID, Text),
    (fields::STATUS, Text),
    (fields::IS_ACTIVE, Flag),
    (fields::DLS_VERIFIED, Flag),
];

const MEDICAL_PROGRAM: Shape = &[
    (fields::ID, Text),
    (fields::NAME, Text),
    (fields::IS_ACTIVE, Flag),
    (fields::MEDICAL_PROGRAM_SETTINGS, Fields(SETTINGS)),
];

const SETTINGS: Shape = &[
    (fields::SKIP_CONTRACT_PROVISION_VERIFY, Flag),
    (fields::SKIP_MNN_IN_TREATMENT_PERIOD, Flag),
    (fields::MULTI_MEDICATION_DISPENSE_ALLOWED, Flag),
];

const PROGRAM_MEDICATION: Shape = &[
    (fields::MEDICAL_PROGRAM_ID, Text),
    (fields::MEDICATION_ID, Text),
    (fields::IS_ACTIVE, Flag),
    (fields::REIMBURSEMENT, Fields(&[(fields::TYPE, Text), (fields::REIMBURSEMENT_AMOUNT, Amount(MONEY))])),
    (fields::PACKAGE_QTY_DIVISIBLE, Flag),
];

const MEDICATION: Shape = &[
    (fields::ID, Text),
    (fields::TYPE, Text),
    (fields::IS_ACTIVE, Flag),
    (fields::PACKAGE_QTY, Amount(QUANTITY)),
    (fields::PACKAGE_MIN_QTY, Amount(QUANTITY)),
    (fields::INGREDIENTS, Rows(&[(fields::IS_PRIMARY, Flag), (fields::MEDICATION_CHILD_ID, Text)])),
];

pub(crate) const CONTRACT: Shape = &[
    (fields::ID, Id),
    (fields::TYPE, Text),
    (fields::STATUS, Text),
    (fields::IS_ACTIVE, Flag),
    (fields::IS_SUSPENDED, Flag),
    (fields::START_DATE, Date),
    (fields::END_DATE, Date),
    (fields::CONTRACTOR_LEGAL_ENTITY_ID, Text),
    (fields::MEDICAL_PROGRAM_ID, Text),
    (fields::MEDICAL_PROGRAMS, Texts),
    (fields::CONTRACT_NUMBER, Text),
    (fields::CONTRACT_DIVISIONS, Divisions),
];

pub(crate) const CONTRACT_DIVISION: Shape = &[(fields::DIVISION_ID, Text), (fields::IS_ACTIVE, Flag)];

const PROVISION: Shape = &[
    (fields::MEDICAL_PROGRAM_ID, Text),
    (fields::DIVISION_ID, Text),
    (fields::CONTRACT_NUMBER, Text),
    (fields::IS_ACTIVE, Flag),
];

const MEDICATION_DISPENSE: Shape = &[
    (fields::MEDICATION_REQUEST_ID, Text),
    (fields::STATUS, Text),
    (fields::DETAILS, Rows(&[(fields::MEDICATION_QTY, Amount(QUANTITY))])),
];

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
                    self.report(Code::OutOfRange, at, say::share_above_one());
                }
            }
            Texts => drop(self.strings(json, at)),
            Fields(shape) | Object(shape) => self.entity(json, at, shape),
            Closed(shape) => {
                let names: Vec<&'static str> = shape.iter().map(|(name, _)| *name).listed();
                if self.document(json, at, &names).is_some() {
                    self.entity(json, at, shape);
                }
            }
            Rows(shape) => self.rows(json, at, shape),
            Few(shape) => {
                let is_long = self.array(json, at).is_some_and(|list| list.items.len() > MAX_FEW);
                if is_long {
                    self.report(Code::TooLarge, at, say::many_entries(MAX_FEW));
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
                self.report(Code::MissingField, at, say::missing_field(*name));
            }
        }
    }
}
