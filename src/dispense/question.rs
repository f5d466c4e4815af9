//! What is a snapshot about? The entities that its request names, looked up.
//!
//! ```text
//! a section that is absent    unknown                  null or []: searched and not found
//! an entity without its id    whatever is searched and not found elsewhere may be this one: unknown
//! a repeated id               the first counts
//! ```

use std::cell::OnceCell;

use crate::dispense::entity::{Entity, Rows};
use crate::dispense::fields::{
    CLIENT_ID, CODE, CONTRACT_NUMBER, DIVISION_ID, ID, MEDICAL_PROGRAM_ID, MEDICATION_ID, MEDICATION_REQUEST_ID,
};
use crate::dispense::known::{Known, Truth};
use crate::dispense::lookup::{Found, Lookup, not_searched};
use crate::dispense::missing::Missing;
use crate::dispense::place::{self, Place};
use crate::dispense::snapshot::{Operation, Snapshot};
use crate::ground::small::listed::Listed;
use crate::ground::value::pointer::Path;

/// An entity, and whether it is what is asked for: it is, or may be.
pub(crate) type Possible<'j> = (Entity<'j>, Truth<'j>);

/// A medical program that the request names; on create it names one at most.
pub(crate) struct Program<'j> {
    /// `Null` where none is given.
    pub(crate) id: Known<'j, &'j str>,
    /// The place of the reference.
    pub(crate) at: Place,
    pub(crate) found: Found<'j>,
    /// The provisions of the program by the division; a check finds them.
    pub(crate) provisions: OnceCell<Result<Vec<Possible<'j>>, Missing<'j>>>,
}

/// What is handed out of one medication.
pub(crate) struct Detail<'j> {
    pub(crate) entity: Entity<'j>,
    pub(crate) medication_id: Known<'j, &'j str>,
    pub(crate) medication: Found<'j>,
    /// The program medication that counts; a check finds it.
    pub(crate) participant: OnceCell<Result<Option<Entity<'j>>, Missing<'j>>>,
}

/// A snapshot, with everything looked up that the request and the token name.
pub(crate) struct Question<'j> {
    pub(crate) snapshot: Snapshot<'j>,
    pub(crate) token: Known<'j, Entity<'j>>,
    pub(crate) request: Known<'j, Entity<'j>>,
    /// What holds the references: the dispense of a request, or the request of a qualification.
    references: Known<'j, Entity<'j>>,
    /// Its place, whether it is there or not.
    references_at: &'static Path<'static>,
    pub(crate) prescription: Found<'j>,
    pub(crate) legal_entity: Found<'j>,
    pub(crate) division: Found<'j>,
    /// On create exactly one, given or not.
    pub(crate) programs: Result<Vec<Program<'j>>, Missing<'j>>,
    pub(crate) details: Result<Vec<Detail<'j>>, Missing<'j>>,
    pub(crate) lists: Lists<'j>,
}

/// The lists that may be searched many times.
pub(crate) struct Lists<'j> {
    pub(crate) medications: Lookup<'j>,
    programs: Lookup<'j>,
    /// Program medications, by their medication and by their program.
    pub(crate) of_medication: Lookup<'j>,
    pub(crate) of_program: Lookup<'j>,
    pub(crate) provisions: Lookup<'j>,
    /// Contracts, by their number.
    pub(crate) contracts: Lookup<'j>,
    pub(crate) care_plans: Lookup<'j>,
    pub(crate) activities: Lookup<'j>,
}

impl<'j> Lists<'j> {
    fn of(root: &Entity<'j>) -> Self {
        Lists {
            medications: Lookup::new(root, &place::MEDICATIONS, ID),
            programs: Lookup::new(root, &place::PROGRAMS, ID),
            of_medication: Lookup::new(root, &place::PROGRAM_MEDICATIONS, MEDICATION_ID),
            of_program: Lookup::new(root, &place::PROGRAM_MEDICATIONS, MEDICAL_PROGRAM_ID),
            provisions: Lookup::new(root, &place::PROVISIONS, MEDICAL_PROGRAM_ID),
            contracts: Lookup::new(root, &place::CONTRACTS, CONTRACT_NUMBER),
            care_plans: Lookup::new(root, &place::CARE_PLANS, ID),
            activities: Lookup::new(root, &place::ACTIVITIES, ID),
        }
    }
}

impl<'j> Program<'j> {
    /// None is given.
    pub(crate) fn none() -> Self {
        let at = Place::of(&place::DISPENSE).field(MEDICAL_PROGRAM_ID);
        Program { id: Known::Null, at, found: Found::NotGiven, provisions: OnceCell::new() }
    }
}

impl<'j> Question<'j> {
    pub(crate) fn new(snapshot: Snapshot<'j>) -> Self {
        let root = snapshot.root;
        let is_create = snapshot.operation == Operation::CreateDispense;
        let request = root.object(&place::REQUEST);
        let (references, references_at) = match request {
            Known::Value(request) if is_create => (request.object(&place::DISPENSE), &place::DISPENSE),
            other => (other, if is_create { &place::DISPENSE } else { &place::REQUEST }),
        };
        let mut question = Question {
            snapshot,
            token: root.object(&place::TOKEN),
            request,
            references,
            references_at,
            prescription: Found::No,
            legal_entity: Found::No,
            division: Found::No,
            programs: Ok(Vec::new()),
            details: Ok(Vec::new()),
            lists: Lists::of(&root),
        };
        question.prescription = question.find_prescription();
        let legal_entities = Lookup::new(&root, &place::LEGAL_ENTITIES, ID);
        question.legal_entity = legal_entities.find(question.of_token(CLIENT_ID));
        question.division = match question.reference(DIVISION_ID) {
            Known::Null => Found::NotGiven,
            id => Lookup::new(&root, &place::DIVISIONS, ID).find(id),
        };
        if is_create {
            let id = question.reference(MEDICAL_PROGRAM_ID);
            question.programs = Ok(vec![question.program(id, question.reference_at(MEDICAL_PROGRAM_ID))]);
            let rows = question.rows_of_request(&place::DETAILS);
            question.details = rows.map(|rows| rows.iter().map(|row| question.detail(row)).listed());
        } else {
            let rows = question.rows_of_request(&place::REQUESTED_PROGRAMS);
            let program = |row: Entity<'j>| question.program(row.text(ID), row.place(ID));
            question.programs = rows.map(|rows| rows.iter().map(program).listed());
        }
        question
    }

    pub(crate) fn root(&self) -> &Entity<'j> {
        &self.snapshot.root
    }

    /// Nothing is missing.
    pub(crate) fn none(&self) -> Missing<'j> {
        self.root().places.none()
    }

    pub(crate) fn of_token(&self, name: &'static str) -> Known<'j, &'j str> {
        text_of(self.token, name)
    }

    /// A reference of the request; `Null` where it gives none.
    pub(crate) fn reference(&self, name: &'static str) -> Known<'j, &'j str> {
        given(self.references, name)
    }

    /// The place of a reference of the request, given or not.
    pub(crate) fn reference_at(&self, name: &'static str) -> Place {
        Place::of(self.references_at).field(name)
    }

    /// The code that the request brings; `Null` where it brings none.
    pub(crate) fn code(&self) -> Known<'j, &'j str> {
        given(self.request, CODE)
    }

    fn rows_of_request(&self, at: &'static Path<'static>) -> Result<Rows<'j>, Missing<'j>> {
        match self.references {
            Known::Value(references) => references.rows(at),
            Known::Absent(missing) => Err(missing),
            // INVARIANT: no `null` is read for it.
            Known::Null => Err(self.none()),
        }
    }

    fn find_prescription(&self) -> Found<'j> {
        // Unlike other references, one of the prescription cannot be meant to be left out.
        let requested = text_of(self.references, MEDICATION_REQUEST_ID);
        match self.root().object(&place::PRESCRIPTION) {
            Known::Absent(missing) => not_searched(missing, requested),
            Known::Null => Found::No,
            Known::Value(prescription) => match prescription.text(ID).equals(requested) {
                Truth::Yes => Found::Yes(prescription),
                Truth::No => Found::No,
                Truth::Unknown(missing) => Found::Unknown(missing),
            },
        }
    }

    fn program(&self, id: Known<'j, &'j str>, at: Place) -> Program<'j> {
        let found = match id {
            Known::Null => Found::NotGiven,
            id => self.lists.programs.find(id),
        };
        Program { id, at, found, provisions: OnceCell::new() }
    }

    fn detail(&self, entity: Entity<'j>) -> Detail<'j> {
        let medication_id = entity.text(MEDICATION_ID);
        let medication = self.lists.medications.find(medication_id);
        Detail { entity, medication_id, medication, participant: OnceCell::new() }
    }
}

fn text_of<'j>(entity: Known<'j, Entity<'j>>, name: &'static str) -> Known<'j, &'j str> {
    match entity {
        Known::Value(entity) => entity.text(name),
        Known::Null => Known::Null,
        Known::Absent(missing) => Known::Absent(missing),
    }
}

/// The same of what a request may leave out.
fn given<'j>(entity: Known<'j, Entity<'j>>, name: &'static str) -> Known<'j, &'j str> {
    match entity {
        Known::Value(entity) => entity.text(name).or_none(),
        other => text_of(other, name),
    }
}
