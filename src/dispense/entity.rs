//! What does an object of a snapshot say? Its fields, by name, where they are known.
//!
//! INVARIANT: a snapshot has been compared with its shape before anything is asked, so that a value is of its field's kind.

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::known::{Known, Truth};
use crate::dispense::missing::{Missing, Places};
use crate::dispense::place::Place;
use crate::dispense::shape::{self, Shape};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::exact::amount::Amount;
use crate::ground::exact::date::CalendarDate;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// An object of the snapshot and its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entity<'j> {
    pub(crate) at: Place,
    fields: &'j [(String, Json)],
    shape: Shape,
    pub(crate) places: &'j Places,
}

/// The objects of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<'j> {
    at: Place,
    pub(crate) items: &'j [Json],
    shape: Shape,
    places: &'j Places,
}

/// What a field of an entity must be.
pub(crate) enum Wanted<'w> {
    /// Exactly this text.
    Is(&'static str, &'static str),
    /// `true`
    On(&'static str),
    /// The same text as a known one.
    Same(&'static str, Known<'w, &'w str>),
}

impl Wanted<'_> {
    fn field(&self) -> &'static str {
        match self {
            Wanted::Is(field, _) | Wanted::On(field) | Wanted::Same(field, _) => field,
        }
    }
}

impl<'j> Entity<'j> {
    pub(crate) fn new(json: &'j Json, at: Place, shape: Shape, places: &'j Places) -> Self {
        let fields = if let Json::Object(fields) = json { fields.as_slice() } else { &[] };
        Entity { at, fields, shape, places }
    }

    /// The place of a field.
    pub(crate) fn place(&self, name: &'static str) -> Place {
        self.at.field(name)
    }

    /// A field is missing.
    #[inline(never)]
    pub(crate) fn missing(&self, name: &'static str) -> Missing<'j> {
        self.places.place(self.place(name))
    }

    pub(crate) fn get(&self, name: &'static str) -> Known<'j, &'j Json> {
        debug_assert!(shape::kind_of(self.shape, name).is_some(), "`{name}` is read, but not in the shape");
        match self.fields.iter().find(|(key, _)| key == name) {
            None => Known::Absent(self.missing(name)),
            Some((_, Json::Null)) => Known::Null,
            Some((_, json)) => Known::Value(json),
        }
    }

    pub(crate) fn text(&self, name: &'static str) -> Known<'j, &'j str> {
        self.get(name).then(|json| if let Json::String(text) = json { Some(text.as_str()) } else { None })
    }

    pub(crate) fn flag(&self, name: &'static str) -> Known<'j, bool> {
        self.get(name).then(|json| if let Json::Bool(flag) = json { Some(*flag) } else { None })
    }

    pub(crate) fn date(&self, name: &'static str) -> Known<'j, CalendarDate> {
        self.get(name).then(|json| if let Json::String(text) = json { CalendarDate::parse(text) } else { None })
    }

    /// The items of a list of texts.
    pub(crate) fn texts(&self, name: &'static str) -> Known<'j, &'j [Json]> {
        self.get(name).then(|json| if let Json::Array(items) = json { Some(items.as_slice()) } else { None })
    }

    /// A decimal. `null` is none: who needs one waits for it.
    pub(crate) fn amount(&self, name: &'static str) -> Result<Amount, Missing<'j>> {
        match self.get(name) {
            Known::Absent(missing) => Err(missing),
            Known::Null => Err(self.missing(name)),
            Known::Value(json) => {
                // That it has no more digits than its field allows was checked with the snapshot; no field allows more than these.
                let amount = Problems::default().amount(json, &Path::Root, shape::PARAMETER);
                amount.ok_or_else(|| self.missing(name))
            }
        }
    }

    /// The object at a fixed place, whose last name is a field of this one.
    pub(crate) fn object(&self, at: &'static Path<'static>) -> Known<'j, Entity<'j>> {
        self.object_at(at.name(), Place::of(at))
    }

    /// The object that a row has.
    pub(crate) fn part(&self, name: &'static str) -> Known<'j, Entity<'j>> {
        self.object_at(name, self.at.part(name))
    }

    fn object_at(&self, name: &'static str, at: Place) -> Known<'j, Entity<'j>> {
        self.get(name).then(|json| Some(Entity::new(json, at, shape::inner(self.shape, name), self.places)))
    }

    /// The list at a fixed place, whose last name is a field of this object; `null` is an empty one.
    pub(crate) fn rows(&self, at: &'static Path<'static>) -> Result<Rows<'j>, Missing<'j>> {
        self.rows_at(at.name(), Place::of(at))
    }

    /// The list that a row has; `null` is an empty one.
    pub(crate) fn parts(&self, name: &'static str) -> Result<Rows<'j>, Missing<'j>> {
        self.rows_at(name, self.at.part(name))
    }

    fn rows_at(&self, name: &'static str, at: Place) -> Result<Rows<'j>, Missing<'j>> {
        let items = match self.get(name) {
            Known::Absent(missing) => return Err(missing),
            Known::Value(Json::Array(items)) => items.as_slice(),
            _ => &[],
        };
        Ok(Rows { at, items, shape: shape::inner(self.shape, name), places: self.places })
    }

    /// Whether all fields are as wanted.
    pub(crate) fn meets(&self, wanted: &[Wanted<'j>]) -> Truth<'j> {
        let mut all = Truth::Yes;
        for wanted in wanted {
            all = all.and(self.has(wanted));
            if all.is_no() {
                break;
            }
        }
        all
    }

    /// The same as an answer: it fails at the first field that is not as wanted.
    pub(crate) fn answer(&self, wanted: &[Wanted<'j>]) -> Answer<'j> {
        let first = wanted.iter().find(|wanted| self.has(wanted).is_no());
        Answer::of(self.meets(wanted), || Failure::at(first.map(|first| self.place(first.field()))))
    }

    fn has(&self, wanted: &Wanted<'j>) -> Truth<'j> {
        match wanted {
            Wanted::Is(field, text) => self.text(field).is(|given| given == *text),
            Wanted::On(field) => self.flag(field).is(|given| given),
            Wanted::Same(field, other) => self.text(field).equals(*other),
        }
    }
}

impl<'j> Rows<'j> {
    pub(crate) fn iter(self) -> impl Iterator<Item = Entity<'j>> {
        (0..self.items.len()).filter_map(move |index| self.get(index))
    }

    /// Nothing is missing.
    pub(crate) fn none(self) -> Missing<'j> {
        self.places.none()
    }

    #[inline(never)]
    pub(crate) fn get(self, index: usize) -> Option<Entity<'j>> {
        self.items.get(index).map(|json| Entity::new(json, self.at.row(index), self.shape, self.places))
    }
}

/// Whether a list has an object for which something holds.
pub(crate) fn any<'j>(rows: Result<Rows<'j>, Missing<'j>>, holds: &dyn Fn(Entity<'j>) -> Truth<'j>) -> Truth<'j> {
    match rows {
        Err(missing) => Truth::Unknown(missing),
        Ok(rows) => Truth::any(&mut rows.iter().map(holds)),
    }
}
