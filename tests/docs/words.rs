//! Documents and notes of golden cases use plain words: what is, where it is, next to what.

/// Metaphors and old turns of phrase, each with what to write instead.
const WORDS: &[(&str, &str)] = &[
    ("beside", "next to, compared with"),
    ("door", "entry point"),
    ("doors", "entry points"),
    ("floor", "layer"),
    ("house", "repository"),
    ("likewise", "what it is like"),
    ("rooms", "modules"),
    ("stand", "are"),
    ("stands", "is"),
    ("tells", "says, reports"),
    ("told", "reported"),
    ("twin", "of the same name"),
    ("twins", "of the same name"),
];

#[test]
fn documents_and_notes_use_plain_words() {
    let read = |path| std::fs::read_to_string(path).expect("a document");
    let documents = crate::links::documents().into_iter().map(|path| (path.display().to_string(), read(path)));
    let notes = crate::support::all_cases().into_iter().map(|case| (case.name, case.note));
    let found: Vec<String> = documents
        .chain(notes)
        .flat_map(|(place, text)| {
            // What is written as code is a name.
            let prose = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
            let words = prose.split(|letter: char| !letter.is_alphabetic()).map(str::to_owned).collect::<Vec<_>>();
            WORDS
                .iter()
                .filter(move |(word, _)| words.iter().any(|other| other == word))
                .map(move |(word, instead)| format!("{place}: `{word}`; write: {instead}"))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
