//! A closed set of names: an enum, and the text of each of its values in documents and answers.

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
            $vis const fn as_str(self) -> &'static str {
                match self {
                    $($set::$name => $text,)*
                }
            }
        }

        impl std::fmt::Display for $set {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $set {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use names;
