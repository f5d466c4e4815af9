//! Who dispenses, and where: the legal entity of the token, its employee, the division.

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::entity::Wanted::{Is, On, Same};
use crate::dispense::entity::{self, Entity};
use crate::dispense::flow::Ask;
use crate::dispense::known::Known;
use crate::dispense::question::{DIVISION_ID, Found, place};
use crate::ground::value::pointer::Path;

pub(crate) const STATUS: &str = "status";
pub(crate) const IS_ACTIVE: &str = "is_active";
pub(crate) const ACTIVE: &str = "ACTIVE";
pub(crate) const LEGAL_ENTITY_ID: &str = "legal_entity_id";
const LEGAL_ENTITY_TYPES: &str = "MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES";

impl<'j> Found<'j> {
    /// Whether it was found; where it was not, the reference is shown.
    #[inline(never)]
    pub(crate) fn exists(&self, reference: &Path<'_>) -> Answer<'j> {
        match self {
            Found::Yes(_) => Answer::Holds,
            Found::Unknown(missing) => Answer::Unknown(*missing),
            Found::No | Found::NotGiven => Answer::Fails(Failure::at(reference.pointer())),
        }
    }

    /// What is so of the entity; asked only when it was found, or may have been.
    #[inline(never)]
    pub(crate) fn asked(&self, ask: &dyn Fn(&Entity<'static, 'j>) -> Answer<'j>) -> Answer<'j> {
        match self {
            Found::Yes(entity) => ask(entity),
            other => other.exists(&Path::Root),
        }
    }
}

pub(crate) fn legal_entity_exists<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.legal_entity.exists(&place::TOKEN.field("client_id"))
}

pub(crate) fn legal_entity_active<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.legal_entity.asked(&|entity| entity.answer(&[Is(STATUS, ACTIVE), On(IS_ACTIVE)]))
}

pub(crate) fn legal_entity_type<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.legal_entity.asked(&|entity| {
        let listed = match ask.question.root().object(place::CONFIG) {
            Known::Value(config) => config.texts(LEGAL_ENTITY_TYPES),
            Known::Null => Known::Null,
            Known::Absent(missing) => Known::Absent(missing),
        };
        Answer::at(entity.text("type").is_one_of(listed), &entity.at.field("type"))
    })
}

pub(crate) fn employee<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let (user, client) = (ask.question.of_token("user_id"), ask.question.of_token("client_id"));
    let wanted = [Same("user_id", user), Same(LEGAL_ENTITY_ID, client), Is(STATUS, "APPROVED"), On(IS_ACTIVE)];
    let rows =
        ask.question.root().rows(&place::EMPLOYEES).map_err(|missing| {
            [user, client].into_iter().fold(missing, |all, id| all.and(id.missing().unwrap_or(all)))
        });
    let found = entity::any(rows, &|employee| employee.meets(&wanted));
    Answer::at(found, &place::TOKEN.field("user_id"))
}

pub(crate) fn division_exists<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.division.exists(&ask.question.reference_at(DIVISION_ID))
}

pub(crate) fn division_active_and_owned<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let client = ask.question.of_token("client_id");
    let wanted = [Is(STATUS, ACTIVE), On(IS_ACTIVE), Same(LEGAL_ENTITY_ID, client)];
    ask.question.division.asked(&|division| division.answer(&wanted))
}

/// The 2022 page has no check of its own that the division exists.
pub(crate) fn division_found_and_active<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    match &ask.question.division {
        Found::Yes(division) => division.answer(&[Is(STATUS, ACTIVE), On(IS_ACTIVE)]),
        other => other.exists(&ask.question.reference_at(DIVISION_ID)),
    }
}

pub(crate) fn division_owner<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let client = ask.question.of_token("client_id");
    ask.question.division.asked(&|division| division.answer(&[Same(LEGAL_ENTITY_ID, client)]))
}

pub(crate) fn division_dls<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.division.asked(&|division| division.answer(&[On("dls_verified")]))
}
