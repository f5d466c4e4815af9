//! Where in a document is a value? RFC 6901 JSON Pointers.

use std::cmp::Ordering;
use std::fmt::Write;

/// The way from the root to a value, as a chain on the stack: it costs nothing until somebody asks for the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Path<'a> {
    Root,
    Field(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    /// The name of the last field; empty for the whole and for an item.
    pub(crate) fn name(&self) -> &'a str {
        match self {
            Path::Field(_, name) => name,
            Path::Root | Path::Item(..) => "",
        }
    }
}

impl Path<'_> {
    pub(crate) fn field<'a>(&'a self, name: &'a str) -> Path<'a> {
        Path::Field(self, name)
    }

    pub(crate) fn item(&self, index: usize) -> Path<'_> {
        Path::Item(self, index)
    }

    /// The JSON Pointer: `~` is written `~0`, `/` is written `~1`.
    #[inline(never)]
    pub(crate) fn pointer(&self) -> String {
        let mut pointer = String::new();
        self.write(&mut pointer);
        pointer
    }

    fn write(&self, out: &mut String) {
        match self {
            Path::Root => {}
            Path::Field(parent, name) => {
                parent.write(out);
                push_segment(out, name);
            }
            Path::Item(parent, index) => {
                parent.write(out);
                // Writing to a string cannot fail.
                let _ = write!(out, "/{index}");
            }
        }
    }
}

fn push_segment(out: &mut String, name: &str) {
    out.push('/');
    for character in name.chars() {
        match character {
            '~' => out.push_str("~0"),
            '/' => out.push_str("~1"),
            other => out.push(other),
        }
    }
}

/// The pointer of a part of what `pointer` points to.
pub(crate) fn join(pointer: &str, name: &str) -> String {
    let mut joined = pointer.to_owned();
    push_segment(&mut joined, name);
    joined
}

/// The names and indices on the way from the root.
pub(crate) fn segments(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(unescape)
}

fn unescape(segment: &str) -> String {
    let mut characters = segment.chars();
    let mut name = String::with_capacity(segment.len());
    while let Some(character) = characters.next() {
        name.push(match character {
            '~' if characters.next() == Some('1') => '/',
            other => other,
        });
    }
    name
}

/// The pointer of what holds the value, and the value's name in it; none for the whole document.
pub(crate) fn split_last(pointer: &str) -> Option<(&str, String)> {
    let (parent, name) = pointer.rsplit_once('/')?;
    Some((parent, unescape(name)))
}

/// Whether a text is a JSON Pointer: nothing, or names after a `/` each, in which `~` is `~0` or `~1`.
pub(crate) fn is_pointer(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut pairs = bytes.iter().zip(bytes.iter().skip(1).chain([&0]));
    bytes.first().is_none_or(|first| *first == b'/') && pairs.all(|(byte, next)| *byte != b'~' || b"01".contains(next))
}

/// Whether a place is another one, or in it.
pub(crate) fn is_within(pointer: &str, outer: &str) -> bool {
    pointer.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The order of diagnostics: segment by segment, indices as numbers, a value before what it holds.
pub(crate) fn compare(a: &str, b: &str) -> Ordering {
    // Only the first segment that differs is looked at: most pointers of a document have much in common.
    let common = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let before = a.as_bytes().get(..common).unwrap_or_default();
    let start = before.iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash.saturating_add(1));
    compare_segments(segment_at(a, start), segment_at(b, start)).then(a.len().cmp(&b.len()))
}

fn segment_at(pointer: &str, start: usize) -> &str {
    pointer.get(start..).and_then(|rest| rest.split('/').next()).unwrap_or_default()
}

fn compare_segments(a: &str, b: &str) -> Ordering {
    match (a.parse::<u64>(), b.parse::<u64>()) {
        (Ok(x), Ok(y)) => x.cmp(&y).then_with(|| a.cmp(b)),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => a.cmp(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_field_names() {
        let root = Path::Root;
        let field = root.field("a/b~c");
        assert_eq!(field.item(3).pointer(), "/a~1b~0c/3");
        assert_eq!(root.pointer(), "");
    }

    #[test]
    fn knows_what_is_a_pointer() {
        for pointer in ["", "/", "/a", "/a//b", "/~0~1", "/é/0"] {
            assert!(is_pointer(pointer), "{pointer}");
        }
        for text in ["a", "a/b", "#/a", " /a", "/~", "/~2", "/a~", "/~/0"] {
            assert!(!is_pointer(text), "{text}");
        }
    }

    #[test]
    fn a_longer_name_is_another_place() {
        assert!(is_within("/a/1", "/a/1") && is_within("/a/1/b", "/a/1") && is_within("/a", ""));
        assert!(!is_within("/a/10", "/a/1") && !is_within("/a", "/a/1") && !is_within("/b", "/a"));
    }

    #[test]
    fn orders_indices_as_numbers_and_parents_first() {
        let mut pointers = vec!["/a/10", "/a/9/x", "/b", "/a", "", "/a/9"];
        pointers.sort_by(|a, b| compare(a, b));
        assert_eq!(pointers, ["", "/a", "/a/9", "/a/9/x", "/a/10", "/b"]);
    }
}
