//! An answer as JSON text: one string crosses the boundary, and JavaScript's own parser makes the objects.
//!
//! Written part by part, each value of an answer costs a call across the boundary. What `JSON.parse` makes has the keys of a
//! document as its own properties, `__proto__` among them.

use std::fmt::Display;

use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};

use crate::ground::small::eights::before_end_of_string;
use crate::ground::value::json::safe_integer;
use crate::ground::value::number;

/// The bytes of an answer about one act.
const USUAL: usize = 512;

/// The JSON text of an answer; none for a value that is no JSON, which no answer is.
pub(crate) fn text<T: Serialize + ?Sized>(answer: &T) -> Option<String> {
    let mut text = String::with_capacity(USUAL);
    answer.serialize(&mut Writer { text: &mut text, is_flat: false }).ok().map(|()| text)
}

/// A list of two: an answer, and the values of all fields of some structs of one kind.
pub(crate) fn text_and_flat<T: Serialize, S: Serialize>(answer: &T, structs: &[S]) -> Option<String> {
    let mut text = "[".to_owned();
    answer.serialize(&mut Writer { text: &mut text, is_flat: false }).ok()?;
    text.push(',');
    structs.serialize(&mut Writer { text: &mut text, is_flat: true }).ok()?;
    text.push(']');
    Some(text)
}

struct Writer<'t> {
    text: &'t mut String,
    is_flat: bool,
}

/// A container that is being written: what separates the next part from what was written before.
pub(crate) struct Parts<'w, 't> {
    writer: &'w mut Writer<'t>,
    separator: &'static str,
    end: &'static str,
}

/// A value that JSON does not have.
#[derive(Debug)]
pub(crate) struct NotJson;

impl std::error::Error for NotJson {}

impl Display for NotJson {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("not JSON")
    }
}

impl Error for NotJson {
    fn custom<T: Display>(_: T) -> Self {
        NotJson
    }
}

type Written = Result<(), NotJson>;

impl<'t> Writer<'t> {
    fn raw(&mut self, text: &str) -> Written {
        self.text.push_str(text);
        Ok(())
    }

    fn quoted(&mut self, text: &str) -> Written {
        self.text.push('"');
        if before_end_of_string(text.as_bytes()) == text.len() {
            self.text.push_str(text);
        } else {
            self.escaped_where_needed(text);
        }
        self.text.push('"');
        Ok(())
    }

    fn escaped_where_needed(&mut self, text: &str) {
        let mut rest = text;
        while let Some(position) = rest.bytes().position(|byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
            let (plain, from) = rest.split_at_checked(position).unwrap_or_default();
            self.text.push_str(plain);
            let mut characters = from.chars();
            self.escaped(characters.next().unwrap_or_default());
            rest = characters.as_str();
        }
        self.text.push_str(rest);
    }

    fn escaped(&mut self, character: char) {
        match character {
            '"' | '\\' => {
                self.text.push('\\');
                self.text.push(character);
            }
            control => {
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or_default();
                self.text.push_str("\\u00");
                self.text.push(digit(u32::from(control) >> 4));
                self.text.push(digit(u32::from(control) & 0xf));
            }
        }
    }

    fn begin(&mut self, begin: &str, end: &'static str) -> Parts<'_, 't> {
        self.text.push_str(begin);
        Parts { writer: self, separator: "", end }
    }
}

impl<'t> Parts<'_, 't> {
    fn next(&mut self) -> &mut Writer<'t> {
        self.writer.text.push_str(self.separator);
        self.separator = ",";
        self.writer
    }

    /// The name of a field of a struct, in which nothing has to be escaped.
    fn key(&mut self, key: &'static str) -> &mut Writer<'t> {
        if self.writer.is_flat {
            return self.next();
        }
        self.writer.text.push_str(self.separator);
        self.writer.text.push_str(key);
        self.writer.text.push_str("\":");
        self.separator = ",\"";
        self.writer
    }

    fn finish(self) -> Written {
        self.writer.raw(self.end)
    }
}

impl<'w, 't> Serializer for &'w mut Writer<'t> {
    type Ok = ();
    type Error = NotJson;
    type SerializeSeq = Parts<'w, 't>;
    type SerializeTuple = Parts<'w, 't>;
    type SerializeTupleStruct = Impossible<(), NotJson>;
    type SerializeTupleVariant = Impossible<(), NotJson>;
    type SerializeMap = Parts<'w, 't>;
    type SerializeStruct = Parts<'w, 't>;
    type SerializeStructVariant = Impossible<(), NotJson>;

    fn serialize_bool(self, value: bool) -> Written {
        self.raw(if value { "true" } else { "false" })
    }

    fn serialize_i8(self, value: i8) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Written {
        self.raw(&value.to_string())
    }

    fn serialize_u8(self, value: u8) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Written {
        self.raw(&value.to_string())
    }

    fn serialize_f32(self, value: f32) -> Written {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Written {
        match safe_integer(value) {
            Some(integer) if integer != 0 => self.serialize_i64(integer),
            _ if value == 0.0 => self.raw(if value.is_sign_negative() { "-0" } else { "0" }),
            _ => self.raw(&number::show(value)),
        }
    }

    fn serialize_char(self, value: char) -> Written {
        self.quoted(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Written {
        self.quoted(value)
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(NotJson)
    }

    fn serialize_none(self) -> Written {
        self.raw("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.raw("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.raw("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.quoted(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(NotJson)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'w, 't>, NotJson> {
        Ok(self.begin("[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'w, 't>, NotJson> {
        Ok(self.begin("[", "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, NotJson> {
        Err(NotJson)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NotJson> {
        Err(NotJson)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'w, 't>, NotJson> {
        Ok(self.begin("{", "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'w, 't>, NotJson> {
        if self.is_flat {
            return Ok(self.begin("", ""));
        }
        Ok(Parts { separator: "\"", ..self.begin("{", "}") })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NotJson> {
        Err(NotJson)
    }
}

impl SerializeSeq for Parts<'_, '_> {
    type Ok = ();
    type Error = NotJson;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(self.next())
    }

    fn end(self) -> Written {
        self.finish()
    }
}

impl SerializeTuple for Parts<'_, '_> {
    type Ok = ();
    type Error = NotJson;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(self.next())
    }

    fn end(self) -> Written {
        self.finish()
    }
}

impl SerializeMap for Parts<'_, '_> {
    type Ok = ();
    type Error = NotJson;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        key.serialize(self.next())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.writer.text.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.finish()
    }
}

impl SerializeStruct for Parts<'_, '_> {
    type Ok = ();
    type Error = NotJson;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        value.serialize(self.key(key))
    }

    fn end(self) -> Written {
        self.finish()
    }
}
