//! A JSON object that is built field by field.

use crate::ground::value::json::Json;

/// The object with one more field; a field that is there already is replaced.
pub(super) fn with(object: Json, name: &str, value: Json) -> Json {
    let mut fields = match object {
        Json::Object(fields) => fields,
        _ => Vec::new(),
    };
    match fields.iter_mut().find(|(known, _)| known == name) {
        Some((_, old)) => *old = value,
        None => fields.push((name.to_owned(), value)),
    }
    Json::Object(fields)
}

/// What every typed value is: an object, borrowed as the JSON that it is.
macro_rules! json_object {
    ($name:ident) => {
        impl $name {
            fn with(self, name: &str, value: impl Into<Json>) -> Self {
                $name(crate::api::values::object::with(self.0, name, value.into()))
            }
        }

        impl std::ops::Deref for $name {
            type Target = Json;

            fn deref(&self) -> &Json {
                &self.0
            }
        }

        impl AsRef<Json> for $name {
            fn as_ref(&self) -> &Json {
                &self.0
            }
        }

        impl From<$name> for Json {
            fn from(value: $name) -> Json {
                value.0
            }
        }
    };
}

pub(super) use json_object;
