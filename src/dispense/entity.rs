//! What does an object of a snapshot say? Its fields, by name, where they are known.
//!
//! INVARIANT: a snapshot has been compared with its shape before anything is asked, so that a value is of its field's kind.

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::known::{Known, Truth};
use crate::dispense::missing::{Missing, Places};
use crate::dispense::shape::{self, Shape};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::exact::amount::Amount;
use crate::ground::exact::date::CalendarDate;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// An object of the snapshot and its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entity<'p, 'j> {
    pub(crate) at: Path<'p>,
    fields: &'j [(String, Json)],
    shape: Shape,
    pub(crate) places: &'j Places,
}

/// The objects of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<'p, 'j> {
    at: &'p Path<'p>,
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

impl<'p, 'j> Entity<'p, 'j> {
    pub(crate) fn new(json: &'j Json, at: Path<'p>, shape: Shape, places: &'j Places) -> Self {
        let fields = if let Json::Object(fields) = json { fields.as_slice() } else { &[] };
        Entity { at, fields, shape, places }
    }

    /// The pointer of a field.
    pub(crate) fn place(&self, name: &str) -> String {
        self.at.field(name).pointer()
    }

    /// That a field is missing.
    pub(crate) fn missing(&self, name: &str) -> Missing<'j> {
        self.places.field(&self.at, name)
    }

    pub(crate) fn get(&self, name: &str) -> Known<'j, &'j Json> {
        debug_assert!(shape::kind_of(self.shape, name).is_some(), "`{name}` is read, but not in the shape");
        match self.fields.iter().find(|(key, _)| key == name) {
            None => Known::Absent(self.missing(name)),
            Some((_, Json::Null)) => Known::Null,
            Some((_, json)) => Known::Value(json),
        }
    }

    pub(crate) fn text(&self, name: &str) -> Known<'j, &'j str> {
        self.get(name).then(|json| if let Json::String(text) = json { Some(text.as_str()) } else { None })
    }

    pub(crate) fn flag(&self, name: &str) -> Known<'j, bool> {
        self.get(name).then(|json| if let Json::Bool(flag) = json { Some(*flag) } else { None })
    }

    pub(crate) fn date(&self, name: &str) -> Known<'j, CalendarDate> {
        self.get(name).then(|json| if let Json::String(text) = json { CalendarDate::parse(text) } else { None })
    }

    /// The items of a list of texts.
    pub(crate) fn texts(&self, name: &str) -> Known<'j, &'j [Json]> {
        self.get(name).then(|json| if let Json::Array(items) = json { Some(items.as_slice()) } else { None })
    }

    /// A decimal. `null` is none, and who needs one is told its place.
    pub(crate) fn amount(&self, name: &str) -> Result<Amount, Missing<'j>> {
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

    /// The object of the last field of a path.
    pub(crate) fn object<'r>(&self, at: Path<'r>) -> Known<'j, Entity<'r, 'j>> {
        let name = at.name();
        self.get(name).then(|json| Some(Entity::new(json, at, shape::inner(self.shape, name), self.places)))
    }

    /// The list of the last field of a path; `null` is an empty one.
    pub(crate) fn rows<'r>(&self, at: &'r Path<'r>) -> Result<Rows<'r, 'j>, Missing<'j>> {
        let name = at.name();
        let items = match self.get(name) {
            Known::Absent(missing) => return Err(missing),
            Known::Value(Json::Array(items)) => items.as_slice(),
            _ => &[],
        };
        Ok(Rows { at, items, shape: shape::inner(self.shape, name), places: self.places })
    }

    /// Whether all fields are as wanted.
    pub(crate) fn meets(&self, wanted: &[Wanted<'j>]) -> Truth<'j> {
        wanted.iter().fold(Truth::Yes, |all, wanted| all.and(self.has(wanted)))
    }

    /// The same as an answer: it fails at the first field that is not as wanted.
    pub(crate) fn answer(&self, wanted: &[Wanted<'j>]) -> Answer<'j> {
        let first = wanted.iter().find(|wanted| self.has(wanted).is_no());
        Answer::of(self.meets(wanted), || {
            Failure::at(first.map_or_else(String::new, |first| self.place(first.field())))
        })
    }

    fn has(&self, wanted: &Wanted<'j>) -> Truth<'j> {
        match wanted {
            Wanted::Is(field, text) => self.text(field).is(|given| given == *text),
            Wanted::On(field) => self.flag(field).is(|given| given),
            Wanted::Same(field, other) => self.text(field).equals(*other),
        }
    }
}

impl<'p, 'j> Rows<'p, 'j> {
    pub(crate) fn iter(self) -> impl Iterator<Item = Entity<'p, 'j>> {
        (0..self.items.len()).filter_map(move |index| self.get(index))
    }

    /// The first for which something is so.
    pub(crate) fn find(self, is: &dyn Fn(Entity<'p, 'j>) -> bool) -> Option<Entity<'p, 'j>> {
        (0..self.items.len()).filter_map(|index| self.get(index)).find(|row| is(*row))
    }

    /// That nothing is missing.
    pub(crate) fn none(self) -> Missing<'j> {
        self.places.none()
    }

    #[inline(never)]
    pub(crate) fn get(self, index: usize) -> Option<Entity<'p, 'j>> {
        self.items.get(index).map(|json| Entity::new(json, self.at.item(index), self.shape, self.places))
    }
}

/// Whether a list has an object for which something holds.
pub(crate) fn any<'p, 'j>(
    rows: Result<Rows<'p, 'j>, Missing<'j>>,
    holds: &dyn Fn(Entity<'p, 'j>) -> Truth<'j>,
) -> Truth<'j> {
    match rows {
        Err(missing) => Truth::Unknown(missing),
        Ok(rows) => Truth::any(&mut rows.iter().map(holds)),
    }
}
