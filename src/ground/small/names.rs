//! Closed sets of names: an enum whose values are written and read by name.

use std::error::Error;
use std::fmt;

/// A text that is no name of the set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    /// The text.
    pub name: String,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown name `{}`", self.name)
    }
}

impl Error for UnknownName {}

/// Gives an enum its names: `as_str`, `Display`, `FromStr` and `Serialize` agree.
macro_rules! names {
    ($set:ident { $($variant:ident => $name:literal,)* }) => {
        impl $set {
            /// Its name, as the answers have it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }

        impl std::str::FromStr for $set {
            type Err = crate::ground::small::names::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                match name {
                    $($name => Ok(Self::$variant),)*
                    _ => Err(crate::ground::small::names::UnknownName { name: name.to_owned() }),
                }
            }
        }

        crate::ground::small::names::written_by_name!($set);
    };
}

/// `Display` and `Serialize` of what has `as_str`.
macro_rules! written_by_name {
    ($set:ident) => {
        impl std::fmt::Display for $set {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $set {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use {names, written_by_name};
