//! A closed set of names: an enum, and the text of each of its values in documents and answers.

use std::error::Error;
use std::fmt;

/// A text that is no name of the set.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
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

macro_rules! names {
    ($(#[$meta:meta])* $vis:vis enum $set:ident { $($(#[$doc:meta])* $name:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $set {
            $($(#[$doc])* $name,)*
        }

        impl $set {
            /// All of them, in their order.
            $vis const ALL: &'static [$set] = &[$($set::$name,)*];

            /// The text that documents and answers have for it.
            #[must_use]
            $vis const fn as_str(self) -> &'static str {
                match self {
                    $($set::$name => $text,)*
                }
            }
        }

        crate::ground::small::names::written_by_name!($set);
    };
}

/// What has `ALL` and `as_str` is written and read by its name.
macro_rules! written_by_name {
    ($set:ident) => {
        impl std::fmt::Display for $set {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $set {
            type Err = crate::ground::small::names::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                let known = $set::ALL.iter().copied().find(|known| known.as_str() == name);
                known.ok_or_else(|| crate::ground::small::names::UnknownName { name: name.to_owned() })
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
