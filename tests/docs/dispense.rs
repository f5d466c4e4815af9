//! The ids of checks in TypeScript, from `src/dispense/check_id.rs`.

use care_coverage::dispensing::DispenseCheckId;

pub(crate) fn declarations() -> String {
    let ids: String = DispenseCheckId::ALL.iter().map(|id| format!("\n  | \"{id}\"")).collect();
    format!(
        "// Made by `make docs` from src/dispense/check_id.rs.

/** The id of a check, see docs/dispense.md. */
export type DispenseCheckId ={ids};
"
    )
}
