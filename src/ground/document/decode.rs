//! JSON → wire structs: is every value of the kind its field takes, and is every field one that the object has?
//!
//! The decoder collects every problem with its place and goes on: what cannot be read becomes a hole (`None`), so that a
//! wrong shape never hides a problem elsewhere.

use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Related;
use crate::ground::diagnostics::message::Says;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::annotations::{ANNOTATIONS, is_annotation};
use crate::ground::small::listed::Listed;
use crate::ground::small::order;
use crate::ground::value::json::{Json, Unusable, safe_integer};
use crate::ground::value::patch::Patch;
use crate::ground::value::pointer::Path;

/// The fields of an object that has been checked against the known ones.
#[derive(Clone, Copy)]
pub(crate) struct Object<'j> {
    fields: &'j [(String, Json)],
    /// False where a syntax error cut it off: what is not there may have been meant.
    whole: bool,
    /// False where some field is unknown.
    known: bool,
}

/// The least value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Least {
    /// Only the author knows it.
    Unknown,
    One,
    List,
    Object,
    /// An object whose only field is an empty list.
    ListIn(&'static str),
}

impl Least {
    fn value(self) -> Option<Json> {
        let list = Json::Array(Vec::new());
        Some(match self {
            Least::Unknown => return None,
            Least::One => Json::Number(1.0),
            Least::List => list,
            Least::Object => Json::Object(Vec::new()),
            Least::ListIn(name) => Json::Object(vec![(name.to_owned(), list)]),
        })
    }
}

/// The items of an array.
#[derive(Clone, Copy)]
pub(crate) struct Items<'j> {
    pub(crate) items: &'j [Json],
    /// False where a syntax error cut it off.
    pub(crate) whole: bool,
}

/// What was read of a list; an entry that could not be read is a hole, so that positions stay.
#[derive(Debug)]
pub(crate) struct List<T> {
    pub(crate) entries: Vec<Option<T>>,
    /// Whether the list can be judged as a whole: it was read to its end, and it is a list at all.
    pub(crate) whole: bool,
}

impl<T> List<T> {
    /// The list of a field that is left out where it may be.
    pub(crate) fn empty() -> Self {
        List { entries: Vec::new(), whole: true }
    }

    /// The list of a field that cannot be read.
    pub(crate) fn hole() -> Self {
        List { entries: Vec::new(), whole: false }
    }

    /// All entries, of a list that was read to its end and has no hole.
    pub(crate) fn complete(self) -> Option<Vec<T>> {
        let mut entries = Vec::with_capacity(self.entries.len());
        for entry in self.entries {
            entries.push(entry?);
        }
        self.whole.then_some(entries)
    }

    /// The entries that could be read, with their positions.
    pub(crate) fn readable(&self) -> impl Iterator<Item = (usize, &T)> {
        self.entries.iter().enumerate().filter_map(|(position, entry)| Some((position, entry.as_ref()?)))
    }
}

impl<'j> Object<'j> {
    /// Whether everything that was meant is there: it was read to its end, and no field is unknown.
    pub(crate) fn is_whole(&self) -> bool {
        self.whole && self.known
    }

    /// Whether it was read to its end.
    pub(crate) fn is_finished(&self) -> bool {
        self.whole
    }

    /// The field's value, where `null` is the same as left out.
    pub(crate) fn stated(&self, name: &str) -> Option<&'j Json> {
        self.get(name).filter(|json| !matches!(json, Json::Null))
    }

    /// What is noted in it.
    pub(crate) fn annotations(&self) -> impl Iterator<Item = &'j (String, Json)> {
        self.fields.iter().filter(|(name, _)| is_annotation(name))
    }

    /// The field's value, if it is there.
    pub(crate) fn get(&self, name: &str) -> Option<&'j Json> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

impl Problems {
    /// An object with none but the known fields.
    pub(crate) fn object<'j>(&mut self, json: &'j Json, at: &Path<'_>, known: &[&'static str]) -> Option<Object<'j>> {
        self.fields(json, at, known, &[])
    }

    /// An object of a document: it may have annotations, too.
    pub(crate) fn document<'j>(&mut self, json: &'j Json, at: &Path<'_>, known: &[&'static str]) -> Option<Object<'j>> {
        self.fields(json, at, known, &ANNOTATIONS)
    }

    fn fields<'j>(
        &mut self,
        json: &'j Json,
        at: &Path<'_>,
        known: &[&'static str],
        annotations: &[&'static str],
    ) -> Option<Object<'j>> {
        let fields = self.record(json, at)?;
        let mut object = Object { fields, whole: !matches!(json, Json::Unfinished(_)), known: true };
        for (name, value) in fields.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            if annotations.contains(&name.as_str()) {
                self.string(value, &at.field(name));
            } else if !annotations.is_empty() && is_annotation(name) {
                self.any(value, &at.field(name));
            } else {
                let all: Vec<&'static str> = known.iter().chain(annotations).copied().listed();
                self.unknown_field(name, at, &all, &object);
                object.known = false;
            }
        }
        Some(object)
    }

    /// An object with any fields.
    pub(crate) fn record<'j>(&mut self, json: &'j Json, at: &Path<'_>) -> Option<&'j [(String, Json)]> {
        match json.finished_or_not() {
            Json::Object(fields) => Some(fields),
            _ => self.wrong_type(json, at, "an object"),
        }
    }

    /// A field that must be there; `null` is a value like any other.
    pub(crate) fn required<'j>(&mut self, object: &Object<'j>, name: &str, at: &Path<'_>) -> Option<&'j Json> {
        self.required_or(object, name, at, Least::Unknown)
    }

    /// The same, with the least value, which a fix adds.
    ///
    /// DECISION: not next to an unknown field, which may be this one. Case: skeletons/next-to-an-unknown-field
    #[inline(never)]
    pub(crate) fn required_or<'j>(
        &mut self,
        object: &Object<'j>,
        name: &str,
        at: &Path<'_>,
        least: Least,
    ) -> Option<&'j Json> {
        let value = object.get(name);
        if value.is_none() && object.whole {
            let least = least.value().filter(|_| object.known);
            let fix = least.map(|value| vec![Patch::Add { path: at.field(name).pointer(), value }]);
            self.report_with(Code::MissingField, at, say::missing_field(name), Details::fix(fix));
        }
        value
    }

    pub(crate) fn array<'j>(&mut self, json: &'j Json, at: &Path<'_>) -> Option<Items<'j>> {
        match json.finished_or_not() {
            Json::Array(items) => Some(Items { items, whole: !matches!(json, Json::Unfinished(_)) }),
            _ => self.wrong_type(json, at, "an array"),
        }
    }

    pub(crate) fn string<'j>(&mut self, json: &'j Json, at: &Path<'_>) -> Option<&'j str> {
        match json {
            Json::String(text) => Some(text),
            other => self.wrong_type(other, at, "a string"),
        }
    }

    /// The entries of an array.
    pub(crate) fn list<'j, T>(
        &mut self,
        json: &'j Json,
        at: &Path<'_>,
        entry: impl Fn(&mut Self, &'j Json, &Path<'_>) -> Option<T>,
    ) -> List<T> {
        let Some(Items { items, whole }) = self.array(json, at) else { return List::hole() };
        let entries = items.iter().enumerate().map(|(index, item)| entry(self, item, &at.item(index)));
        List { entries: entries.listed(), whole }
    }

    /// The strings of an array.
    pub(crate) fn strings<'j>(&mut self, json: &'j Json, at: &Path<'_>) -> List<&'j str> {
        self.list(json, at, Self::string)
    }

    pub(crate) fn boolean(&mut self, json: &Json, at: &Path<'_>) -> Option<bool> {
        match json {
            Json::Bool(value) => Some(*value),
            other => self.wrong_type(other, at, "a boolean"),
        }
    }

    pub(crate) fn number(&mut self, json: &Json, at: &Path<'_>) -> Option<f64> {
        match json {
            Json::Number(value) => Some(*value),
            other => self.wrong_type(other, at, "a number"),
        }
    }

    /// An integer within ±(2^53 − 1).
    ///
    /// DECISION: `1.0` is an integer. Case: catalog/integer-written-with-a-point
    pub(crate) fn integer(&mut self, json: &Json, at: &Path<'_>) -> Option<i64> {
        const EXPECTED: &str = "an integer up to 9007199254740991";
        match json {
            Json::Number(value) => {
                let integer = safe_integer(*value);
                if integer.is_none() {
                    self.report(Code::WrongType, at, say::wrong_number(EXPECTED, *value));
                }
                integer
            }
            other => self.wrong_type(other, at, EXPECTED),
        }
    }

    /// A short code: 1 to 64 characters, no white space at either end.
    ///
    /// DECISION: characters are code points, and case counts. Case: catalog/code-of-64-emoji
    pub(crate) fn short_code<'j>(&mut self, json: &'j Json, at: &Path<'_>) -> Option<&'j str> {
        let code = self.string(json, at)?;
        if code.trim().is_empty() {
            self.report(Code::EmptyCode, at, say::empty_code());
            return None;
        }
        if code.trim() != code {
            self.report(Code::InvalidString, at, say::white_space(code));
            return None;
        }
        self.short_text(code, at)
    }

    /// A text of 1 to 64 characters.
    pub(crate) fn short_text<'t>(&mut self, text: &'t str, at: &Path<'_>) -> Option<&'t str> {
        if !is_short_text(text) {
            self.report(Code::InvalidString, at, say::text_length(text));
            return None;
        }
        Some(text)
    }

    /// The same, of a value of any kind.
    pub(crate) fn text<'j>(&mut self, json: &'j Json, at: &Path<'_>) -> Option<&'j str> {
        let text = self.string(json, at)?;
        self.short_text(text, at)
    }

    /// An age in completed years, 0..=130.
    pub(crate) fn age(&mut self, json: &Json, at: &Path<'_>) -> Option<u8> {
        let number = self.number(json, at)?;
        let age = safe_integer(number).and_then(|integer| u8::try_from(integer).ok()).filter(|age| *age <= MAX_AGE);
        if age.is_none() {
            self.report(Code::AgeOutOfRange, at, say::age_out_of_range(MAX_AGE, number));
        }
        age
    }

    /// Reports the later of two equal things.
    pub(crate) fn duplicate(&mut self, code: Code, at: &Path<'_>, first: &Path<'_>, says: Says<'_>, fix: bool) {
        let fix = fix.then(|| vec![Patch::Remove { path: at.pointer() }]);
        let related = vec![Related::new(first.pointer(), say::the_first())];
        self.report_with(code, at, says, Details { related, fix, ..Details::default() });
    }

    /// Warns of the later of two equal values of a list.
    pub(crate) fn duplicate_values<T: Ord>(&mut self, list: &List<T>, at: &Path<'_>, says: fn(&T) -> Says<'_>) {
        let readable: Vec<(usize, &T)> = list.readable().listed();
        let value = |position: usize| readable.get(position).map(|(_, value)| *value);
        for (later, first) in order::repeated(readable.len(), &|a, b| value(a).cmp(&value(b))) {
            let (Some((later, value)), Some((first, _))) = (readable.get(later), readable.get(first)) else { continue };
            self.duplicate(Code::DuplicateValue, &at.item(*later), &at.item(*first), says(value), true);
        }
    }

    /// Reports everything in a value of any shape that is not JSON.
    pub(crate) fn any(&mut self, json: &Json, at: &Path<'_>) {
        match json.finished_or_not() {
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.any(item, &at.item(index));
                }
            }
            Json::Object(fields) => {
                for (name, value) in fields {
                    self.any(value, &at.field(name));
                }
            }
            Json::Unusable(_) => self.report_kind(json, at, "a JSON value"),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Unfinished(_) => {}
        }
    }

    /// Reports a value of another kind than expected, and reads nothing.
    pub(crate) fn wrong_type<T>(&mut self, json: &Json, at: &Path<'_>, expected: &str) -> Option<T> {
        self.report_kind(json, at, expected);
        None
    }

    /// Reports a value of another kind than expected, or one that cannot be used at all.
    #[inline(never)]
    pub(crate) fn report_kind(&mut self, json: &Json, at: &Path<'_>, expected: &str) {
        self.report_other(json, at, say::wrong_type(expected, json.kind()));
    }

    /// The same, with what is said of a value of another kind.
    pub(super) fn report_other(&mut self, json: &Json, at: &Path<'_>, other: Says<'_>) {
        let (code, says) = match json {
            // Where no value was read at all, the syntax error says so.
            Json::Unfinished(_) => return,
            // What is no JSON was reported before the rule was judged (`any`), as a problem of the whole coverage.
            Json::Unusable(_) if self.is_within_rule() => return,
            Json::Unusable(Unusable::Threw) => (Code::UnreadableValue, say::threw()),
            Json::Unusable(Unusable::LoneSurrogate) => (Code::InvalidString, say::lone_surrogate()),
            Json::Unusable(Unusable::TooDeep) => (Code::TooDeep, say::too_deep()),
            Json::Unusable(Unusable::LongString) => (Code::TooLarge, say::long_string()),
            Json::Unusable(Unusable::TooLarge) => (Code::TooLarge, say::large_document()),
            _ => (Code::WrongType, other),
        };
        self.report(code, at, says);
    }

    fn unknown_field(&mut self, name: &str, at: &Path<'_>, known: &[&'static str], object: &Object<'_>) {
        let nearest = self.nearest().field(name, known);
        let place = at.field(name);
        let free = nearest.filter(|nearest| object.get(nearest).is_none());
        let fix = free.map(|free| vec![Patch::Move { from: place.pointer(), path: at.field(free).pointer() }]);
        self.report_with(Code::UnknownField, &place, say::unknown_field(name, nearest), Details::fix(fix));
    }
}

/// The oldest age that is read, in completed years.
pub(crate) const MAX_AGE: u8 = 130;

/// Whether a short code or a string fact has an allowed length: 1 to 64 characters.
pub(crate) fn is_short_text(text: &str) -> bool {
    !text.is_empty() && text.chars().take(65).count() <= 64
}
