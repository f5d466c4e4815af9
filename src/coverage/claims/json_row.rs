//! A row of NDJSON → its values, one after the other.

use crate::coverage::claims::cell::{Cell, with_cell};
use crate::coverage::claims::header::each_source;
use crate::coverage::claims::mapping::ClaimMapping;
use crate::coverage::claims::reason::InvalidReason;
use crate::coverage::claims::target::Target;
use crate::coverage::claims::wrong::Wrong;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::text::document::Document;
use crate::ground::small::eights::{are_same, before_end_of_string};
use crate::ground::small::intern::Interner;
use crate::ground::value::json::Json;

/// Where the values of each name go.
#[derive(Debug, Default)]
pub(crate) struct Members {
    names: Interner,
    targets: Vec<Vec<Target>>,
    /// The names of the last row in their order, each with its number among those that are read: the next row has them, too.
    order: Vec<(Vec<u8>, Option<usize>)>,
}

/// Of so many members the order is kept.
const MAX_ORDER: usize = 256;

impl Members {
    pub(crate) fn new(mapping: &ClaimMapping, by: &[String]) -> Self {
        let mut members = Members::default();
        each_source(mapping, by, &mut |name, _, target| {
            let number = members.names.insert(name.as_bytes());
            if members.targets.len() <= number {
                members.targets.push(Vec::new());
            }
            members.targets.get_mut(number).into_iter().for_each(|targets| targets.push(target.clone()));
        });
        members
    }

    /// Where the value of a name goes, which is the so many-th of its row.
    #[inline(always)]
    fn find(&mut self, position: usize, name: &[u8]) -> Option<usize> {
        match self.order.get_mut(position) {
            Some((known, number)) if are_same(known, name) => *number,
            Some((known, number)) => {
                *number = self.names.find(name);
                known.clear();
                known.extend_from_slice(name);
                *number
            }
            None => {
                let number = self.names.find(name);
                if position < MAX_ORDER {
                    self.order.push((name.to_vec(), number));
                }
                number
            }
        }
    }
}

/// Takes each value of the object that a line is, with its name.
pub(crate) type Take<'t> = &'t mut dyn FnMut(&str, &[Target], Cell<'_>);

/// Reads a line without blanks around it.
///
/// # Errors
/// Why it is no object of JSON. Some values may have been taken then.
pub(crate) fn read(line: &[u8], members: &mut Members, take: Take<'_>) -> Result<(), Wrong> {
    let mut values = Vec::with_capacity(members.order.len());
    if plain(line, members, &mut values).is_some() && !has_twice(&mut values) {
        for (number, cell) in values {
            if let Some((targets, name)) = members.targets.get(number).zip(members.names.key(number)) {
                take(std::str::from_utf8(name).unwrap_or_default(), targets, cell);
            }
        }
        return Ok(());
    }
    slowly(line, members, take)
}

fn has_twice(values: &mut [(usize, Cell<'_>)]) -> bool {
    let mut seen = 0_u128;
    values.iter().any(|(number, _)| {
        let bit = 1_u128.checked_shl(u32::try_from(*number).unwrap_or(u32::MAX)).unwrap_or_default();
        let is_twice = bit == 0 || seen & bit != 0;
        seen |= bit;
        is_twice
    })
}

/// The values that are read of an object on one line, without escapes and without objects in it; none for any other.
fn plain<'b>(line: &'b [u8], members: &mut Members, values: &mut Vec<(usize, Cell<'b>)>) -> Option<()> {
    let mut scan = Scan { rest: line };
    scan.expect(b'{')?;
    scan.space();
    let mut position = 0_usize;
    loop {
        scan.expect(b'"')?;
        let name = scan.string()?;
        scan.space();
        scan.expect(b':')?;
        scan.space();
        let cell = scan.value()?;
        if let Some(number) = members.find(position, name) {
            values.push((number, cell));
        }
        position = position.wrapping_add(1);
        scan.space();
        match scan.next()? {
            b',' => scan.space(),
            b'}' => break,
            _ => return None,
        }
    }
    scan.rest.is_empty().then_some(())
}

struct Scan<'b> {
    rest: &'b [u8],
}

impl<'b> Scan<'b> {
    #[inline(always)]
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    #[inline(always)]
    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then_some(())
    }

    #[inline(always)]
    fn space(&mut self) {
        while let [b' ' | b'\t' | b'\r', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    /// A string whose quotation mark was read; none where it has other than printable ASCII characters, or an escape.
    #[inline(always)]
    fn string(&mut self) -> Option<&'b [u8]> {
        let (string, rest) = self.rest.split_at_checked(before_end_of_string(self.rest))?;
        self.rest = rest;
        self.expect(b'"')?;
        Some(string)
    }

    #[inline(always)]
    fn value(&mut self) -> Option<Cell<'b>> {
        let (cell, rest) = match self.rest {
            [b'"', rest @ ..] => {
                self.rest = rest;
                return self.string().map(Cell::Text);
            }
            [b't', b'r', b'u', b'e', rest @ ..] => (Cell::Flag(true), rest),
            [b'f', b'a', b'l', b's', b'e', rest @ ..] => (Cell::Flag(false), rest),
            [b'n', b'u', b'l', b'l', rest @ ..] => (Cell::Null, rest),
            [b'[', rest @ ..] => {
                let end = rest.iter().position(|byte| !matches!(byte, b'0'..=b'9' | b',' | b' '))?;
                let (list, after) = rest.split_at_checked(end)?;
                is_list(list).then_some(())?;
                (Cell::List(list), after.strip_prefix(b"]")?)
            }
            [b'1'..=b'9', ..] => {
                let end = self.rest.iter().position(|byte| !byte.is_ascii_digit() && *byte != b'.')?;
                let (number, after) = self.rest.split_at_checked(end)?;
                let mut parts = number.split(|byte| *byte == b'.');
                let is_plain = parts.next().is_some()
                    && parts.next().is_none_or(|part| !part.is_empty())
                    && parts.next().is_none();
                is_plain.then_some(())?;
                (Cell::Number(number), after)
            }
            // A single 0; what else begins with it is for the general way.
            [b'0', rest @ ..] if matches!(rest, [b',' | b'}' | b' ', ..]) => (Cell::Number(b"0"), rest),
            _ => return None,
        };
        self.rest = rest;
        Some(cell)
    }
}

/// Whether numbers have one comma between them.
fn is_list(list: &[u8]) -> bool {
    let list = list.trim_ascii();
    list.is_empty()
        || list.split(|byte| *byte == b',').all(|number| {
            let number = number.trim_ascii();
            !number.is_empty()
                && number.iter().all(u8::is_ascii_digit)
                && (number.len() == 1 || number.first() != Some(&b'0'))
        })
}

#[inline(never)]
fn slowly(line: &[u8], members: &Members, take: Take<'_>) -> Result<(), Wrong> {
    let mut problems = Problems::without_suggestions();
    let document = Document::read_utf8(line, &mut problems);
    if problems.blocking() {
        return Err(Wrong::first(InvalidReason::Unreadable, problems));
    }
    take_object(&document.json, members, take)
}

/// The values of an object of JSON.
///
/// # Errors
/// Why it is none.
pub(crate) fn take_object(json: &Json, members: &Members, take: Take<'_>) -> Result<(), Wrong> {
    let Json::Object(fields) = json else {
        return Err(Wrong::line(Code::WrongType, say::wrong_type("an object", json.kind())));
    };
    for (name, json) in fields {
        let Some(targets) = members.names.find(name.as_bytes()).and_then(|number| members.targets.get(number)) else {
            continue;
        };
        with_cell(json, &mut |cell| take(name, targets, cell));
    }
    Ok(())
}
