//! Snapshots of a dispense that lack nothing, from alphabets so small that things meet often; and what they are made to lack.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Value, json};

use super::choices::{Choices, list};

#[derive(Clone, Debug)]
pub struct Snapshots {
    pub whole: Value,
    /// The same without some sections and fields.
    pub less: Value,
}

const TODAY: [&str; 3] = ["2026-03-02", "2026-03-01", "2026-03-03"];

/// The first, which is the good one, mostly.
fn good(bytes: &mut Unstructured<'_>, values: &[Value]) -> Value {
    if bytes.chance(2) { bytes.of(values).clone() } else { values[0].clone() }
}

macro_rules! good {
    ($bytes:expr, $($value:tt),+) => { good($bytes, &[$(json!($value)),+]) };
}

impl<'a> Arbitrary<'a> for Snapshots {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let whole = snapshot(bytes);
        let mut less = whole.clone();
        for _ in 0..bytes.number(0, 4) {
            lack(bytes, &mut less);
        }
        Ok(Snapshots { whole, less })
    }
}

fn snapshot(bytes: &mut Unstructured<'_>) -> Value {
    let is_qualify = bytes.chance(5);
    let based_on = |bytes: &mut Unstructured<'_>| {
        let kinds = [("care_plan", "CP1"), ("activity", "A1"), ("care_plan", "CP2"), ("encounter", "X")];
        let (kind, id) = *bytes.of(&kinds);
        json!({ "type": kind, "id": id })
    };
    let based_on = match bytes.chance(5) {
        true => json!(list(bytes, 3, based_on)),
        false => good!(bytes, null, []),
    };
    json!({
        "ruleset": bytes.of(&["page-2022", "code-2019"]),
        "operation": if is_qualify { "qualify" } else { "create_dispense" },
        "current_date": good!(bytes, (TODAY[0]), (TODAY[1]), (TODAY[2])),
        "config": {
            "DISPENSE_DIVISION_DLS_VERIFY": bytes.chance(12),
            "MEDICAL_PROGRAM_PROVISION_VERIFY": bytes.chance(12),
            "MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES": good!(bytes, ["PHARMACY", "MSP_PHARMACY"], ["MSP_PHARMACY"], []),
            "TOLERANCE": good!(bytes, "0.01", 0, "1.5"),
            "DEVIATION": good!(bytes, "0.1", 0, 1, "0.000001"),
        },
        "token": { "client_id": good!(bytes, "LE1", "LE2"), "user_id": good!(bytes, "U1", "U2") },
        "request": request(bytes, is_qualify),
        "medication_request": if bytes.chance(1) { Value::Null } else { json!({
            "id": good!(bytes, "MR1", "MR2"), "status": good!(bytes, "ACTIVE", "COMPLETED", null), "is_active": good!(bytes, true, false, null),
            "intent": good!(bytes, "order", "plan", null), "dispense_valid_from": good!(bytes, "2026-02-28", "2026-03-02", "2026-03-03", null),
            "dispense_valid_to": good!(bytes, "2026-03-28", "2026-03-02", "2026-03-01", null), "medication_id": good!(bytes, "I1", "I2"),
            "medication_qty": good!(bytes, 20, 10, "20.00", 40, "0.5"), "medical_program_id": good!(bytes, "P1", null, "P2"),
            "verification_code": good!(bytes, "4821", null, "", "0000"), "based_on": based_on, "is_blocked": good!(bytes, false, true),
        }) },
        "legal_entities": section(bytes, 2, |bytes| json!({
            "id": good!(bytes, "LE1", "LE2"), "status": good!(bytes, "ACTIVE", "CLOSED", null), "is_active": good!(bytes, true, false, null),
            "type": good!(bytes, "PHARMACY", "MSP_PHARMACY", "CLINIC", null),
        })),
        "employees": section(bytes, 3, |bytes| json!({
            "user_id": good!(bytes, "U1", "U2", null), "legal_entity_id": good!(bytes, "LE1", "LE2", null),
            "status": good!(bytes, "APPROVED", "DISMISSED", null), "is_active": good!(bytes, true, false, null),
        })),
        "divisions": section(bytes, 2, |bytes| json!({
            "id": good!(bytes, "D1", "D2"), "legal_entity_id": good!(bytes, "LE1", "LE2", null), "status": good!(bytes, "ACTIVE", "INACTIVE", null),
            "is_active": good!(bytes, true, false, null), "dls_verified": good!(bytes, true, false, null),
        })),
        "medical_programs": programs(bytes),
        "program_medications": section(bytes, 4, |bytes| json!({
            "medical_program_id": good!(bytes, "P1", "P2", null), "medication_id": good!(bytes, "M1", "M2", null),
            "is_active": good!(bytes, true, false, null), "package_qty_divisible": good!(bytes, true, false),
            "reimbursement": { "type": good!(bytes, "FIXED", "PERCENT"), "reimbursement_amount": figure(bytes, "28.88", 12) },
        })),
        "medications": section(bytes, 3, |bytes| json!({
            "id": good!(bytes, "M1", "M2", "I1"), "type": good!(bytes, "BRAND", "INNM_DOSAGE", null), "is_active": good!(bytes, true, false, null),
            "package_qty": figure(bytes, "20", 9), "package_min_qty": good!(bytes, 20, 10, 1, "0.5", 0),
            "ingredients": section(bytes, 2, |bytes| json!({
                "is_primary": good!(bytes, true, false, null), "medication_child_id": good!(bytes, "I1", "I2", null),
            })),
        })),
        "contracts": contracts(bytes),
        "medical_program_provisions": section(bytes, 3, |bytes| json!({
            "medical_program_id": good!(bytes, "P1", "P2", null), "division_id": good!(bytes, "D1", "D2", null),
            "contract_number": good!(bytes, "N1", "N2", null), "is_active": good!(bytes, true, false, null),
        })),
        "care_plans": section(bytes, 2, |bytes| json!({ "id": good!(bytes, "CP1", "CP2"), "status": good!(bytes, "active", "ACTIVE", "completed", null) })),
        "care_plan_activities": section(bytes, 2, |bytes| json!({
            "id": good!(bytes, "A1", "A2"), "status": good!(bytes, "scheduled", "in_progress", "completed", null),
        })),
        "medication_dispenses": if bytes.chance(12) { json!([]) } else { json!(list(bytes, 3, |bytes| json!({
            "medication_request_id": good!(bytes, "MR1", "MR2", null), "status": good!(bytes, "PROCESSED", "NEW", "REJECTED", null),
            "details": list(bytes, 2, |bytes| json!({ "medication_qty": good!(bytes, 10, "0.5", 20) })),
        }))) },
        "overlapping_dispensed_innm_ids": good!(bytes, [], ["I2"], ["I1", "I2"], null),
    })
}

fn request(bytes: &mut Unstructured<'_>, is_qualify: bool) -> Value {
    if is_qualify {
        return json!({
            "medication_request_id": good!(bytes, "MR1", "MR2"), "division_id": good!(bytes, "D1", null, "D2"),
            "programs": list(bytes, 3, |bytes| json!({ "id": bytes.of(&["P1", "P2", "P3"]) })),
        });
    }
    json!({
        "code": good!(bytes, "4821", null, "", "0000", "1234"),
        "medication_dispense": {
            "medication_request_id": good!(bytes, "MR1", "MR2"), "division_id": good!(bytes, "D1", null, "D2"),
            "medical_program_id": good!(bytes, "P1", null, "P2", "P3"),
            "dispense_details": list(bytes, 3, |bytes| json!({
                "medication_id": good!(bytes, "M1", "M2", "I1", null), "medication_qty": figure(bytes, "20", 9),
                "discount_amount": figure(bytes, "28.88", 12),
            })),
        },
    })
}

/// A list that holds something, mostly; sometimes null, for searched and not found.
fn section(bytes: &mut Unstructured<'_>, most: usize, row: impl FnMut(&mut Unstructured<'_>) -> Value) -> Value {
    if bytes.chance(1) { good!(bytes, null, []) } else { json!(list(bytes, most, row)) }
}

/// One that is near the good one, or any.
fn figure(bytes: &mut Unstructured<'_>, near: &str, integer: u32) -> Value {
    match bytes.weighted(&[12, 1, 1, 1]) {
        0 => json!(near),
        1 => json!(format!("{}.{:02}", bytes.number(20, 29), bytes.number(0, 99))),
        2 => json!(bytes.of(&[0, 1, 10, 20, 30])),
        _ => bytes.decimal(integer, 4),
    }
}

fn programs(bytes: &mut Unstructured<'_>) -> Value {
    section(bytes, 3, |bytes| {
        let mut setting = |_: &str| good!(bytes, false, true, null);
        let settings = json!({
            "skip_contract_provision_verify": setting("contracts"), "skip_mnn_in_treatment_period": setting("period"),
            "multi_medication_dispense_allowed": setting("several"),
        });
        let settings = if bytes.chance(6) { settings } else { good!(bytes, {}, null) };
        json!({ "id": good!(bytes, "P1", "P2"), "name": good!(bytes, "Program", null), "is_active": good!(bytes, true, false, null),
            "medical_program_settings": settings })
    })
}

fn contracts(bytes: &mut Unstructured<'_>) -> Value {
    let mut ids = 0;
    section(bytes, 3, |bytes| {
        ids += 1;
        let division = |bytes: &mut Unstructured<'_>| match bytes.chance(4) {
            true => json!({ "division_id": good!(bytes, "D1", "D2"), "is_active": good!(bytes, true, false, null) }),
            false => good!(bytes, "D1", "D2"),
        };
        let mut contract = json!({
            "id": format!("C{ids}"), "type": good!(bytes, "REIMBURSEMENT", "Reimbursement", "CAPITATION", null),
            "status": good!(bytes, "VERIFIED", "TERMINATED", null), "is_active": good!(bytes, true, false, null),
            "is_suspended": good!(bytes, false, true, null), "start_date": good!(bytes, "2026-01-01", "2026-03-02", "2026-03-03", null),
            "end_date": good!(bytes, "2026-12-31", "2026-03-02", "2026-03-01", null),
            "contractor_legal_entity_id": good!(bytes, "LE1", "LE2", null), "contract_number": good!(bytes, "N1", "N2", null),
            "contract_divisions": list(bytes, 3, division),
        });
        match bytes.chance(4) {
            true => contract["medical_programs"] = json!(bytes.some(&["P1", "P2"], 10)),
            false => contract["medical_program_id"] = good!(bytes, "P1", "P2"),
        }
        contract
    })
}

/// What must stay, because something else is said without it.
const KEPT: [&str; 18] = [
    "/ruleset",
    "/operation",
    "/current_date",
    "/request",
    "/config/TOLERANCE",
    "/config/DEVIATION",
    "id",
    "based_on",
    "end_date",
    "contract_divisions",
    "medical_program_id",
    "medical_programs",
    "medical_program_settings",
    "dispense_details",
    "programs",
    "code",
    "division_id",
    "medication_dispense",
];

/// Removes a section, or a field of an entity.
fn lack(bytes: &mut Unstructured<'_>, snapshot: &mut Value) {
    let is_kept = |place: &str| KEPT.iter().any(|kept| place == *kept || place.rsplit('/').next() == Some(*kept));
    let sections: Vec<String> = snapshot.as_object().expect("a snapshot").keys().cloned().collect();
    let section = bytes.of(&sections).clone();
    let whole = bytes.chance(3);
    let fields: Vec<String> = match &snapshot[&section] {
        Value::Array(rows) if !rows.is_empty() && !whole => {
            let row = bytes.position(rows.len());
            rows[row]
                .as_object()
                .map(|fields| fields.keys().map(|name| format!("/{section}/{row}/{name}")).collect())
                .unwrap_or_default()
        }
        Value::Object(fields) if !whole => fields.keys().map(|name| format!("/{section}/{name}")).collect(),
        _ => vec![format!("/{section}")],
    };
    // The parameters of amounts have defaults: without them another amount is allowed.
    let has_default = |place: &str| ["/config", "/config/TOLERANCE", "/config/DEVIATION"].contains(&place);
    let fields: Vec<String> = fields.into_iter().filter(|place| !is_kept(place) && !has_default(place)).collect();
    if fields.is_empty() {
        return;
    }
    let (parent, name) = bytes.of(&fields).rsplit_once('/').expect("a place");
    if let Some(fields) = snapshot.pointer_mut(parent).and_then(Value::as_object_mut) {
        fields.remove(name);
    }
}
