//! What is left of a text without case, French accents, blanks and punctuation?

/// The letters and digits as ASCII in upper case.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::new();
    text.chars().for_each(|character| plain.extend(letters(character).into_iter().flatten()));
    plain
}

/// Whether [`plain`] of the text is this. Most texts differ in their first letters, and are read no further.
pub(crate) fn is_plain(text: &str, plain: &str) -> bool {
    let mut left = plain.chars();
    text.chars().flat_map(letters).flatten().all(|letter| left.next() == Some(letter)) && left.next().is_none()
}

/// A letter or digit as ASCII in upper case, a ligature as two; nothing for any other character.
pub(crate) fn letters(character: char) -> [Option<char>; 2] {
    let letter = match character {
        'à' | 'â' | 'ä' | 'À' | 'Â' | 'Ä' => 'A',
        'ç' | 'Ç' => 'C',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'E',
        'î' | 'ï' | 'Î' | 'Ï' => 'I',
        'ô' | 'ö' | 'Ô' | 'Ö' => 'O',
        'ù' | 'û' | 'ü' | 'Ù' | 'Û' | 'Ü' => 'U',
        'ÿ' | 'Ÿ' => 'Y',
        'æ' | 'Æ' => return [Some('A'), Some('E')],
        'œ' | 'Œ' => return [Some('O'), Some('E')],
        other if other.is_ascii_alphanumeric() => other.to_ascii_uppercase(),
        _ => return [None, None],
    };
    [Some(letter), None]
}
