//! Who dispenses, and where: the legal entity of the token, its employee, the division.

use crate::dispense::answer::Answer;
use crate::dispense::check::Ask;
use crate::dispense::entity;
use crate::dispense::entity::Wanted::{Is, On, Same};
use crate::dispense::fields::{
    CLIENT_ID, DIVISION_ID, DLS_VERIFIED, IS_ACTIVE, LEGAL_ENTITY_ID, MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES, STATUS,
    TYPE, USER_ID, value,
};
use crate::dispense::known::Known;
use crate::dispense::lookup::Found;
use crate::dispense::place::{self, Place};
use crate::ground::kleene::Waits;

pub(crate) fn legal_entity_exists<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.legal_entity.exists(Place::of(&place::TOKEN).field(CLIENT_ID))
}

pub(crate) fn legal_entity_active<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.legal_entity.asked(&|entity| entity.answer(&[Is(STATUS, value::ACTIVE), On(IS_ACTIVE)]))
}

pub(crate) fn legal_entity_type<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.legal_entity.asked(&|entity| {
        let listed = match ask.question.root().object(&place::CONFIG) {
            Known::Value(config) => config.texts(MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES),
            Known::Null => Known::Null,
            Known::Absent(missing) => Known::Absent(missing),
        };
        Answer::at(entity.text(TYPE).is_one_of(listed), entity.place(TYPE))
    })
}

pub(crate) fn employee<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let (user, client) = (ask.question.of_token(USER_ID), ask.question.of_token(CLIENT_ID));
    let wanted = [Same(USER_ID, user), Same(LEGAL_ENTITY_ID, client), Is(STATUS, value::APPROVED), On(IS_ACTIVE)];
    let rows =
        ask.question.root().rows(&place::EMPLOYEES).map_err(|missing| {
            [user, client].into_iter().fold(missing, |all, id| all.both(id.missing().unwrap_or(all)))
        });
    let found = entity::any(rows, &|employee| employee.meets(&wanted));
    Answer::at(found, Place::of(&place::TOKEN).field(USER_ID))
}

pub(crate) fn division_exists<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.division.exists(ask.question.reference_at(DIVISION_ID))
}

pub(crate) fn division_active_and_owned<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let client = ask.question.of_token(CLIENT_ID);
    let wanted = [Is(STATUS, value::ACTIVE), On(IS_ACTIVE), Same(LEGAL_ENTITY_ID, client)];
    ask.question.division.asked(&|division| division.answer(&wanted))
}

/// The 2022 page has no check of its own that the division exists.
pub(crate) fn division_found_and_active<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    match &ask.question.division {
        Found::Yes(division) => division.answer(&[Is(STATUS, value::ACTIVE), On(IS_ACTIVE)]),
        other => other.exists(ask.question.reference_at(DIVISION_ID)),
    }
}

pub(crate) fn division_owner<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    let client = ask.question.of_token(CLIENT_ID);
    ask.question.division.asked(&|division| division.answer(&[Same(LEGAL_ENTITY_ID, client)]))
}

pub(crate) fn division_dls<'j>(ask: &Ask<'_, 'j>) -> Answer<'j> {
    ask.question.division.asked(&|division| division.answer(&[On(DLS_VERIFIED)]))
}
