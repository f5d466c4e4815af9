//! Which contract is a dispense made under? The seven conditions.
//!
//! ```text
//! 1 type         type = reimbursement, in any case        5 division       the division is an active one of the contract
//! 2 status       status = VERIFIED                        6 program        the program is the contract's
//! 3 dates        start_date <= today <= end_date          7 not_suspended  is_suspended = false
//! 4 legal_entity the contractor is the client
//! ```
//! Source: *Create Medication Dispense*, the selection of a contract.
//!
//! DECISION: several contracts may satisfy all conditions; all of them are selected. Case: contracts/several

use serde::Serialize;

use crate::dispense::entity::Wanted::{Is, Same};
use crate::dispense::entity::{Entity, Rows};
use crate::dispense::fields::{
    CLIENT_ID, CONTRACT_DIVISIONS, CONTRACTOR_LEGAL_ENTITY_ID, CONTRACTS, CURRENT_DATE, DIVISION_ID, END_DATE, ID,
    IS_ACTIVE, IS_SUSPENDED, MEDICAL_PROGRAM_ID, MEDICAL_PROGRAMS, START_DATE, STATUS, TYPE, value,
};
use crate::dispense::known::{Known, Truth, contains};
use crate::dispense::missing::Places;
use crate::dispense::place::{self, Place};
use crate::dispense::shape::{self, CONTRACT, Kind};
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::whole::whole;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// Which contracts satisfy all conditions, and what each condition says of each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ContractSelection {
    /// The ids of those that satisfy all seven, or where no division is given, the other six.
    pub selected: Vec<String>,
    /// Every contract, in the order given.
    pub candidates: Vec<ContractCandidate>,
}

/// One contract and its conditions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ContractCandidate {
    /// Its id.
    pub id: String,
    /// What each condition says.
    pub conditions: ContractConditions,
}

/// The seven conditions; none where the contract lacks the field, or no division is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ContractConditions {
    /// Its type is reimbursement.
    pub r#type: Option<bool>,
    /// Its status is VERIFIED.
    pub status: Option<bool>,
    /// It has begun and is not over.
    pub dates: Option<bool>,
    /// The client is the contractor.
    pub legal_entity: Option<bool>,
    /// The division is one of its divisions.
    pub division: Option<bool>,
    /// The program is its program.
    pub program: Option<bool>,
    /// It is not suspended.
    pub not_suspended: Option<bool>,
}

/// What contracts are compared with.
pub(crate) struct ContractQuestion<'j> {
    pub(crate) today: CalendarDate,
    pub(crate) client_id: Known<'j, &'j str>,
    /// `Null` where none is given.
    pub(crate) division_id: Known<'j, &'j str>,
    pub(crate) medical_program_id: Known<'j, &'j str>,
}

/// A contract, and what the seven conditions say of it.
pub(crate) struct Candidate<'j> {
    pub(crate) contract: Entity<'j>,
    pub(crate) conditions: Conditions<'j>,
}

/// What the seven conditions say of one contract.
#[derive(Clone, Copy)]
pub(crate) struct Conditions<'j> {
    pub(crate) kind: Truth<'j>,
    pub(crate) status: Truth<'j>,
    pub(crate) dates: Truth<'j>,
    pub(crate) legal_entity: Truth<'j>,
    pub(crate) division: Truth<'j>,
    pub(crate) program: Truth<'j>,
    pub(crate) not_suspended: Truth<'j>,
}

pub(crate) fn is_reimbursement<'j>(contract: &Entity<'j>) -> Truth<'j> {
    contract.text(TYPE).is(|kind| kind.eq_ignore_ascii_case(value::REIMBURSEMENT))
}

/// An end that is absent is no end: the contract does not hold.
pub(crate) fn is_within<'j>(contract: &Entity<'j>, today: CalendarDate) -> Truth<'j> {
    let begun = contract.date(START_DATE).is(|start| start <= today);
    begun.and(contract.date(END_DATE).or_none().is(|end| today <= end))
}

impl<'j> Conditions<'j> {
    fn of(contract: &Entity<'j>, question: &ContractQuestion<'j>) -> Self {
        Conditions {
            kind: is_reimbursement(contract),
            status: contract.meets(&[Is(STATUS, value::VERIFIED)]),
            dates: is_within(contract, question.today),
            legal_entity: contract.meets(&[Same(CONTRACTOR_LEGAL_ENTITY_ID, question.client_id)]),
            division: has_division(contract, question.division_id),
            program: has_program(contract, question.medical_program_id),
            not_suspended: contract.flag(IS_SUSPENDED).is(|is_suspended| !is_suspended),
        }
    }

    /// 1–4 and 6.
    pub(crate) fn actual(&self) -> Truth<'j> {
        self.kind.and(self.status).and(self.dates).and(self.legal_entity).and(self.program)
    }

    /// The same and 7.
    pub(crate) fn usable(&self) -> Truth<'j> {
        self.actual().and(self.not_suspended)
    }

    fn known(&self) -> ContractConditions {
        ContractConditions {
            r#type: self.kind.known(),
            status: self.status.known(),
            dates: self.dates.known(),
            legal_entity: self.legal_entity.known(),
            division: self.division.known(),
            program: self.program.known(),
            not_suspended: self.not_suspended.known(),
        }
    }
}

/// Unknown also where no division is given.
///
/// DECISION: a row without a division may be the one. Case: contracts/division-row-without-id
fn has_division<'j>(contract: &Entity<'j>, division: Known<'j, &'j str>) -> Truth<'j> {
    let id = match division {
        Known::Null => return Truth::Unknown(contract.places.none()),
        id => id,
    };
    match contract.parts(CONTRACT_DIVISIONS) {
        Err(missing) => Truth::Unknown(missing),
        Ok(rows) => Truth::any(&mut rows.items.iter().zip(rows.iter()).map(|(json, row)| match json {
            Json::String(one) => Known::Value(one.as_str()).equals(id),
            _ => row.text(DIVISION_ID).equals(id).and(!row.flag(IS_ACTIVE).or_none().is(|is_active| !is_active)),
        })),
    }
}

/// The contract's program, or one of its programs.
///
/// DECISION: a contract that names programs in neither way lacks `medical_program_id`. Case: contracts/program-absent
fn has_program<'j>(contract: &Entity<'j>, program: Known<'j, &'j str>) -> Truth<'j> {
    let own = contract.text(MEDICAL_PROGRAM_ID);
    match (contract.texts(MEDICAL_PROGRAMS), program) {
        (Known::Absent(_), _) => own.equals(program),
        (Known::Value(programs), Known::Value(id)) if contains(programs, id) => Truth::Yes,
        // With a list there need not be one.
        _ if matches!(own, Known::Absent(_)) => match program {
            Known::Absent(missing) => Truth::Unknown(missing),
            _ => Truth::No,
        },
        _ => own.equals(program),
    }
}

/// Every contract, in the order given, with its conditions.
pub(crate) fn candidates<'j>(rows: Rows<'j>, question: &ContractQuestion<'j>) -> Vec<Candidate<'j>> {
    let candidate = |contract| Candidate { contract, conditions: Conditions::of(&contract, question) };
    rows.iter().map(candidate).listed()
}

impl ContractSelection {
    /// Those of the candidates that satisfy all conditions, and what each says of all.
    pub(crate) fn of(candidates: &[Candidate<'_>], question: &ContractQuestion<'_>) -> Self {
        let is_any_division = matches!(question.division_id, Known::Null);
        let mut selection = ContractSelection { selected: Vec::new(), candidates: Vec::new() };
        for Candidate { contract, conditions } in candidates {
            let Known::Value(id) = contract.text(ID) else { continue };
            if conditions.usable().is_yes() && (is_any_division || conditions.division.is_yes()) {
                selection.selected.push(id.to_owned());
            }
            selection.candidates.push(ContractCandidate { id: id.to_owned(), conditions: conditions.known() });
        }
        selection
    }
}

/// The contracts of a query `{ current_date, client_id, division_id, medical_program_id, contracts }`, each with its seven
/// conditions. `division_id` may be `null`.
///
/// # Errors
/// Shape problems and `invalid_date`; fields of a contract that no condition reads are ignored.
///
/// # Examples
/// ```
/// use care_coverage::{Json, select_contracts};
/// let query: Json = serde_json::from_str(r#"{
///     "current_date": "2019-06-07", "client_id": "LE1", "division_id": null, "medical_program_id": "P1",
///     "contracts": [{ "id": "C1", "type": "REIMBURSEMENT", "status": "VERIFIED", "is_suspended": false,
///                     "start_date": "2019-06-07", "end_date": "2019-06-21", "contractor_legal_entity_id": "LE1",
///                     "medical_program_id": "P1", "contract_divisions": ["D1"] }] }"#)?;
/// let selection = select_contracts(&query)?;
/// assert_eq!(selection.selected, ["C1"]);
/// assert_eq!(selection.candidates[0].conditions.division, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn select_contracts(query: &Json) -> Result<ContractSelection, Error> {
    whole!(query, |problems, json| read(problems, json)).map(|(selection, _)| selection)
}

fn read(problems: &mut Problems, json: &Json) -> Option<ContractSelection> {
    const QUERY: shape::Shape = &[(CONTRACTS, Kind::Rows(CONTRACT))];
    let root = &Path::Root;
    let known = [CURRENT_DATE, CLIENT_ID, DIVISION_ID, MEDICAL_PROGRAM_ID, CONTRACTS];
    let object = problems.document(json, root, &known)?;
    let today = problems.current_date(&object, root);
    let mut id =
        |name| problems.required(&object, name, root).and_then(|json| problems.string(json, &root.field(name)));
    let (client_id, medical_program_id) = (id(CLIENT_ID), id(MEDICAL_PROGRAM_ID));
    let division_id = problems.required(&object, DIVISION_ID, root).and_then(|json| match json {
        Json::Null => Some(Known::Null),
        json => problems.string(json, &root.field(DIVISION_ID)).map(Known::Value),
    });
    let at = root.field(CONTRACTS);
    match problems.required(&object, CONTRACTS, root) {
        Some(Json::Null) => problems.report_kind(&Json::Null, &at, "an array"),
        Some(json) => problems.of_kind(json, &at, Kind::Rows(CONTRACT)),
        None => {}
    }
    if problems.blocking() {
        return None;
    }
    let question = ContractQuestion {
        today: today?,
        client_id: Known::Value(client_id?),
        division_id: division_id?,
        medical_program_id: Known::Value(medical_program_id?),
    };
    let places = Places::default();
    let rows = Entity::new(json, Place::of(&Path::Root), QUERY, &places).rows(&place::CONTRACTS).ok()?;
    Some(ContractSelection::of(&candidates(rows, &question), &question))
}
