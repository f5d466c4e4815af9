//! What does a diagnostic say? A sentence, and the values that it names, so that any language can say it.
//!
//! ```text
//! {name}             the value
//! {name|one|many}    one of two words: the first of 1, the second of all other numbers
//! […]                left out where a value in it is not there
//! ```
//! The sentences are in [`sentences`](crate::ground::diagnostics::sentences).

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::number;

/// A sentence of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    /// Which of the sentences of its code.
    pub(crate) variant: &'static str,
    /// In English.
    pub(crate) template: &'static str,
    pub(crate) names: &'static [&'static str],
}

/// A sentence as documentation and languages need it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct SentenceRow {
    /// The variant of [`Code`](crate::Code); `Related` for what is said of another place, `Row` for what is said of a row.
    pub code: &'static str,
    /// Which of the sentences of its code.
    pub variant: &'static str,
    /// In English.
    pub template: &'static str,
    /// Its values and their kinds.
    pub values: &'static [(&'static str, &'static str)],
}

/// What one diagnostic says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Message {
    pub(crate) text: String,
    pub(crate) variant: &'static str,
    pub(crate) params: Params,
}

/// The values that a message names, by name. A text is as the message shows it: cut after 80 characters.
///
/// # Examples
/// ```
/// use care_coverage::{Json, age_on};
/// let error = age_on("2000-02-30", "2020-01-01").unwrap_err();
/// let diagnostic = &error.diagnostics()[0];
/// assert_eq!(diagnostic.params.get("value"), Some(&Json::String("2000-02-30".to_owned())));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Params {
    values: Vec<(&'static str, Json)>,
}

impl Params {
    /// A value; none where the message has no such value.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// All of them, in the order in which the table of sentences names them.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Json)> {
        self.values.iter().map(|(name, value)| (*name, value))
    }

    pub(crate) fn push(&mut self, name: &'static str, value: Json) {
        self.values.push((name, value));
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.values.len()))?;
        for (name, value) in &self.values {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// A value that a message names.
#[derive(Clone, Copy)]
pub(crate) enum Param<'v> {
    Null,
    Integer(i64),
    Number(f64),
    Text(&'v str),
    Texts(&'v [&'v str]),
    /// A kind of value, in words that each language has a word for.
    Phrase(&'v str),
    /// The name of a guarantee; none, of one without name.
    Guarantee(Option<&'v str>),
    Later(Later<'v>),
}

/// A value that each language says in its own words, made when it is said.
#[derive(Clone, Copy)]
pub(crate) struct Later<'v> {
    pub(crate) value: &'v dyn Fn() -> Json,
    /// In English; none, of a value that no sentence shows.
    pub(crate) words: Option<&'v dyn Fn() -> String>,
}

/// A sentence has at most this many values.
const MAX_VALUES: usize = 5;

/// A sentence with its values, which is only said where it is listed.
#[derive(Clone, Copy)]
pub(crate) struct Says<'v> {
    sentence: &'static Sentence,
    /// In the order of its names; the others are null.
    values: [Param<'v>; MAX_VALUES],
}

impl<'v> Says<'v> {
    #[inline(always)]
    pub(crate) fn new<const N: usize>(sentence: &'static Sentence, given: [Param<'v>; N]) -> Self {
        const { assert!(N <= MAX_VALUES) }
        let mut values = [Param::Null; MAX_VALUES];
        values.iter_mut().zip(given).for_each(|(value, given)| *value = given);
        Says { sentence, values }
    }

    pub(crate) fn now(&self) -> Message {
        self.sentence.say(&self.values)
    }
}

impl Param<'_> {
    fn words(&self) -> String {
        match self {
            Param::Null => String::new(),
            Param::Integer(integer) => integer.to_string(),
            Param::Number(number) => number::show(*number),
            Param::Text(text) => shown(text),
            Param::Texts(texts) => {
                let mut words = String::new();
                for text in *texts {
                    words.push_str(if words.is_empty() { "`" } else { ", `" });
                    words.push_str(&shown(text));
                    words.push('`');
                }
                words
            }
            Param::Phrase(phrase) => (*phrase).to_owned(),
            Param::Guarantee(Some(name)) => format!("`{}`", shown(name)),
            Param::Guarantee(None) => "a guarantee without name".to_owned(),
            Param::Later(later) => later.words.map(|words| words()).unwrap_or_default(),
        }
    }

    fn json(&self) -> Json {
        match self {
            Param::Null => Json::Null,
            // INVARIANT: of a count or a version within the safe integers, so that a double holds it.
            Param::Integer(integer) => Json::Number(number::parse(&integer.to_string())),
            Param::Number(number) => Json::Number(*number),
            Param::Text(text) => Json::String(shown(text)),
            Param::Texts(texts) => Json::Array(texts.iter().map(|text| Json::String(shown(text))).listed()),
            Param::Phrase(phrase) => Json::String((*phrase).to_owned()),
            Param::Guarantee(name) => name.map_or(Json::Null, |name| Json::String(shown(name))),
            Param::Later(later) => (later.value)(),
        }
    }
}

impl Sentence {
    /// The sentence with its values, which are in the order of its names.
    #[inline(never)]
    pub(crate) fn say(&self, values: &[Param<'_>]) -> Message {
        let mut text = String::new();
        self.fill(self.template, values, &mut text);
        let values = self.names.iter().copied().zip(values.iter().map(Param::json)).listed();
        Message { text, variant: self.variant, params: Params { values } }
    }

    fn fill(&self, template: &str, values: &[Param<'_>], text: &mut String) {
        let mut rest = template;
        while let Some((before, after)) = rest.split_once(['{', '[']) {
            text.push_str(before);
            let is_value = rest.as_bytes().get(before.len()) == Some(&b'{');
            let (inside, after) = after.split_once(if is_value { '}' } else { ']' }).unwrap_or((after, ""));
            if is_value {
                text.push_str(&self.value(inside, values));
            } else if self.is_there(inside, values) {
                self.fill(inside, values, text);
            }
            rest = after;
        }
        text.push_str(rest);
    }

    /// A value in words: `name`, or `name|one|many`.
    fn value(&self, inside: &str, values: &[Param<'_>]) -> String {
        let mut parts = inside.split('|');
        let param = self.find(parts.next().unwrap_or_default(), values);
        match (param, parts.next(), parts.next()) {
            (Some(Param::Integer(1)), Some(one), _) => one.to_owned(),
            (_, _, Some(many)) => many.to_owned(),
            (param, ..) => param.map(Param::words).unwrap_or_default(),
        }
    }

    fn find<'p, 'v>(&self, name: &str, values: &'p [Param<'v>]) -> Option<&'p Param<'v>> {
        values.get(self.names.iter().position(|known| *known == name)?)
    }

    /// Whether the value of an optional part is there.
    fn is_there(&self, part: &str, values: &[Param<'_>]) -> bool {
        let name = part.split_once('{').and_then(|(_, after)| Some(after.split_once('}')?.0));
        !matches!(name.and_then(|name| self.find(name, values)), None | Some(Param::Null))
    }
}

/// A text as messages show it: cut where it is too long to read.
pub(crate) fn shown(text: &str) -> String {
    const SHOWN: usize = 80;
    let mut characters = text.chars();
    let shown = characters.by_ref().take(SHOWN).map(|c| if c.is_control() { '\u{fffd}' } else { c });
    let mut shown = String::from_iter(shown);
    if characters.next().is_some() {
        shown.push('…');
    }
    shown
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident: $($type:ty => $param:expr),+;)*) => {
        $($(#[$doc])* pub(crate) trait $kind<'v> {
            fn param(self) -> Param<'v>;
        }
        $(impl<'v> $kind<'v> for $type {
            fn param(self) -> Param<'v> {
                let make: fn($type) -> Param<'v> = $param;
                make(self)
            }
        })+)*
    };
}

kinds! {
    /// A text of the document, or a name.
    Text: &'v str => Param::Text, &'v String => |text| Param::Text(text);
    /// A text that may be absent.
    MaybeText: Option<&'v str> => |text| text.map_or(Param::Null, Param::Text);
    /// A list of names.
    Texts: &'v [&'v str] => Param::Texts;
    /// An integer of at most 2^53.
    Integer: i64 => Param::Integer, u8 => |n| Param::Integer(i64::from(n)), u32 => |n| Param::Integer(i64::from(n)),
        u64 => |n| Param::Integer(i64::try_from(n).unwrap_or(i64::MAX)),
        usize => |n| Param::Integer(i64::try_from(n).unwrap_or(i64::MAX));
    /// Any number.
    Number: f64 => Param::Number;
    /// A kind of value, in words.
    Phrase: &'v str => Param::Phrase;
    /// The name of a guarantee, which may be absent.
    Guarantee: Option<&'v str> => Param::Guarantee;
    /// An act that shows a region.
    Act: Later<'v> => Param::Later;
    /// The names of facts of an act.
    Facts: &'v [&'v str] => Param::Texts;
    /// The conditions of a region.
    Conditions: Later<'v> => Param::Later;
}

/// Makes a function for each sentence: `name: Code "variant" (value: Kind) "template";`, and the table of them all.
macro_rules! sentences {
    ($($name:ident: $code:ident $variant:literal ($($value:ident: $kind:ident),*) $template:literal;)*) => {
        $(#[doc = $template]
        #[allow(clippy::extra_unused_lifetimes)] // of a sentence without values
        pub(crate) fn $name<'v>(
            $($value: impl $kind<'v>),*
        ) -> Says<'v> {
            const SENTENCE: &Sentence =
                &Sentence { variant: $variant, template: $template, names: &[$(stringify!($value)),*] };
            Says::new(SENTENCE, [$($value.param()),*])
        })*

        const OF_THE_ENGINE: &[SentenceRow] = &[$(SentenceRow {
            code: stringify!($code),
            variant: $variant,
            template: $template,
            values: &[$((stringify!($value), stringify!($kind))),*],
        }),*];
    };
}

/// Says that a name is not known, with the one that was probably meant.
pub(crate) type SaysUnknown = for<'v> fn(&'v str, Option<&'v str>) -> Says<'v>;

pub(crate) use sentences;
