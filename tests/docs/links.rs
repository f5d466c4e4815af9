//! What the documents of the repository link to and name is there.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// Files and headings that the documents of the repository link to are there.
#[test]
fn links_within_the_repository_lead_somewhere() {
    let (mut broken, mut count) = (Vec::new(), 0);
    for document in documents() {
        let text = std::fs::read_to_string(&document).expect("a document");
        for link in links(&text) {
            let (file, heading) = link.split_once('#').unwrap_or((&link, ""));
            let folder = document.parent().expect("a folder");
            let target = if file.is_empty() { document.clone() } else { plain(&folder.join(file)) };
            count += 1;
            if !target.exists() || !heading.is_empty() && !headings(&target).contains(heading) {
                broken.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(broken.is_empty(), "broken links:\n{}", broken.join("\n"));
    assert!(count >= 20, "only {count} links found");
}

/// Paths of the repository that the documents name are there: recipes that are true.
#[test]
fn paths_that_documents_name_are_there() {
    const FOLDERS: &[&str] =
        &["benches", "docs", "examples", "fuzz", "pkg-template", "python", "scripts", "src", "tests", "www"];
    let (mut missing, mut count) = (Vec::new(), 0);
    for document in documents() {
        let text = std::fs::read_to_string(&document).expect("a document");
        for named in text.split('`').skip(1).step_by(2) {
            let is_path = named.split_once('/').is_some_and(|(folder, _)| FOLDERS.contains(&folder));
            // Of a pattern, and of a path with something to fill in, the folder.
            let named = named.split('#').next().unwrap_or(named);
            let end = named.find(['*', '<', '{', ' ']).map_or(named.len(), |end| named[..end].rfind('/').unwrap_or(0));
            let is_at = |folder: &Path| folder.join(&named[..end]).exists();
            if !is_path || named.contains('\n') || named.contains("TARGET") {
                continue;
            }
            count += 1;
            if !is_at(root()) && !is_at(document.parent().expect("a folder")) {
                missing.push(format!("{}: {named}", document.display()));
            }
        }
    }
    assert!(missing.is_empty(), "no such path:\n{}", missing.join("\n"));
    assert!(count >= 60, "only {count} paths found");
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Markdown files of the repository for people.
pub(crate) fn documents() -> Vec<PathBuf> {
    [
        ".",
        "docs",
        "docs/guides",
        "examples/ci-linter",
        "examples/edge",
        "examples/edge/minimal",
        "examples/editor-react",
    ]
    .iter()
    .flat_map(|folder| std::fs::read_dir(root().join(folder)).expect("a folder"))
    .map(|entry| entry.expect("an entry").path())
    .filter(|path| path.extension().is_some_and(|end| end == "md"))
    .collect()
}

/// The targets of links, but for those to the web and within code.
fn links(text: &str) -> Vec<String> {
    let mut in_code = false;
    let prose = text.lines().filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        in_code ^= is_fence;
        !in_code && !is_fence
    });
    prose
        .flat_map(|line| line.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())))
        .filter(|link| !link.contains("://"))
        .collect()
}

/// The anchors of a document's headings, as GitHub makes them.
pub(crate) fn headings(path: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let anchor = |heading: &str| -> String {
        let kept = heading.trim().to_lowercase();
        kept.replace(' ', "-")
            .chars()
            .filter(|letter| letter.is_alphanumeric() || ['-', '_'].contains(letter))
            .collect()
    };
    text.lines().filter(|line| line.starts_with('#')).map(|line| anchor(line.trim_start_matches('#'))).collect()
}

/// A path without `..`.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, component| {
        match component {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            other => plain.push(other),
        }
        plain
    })
}
