//! What does an object of a snapshot say? Its fields, by name, where they are known.
//!
//! INVARIANT: a snapshot has been compared with its shape before anything is asked, so that a value is of its field's kind.

use crate::amount::Amount;
use crate::date::CalendarDate;
use crate::diagnostic::Problems;
use crate::dispense::answer::{Answer, Failure};
use crate::dispense::known::{Known, Missing, Truth};
use crate::dispense::shape::{self, Kind, Shape};
use crate::json::Json;
use crate::pointer::Path;

/// An object of the snapshot and its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entity<'p, 'j> {
    pub(crate) at: Path<'p>,
    fields: &'j [(String, Json)],
    shape: Shape,
}

/// The objects of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<'p, 'j> {
    at: &'p Path<'p>,
    pub(crate) items: &'j [Json],
    shape: Shape,
}

/// What a field of an entity must be.
pub(crate) enum Wanted<'w> {
    /// Exactly this text.
    Is(&'static str, &'static str),
    /// `true`
    On(&'static str),
    /// The same text as a known one.
    Same(&'static str, &'w Known<&'w str>),
}

impl Wanted<'_> {
    fn field(&self) -> &'static str {
        match self {
            Wanted::Is(field, _) | Wanted::On(field) | Wanted::Same(field, _) => field,
        }
    }
}

impl<'p, 'j> Entity<'p, 'j> {
    pub(crate) fn new(json: &'j Json, at: Path<'p>, shape: Shape) -> Self {
        let fields = if let Json::Object(fields) = json { fields.as_slice() } else { &[] };
        Entity { at, fields, shape }
    }

    /// The pointer of a field.
    pub(crate) fn place(&self, name: &str) -> String {
        self.at.field(name).pointer()
    }

    pub(crate) fn get(&self, name: &str) -> Known<&'j Json> {
        debug_assert!(shape::kind_of(self.shape, name).is_some(), "`{name}` is read, but not in the shape");
        match self.fields.iter().find(|(key, _)| key == name) {
            None => Known::Absent(Missing::one(self.place(name))),
            Some((_, Json::Null)) => Known::Null,
            Some((_, json)) => Known::Value(json),
        }
    }

    pub(crate) fn text(&self, name: &str) -> Known<&'j str> {
        self.get(name).then(|json| if let Json::String(text) = json { Some(text.as_str()) } else { None })
    }

    pub(crate) fn flag(&self, name: &str) -> Known<bool> {
        self.get(name).then(|json| if let Json::Bool(flag) = json { Some(*flag) } else { None })
    }

    pub(crate) fn date(&self, name: &str) -> Known<CalendarDate> {
        self.get(name).then(|json| if let Json::String(text) = json { CalendarDate::parse(text) } else { None })
    }

    /// The items of a list of texts.
    pub(crate) fn texts(&self, name: &str) -> Known<&'j [Json]> {
        self.get(name).then(|json| if let Json::Array(items) = json { Some(items.as_slice()) } else { None })
    }

    /// A decimal. `null` is none, and who needs one is told its place.
    pub(crate) fn amount(&self, name: &str) -> Result<Amount, Missing> {
        let digits = match shape::kind_of(self.shape, name) {
            Some(Kind::Amount(digits)) => digits,
            _ => shape::PARAMETER,
        };
        match self.get(name) {
            Known::Absent(missing) => Err(missing),
            Known::Null => Err(Missing::one(self.place(name))),
            Known::Value(json) => {
                let amount = Problems::default().amount(json, &Path::Root, digits);
                amount.ok_or_else(|| Missing::one(self.place(name)))
            }
        }
    }

    /// The object of the last field of a path.
    pub(crate) fn object<'r>(&self, at: Path<'r>) -> Known<Entity<'r, 'j>> {
        let name = at.name();
        self.get(name).then(|json| Some(Entity::new(json, at, shape::inner(self.shape, name))))
    }

    /// The list of the last field of a path; `null` is an empty one.
    pub(crate) fn rows<'r>(&self, at: &'r Path<'r>) -> Result<Rows<'r, 'j>, Missing> {
        let name = at.name();
        let items = match self.get(name) {
            Known::Absent(missing) => return Err(missing),
            Known::Value(Json::Array(items)) => items.as_slice(),
            _ => &[],
        };
        Ok(Rows { at, items, shape: shape::inner(self.shape, name) })
    }

    /// Whether all fields are as wanted.
    pub(crate) fn meets(&self, wanted: &[Wanted<'_>]) -> Truth {
        wanted.iter().fold(Truth::Yes, |all, wanted| all.and(self.has(wanted)))
    }

    /// The same as an answer: it fails at the first field that is not as wanted.
    pub(crate) fn answer(&self, wanted: &[Wanted<'_>]) -> Answer {
        let first = wanted.iter().find(|wanted| self.has(wanted).is_no());
        Answer::of(self.meets(wanted), || {
            Failure::at(first.map_or_else(String::new, |first| self.place(first.field())))
        })
    }

    fn has(&self, wanted: &Wanted<'_>) -> Truth {
        match wanted {
            Wanted::Is(field, text) => self.text(field).is(|given| given == *text),
            Wanted::On(field) => self.flag(field).is(|given| given),
            Wanted::Same(field, other) => self.text(field).equals(other),
        }
    }
}

impl<'p, 'j> Rows<'p, 'j> {
    pub(crate) fn iter(self) -> impl Iterator<Item = Entity<'p, 'j>> {
        self.items.iter().enumerate().map(move |(index, json)| Entity::new(json, self.at.item(index), self.shape))
    }

    pub(crate) fn get(self, index: usize) -> Option<Entity<'p, 'j>> {
        self.items.get(index).map(|json| Entity::new(json, self.at.item(index), self.shape))
    }
}

/// Whether a list has an object for which something holds.
pub(crate) fn any<'p, 'j>(rows: Result<Rows<'p, 'j>, Missing>, holds: &dyn Fn(Entity<'p, 'j>) -> Truth) -> Truth {
    match rows {
        Err(missing) => Truth::Unknown(missing),
        Ok(rows) => Truth::any(&mut rows.iter().map(holds)),
    }
}
