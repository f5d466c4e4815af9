//! An answer → plain values, part by part. Names of fields are shared by all answers; a map keeps its order.

use std::fmt;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString};
use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};

type Value<'py> = Bound<'py, PyAny>;

/// What Python raised while a value was made; or that a value is none of JSON, which no answer is.
#[derive(Debug)]
pub(super) struct Failure(pub(super) PyErr);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Failure {}

impl Error for Failure {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Failure(PyTypeError::new_err(message.to_string()))
    }
}

impl From<PyErr> for Failure {
    fn from(raised: PyErr) -> Self {
        Failure(raised)
    }
}

fn no_json<T>() -> Result<T, Failure> {
    Err(Error::custom("an answer is JSON"))
}

/// Makes one value.
#[derive(Clone, Copy)]
pub(super) struct Writer<'py>(pub(super) Python<'py>);

macro_rules! integers {
    ($($name:ident: $kind:ty),*) => {
        $(fn $name(self, value: $kind) -> Result<Value<'py>, Failure> {
            Ok(PyInt::new(self.0, value).into_any())
        })*
    };
}

impl<'py> Serializer for Writer<'py> {
    type Ok = Value<'py>;
    type Error = Failure;
    type SerializeSeq = Items<'py>;
    type SerializeTuple = Items<'py>;
    type SerializeTupleStruct = Impossible<Value<'py>, Failure>;
    type SerializeTupleVariant = Impossible<Value<'py>, Failure>;
    type SerializeMap = Fields<'py>;
    type SerializeStruct = Fields<'py>;
    type SerializeStructVariant = Impossible<Value<'py>, Failure>;

    integers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    }

    fn serialize_bool(self, value: bool) -> Result<Value<'py>, Failure> {
        Ok(PyBool::new(self.0, value).to_owned().into_any())
    }

    fn serialize_f32(self, value: f32) -> Result<Value<'py>, Failure> {
        self.serialize_f64(f64::from(value))
    }

    fn serialize_f64(self, value: f64) -> Result<Value<'py>, Failure> {
        Ok(PyFloat::new(self.0, value).into_any())
    }

    fn serialize_char(self, value: char) -> Result<Value<'py>, Failure> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<Value<'py>, Failure> {
        Ok(PyString::new(self.0, value).into_any())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Value<'py>, Failure> {
        no_json()
    }

    fn serialize_none(self) -> Result<Value<'py>, Failure> {
        Ok(self.0.None().into_bound(self.0))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value<'py>, Failure> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value<'py>, Failure> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value<'py>, Failure> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<Value<'py>, Failure> {
        Ok(PyString::intern(self.0, name).into_any())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Value<'py>, Failure> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Value<'py>, Failure> {
        no_json()
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Items<'py>, Failure> {
        Ok(Items { writer: self, items: Vec::with_capacity(length.unwrap_or_default()) })
    }

    fn serialize_tuple(self, length: usize) -> Result<Items<'py>, Failure> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Failure> {
        no_json()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Failure> {
        no_json()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'py>, Failure> {
        Ok(Fields { writer: self, fields: PyDict::new(self.0), key: None })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields<'py>, Failure> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Failure> {
        no_json()
    }
}

/// Makes a list.
pub(super) struct Items<'py> {
    writer: Writer<'py>,
    items: Vec<Value<'py>>,
}

impl<'py> SerializeSeq for Items<'py> {
    type Ok = Value<'py>;
    type Error = Failure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        self.items.push(value.serialize(self.writer)?);
        Ok(())
    }

    fn end(self) -> Result<Value<'py>, Failure> {
        Ok(PyList::new(self.writer.0, self.items)?.into_any())
    }
}

impl<'py> SerializeTuple for Items<'py> {
    type Ok = Value<'py>;
    type Error = Failure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<Value<'py>, Failure> {
        SerializeSeq::end(self)
    }
}

/// Makes a dict.
pub(super) struct Fields<'py> {
    writer: Writer<'py>,
    fields: Bound<'py, PyDict>,
    key: Option<Value<'py>>,
}

impl<'py> SerializeMap for Fields<'py> {
    type Ok = Value<'py>;
    type Error = Failure;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failure> {
        let key = key.serialize(self.writer)?;
        // An integer is its text, as JSON writes it.
        self.key = Some(if key.is_instance_of::<PyString>() { key } else { key.str()?.into_any() });
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        let Some(key) = self.key.take() else { return no_json() };
        Ok(self.fields.set_item(key, value.serialize(self.writer)?)?)
    }

    fn end(self) -> Result<Value<'py>, Failure> {
        Ok(self.fields.into_any())
    }
}

impl<'py> SerializeStruct for Fields<'py> {
    type Ok = Value<'py>;
    type Error = Failure;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Failure> {
        Ok(self.fields.set_item(PyString::intern(self.writer.0, name), value.serialize(self.writer)?)?)
    }

    fn end(self) -> Result<Value<'py>, Failure> {
        Ok(self.fields.into_any())
    }
}
