//! JSON in every way it can be written, with the place of everything.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

/// Start and end in UTF-16 code units.
pub(crate) type Span = (usize, usize);

/// How a text is written; all zeros are a text without white space, escapes or disorder.
#[derive(Clone, Debug)]
pub(crate) struct Style {
    choices: Vec<u8>,
    /// Whether a key may occur twice.
    repeats: bool,
}

impl Style {
    /// One that is given by its choices, in which no key occurs twice.
    pub(crate) fn of(choices: Vec<u8>) -> Self {
        Style { choices, repeats: false }
    }
}

pub(crate) fn styles() -> impl Strategy<Value = Style> {
    prop::collection::vec(any::<u8>(), 1..200).prop_map(|choices| Style { choices, repeats: false })
}

/// In such a text, some keys occur twice in an object.
pub(crate) fn repeating_styles() -> impl Strategy<Value = Style> {
    styles().prop_map(|style| Style { repeats: true, ..style })
}

/// A text, and where everything is in it.
#[derive(Debug, Default)]
pub(crate) struct Printed {
    pub(crate) text: String,
    units: usize,
    /// By pointer.
    pub(crate) values: BTreeMap<String, Span>,
    pub(crate) keys: BTreeMap<String, Span>,
    /// The pointers of the keys that occur twice.
    pub(crate) repeated: Vec<String>,
}

/// Writes a value.
pub(crate) fn print(value: &Value, style: &Style) -> Printed {
    let mut printer = Printer { style, next: 0, printed: Printed::default() };
    if printer.choose(8) == 7 {
        printer.push("\u{feff}");
    }
    printer.white_space();
    printer.value(value, "");
    printer.white_space();
    printer.printed
}

struct Printer<'s> {
    style: &'s Style,
    next: usize,
    printed: Printed,
}

impl Printer<'_> {
    /// A number below `count`, mostly 0.
    fn choose(&mut self, count: usize) -> usize {
        let choice = self.style.choices[self.next % self.style.choices.len()];
        self.next += 1;
        // What follows from the place as well does not repeat when the choices do.
        let turned = usize::from(choice).wrapping_mul(1 + self.next / self.style.choices.len());
        turned % count
    }

    fn push(&mut self, text: &str) {
        self.printed.text.push_str(text);
        self.printed.units += text.encode_utf16().count();
    }

    fn white_space(&mut self) {
        let kinds = ["", "", "", " ", "\n", "\r\n", "\r", "\t", "\n\r", " \r\n\t "];
        let kind = self.choose(kinds.len());
        self.push(kinds[kind]);
    }

    fn value(&mut self, value: &Value, pointer: &str) {
        let start = self.printed.units;
        match value {
            Value::Null | Value::Bool(_) => self.push(&value.to_string()),
            Value::Number(number) => self.number(&number.to_string()),
            Value::String(text) => self.string(text),
            Value::Array(entries) => {
                self.push("[");
                for (index, entry) in entries.iter().enumerate() {
                    self.separator(index);
                    self.value(entry, &format!("{pointer}/{index}"));
                    self.white_space();
                }
                self.white_space();
                self.push("]");
            }
            Value::Object(fields) => {
                let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
                if !fields.is_empty() {
                    let first = self.choose(fields.len());
                    fields.rotate_left(first);
                }
                self.push("{");
                for (index, (name, field)) in fields.into_iter().enumerate() {
                    let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                    self.separator(index);
                    if self.style.repeats && self.choose(12) == 11 {
                        self.key(name, &pointer);
                        self.push("0");
                        self.separator(1);
                        self.printed.repeated.push(pointer.clone());
                    }
                    self.key(name, &pointer);
                    self.value(field, &pointer);
                    self.white_space();
                }
                self.white_space();
                self.push("}");
            }
        }
        self.printed.values.insert(pointer.to_owned(), (start, self.printed.units));
    }

    fn separator(&mut self, index: usize) {
        if index > 0 {
            self.push(",");
        }
        self.white_space();
    }

    fn key(&mut self, name: &str, pointer: &str) {
        let start = self.printed.units;
        self.string(name);
        self.printed.keys.insert(pointer.to_owned(), (start, self.printed.units));
        self.white_space();
        self.push(":");
        self.white_space();
    }

    /// An integer in other forms; any other number as it is.
    fn number(&mut self, plain: &str) {
        let is_short = plain.len() <= 4 && plain != "0" && plain.bytes().all(|byte| byte.is_ascii_digit());
        let forms = [
            plain.to_owned(),
            format!("{plain}.0"),
            format!("{plain}0e-1"),
            format!("{plain}E+0"),
            format!("0.0{plain}e{}", plain.len() + 1),
        ];
        let form = if is_short { self.choose(forms.len()) } else { 0 };
        self.push(&forms[form]);
    }

    fn string(&mut self, text: &str) {
        self.push("\"");
        for character in text.chars() {
            let plain = match character {
                '"' => "\\\"".to_owned(),
                '\\' => "\\\\".to_owned(),
                '\n' => "\\n".to_owned(),
                '/' if self.choose(3) == 1 => "\\/".to_owned(),
                control if control < ' ' => format!("\\u{:04x}", u32::from(control)),
                other => other.to_string(),
            };
            let mut units = [0; 2];
            let units = character.encode_utf16(&mut units).iter();
            match self.choose(12) {
                10 => units.for_each(|unit| self.push(&format!("\\u{unit:04x}"))),
                11 => units.for_each(|unit| self.push(&format!("\\u{unit:04X}"))),
                _ => self.push(&plain),
            }
        }
        self.push("\"");
    }
}
