//! What is a snapshot about? The entities that its request names, looked up.
//!
//! ```text
//! a section that is absent    unknown                  null or []: searched and not found
//! an entity without its id    whatever is searched and not found elsewhere may be this one: unknown
//! a repeated id               the first counts
//! ```

use std::cell::OnceCell;

use crate::dispense::entity::{Entity, Rows};
use crate::dispense::known::{Known, Truth};
use crate::dispense::missing::Missing;
use crate::dispense::ruleset::Operation;
use crate::dispense::snapshot::Snapshot;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::value::pointer::Path;

/// The places of sections and of what the request holds.
pub(crate) mod place {
    use crate::ground::value::pointer::Path;

    const fn section(name: &'static str) -> Path<'static> {
        Path::Field(&Path::Root, name)
    }

    pub(crate) const CONFIG: Path<'static> = section("config");
    pub(crate) const TOKEN: Path<'static> = section("token");
    pub(crate) const REQUEST: Path<'static> = section("request");
    pub(crate) const REQUESTED_PROGRAMS: Path<'static> = Path::Field(&REQUEST, "programs");
    pub(crate) const DISPENSE: Path<'static> = Path::Field(&REQUEST, "medication_dispense");
    pub(crate) const DETAILS: Path<'static> = Path::Field(&DISPENSE, "dispense_details");
    pub(crate) const PRESCRIPTION: Path<'static> = section("medication_request");
    pub(crate) const BASED_ON: Path<'static> = Path::Field(&PRESCRIPTION, "based_on");
    pub(crate) const LEGAL_ENTITIES: Path<'static> = section("legal_entities");
    pub(crate) const EMPLOYEES: Path<'static> = section("employees");
    pub(crate) const DIVISIONS: Path<'static> = section("divisions");
    pub(crate) const PROGRAMS: Path<'static> = section("medical_programs");
    pub(crate) const PROGRAM_MEDICATIONS: Path<'static> = section("program_medications");
    pub(crate) const MEDICATIONS: Path<'static> = section("medications");
    pub(crate) const CONTRACTS: Path<'static> = section("contracts");
    pub(crate) const PROVISIONS: Path<'static> = section("medical_program_provisions");
    pub(crate) const CARE_PLANS: Path<'static> = section("care_plans");
    pub(crate) const ACTIVITIES: Path<'static> = section("care_plan_activities");
    pub(crate) const DISPENSES: Path<'static> = section("medication_dispenses");
    pub(crate) const OVERLAPPING: Path<'static> = section("overlapping_dispensed_innm_ids");
}

pub(crate) const MEDICATION_REQUEST_ID: &str = "medication_request_id";
pub(crate) const DIVISION_ID: &str = "division_id";
pub(crate) const MEDICAL_PROGRAM_ID: &str = "medical_program_id";

/// What came of looking something up.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Found<'j> {
    Yes(Entity<'static, 'j>),
    No,
    /// The request does not name any.
    NotGiven,
    Unknown(Missing<'j>),
}

/// A medical program that the request names; on create it names one at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Program<'j> {
    /// `Null` where none is given.
    pub(crate) id: Known<'j, &'j str>,
    /// What holds the reference, and the name of its field.
    pub(crate) holder: Path<'static>,
    pub(crate) field: &'static str,
    pub(crate) found: Found<'j>,
}

/// A snapshot, with everything looked up that the request and the token name.
pub(crate) struct Question<'j> {
    pub(crate) snapshot: Snapshot<'j>,
    pub(crate) token: Known<'j, Entity<'static, 'j>>,
    pub(crate) request: Known<'j, Entity<'static, 'j>>,
    /// What holds the references: the dispense of a request, or the request of a qualification.
    references: Known<'j, Entity<'static, 'j>>,
    /// Its place, whether it is there or not.
    references_at: Path<'static>,
    pub(crate) prescription: Found<'j>,
    pub(crate) legal_entity: Found<'j>,
    pub(crate) division: Found<'j>,
    /// On create exactly one, given or not.
    pub(crate) programs: Result<Vec<Program<'j>>, Missing<'j>>,
    pub(crate) details: Result<Vec<Entity<'static, 'j>>, Missing<'j>>,
    medications: OnceCell<Result<Index<'j>, Missing<'j>>>,
}

impl Program<'_> {
    /// The place of the reference.
    pub(crate) fn at(&self) -> Path<'_> {
        self.holder.field(self.field)
    }
}

impl<'j> Question<'j> {
    pub(crate) fn new(snapshot: Snapshot<'j>) -> Self {
        let root = snapshot.root;
        let is_create = snapshot.operation == Operation::CreateDispense;
        let request = root.object(place::REQUEST);
        let (references, references_at) = match &request {
            Known::Value(request) if is_create => (request.object(place::DISPENSE), place::DISPENSE),
            other => (*other, if is_create { place::DISPENSE } else { place::REQUEST }),
        };
        let mut question = Question {
            snapshot,
            token: root.object(place::TOKEN),
            request,
            references,
            references_at,
            prescription: Found::No,
            legal_entity: Found::No,
            division: Found::No,
            programs: Ok(Vec::new()),
            details: Ok(Vec::new()),
            medications: OnceCell::new(),
        };
        question.prescription = question.find_prescription();
        question.legal_entity = find(root.rows(&place::LEGAL_ENTITIES), question.of_token("client_id"));
        question.division = match question.reference(DIVISION_ID) {
            Known::Null => Found::NotGiven,
            id => find(root.rows(&place::DIVISIONS), id),
        };
        if is_create {
            let id = question.reference(MEDICAL_PROGRAM_ID);
            question.programs = Ok(vec![question.program(id, references_at, MEDICAL_PROGRAM_ID)]);
            question.details = question.rows_of_request(&place::DETAILS).map(|rows| rows.iter().listed());
        } else {
            let rows = question.rows_of_request(&place::REQUESTED_PROGRAMS);
            let program = |row: Entity<'static, 'j>| question.program(row.text("id"), row.at, "id");
            question.programs = rows.map(|rows| rows.iter().map(program).listed());
        }
        question
    }

    pub(crate) fn root(&self) -> Entity<'static, 'j> {
        self.snapshot.root
    }

    /// That nothing is missing.
    pub(crate) fn none(&self) -> Missing<'j> {
        self.root().places.none()
    }

    pub(crate) fn of_token(&self, name: &str) -> Known<'j, &'j str> {
        text_of(self.token, name)
    }

    /// A reference of the request; `Null` where it gives none.
    pub(crate) fn reference(&self, name: &str) -> Known<'j, &'j str> {
        given(self.references, name)
    }

    /// The place of a reference of the request, given or not.
    pub(crate) fn reference_at<'r>(&'r self, name: &'r str) -> Path<'r> {
        self.references_at.field(name)
    }

    /// The code that the request brings; `Null` where it brings none.
    pub(crate) fn code(&self) -> Known<'j, &'j str> {
        given(self.request, "code")
    }

    /// The medication of this id; the first in the snapshot.
    pub(crate) fn medication(&self, id: Known<'j, &str>) -> Found<'j> {
        let index = || self.root().rows(&place::MEDICATIONS).map(Index::of);
        match self.medications.get_or_init(index) {
            Ok(medications) => medications.find(id),
            Err(missing) => not_searched(*missing, id),
        }
    }

    fn rows_of_request(&self, at: &'static Path<'static>) -> Result<Rows<'static, 'j>, Missing<'j>> {
        match self.references {
            Known::Value(references) => references.rows(at),
            Known::Absent(missing) => Err(missing),
            // INVARIANT: no `null` is read for it.
            Known::Null => Err(self.root().places.none()),
        }
    }

    fn find_prescription(&self) -> Found<'j> {
        // Unlike other references, one of the prescription cannot be meant to be left out.
        let requested = text_of(self.references, MEDICATION_REQUEST_ID);
        match self.root().object(place::PRESCRIPTION) {
            Known::Absent(missing) => not_searched(missing, requested),
            Known::Null => Found::No,
            Known::Value(prescription) => match prescription.text("id").equals(requested) {
                Truth::Yes => Found::Yes(prescription),
                Truth::No => Found::No,
                Truth::Unknown(missing) => Found::Unknown(missing),
            },
        }
    }

    fn program(&self, id: Known<'j, &'j str>, holder: Path<'static>, field: &'static str) -> Program<'j> {
        let found = match id {
            Known::Null => Found::NotGiven,
            id => find(self.root().rows(&place::PROGRAMS), id),
        };
        Program { id, holder, field, found }
    }
}

fn text_of<'j>(entity: Known<'j, Entity<'static, 'j>>, name: &str) -> Known<'j, &'j str> {
    match entity {
        Known::Value(entity) => entity.text(name),
        Known::Null => Known::Null,
        Known::Absent(missing) => Known::Absent(missing),
    }
}

/// The same of what a request may leave out.
fn given<'j>(entity: Known<'j, Entity<'static, 'j>>, name: &str) -> Known<'j, &'j str> {
    match entity {
        Known::Value(entity) => entity.text(name).or_none(),
        other => text_of(other, name),
    }
}

/// The entity of a list with this id.
pub(crate) fn find<'j>(rows: Result<Rows<'static, 'j>, Missing<'j>>, id: Known<'j, &str>) -> Found<'j> {
    let rows = match rows {
        Ok(rows) => rows,
        Err(missing) => return not_searched(missing, id),
    };
    let mut unnamed = rows.none();
    for entity in rows.iter() {
        match (entity.text("id"), id) {
            (Known::Value(one), Known::Value(id)) if one == id => return Found::Yes(entity),
            (Known::Absent(missing), _) => unnamed = unnamed.and(missing),
            _ => {}
        }
    }
    not_found(unnamed, rows.items.is_empty(), id)
}

/// What came of a search in a list that is absent.
fn not_searched<'j>(missing: Missing<'j>, id: Known<'j, &str>) -> Found<'j> {
    match id {
        Known::Value(_) => Found::Unknown(missing),
        Known::Null => Found::No,
        Known::Absent(id) => Found::Unknown(missing.and(id)),
    }
}

/// What came of a search that found nothing, with the ids that are absent.
fn not_found<'j>(unnamed: Missing<'j>, is_empty: bool, id: Known<'j, &str>) -> Found<'j> {
    match id {
        Known::Absent(missing) if !is_empty => Found::Unknown(missing),
        Known::Value(_) if !unnamed.is_none() => Found::Unknown(unnamed),
        _ => Found::No,
    }
}

/// A list that is searched by id many times.
struct Index<'j> {
    rows: Rows<'static, 'j>,
    ids: Vec<Option<&'j str>>,
    /// Positions, ascending by id.
    sorted: Vec<usize>,
    unnamed: Missing<'j>,
}

impl<'j> Index<'j> {
    fn of(rows: Rows<'static, 'j>) -> Self {
        let mut unnamed = rows.none();
        let id = |entity: Entity<'static, 'j>| match entity.text("id") {
            Known::Value(id) => Some(id),
            Known::Null => None,
            Known::Absent(missing) => {
                unnamed = unnamed.and(missing);
                None
            }
        };
        let ids: Vec<Option<&'j str>> = rows.iter().map(id).listed();
        let sorted = order::ascending(ids.len(), &|a, b| ids.get(a).cmp(&ids.get(b)));
        Index { rows, ids, sorted, unnamed }
    }

    fn find(&self, id: Known<'j, &str>) -> Found<'j> {
        if let Known::Value(id) = id {
            let id_at = |position: &usize| self.ids.get(*position).copied().flatten();
            let first = self.sorted.partition_point(|position| id_at(position) < Some(id));
            let position = self.sorted.get(first).copied().filter(|position| id_at(position) == Some(id));
            if let Some(entity) = position.and_then(|position| self.rows.get(position)) {
                return Found::Yes(entity);
            }
        }
        not_found(self.unnamed, self.ids.is_empty(), id)
    }
}
