//! Which columns of a file are read, and where do their cells go?

use crate::coverage::batch::cells::{Quotes, cells, report_quotes};
use crate::coverage::claims::field::each_field;
use crate::coverage::claims::mapping::{ClaimMapping, From};
use crate::coverage::claims::target::Target;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, Related};
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

/// What is in which column of a CSV.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    pub(crate) separator: u8,
    pub(crate) names: Vec<String>,
    /// Where the cells of each column go; nowhere, of a column that is not read.
    pub(crate) targets: Vec<Vec<Target>>,
    /// Which cells of each column are looked at.
    pub(crate) reads: Vec<Reads>,
}

/// Which cells of a column are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reads {
    Nothing,
    /// One that is empty says nothing.
    Filled,
    /// A table of values may say what an empty one means.
    All,
}

/// The signs of which the first one in a header separates its cells.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The names of the columns of a header line, which has no line end.
pub(crate) fn names(line: &[u8], separator: Option<u8>) -> (u8, Vec<String>, Quotes) {
    let mut in_quotes = false;
    let first = line.iter().copied().find(|byte| {
        in_quotes ^= *byte == b'"';
        !in_quotes && SEPARATORS.contains(byte)
    });
    let separator = separator.or(first).unwrap_or(b',');
    let mut names: Vec<String> = Vec::new();
    let mut name = |cell: &[u8], _| names.push(String::from_utf8_lossy(cell).trim().to_owned());
    let quotes = if line.is_empty() { Quotes::Closed } else { cells(line, separator, &mut name).1 };
    (separator, names, quotes)
}

impl Header {
    /// Reads the header line, which has no line end; `by` are the columns that are asked for by their own names.
    ///
    /// # Errors
    /// `missing_field` for a column that is not there, `duplicate_key` for one that is read and there twice, `invalid_csv`; pointers are
    /// positions of columns.
    pub(crate) fn read(line: &[u8], mapping: &ClaimMapping, by: &[String]) -> Result<Self, Error> {
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        let (separator, names, quotes) = names(line, mapping.separator);
        let mut problems = Problems::default();
        if quotes != Quotes::Closed {
            report_quotes(&mut problems, quotes);
        }
        let targets = names.iter().map(|_| Vec::new()).listed();
        let mut header = Header { separator, targets, names, reads: Vec::new() };
        each_source(mapping, by, &mut |name, is_needed, target| {
            let position = header.names.iter().position(|known| known == name);
            match position {
                Some(position) => header.add(&mut problems, position, target),
                None if is_needed => problems.report(Code::MissingField, &Path::Root, say::missing_column(name)),
                None => {}
            }
        });
        header.reads = header.targets.iter().map(|targets| reads(targets)).listed();
        problems.finish(Some(header)).map(|(header, _)| header)
    }

    fn add(&mut self, problems: &mut Problems, position: usize, target: Target) {
        let Some(name) = self.names.get(position) else { return };
        let again = self.names.iter().enumerate().skip(position.saturating_add(1)).find(|(_, other)| *other == name);
        if let (Some((again, _)), Some([])) = (again, self.targets.get(position).map(Vec::as_slice)) {
            let first = Related::new(Path::Root.item(position).pointer(), say::the_first());
            let at = &Path::Root.item(again);
            problems.report_with(Code::DuplicateKey, at, say::duplicate_column(name), Details::related(first));
        }
        self.targets.get_mut(position).into_iter().for_each(|targets| targets.push(target.clone()));
    }
}

fn reads(targets: &[Target]) -> Reads {
    match targets {
        [] => Reads::Nothing,
        _ if targets.iter().any(|target| target.values.is_some()) => Reads::All,
        _ => Reads::Filled,
    }
}

/// Calls its argument for each name that a file may have: whether it must, and where its cells go.
pub(crate) fn each_source(mapping: &ClaimMapping, by: &[String], each: &mut dyn FnMut(&str, bool, Target)) {
    match &mapping.columns {
        None => each_field(mapping.kind, &mut |name, field| {
            each(name, field.is_needed(), Target::of_ours(mapping, name, field));
        }),
        Some(columns) => {
            for mapped in columns {
                if let From::Column(name) = &mapped.from {
                    each(name, true, Target::of(mapped));
                }
            }
        }
    }
    for (position, name) in by.iter().enumerate() {
        each(name, true, Target::of_by(position));
    }
}

/// What a mapping says of all rows.
pub(crate) fn fixed(mapping: &ClaimMapping) -> Vec<(Target, Json)> {
    let mut all = Vec::new();
    for mapped in mapping.columns.iter().flatten() {
        if let From::Fixed(json) = &mapped.from {
            all.push((Target::of(mapped), json.clone()));
        }
    }
    all
}

/// How the file calls a field of ours.
pub(crate) fn column_of(mapping: &ClaimMapping, name: &str) -> String {
    let mapped = mapping.columns.iter().flatten().find(|mapped| mapped.name == name);
    match mapped.map(|mapped| &mapped.from) {
        Some(From::Column(column)) => column.clone(),
        _ => name.to_owned(),
    }
}
