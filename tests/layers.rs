//! Layers import downward only, and no two files need one another.
//!
//! The list is read from below: a file may import files of its own layer and of those before it. `mod.rs` belongs to its folder.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const LAYERS: &[&[&str]] = &[
    &["ground/small"],
    &["ground/kleene", "ground/value"],
    &["ground/diagnostics"],
    &["ground/document"],
    &["ground/exact"],
    &["coverage/facts"],
    &["coverage/catalog"],
    &["coverage/rule"],
    &["coverage/payload"],
    &["coverage/selector", "coverage/filter"],
    &["coverage/model"],
    &["coverage/region"],
    &["coverage/acceptance", "coverage/validate_options"],
    &["coverage/analysis"],
    &["coverage/check", "coverage/guarantee_rules"],
    &["coverage/validate"],
    &["coverage/validation", "coverage/version"],
    &["coverage/compiled"],
    &["coverage/sides"],
    &["coverage/decision"],
    &["coverage/nearest_act"],
    &["coverage/verdict"],
    &["coverage/explain", "coverage/reimburse", "coverage/batch"],
    &["coverage/bulk"],
    &["coverage/claims", "coverage/headings"],
    &["coverage/simulate/sums"],
    &["coverage/simulate"],
    &["coverage/claim_rows"],
    &["coverage/amounts"],
    &["coverage/compare"],
    &["coverage/diff"],
    &["coverage/requirements"],
    &["dispense/check_id", "dispense/fields"],
    &["dispense/place", "dispense/reason", "dispense/shape"],
    &["dispense/missing"],
    &["dispense/known"],
    &["dispense/answer", "dispense/entity"],
    &["dispense/contract", "dispense/lookup", "dispense/snapshot"],
    &["dispense/question"],
    &["dispense/discount"],
    &["dispense/check"],
    &["dispense/checks", "dispense/flow"],
    &["dispense/rulesets"],
    &["dispense/ruleset"],
    &["dispense/report"],
    &["api"],
    &["wasm"],
];

/// The files of the crate and what each imports, by path without `src/` and `.rs`.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let mut files = BTreeMap::new();
    read(Path::new("src"), &mut files);
    let known: BTreeSet<String> = files.keys().cloned().collect();
    files.iter().map(|(file, text)| (file.clone(), imports_of(file, text, &known))).collect()
}

fn read(folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix("src").expect("a file of src").with_extension("");
            let text = fs::read_to_string(&path).expect("a text");
            files.insert(name.to_str().expect("a name").replace('\\', "/"), code(&text));
        }
    }
}

/// Without comments and without the tests of the file.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn imports_of(file: &str, text: &str, known: &BTreeSet<String>) -> BTreeSet<String> {
    let mut paths = Vec::new();
    for (at, start) in text.match_indices("crate::") {
        expand("", &text[at + start.len()..], &mut paths);
    }
    let folder = file.strip_suffix("/mod").unwrap_or(file).to_owned();
    for (at, start) in text.match_indices("super::") {
        let parent = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        expand(&format!("{parent}/"), &text[at + start.len()..], &mut paths);
    }
    // A folder asks its files by their names.
    for child in known.iter().filter_map(|other| other.strip_prefix(&format!("{folder}/"))) {
        let name = child.split('/').next().unwrap_or_default();
        let is_asked = |(at, _): (usize, &str)| {
            !text[..at].ends_with(|before: char| before.is_alphanumeric() || "_:".contains(before))
        };
        if name != "mod" && text.match_indices(&format!("{name}::")).any(is_asked) {
            paths.push(format!("{folder}/{name}"));
        }
    }
    let imported = paths.iter().filter_map(|path| file_of(path, known));
    imported.filter(|other| other != file).collect()
}

/// The paths of an import such as `a::{b, c::{d, e}}`.
fn expand(before: &str, rest: &str, paths: &mut Vec<String>) {
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
    let (path, after) = rest.split_at(end);
    let path = format!("{before}{}", path.replace("::", "/"));
    let Some(list) = after.strip_prefix('{').filter(|_| path.ends_with('/')) else {
        paths.push(path);
        return;
    };
    let (mut depth, mut start) = (0, 0);
    for (at, character) in list.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                expand(&path, list[start..at].trim(), paths);
                start = at + 1;
                if character == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
}

/// The file that a path leads to: the longest that there is.
fn file_of(path: &str, known: &BTreeSet<String>) -> Option<String> {
    let mut path = path.trim_end_matches('/');
    loop {
        for file in [path.to_owned(), format!("{path}/mod")] {
            if known.contains(&file) {
                return Some(file);
            }
        }
        path = path.rsplit_once('/')?.0;
    }
}

fn layer(file: &str) -> Option<usize> {
    let is_in = |place: &&&str| file == **place || file.starts_with(&format!("{}/", place.trim_end_matches('/')));
    LAYERS.iter().position(|places| places.iter().any(|place| is_in(&place)))
}

/// The files that are the roof of all others.
fn is_root(file: &str) -> bool {
    ["lib", "ground/mod", "coverage/mod", "dispense/mod"].contains(&file)
}

#[test]
fn layers_import_downward() {
    let mut upward = Vec::new();
    for (file, imports) in imports().into_iter().filter(|(file, _)| !is_root(file)) {
        let Some(from) = layer(&file) else { panic!("{file} is in no layer") };
        for import in imports.into_iter().filter(|import| !is_root(import)) {
            if layer(&import).is_none_or(|to| to > from) {
                upward.push(format!("{file} imports {import}"));
            }
        }
    }
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}

#[test]
fn no_two_files_need_one_another() {
    let imports = imports();
    assert!(imports.len() > 100 && imports["coverage/filter"].contains("coverage/facts/table"), "the files were read");
    for file in imports.keys().filter(|file| !is_root(file)) {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&String> = imports[file].iter().collect();
        while let Some(other) = next.pop() {
            assert_ne!(other, file, "{file} needs itself by way of {seen:?}");
            if seen.insert(other) {
                next.extend(&imports[other]);
            }
        }
    }
}

/// Neither of the two domains knows the other.
#[test]
fn coverages_and_dispenses_are_apart() {
    for (file, imports) in imports() {
        let other = if file.starts_with("coverage/") { "dispense/" } else { "coverage/" };
        let is_one = file.starts_with("coverage/") || file.starts_with("dispense/");
        assert!(!is_one || !imports.iter().any(|import| import.starts_with(other)), "{file}");
    }
}

/// The boundary has the files of the façade, but what only Rust and Python ask.
#[test]
fn the_boundary_mirrors_the_api() {
    let in_folder = |folder: &str| -> Vec<String> {
        let files = imports().into_keys().filter_map(|file| Some(file.strip_prefix(folder)?.to_owned()));
        files.filter(|file| !file.contains('/') && !["mod", "panic"].contains(&file.as_str())).collect()
    };
    let mut of_package = in_folder("api/");
    of_package.retain(|file| file != "claim_rows");
    assert_eq!(in_folder("wasm/"), of_package);
    // The package asks about claims with its functions.
    for file in of_package.iter().filter(|file| !["batch", "claims"].contains(&file.as_str())) {
        assert!(Path::new("pkg-template/api").join(format!("{file}.ts")).exists(), "{file}.ts");
    }
}

/// Only the façade says what a catalogue and a coverage can be asked.
#[test]
fn the_api_alone_has_the_methods() {
    let mut files = BTreeMap::new();
    read(Path::new("src"), &mut files);
    for (file, text) in files.iter().filter(|(file, _)| !file.starts_with("api/") && !file.starts_with("wasm/")) {
        for line in text.lines().filter(|line| line.starts_with("impl") && !line.contains(" for ")) {
            let class = line.trim_end_matches(" {").rsplit([' ', ':']).next().unwrap_or_default();
            let class = class.split('<').next().unwrap_or_default();
            assert!(!["CareTypeCatalog", "Coverage"].contains(&class), "{file} has methods of {class}");
        }
    }
}

/// The page that explains the layers names each of them.
#[test]
fn the_map_names_every_layer() {
    let map = fs::read_to_string("ARCHITECTURE.md").expect("a map");
    let named: BTreeSet<&str> = map.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
    for place in LAYERS.iter().flat_map(|places| places.iter()) {
        let name = place.rsplit('/').next().unwrap_or_default();
        assert!(named.contains(name), "{name} is not in ARCHITECTURE.md");
    }
}
