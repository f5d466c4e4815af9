//! The checks of a dispense, written a second time after `docs/dispense.md`: over whole snapshots, in which nothing is absent that
//! could be unknown. One function says what comes of a check of a name; which checks there are is read from the tables (`tables.rs`).

use num_bigint::BigInt;
use serde_json::Value;

use super::big::{Decimal, allows};

/// A snapshot, and of what is asked.
pub(crate) struct Asked<'s> {
    pub(crate) snapshot: &'s Value,
    pub(crate) is_page: bool,
    pub(crate) is_qualify: bool,
}

const PASSED: &str = "passed";
const FAILED: &str = "failed";
const SKIPPED: &str = "skipped";

fn said(holds: bool) -> &'static str {
    if holds { PASSED } else { FAILED }
}

fn rows(list: &Value) -> &[Value] {
    list.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> Option<&str> {
    value.as_str()
}

/// A figure in units of 10^−12.
fn figure(value: &Value) -> Decimal {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let (integer, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits = format!("{integer}{fraction}").parse().expect("digits");
    Decimal { digits, scale: u32::try_from(fraction.len()).expect("short") }
}

fn units(value: &Value) -> BigInt {
    figure(value).units()
}

/// A medication that is active, and has a primary ingredient.
fn is_usable(medication: &Value) -> bool {
    let has_primary = rows(&medication["ingredients"]).iter().any(|row| row["is_primary"] == true);
    medication["is_active"] == true && has_primary
}

impl<'s> Asked<'s> {
    pub(crate) fn of(snapshot: &'s Value) -> Self {
        let is_qualify = snapshot["operation"] == "qualify";
        Asked { snapshot, is_page: snapshot["ruleset"] == "page-2022", is_qualify }
    }

    fn request(&self) -> &'s Value {
        let request = &self.snapshot["request"];
        if self.is_qualify { request } else { &request["medication_dispense"] }
    }

    fn client(&self) -> &'s Value {
        &self.snapshot["token"]["client_id"]
    }

    /// The first of a section with this id.
    fn find(&self, section: &str, id: &Value) -> Option<&'s Value> {
        rows(&self.snapshot[section]).iter().find(|row| id.is_string() && row["id"] == *id)
    }

    fn is_on(&self, name: &str) -> bool {
        self.snapshot["config"][name] == true
    }

    fn prescription(&self) -> Option<&'s Value> {
        let prescription = &self.snapshot["medication_request"];
        let wanted = &self.request()["medication_request_id"];
        (wanted.is_string() && prescription["id"] == *wanted).then_some(prescription)
    }

    fn division(&self) -> Option<&'s Value> {
        self.find("divisions", &self.request()["division_id"])
    }

    /// Whether a day is within two others; an end that is null holds nothing.
    fn is_current(&self, from: &Value, to: &Value) -> bool {
        let today = text(&self.snapshot["current_date"]);
        from.is_string() && to.is_string() && text(from) <= today && today <= text(to)
    }

    fn setting(&self, program: &Value, name: &str) -> bool {
        let program = self.find("medical_programs", program);
        self.is_page && program.is_some_and(|program| program["medical_program_settings"][name] == true)
    }

    /// Type, status, dates, legal entity, program, not suspended, division.
    pub(crate) fn conditions(&self, contract: &Value, program: &Value, division: &Value) -> [bool; 7] {
        let is_of_program = match contract.get("medical_programs").filter(|list| list.is_array()) {
            Some(list) if contract["medical_program_id"].is_null() => rows(list).contains(program),
            list => contract["medical_program_id"] == *program || list.is_some_and(|list| rows(list).contains(program)),
        };
        let is_division = |row: &Value| row == division || row["division_id"] == *division && row["is_active"] != false;
        [
            text(&contract["type"]).is_some_and(|kind| kind.eq_ignore_ascii_case("reimbursement")),
            contract["status"] == "VERIFIED",
            self.is_current(&contract["start_date"], &contract["end_date"]),
            contract["contractor_legal_entity_id"] == *self.client(),
            is_of_program,
            contract["is_suspended"] == false,
            division.is_null() || rows(&contract["contract_divisions"]).iter().any(is_division),
        ]
    }

    /// What comes of the contracts where so many of the conditions are asked: the five, those with the suspension, and all.
    fn contracts(&self, program: &Value, asked: usize) -> &'static str {
        if program.is_null() || self.setting(program, "skip_contract_provision_verify") {
            return SKIPPED;
        }
        let is_not_found = self.is_page && self.find("medical_programs", program).is_none();
        if is_not_found || asked == 7 && self.request()["division_id"].is_null() {
            return SKIPPED;
        }
        let division = &self.request()["division_id"];
        let holds = |asked: usize| {
            let contracts = rows(&self.snapshot["contracts"]).iter();
            contracts
                .map(|contract| self.conditions(contract, program, division))
                .any(|all| !all[..asked].contains(&false))
        };
        if asked > 5 && !holds(asked - 1) { SKIPPED } else { said(holds(asked)) }
    }

    /// The row of a program and a medication: the last one.
    fn participant(&self, program: &Value, medication: &Value) -> Option<&'s Value> {
        let names = |value: &Value, id: &Value| id.is_string() && value == id;
        let is_it =
            |row: &&Value| names(&row["medical_program_id"], program) && names(&row["medication_id"], medication);
        rows(&self.snapshot["program_medications"]).iter().filter(|row| row["is_active"] == true).rfind(is_it)
    }

    fn medication(&self, id: &Value) -> Option<&'s Value> {
        self.find("medications", id).filter(|medication| medication["type"] == "BRAND")
    }

    /// What comes of a check; for a detail or for a program where it is asked for each. None where the document leaves it unknown.
    pub(crate) fn outcome(&self, check: &str, detail: &Value, program: &Value) -> Option<&'static str> {
        let prescription = self.prescription();
        let of_prescription = |holds: &dyn Fn(&Value) -> bool| prescription.map_or(SKIPPED, |found| said(holds(found)));
        let requested = if self.is_qualify { program } else { &self.request()["medical_program_id"] };
        let found_program = self.find("medical_programs", requested);
        let of_program = |holds: &dyn Fn(&Value) -> bool| match found_program {
            _ if requested.is_null() => SKIPPED,
            found => found.map_or(SKIPPED, |found| said(holds(found))),
        };
        let entity = self.find("legal_entities", self.client());
        let of_entity = |holds: &dyn Fn(&Value) -> bool| entity.map_or(SKIPPED, |found| said(holds(found)));
        let is_active = |row: &Value| row["status"] == "ACTIVE" && row["is_active"] == true;
        let types = &self.snapshot["config"]["MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES"];
        let no_division = self.request()["division_id"].is_null();
        let of_division = |holds: &dyn Fn(&Value) -> bool, missing: &'static str| match self.division() {
            _ if no_division => SKIPPED,
            found => found.map_or(missing, |found| said(holds(found))),
        };
        let is_multi = self.setting(requested, "multi_medication_dispense_allowed");
        // Of a qualification, only an active one is found.
        let is_known = found_program.is_some_and(|found| !self.is_qualify || found["is_active"] == true);
        // What reads the settings of a program has to find it.
        let no_settings = self.is_page && !requested.is_null() && !is_known;
        let no_program = requested.is_null() || self.is_qualify && !is_known;
        Some(match check {
            "legal_entity_exists" => said(entity.is_some()),
            "legal_entity_active" => of_entity(&is_active),
            "legal_entity_type" => of_entity(&|found| rows(types).contains(&found["type"])),
            "medication_request_exists" => said(prescription.is_some()),
            "medication_request_active" => of_prescription(&is_active),
            "dispense_period" => {
                of_prescription(&|found| self.is_current(&found["dispense_valid_from"], &found["dispense_valid_to"]))
            }
            "medication_request_blocked" => of_prescription(&|found| found["is_blocked"] != true),
            "intent" => of_prescription(&|found| found["intent"] == "order"),
            "employee" => said(rows(&self.snapshot["employees"]).iter().any(|row| {
                row["user_id"] == self.snapshot["token"]["user_id"]
                    && row["legal_entity_id"] == *self.client()
                    && row["status"] == "APPROVED"
                    && row["is_active"] == true
            })),
            "division_exists" => of_division(&|_| true, FAILED),
            "division_active" if self.is_page => of_division(&is_active, FAILED),
            "division_active" => {
                of_division(&|found| is_active(found) && found["legal_entity_id"] == *self.client(), SKIPPED)
            }
            "division_owner" => of_division(&|found| found["legal_entity_id"] == *self.client(), SKIPPED),
            "division_dls" if !self.is_on("DISPENSE_DIVISION_DLS_VERIFY") => SKIPPED,
            "division_dls" => of_division(&|found| found["dls_verified"] == true, SKIPPED),
            "program_exists" if requested.is_null() => SKIPPED,
            "program_exists" if self.is_qualify => said(found_program.is_some_and(|found| found["is_active"] == true)),
            "program_exists" => said(found_program.is_some()),
            "program_active" => of_program(&|found| found["is_active"] == true),
            "program_matches" => of_prescription(&|found| {
                found["medical_program_id"].is_null() || found["medical_program_id"] == *requested
            }),
            "contract_exists" => self.contracts(requested, 5),
            "contract_not_suspended" => self.contracts(requested, 6),
            "contract_division" => self.contracts(requested, 7),
            "medication_exists" => said(self.medication(&detail["medication_id"]).is_some()),
            "medication_active" => {
                self.medication(&detail["medication_id"]).map_or(SKIPPED, |found| said(is_usable(found)))
            }
            "medication_participant" => self.of_participant(requested, detail, |found| found.is_some()),
            "care_plan_status" => self.of_basis("care_plan", "care_plans", &["active"]),
            "activity_status" => self.of_basis("activity", "care_plan_activities", &["scheduled", "in_progress"]),
            "code" => of_prescription(&|found| {
                let (given, wanted) = (&self.snapshot["request"]["code"], &found["verification_code"]);
                given == wanted || !self.is_page && wanted.is_null() && given == "0000"
            }),
            "provision_active" | "provision_contract" | "same_innm" if no_program || no_settings => SKIPPED,
            "innm_participant" if no_program => SKIPPED,
            "provision_active" | "provision_contract" => self.provision(check, requested),
            "innm_participant" => of_prescription(&|found| {
                rows(&self.snapshot["program_medications"]).iter().any(|row| {
                    let brand = self.medication(&row["medication_id"]).filter(|brand| brand["is_active"] == true);
                    let is_of = |ingredient: &Value| {
                        ingredient["is_primary"] == true && ingredient["medication_child_id"] == found["medication_id"]
                    };
                    row["medical_program_id"] == *requested
                        && row["is_active"] == true
                        && brand.is_some_and(|brand| rows(&brand["ingredients"]).iter().any(is_of))
                })
            }),
            "same_innm" if self.setting(requested, "skip_mnn_in_treatment_period") => SKIPPED,
            "same_innm" => of_prescription(&|found| {
                !rows(&self.snapshot["overlapping_dispensed_innm_ids"]).contains(&found["medication_id"])
            }),
            "qualify" if no_program => SKIPPED,
            "qualify" => {
                let marks = ["provision_active", "provision_contract", "innm_participant", "same_innm"];
                let mut marks = marks.iter().filter(|check| self.is_page || !check.starts_with("provision"));
                if marks.any(|check| self.outcome(check, detail, requested) == Some(FAILED)) {
                    FAILED
                } else if no_settings || prescription.is_none() {
                    SKIPPED
                } else {
                    PASSED
                }
            }
            "other_dispenses" | "quantity" if no_settings => SKIPPED,
            "other_dispenses" => of_prescription(&|found| {
                let mut dispenses = self.dispenses(found);
                !dispenses.any(|row| row["status"] == "NEW" || row["status"] == "PROCESSED" && !is_multi)
            }),
            "quantity" => of_prescription(&|found| {
                let handed_out: BigInt = self.details().iter().map(|detail| units(&detail["medication_qty"])).sum();
                if !is_multi {
                    return handed_out == units(&found["medication_qty"]);
                }
                let processed = self.dispenses(found).filter(|row| row["status"] == "PROCESSED");
                let details = processed.flat_map(|row| rows(&row["details"]));
                let before: BigInt = details.map(|detail| units(&detail["medication_qty"])).sum();
                handed_out + before <= units(&found["medication_qty"])
            }),
            "multiplicity" => {
                // With a program, its row of the medication says what may be divided.
                let is_read =
                    requested.is_null() || self.of_participant(requested, detail, |row| row.is_some()) == PASSED;
                let medication = self.medication(&detail["medication_id"]).filter(|_| is_read);
                let Some(medication) = medication else { return Some(SKIPPED) };
                let is_whole = self.is_page
                    && self
                        .participant(requested, &detail["medication_id"])
                        .is_some_and(|found| found["package_qty_divisible"] == false);
                let part = if is_whole { "package_qty" } else { "package_min_qty" };
                // Of an empty package there is no multiple.
                let part = Some(units(&medication[part])).filter(|part| *part != BigInt::from(0))?;
                said(units(&detail["medication_qty"]) % part == BigInt::from(0))
            }
            "discount_amount" => match self.of_participant(requested, detail, |found| found.is_some()) {
                PASSED => said(self.amount(detail)?.1),
                _ => SKIPPED,
            },
            other => panic!("the document has a check `{other}` that the model does not know"),
        })
    }

    pub(crate) fn details(&self) -> &'s [Value] {
        rows(&self.request()["dispense_details"])
    }

    fn dispenses<'a>(&'a self, prescription: &'a Value) -> impl Iterator<Item = &'a Value> {
        let all = rows(&self.snapshot["medication_dispenses"]).iter();
        all.filter(|row| row["medication_request_id"] == prescription["id"])
    }

    /// What the row of a detail in the program says; skipped without program or medication.
    fn of_participant(&self, program: &Value, detail: &Value, holds: impl Fn(Option<&Value>) -> bool) -> &'static str {
        if program.is_null() {
            return SKIPPED;
        }
        let medication = self.medication(&detail["medication_id"]).filter(|found| is_usable(found));
        let Some(medication) = medication else { return SKIPPED };
        said(holds(self.participant(program, &medication["id"])))
    }

    /// The programs that are asked for.
    pub(crate) fn programs(&self) -> Vec<&'s Value> {
        if self.is_qualify {
            return rows(&self.request()["programs"]).iter().map(|program| &program["id"]).collect();
        }
        vec![&self.request()["medical_program_id"]]
    }

    /// The figures of a detail (discount, package, reimbursement, quantity), and whether the discount is allowed. None without program,
    /// and where there is no rule: another type than FIXED, or an empty package.
    pub(crate) fn amount(&self, detail: &Value) -> Option<([Decimal; 4], bool)> {
        let medication = self.medication(&detail["medication_id"]).filter(|found| is_usable(found))?;
        let participant = self.participant(&self.request()["medical_program_id"], &medication["id"])?;
        let reimbursement = &participant["reimbursement"];
        if reimbursement["type"] != "FIXED" || figure(&medication["package_qty"]).digits == 0 {
            return None;
        }
        let amount = &reimbursement["reimbursement_amount"];
        let figures =
            [&detail["discount_amount"], &medication["package_qty"], amount, &detail["medication_qty"]].map(figure);
        let config = |name: &str, or: &str| figure(self.snapshot["config"].get(name).unwrap_or(&Value::from(or)));
        let (tolerance, deviation) = match self.is_page {
            true => (Decimal { digits: 0, scale: 0 }, Decimal { digits: 1, scale: 0 }),
            false => (config("TOLERANCE", "0.01"), config("DEVIATION", "0.1")),
        };
        let allowed = allows(figures.each_ref(), &tolerance, &deviation);
        Some((figures, allowed))
    }

    /// Everything of a kind that the prescription is based on.
    fn of_basis(&self, kind: &str, section: &str, statuses: &[&str]) -> &'static str {
        let based_on = self.prescription().map(|found| rows(&found["based_on"])).unwrap_or_default();
        let mut basis = based_on.iter().filter(|basis| basis["type"] == kind).peekable();
        let has_status = |found: &Value| text(&found["status"]).is_some_and(|status| statuses.contains(&status));
        match basis.peek() {
            None => SKIPPED,
            Some(_) => said(basis.all(|basis| self.find(section, &basis["id"]).is_some_and(has_status))),
        }
    }

    fn provision(&self, check: &str, program: &Value) -> &'static str {
        let is_off = !self.is_on("MEDICAL_PROGRAM_PROVISION_VERIFY");
        if is_off || program.is_null() || self.setting(program, "skip_contract_provision_verify") {
            return SKIPPED;
        }
        let division = &self.request()["division_id"];
        if division.is_null() {
            return SKIPPED;
        }
        let is_it = |row: &&Value| {
            row["medical_program_id"] == *program && row["division_id"] == *division && row["is_active"] == true
        };
        let mut provisions = rows(&self.snapshot["medical_program_provisions"]).iter().filter(is_it).peekable();
        if check == "provision_active" || provisions.peek().is_none() {
            let holds = provisions.peek().is_some();
            return if check == "provision_active" { said(holds) } else { SKIPPED };
        }
        let is_backed = |provision: &Value| {
            rows(&self.snapshot["contracts"]).iter().any(|contract| {
                let [kind, status, dates, ..] = self.conditions(contract, program, &Value::Null);
                let number = &provision["contract_number"];
                number.is_string()
                    && contract["contract_number"] == *number
                    && kind
                    && status
                    && dates
                    && contract["is_active"] == true
            })
        };
        said(provisions.any(is_backed))
    }
}
